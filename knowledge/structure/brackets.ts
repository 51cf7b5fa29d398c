/** Brackets and quotation marks of which what stands inside is never cut apart. */
const OPENING = '（([{〔【《“<'
const CLOSING = '）)]}〕】》”>'
/** Full-width and ASCII parentheses close each other: guides mix them ("(单位签章）"). */
const CLASS = [0, 0, 2, 3, 4, 5, 6, 7, 8]

/** How many matched brackets are open before each character; a bracket without its partner counts as plain text. */
export function bracketDepths(text: string): Int32Array {
  const partner = new Int32Array(text.length).fill(-1)
  const open: number[] = []
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!
    if (OPENING.includes(char)) open.push(at)
    const close = CLOSING.indexOf(char)
    if (close < 0) continue
    // A stray closing mark must not close another class; the last few open ones are looked at, so time stays linear.
    for (let back = open.length - 1; back >= 0 && back >= open.length - 4; back--) {
      if (CLASS[OPENING.indexOf(text[open[back]!]!)] !== CLASS[close]) continue
      partner[open[back]!] = at
      partner[at] = open[back]!
      open.length = back
      break
    }
  }
  const depths = new Int32Array(text.length + 1)
  for (let at = 0, depth = 0; at < text.length; at++) {
    const pair = partner[at]!
    if (pair >= 0 && pair < at) depth--
    depths[at] = depth
    if (pair > at) depth++
    depths[at + 1] = depth
  }
  return depths
}

/** A stretch of a text: `text.slice(from, to)`. */
export interface Piece {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** Cuts a text at any of the separator characters that stand outside brackets; pieces are trimmed, none is empty. */
export function splitOutside(text: string, separators: string): Piece[] {
  const depths = bracketDepths(text)
  const pieces: Piece[] = []
  let from = 0
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && (depths[at] !== 0 || !separators.includes(text[at]!))) continue
    const raw = text.slice(from, at)
    const words = raw.trim()
    if (words) {
      const start = from + raw.indexOf(words)
      pieces.push({ text: words, from: start, to: start + words.length })
    }
    from = at + 1
  }
  return pieces
}

/** True when a bracket is opened and not closed: the text goes on in the next line. */
export function endsInsideBracket(text: string): boolean {
  let open = 0
  for (const char of text) {
    if ('（(《〔“'.includes(char)) open++
    else if ('）)》〕”'.includes(char) && open) open--
  }
  return open > 0
}

/** The bracket that closes at the text's very end: what stands before it and inside it. */
export function trailingBracket(
  text: string,
): { readonly before: string; readonly inside: string } | undefined {
  if (!/[）)〕]$/.test(text)) return undefined
  const depths = bracketDepths(text)
  if (depths[text.length] !== 0) return undefined
  for (let at = text.length - 2; at >= 0; at--) {
    if (depths[at] !== 0 || !'（(〔'.includes(text[at]!)) continue
    return { before: text.slice(0, at).trim(), inside: text.slice(at + 1, -1).trim() }
  }
  return undefined
}

/** The text without what stands in brackets: a clause's own words. */
export function outsideBrackets(text: string): string {
  const depths = bracketDepths(text)
  let own = ''
  for (let at = 0; at < text.length; at++) {
    const closes =
      CLOSING.includes(text[at]!) && at > 0 && (depths[at - 1]! > 0 || OPENING.includes(text[at - 1]!))
    if (depths[at] === 0 && depths[at + 1] === 0 && !closes) own += text.charAt(at)
  }
  return own
}
