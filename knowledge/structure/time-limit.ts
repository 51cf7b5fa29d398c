import type { TimeLimit } from '../entry.js'
import { splitOutside, trailingBracket } from './brackets.js'
import { readCount } from './count.js'
import { pointLines, readOutline } from './outline.js'

/**
 * Reads every limit of a text with what it holds for: "线上办理：5个工作日；线下办理：10个工作日" are two,
 * "即时办结/限时办结（3个工作日）" too. Labels of 内蒙古's standards ("5.3.1 法定办理时限") give the type; "无" and
 * "未提速" give none. Months are left as text: their days differ.
 */
export function readTimeLimits(text: string): TimeLimit[] {
  const limits: TimeLimit[] = []
  let type: TimeLimit['type']
  for (const line of joinBroken(text.split(/\r?\n/).flatMap(linesOf))) {
    const label = LABEL.exec(line)
    if (label) {
      type = label[1] ? (label[1] as '法定' | '承诺') : undefined
      const rest = line.slice(label[0].length)
      if (rest.trim()) limits.push(...readLine(rest, type))
    } else limits.push(...readLine(line, type))
  }
  return limits
}

const LABEL =
  /^\s{0,4}(?:[（(]?[\d.一二三四五六七八九十]{1,6}[)）]?[、.]?\s{0,3})?(法定|承诺)?(?:办理|办结|审结|申请)?(?:时限|时间|期限)\s{0,3}(?:[：:]|$)/

// "1.…；2.…" on a line, and "**5**" marks, are taken apart by the outline; labels keep their line.
function linesOf(line: string): string[] {
  const words = line.trim()
  if (!words) return []
  return LABEL.test(words) ? [words] : [words.replace(/\*\*/g, '')]
}

