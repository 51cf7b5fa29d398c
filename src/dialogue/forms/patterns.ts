import { withoutMarks } from '../../core/without-marks.js'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../core/package-root.js'

interface Words {
  readonly patterns: readonly string[]
  readonly whole?: boolean
  readonly within?: number
}
interface PatternsJson {
  readonly parts: Readonly<Record<string, string>>
  readonly fields: Readonly<
    Record<string, { readonly patterns: readonly string[]; readonly not: readonly string[] }>
  >
  readonly numbers: Readonly<Record<'charge' | 'own', string>>
  readonly labels: Readonly<Record<string, string>>
  readonly change: readonly string[]
  readonly refused: string
  readonly words: Readonly<Record<string, Words>>
}

/** Words that can be nothing but themselves are short; counted without marks. */
const LONGEST_WHOLE = 20

const data = JSON.parse(
  readFileSync(join(packageRoot, 'src/dialogue/data/form-patterns.json'), 'utf8'),
) as PatternsJson

/** Finds the first value of a group of patterns in a folded text. */
export function findValue(group: string, text: string): string | undefined {
  const { patterns, not } = fields.get(group) ?? NO_PATTERNS
  for (const pattern of patterns)
    for (const { groups } of text.matchAll(pattern)) {
      const value = groups?.['value']?.trim()
      if (value && !not.some((each) => each.test(value))) return value
    }
  return undefined
}

/** Whether a folded text holds words of a kind, or is nothing but them where the data say so. */
export function hears(kind: string, text: string): boolean {
  const { pattern, whole, within } = wordsOf(kind)
  const bare = withoutMarks(text)
  if (bare === '' || bare.length > within) return false
  return pattern.test(whole ? bare.toLowerCase() : text)
}

/** Takes all words of a kind out of a text. */
export const without = (kind: string, text: string): string =>
  text.replace(new RegExp(wordsOf(kind).pattern.source, 'gu'), '')

/** The field whose name the whole text is ("电话", "金额要改"). */
export function labelAlone(text: string, keys: readonly string[]): string | undefined {
  const bare = withoutMarks(text).replace(AROUND_LABEL, '')
  return labels.find(({ key, whole }) => keys.includes(key) && whole.test(bare))?.key
}

/** The field that is said to be wrong or to be changed, and what stands behind those words. */
export function findChange(
  text: string,
  keys: readonly string[],
): { readonly key: string; readonly rest: string } | undefined {
  for (const { key, changes } of labels) {
    if (!keys.includes(key)) continue
    for (const change of changes) {
      const match = change.exec(text)
      if (match) return { key, rest: text.slice(match.index + match[0].length) }
    }
  }
  return undefined
}

/** The fields a text says will be left empty ("身份证跳过"). */
export const findRefused = (text: string, keys: readonly string[]): readonly string[] =>
  labels.filter(({ key, refused }) => keys.includes(key) && refused.test(text)).map(({ key }) => key)

/** Whose a number is, from the words before it. */
export function ownerOf(before: string): 'charge' | 'own' | undefined {
  const near = before.slice(-24)
  if (chargeBefore.test(near)) return 'charge'
  return ownBefore.test(near) ? 'own' : undefined
}

const AROUND_LABEL = /^(?:我的|我要改|要改|改|是|那个)?|(?:要改|改一?下|错了?|不对|那项|那一项|吧|的)*$/gu
const NO_PATTERNS: { readonly patterns: readonly RegExp[]; readonly not: readonly RegExp[] } = {
  patterns: [],
  not: [],
}

/** Puts the parts of the data file in for their {names}; parts may hold parts. */
function expand(source: string): string {
  const expanded = source.replace(/\{([a-z]+)\}/g, (_, name: string) => data.parts[name] ?? name)
  return expanded === source ? source : expand(expanded)
}

const fields = new Map(
  Object.entries(data.fields).map(([key, { patterns, not }]) => [
    key,
    {
      patterns: patterns.map((source) => new RegExp(expand(source), 'gu')),
      not: not.map((source) => new RegExp(expand(source), 'u')),
    },
  ]),
)

const labels = Object.entries(data.labels).map(([key, label]) => ({
  key,
  whole: new RegExp(`^(?:${label})$`, 'u'),
  refused: new RegExp(data.refused.replaceAll('{label}', label), 'u'),
  changes: data.change.map((source) => new RegExp(source.replaceAll('{label}', label), 'u')),
}))

const chargeBefore = new RegExp(data.numbers.charge, 'u')
const ownBefore = new RegExp(data.numbers.own, 'u')

const words = new Map(
  Object.entries(data.words).map(([kind, { patterns, whole = false, within }]) => {
    const any = patterns.map((source) => `(?:${source})`).join('|')
    return [
      kind,
      {
        pattern: new RegExp(whole ? `^(?:${any})$` : any, 'u'),
        whole,
        within: within ?? (whole ? LONGEST_WHOLE : Infinity),
      },
    ]
  }),
)

function wordsOf(kind: string) {
  const found = words.get(kind)
  if (!found) throw new RangeError(`no words "${kind}" in form-patterns.json`)
  return found
}
