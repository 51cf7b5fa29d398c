import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../core/package-root.js'
import { personalKind, type PersonalKind } from './personal-kind.js'
import { isServiceNumber } from './public-numbers.js'

/** A text without whole personal numbers, and which kinds it held. */
export interface Masked {
  readonly text: string
  readonly found: readonly PersonalKind[]
}

/**
 * Hides the middle of identity, phone and card numbers: "13812345678" → "138****5678". Figures may be apart ("138 1234
 * 5678"), full-width, or spoken ("一三八…"). Numbers that `isPublic` knows (figures only) stay. Idempotent and linear in
 * the text's length.
 */
export function maskPersonalData(
  text: string,
  isPublic: (number: string) => boolean = isServiceNumber,
): Masked {
  const found = new Set<PersonalKind>()
  let masked = ''
  let shown = 0
  for (const run of text.matchAll(RUN))
    for (const { kind, from, to } of numbersIn(text, run, isPublic)) {
      masked += text.slice(shown, from)
      // Figures of another script may stand right beside it: they must not look like its ends.
      const [before, after] = [
        ENDS_IN_FIGURE.test(masked.slice(-2)),
        STARTS_WITH_FIGURE.test(text.slice(to, to + 2)),
      ]
      masked += `${before ? ' ' : ''}${hide(text.slice(from, to), kind)}${after ? ' ' : ''}`
      shown = to
      found.add(kind)
    }
  return { text: masked + text.slice(shown), found: [...found] }
}

/** Figures in one way of writing; several of them, little apart, may be one number. */
interface Piece {
  readonly from: number
  readonly to: number
  readonly figures: string
  readonly isSpoken: boolean
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(packageRoot, 'src/privacy/data', name), 'utf8'))

const { x: crosses, ...digits } = read('spoken-digits.json') as Record<string, string> & { x: string }
const FIGURES = new Map([
  ...Object.entries(digits).flatMap(([figure, words]) => [...words].map((word) => [word, figure] as const)),
  ...[...crosses].map((cross) => [cross, 'X'] as const),
])
const words = Object.values(digits).join('')

// \p{Nd}: ASCII, full-width, Mongolian and all other scripts' figures.
const WRITTEN = '\\p{Nd}①-⑨⓪'
const FIGURE = `[${WRITTEN}${words}]`
const CROSS = `(?:[${crosses}](?![a-zA-Z]))`
// What people put between figures; no colon (times of day), and no more than two stars (more hide something).
const LOOSE = ',，、。./／'
const GAP = `(?:[\\s\\p{Pd}\\p{Cf}\\p{Mn}\\p{Me}()（）_~·•|+${LOOSE}]|\\*(?!\\*{2}))`
const RUN = new RegExp(`${FIGURE}(?:${GAP}{0,4}${FIGURE})*(?:${GAP}{0,4}${CROSS})?`, 'gu')
const WORDS = new RegExp(`[${words}]`, 'u')
const CLUSTER = new RegExp(`${FIGURE}+${CROSS}?|${CROSS}`, 'gu')
const PIECE = new RegExp(`[${WRITTEN}]+|[${words}]+|${CROSS}`, 'gu')
const ENDS_IN_FIGURE = new RegExp(`${FIGURE}$`, 'u')
const STARTS_WITH_FIGURE = new RegExp(`^${FIGURE}`, 'u')
const SIGN = new RegExp(`${FIGURE}|${CROSS}`, 'gu')
const IS_LOOSE = new RegExp(`[${LOOSE}]`)

/** The longest number people spell figure by figure, and so the most pieces worth joining. */
const MOST_PIECES = 20

const { between, ...labels } = read('personal-labels.json') as Record<PersonalKind, string[]> & {
  between: string
}
const LABELS = (Object.entries(labels) as [PersonalKind, string[]][]).map(
  ([kind, names]) => [kind, new RegExp(`(?:${names.join('|')})${between}$`, 'u')] as const,
)
/** Longest label with what may stand behind it, in characters. */
const LABEL_REACH = 16

function* numbersIn(
  text: string,
  run: RegExpExecArray,
  isPublic: (number: string) => boolean,
): Generator<{ kind: PersonalKind; from: number; to: number }> {
  for (const pieces of stretchesOf(text, run))
    for (let first = 0; first < pieces.length; first++) {
      const { from } = pieces[first]!
      const label = labelBefore(text, from)
      // The longest number that makes sense counts: an identity number, not the phone that its figures may hold.
      for (let last = Math.min(pieces.length, first + MOST_PIECES) - 1; last >= first; last--) {
        const number = pieces.slice(first, last + 1)
        const { to } = pieces[last]!
        const kind = personalKind(
          number.map(({ figures }) => figures),
          {
            isSpoken: number.every(({ isSpoken }) => isSpoken),
            isLoose: IS_LOOSE.test(text.slice(from, to)),
            label,
          },
        )
        if (!kind) continue
        if (!isPublic(number.map(({ figures }) => figures).join(''))) yield { kind, from, to }
        first = last
        break
      }
    }
}

function labelBefore(text: string, at: number): PersonalKind | undefined {
  const before = text.slice(Math.max(0, at - LABEL_REACH), at)
  return LABELS.find(([, pattern]) => pattern.test(before))?.[0]
}

/** The pieces of a run; the ends of a number hidden before part them, and are not joined to what stands beside them. */
function stretchesOf(text: string, run: RegExpExecArray): Piece[][] {
  const stretches: Piece[][] = [[]]
  for (const { index, 0: cluster } of run[0].matchAll(CLUSTER)) {
    const start = run.index + index
    const isBesideStars =
      text.startsWith(STARS, start - STARS.length) || text.startsWith(STARS, start + cluster.length)
    if (isBesideStars && [...cluster].length <= MOST_SHOWN) stretches.push([])
    else
      for (const { index: at, 0: signs } of cluster.matchAll(PIECE)) {
        const figures = Array.from(signs, figureOf).join('')
        const from = start + at
        stretches.at(-1)!.push({ from, to: from + signs.length, figures, isSpoken: WORDS.test(signs) })
      }
  }
  return stretches
}

function figureOf(sign: string): string {
  const figure = FIGURES.get(sign) ?? sign.normalize('NFKC')
  if (/^[\dX]$/.test(figure)) return figure
  // Scripts have their ten figures in a row: how many figures stand below this one is its value.
  const code = sign.codePointAt(0)!
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++
  return String(value)
}

/** How many figures stay at both ends. */
const SHOWN: Readonly<Record<PersonalKind, readonly [head: number, tail: number]>> = {
  id: [3, 2],
  phone: [3, 4],
  card: [4, 4],
}

const MOST_SHOWN = 4
/** Three or more in a row hide something; two are mark-up. */
const STARS = '***'

/** The figures stay as they are written, what stood between them goes. A short number shows two at each end. */
function hide(number: string, kind: PersonalKind): string {
  const signs = number.match(SIGN) ?? []
  const [head, tail] = signs.length < 11 ? [2, 2] : SHOWN[kind]
  return `${signs.slice(0, head).join('')}****${signs.slice(-tail).join('')}`
}