// A page break cuts a long sentence.
function joinBroken(lines: readonly string[]): string[] {
  const joined: string[] = []
  for (const line of lines) {
    const previous = joined.at(-1)
    const goesOn =
      previous && previous.length >= 20 && previous.length < 2000 && !/[。；;：:]$/.test(previous)
    if (goesOn && !LABEL.test(previous) && !/^[\d（(①-⑳“]/.test(line))
      joined[joined.length - 1] = previous + line
    else joined.push(line)
  }
  return joined
}

const FIGURE =
  /(?<![月\d.])(?<amount>\d{1,4}(?:\.\d)?|[一二两三四五六七八九十]{1,3})\s{0,3}(?<unit>个?\s?工作日|个?自然日|个?日历日|天|日)(?!\s?(?:起|至|前|历|之前|之后|以前))|(?<now>即时(?!受理)|即办|即来即办|当场|立等可取|随时办)/g

function readLine(line: string, type: TimeLimit['type']): TimeLimit[] {
  if (line.length > 5000) return []
  const plain = readOutline(/^\s*1[.．、]\d/.test(line) ? line + '\n2.' : line)
    .flatMap(pointLines)
    .map((words) => words.replace(POINT, ''))
    .filter(Boolean)
  return plain
    .flatMap((words) => splitOutside(words, '；;。').flatMap(({ text }) => cutDouble(text)))
    .flatMap((words) => {
      const limit = readLimit(words, type)
      return limit ? [limit] : []
    })
}

const POINT =
  /^(?:\d{1,2}[.．、](?!\d{1,2}天)|[（(][一二三四五六七八九十\d]{1,2}[)）]|[①-⑳]|[一二三四五六七八九十]{1,2}、)\s{0,3}/

const figures = (text: string) => [...outside(text).matchAll(FIGURE)]

// What stands in brackets is an aside ("特殊情形可延长30日"), except "限时办结（5个工作日）", which holds the limit itself.
function outside(text: string): string {
  let depth = 0
  let plain = ''
  for (const char of text) {
    if ('（('.includes(char)) depth++
    plain += depth ? '　' : char
    if ('）)'.includes(char) && depth) depth--
  }
  return plain
}

const LIMITED = /限时办(?:结|理)$/

/** "限时办结（5个工作日）": the figure stands in the bracket. */
function limitedBracket(text: string) {
  const bracket = trailingBracket(text)
  return bracket && LIMITED.test(bracket.before) && [...bracket.inside.matchAll(FIGURE)].length
    ? bracket
    : undefined
}

// A comma or slash parts two limits only where both sides have a figure of their own.
function cutDouble(text: string): string[] {
  const parts: string[] = []
  let from = 0
  let pieceHasFigure = false
  for (const piece of splitOutside(text, '，,/／')) {
    const has = figures(piece.text).length > 0 || limitedBracket(piece.text) !== undefined
    if (has && pieceHasFigure) {
      const start = startOf(text, from, piece.from)
      parts.push(
        text
          .slice(from, start)
          .replace(/[，,/／\s]+$/, '')
          .trim(),
      )
      from = start
    }
    if (has) pieceHasFigure = true
  }
  parts.push(text.slice(from).trim())
  return parts.filter(Boolean).flatMap((part) => {
    // "即时/限时办结（5个工作日）" was parted above; "限时办结（10个工作日/15个工作日（大额））" holds two.
    const bracket = limitedBracket(part.replace(/[。；;，,\s]+$/, ''))
    if (!bracket || !LIMITED.test(bracket.before)) return [part]
    const inner = splitOutside(bracket.inside, '，,/／').map((piece) => piece.text)
    return inner.length > 1 && inner.every((one) => figures(one).length) && bracket.before.length <= 4
      ? inner
      : [part]
  })
}

// Words without a figure right before a limit belong to it ("个人办理，即时办结；单位办理，1个工作日").
function startOf(text: string, from: number, at: number): number {
  const pieces = splitOutside(text.slice(from, at), '，,/／')
  const last = pieces.at(-1)
  if (!last || pieces.length < 2 || figures(last.text).length) return at
  return from + last.from
}

function readLimit(text: string, type: TimeLimit['type']): TimeLimit | undefined {
  const words = text.replace(/[。；;，,\s]+$/, '').trim()
  const limited = limitedBracket(words)
  const bracket = limited ?? trailingBracket(words)
  const match = figures(words)[0]
  const inside =
    !match && bracket && (limited || !bracket.before) ? [...bracket.inside.matchAll(FIGURE)][0] : undefined
  const found = match ?? inside
  if (!found) return undefined
  const { amount, unit, now } = found.groups!
  const ahead = match
    ? words.slice(0, match.index)
    : limited
      ? limited.before.replace(LIMITED, '')
      : bracket!.inside.slice(0, inside!.index)
  if (now === '立等可取' && /实现/.test(ahead)) return undefined
  const condition = conditionOf(ahead) ?? (limited ? undefined : heldInBracket(words))
  const count = amount === undefined ? undefined : readCount(amount)
  return {
    text: words,
    ...(type ? { type } : {}),
    ...(condition ? { condition } : {}),
    ...(now ? { immediate: true } : {}),
    ...(count !== undefined && unit?.includes('工作日') ? { working_days: count } : {}),
    ...(count !== undefined && unit && !unit.includes('工作日') ? { calendar_days: count } : {}),
  }
}

// "15个工作日（大额）": a short aside without a figure says when.
function heldInBracket(words: string): string | undefined {
  const bracket = trailingBracket(words)
  return bracket?.before && bracket.inside.length <= 8 && !/\d/.test(bracket.inside)
    ? bracket.inside
    : undefined
}

const IDLE =
  /(?:限时办结|办理时限|办结时限|办理|应当|应在|应于|需在|可在|须在|原则上|压缩|压缩在|压缩至|不超过|不得超过|最长|周期|时间|为|在|于|受理后|受理|，|,|：|:|（|\(|“|\s)+$/

function conditionOf(ahead: string): string | undefined {
  let words = ahead.trim().replace(/^[（(，,、]+/, '')
  const colon = /^([^：:]{1,60})[：:]/.exec(words)
  if (colon) words = colon[1]!
  else {
    const idle = IDLE.exec(words)
    // "窗口办理" without "办理" would still be understood, but "掌上12333APP办理" keeps the source's words.
    if (idle) words = words.slice(0, idle.index) + (/^办理/.test(idle[0]) ? '办理' : '')
  }
  words = words
    .replace(/(?:自|从|应在|在)[^，,]{1,30}之日起?$|^[^，,]{0,30}之日起?$|(?:自|从)[^，,]{1,20}起$/, '')
    .replace(/(?:自|从)$/, '')
    .replace(/[，,、：:\s]+$/, '')
    .trim()
  if (words.startsWith('“') && !words.includes('”')) words = words.slice(1)
  return words && words.length <= 60 && !/^(?:受理|办理|自|从|即|承诺|法定|提速后?)$/.test(words)
    ? words
    : undefined
}
