/**
 * What is wrong with an address as it stands in the source. full_width: "http：//" · line_break: a page break or the
 * closing ">" cut it · no_scheme: a bare host ("si.12333.gov.cn") · bare_ip: a number instead of a name · bad_host: no
 * address can be made of it, or a digit of a known host is missing.
 */
export type UrlProblem = 'full_width' | 'line_break' | 'no_scheme' | 'bare_ip' | 'bad_host'

export interface FoundUrl {
  /** As one would type it: half-width, in one piece; a scheme is not added. */
  readonly url: string
  /** As it stands in the text. */
  readonly text: string
  readonly from: number
  readonly to: number
  readonly problems: readonly UrlProblem[]
}

/** Finds the web addresses in a text, malformed ones too, in the text's order. Linear in the length; never throws. */
export function findUrls(text: string): FoundUrl[] {
  const found: FoundUrl[] = []
  for (const match of text.matchAll(ADDRESS)) {
    const from = match.index
    if (found.length && from < found.at(-1)!.to) continue
    const whole = match[0]
    const kept = trimEnd(whole)
    let to = from + kept.length
    let url = kept.replace(/[：]/g, ':').replace(/[／]/g, '/').replace(/[．]/g, '.')
    const problems: UrlProblem[] = []
    if (url !== kept) problems.push('full_width')
    const rest = restBehindBreak(text, to, from)
    if (rest) {
      url += rest.words
      to = rest.to
      problems.push('line_break')
    }
    if (!/^https?:\/\//i.test(url)) problems.push('no_scheme')
    const host = hostOf(url)
    if (host && /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host)) problems.push('bare_ip')
    else if (!host || !/\.[a-z]{2,}$/i.test(host) || /(?:^|\.)2333\.gov\.cn$/.test(host))
      problems.push('bad_host')
    found.push({ url, text: text.slice(from, to), from, to, problems })
  }
  return found
}

/** The text with every address blanked out, so that its figures are not read as something else. */
export function withoutUrls(text: string): string {
  let rest = ''
  let from = 0
  for (const url of findUrls(text)) {
    rest += text.slice(from, url.from) + ' '.repeat(url.to - url.from)
    from = url.to
  }
  return rest + text.slice(from)
}

const PATH = String.raw`[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]{0,2000}`
const HOST = String.raw`(?:[A-Za-z0-9-]{1,63}\.){1,6}(?:gov\.cn|com\.cn|org\.cn|net\.cn|edu\.cn|cn|com|net|org|gov)`
// A look-behind lets an address begin only where a word begins: without it each letter of a long run would be tried.
const ADDRESS = new RegExp(
  String.raw`(?<![A-Za-z0-9])https?\s{0,2}[:：]\s{0,2}[/／]{2}[A-Za-z0-9]${PATH}|(?<![A-Za-z0-9@._/-])${HOST}(?![A-Za-z0-9-])(?:[:/?#]${PATH})?`,
  'gi',
)

// Punctuation of the sentence around it, and a bracket that opened before it, do not belong to an address.
function trimEnd(url: string): string {
  let end = url.length
  for (;;) {
    const last = url[end - 1]
    if (last && ".,;:!?'*".includes(last)) end--
    else if (last === ')' && !url.slice(0, end).includes('(')) end--
    else return url.slice(0, end)
  }
}

// "<https://…/#/personl>\nogin。" and an address that a page break cut.
function restBehindBreak(text: string, to: number, from: number) {
  const bracketed = text[from - 1] === '<' && text[to] === '>'
  const match = /^>?\s{0,3}\n\s{0,3}([A-Za-z0-9\-_/#?=&%.]{1,300})(?=[。；;，,>）)\s]|$)/.exec(
    text.slice(to, to + 320),
  )
  if (!match || !(bracketed || /[/#=&?-]$/.test(text.slice(from, to)))) return undefined
  const words = match[1]!.replace(/[.]+$/, '')
  if (!words || /^(?:https?|www|\d+[.、])/i.test(words)) return undefined
  return { words, to: to + match[0].length - (match[1]!.length - words.length) }
}

function hostOf(url: string): string | undefined {
  try {
    return new URL(/^https?:\/\//i.test(url) ? url : `http://${url}`).hostname
  } catch {
    return undefined
  }
}
