import { Locale } from 'opencc-js/t2cn'

/**
 * Traditional characters (those of Hong Kong and Taiwan included) as simplified ones, each by itself: phrases would
 * cost ten times the time to load and decide nothing in questions about services.
 */
export const toSimplified = (text: string): string =>
  text.replace(HAN, (character) => SIMPLIFIED.get(character) ?? character)

const HAN = /\p{Script=Han}/gu

/** Simplified characters in names of places that the table takes for traditional ones: 乾安、乾县. */
const KEPT = new Set('乾')

/** The package's type of its tables does not resolve under nodenext. */
const TABLES = Locale as unknown as Readonly<Record<'from' | 'to', Readonly<Record<string, unknown>>>>

const ONE_TO_ONE = /^(.) (.)$/u

const SIMPLIFIED = readCharacters()

function readCharacters(): ReadonlyMap<string, string> {
  const standard = charactersOf(TABLES.from['hk'])
  const simple = charactersOf(TABLES.to['cn'])
  const simplify = (character: string): string => {
    const next = simple.get(character) ?? simple.get(standard.get(character) ?? character)
    // A few characters are simplified in two steps (薴 → 苧 → 苎).
    return next === undefined || next === character ? character : simplify(next)
  }
  const all = new Map<string, string>()
  for (const table of [standard, simple])
    for (const from of table.keys()) if (!KEPT.has(from)) all.set(from, simplify(from))
  return all
}

/** The single characters of a locale's tables ("從 从|後 后", grouped); its phrases are left aside. */
function charactersOf(tables: unknown): Map<string, string> {
  const characters = new Map<string, string>()
  for (const table of [tables].flat(3)) {
    if (typeof table !== 'string') continue
    for (const pair of table.split('|')) {
      const [, from, to] = ONE_TO_ONE.exec(pair) ?? []
      if (from && to) characters.set(from, to)
    }
  }
  return characters
}
