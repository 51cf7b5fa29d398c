/** WeChat's limit for a text message, in bytes of UTF-8 (customer service messages, field text.content). */
export const WECHAT_LIMIT = 2048

/** The longest character of UTF-8: a smaller limit could not hold every text. */
const LONGEST_CHARACTER = 4

/**
 * Cuts a text into messages of at most `limitBytes` bytes: at the end of a line or sentence where one stands,
 * else at a comma, never inside an address or a number unless that alone is longer than a message.
 * Line breaks around a cut and white space before it are dropped, nothing else. Throws RangeError on a limit below 4.
 */
export function splitForWechat(text: string, limitBytes: number = WECHAT_LIMIT): string[] {
  if (!(limitBytes >= LONGEST_CHARACTER)) throw new RangeError(`limit of ${limitBytes} bytes is too small`)
  // Half a surrogate pair has no form in UTF-8.
  const whole = text.toWellFormed()
  const kept = keptTogether(whole)
  const pieces: string[] = []
  let from = 0
  while (from < whole.length) {
    const to = from + reach(whole.slice(from, from + limitBytes), limitBytes)
    const cut = to >= whole.length ? to : bestCut(whole, from, to, kept)
    const piece = whole.slice(from, cut).replace(/^\n+/u, '').trimEnd()
    if (piece) pieces.push(piece)
    from = cut
  }
  return pieces
}

/** Length of a text as WeChat counts it. */
export const bytesOf = (text: string): number => Buffer.byteLength(text, 'utf8')

/** How many UTF-16 units of the text fit, whole characters only. */
function reach(text: string, limit: number): number {
  let units = 0
  let bytes = 0
  for (const character of text) {
    bytes += bytesOf(character)
    if (bytes > limit) break
    units += character.length
  }
  return units
}

type Span = readonly [from: number, to: number]

const LINE_END = /\n+/gu
const SENTENCE_END = /[。！？!?；;…]+[”’」』）)】》]*\n*/gu
const PAUSE = /[，、,：:）)】]\s*|\s+/gu
const TOGETHER =
  /(?:https?:\/\/|www\.)[\x21-\x7e]+|(?<![\w.+-])[\w.+-]+@[\w.-]+|(?<![a-z0-9.-])[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[:/][\x21-\x7e]*)?|\d(?:[\d*.,:/+\-–—~～－]*[\dXx*%％])?/giu

function keptTogether(text: string): Span[] {
  return [...text.matchAll(TOGETHER)].map(({ index, 0: found }) => [index, index + found.length])
}

/** The best place to cut between `from` (not included) and `to`: borders early in the message make poor cuts. */
function bestCut(text: string, from: number, to: number, kept: readonly Span[]): number {
  const inside = (cut: number) => kept.some(([start, end]) => start < cut && cut < end)
  const window = text.slice(from, to)
  const half = from + (to - from) / 2
  for (const [border, earliest] of [
    [LINE_END, half],
    [SENTENCE_END, half],
    [LINE_END, from],
    [SENTENCE_END, from],
    [PAUSE, from],
  ] as const) {
    // A border at the very end of the window may go on behind it; its white space is dropped either way.
    const cuts = [...window.matchAll(border)].map(({ index, 0: found }) => from + index + found.length)
    const cut = cuts.findLast((at) => at > earliest && !inside(at))
    if (cut !== undefined) return cut
  }
  return betweenCharacters(text, from, to, inside)
}

/** Where no border stands: before what must stay together, else between characters as people see them. */
function betweenCharacters(text: string, from: number, to: number, inside: (cut: number) => boolean): number {
  const seen = new Intl.Segmenter('zh', { granularity: 'grapheme' })
  // One more unit shows whether the last character goes on behind the window.
  const starts = [...seen.segment(text.slice(from, to + 64))].map(({ index }) => from + index)
  const cuts = starts.filter((at) => at > from && at <= to)
  return cuts.findLast((at) => !inside(at)) ?? cuts.at(-1) ?? to
}
