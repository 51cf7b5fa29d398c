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

const SIMPLIFIED = readCharacters()

function readCharacters(): ReadonlyMap<string, string> {
  const standard = charactersOf(Locale.from['hk'])
  const simple = charactersOf(Locale.to['cn'])
  const simplify = (character: string): string => {
    const next = simple.get(character) ?? simple.get(standard.get(character) ?? character)
    // A few characters are simplified in two steps (薴 → 苧 → 苎).
    return next === undefined || next === character ? character : simplify(next)
  }
  const all = [...new Set([...standard.keys(), ...simple.keys()])]
  return new Map(all.filter((from) => !KEPT.has(from)).map((from) => [from, simplify(from)]))
}

/** The single characters of a locale's tables ("從 从|後 后", grouped); its phrases are left aside. */
function charactersOf(tables: unknown): Map<string, string> {
  const texts = [tables].flat(3).filter((table) => typeof table === 'string')
  const pairs = texts.flatMap((table) => table.split('|')).filter((pair) => pair.length <= 5)
  return new Map(
    pairs
      .map((pair) => pair.split(' ').map((side) => [...side]))
      .filter(([from, to]) => from?.length === 1 && to?.length === 1)
      .map(([from, to]) => [from![0]!, to![0]!] as const),
  )
}
