import type { Flag, LineRange, Member } from '../entry.js'
import { rangeOf, withoutSpaces, type Line } from './tabbed-rows.js'

/** A member of a bundle as its lines give it; `member.code` may still be cut ("1.5" at line 110). */
export interface MemberText {
  readonly member: Member
  readonly lines: LineRange
  /** Slips that these lines show by themselves. */
  readonly flags: readonly Flag[]
}

/** A code and a name, both without OCR spaces; `written` is the code as it stands in the text. */
export interface CodedName {
  readonly written: string
  readonly code?: string
  readonly name: string
}

/**
 * Reads the column 服务事项: "2 1.3.1缴费人员增减申报（承办：社保中心参保登记股）" and so on. A member ends with its
 * bracket 承办, however many lines it takes (lines 16–17); lines after the last such bracket make a member without
 * a handler.
 */
export function readMembers(lines: readonly Line[]): MemberText[] {
  const groups: Line[][] = []
  let open: Line[] | undefined
  for (const line of lines) {
    if (open) open.push(line)
    else groups.push((open = [line]))
    if (HANDLER.test(line.text)) open = undefined
  }
  return groups.map(readMember)
}

/** Splits a leading code from a name: "1.6. 10城镇职工…" gives "1.6.10"; zeros OCR put before it go ("01. 1.5"). */
export function readCoded(text: string): CodedName {
  const written = /^\d[\d.\s]*(?=[^\d.\s])/.exec(text)?.[0] ?? ''
  const code = withoutSpaces(written).replace(/^0+/, '')
  const name = withoutSpaces(text.slice(written.length))
  return code.includes('.') ? { written, code, name } : { written: '', name: withoutSpaces(text) }
}

/**
 * A composite's own name and the single items in its bracket 含: "养老保险关系转移接续（含1.6.10城镇…；1.6.13机关…）".
 * Undefined when the bracket holds no coded item (社会保障卡启用（含社会保障卡银行账户激活） is one item).
 */
export function includedItems(
  text: string,
): { name: string; includes: { code: string; name: string }[] } | undefined {
  const at = text.search(/（含\d+\.\d+\.\d+/)
  if (at < 0) return undefined
  const inside = text.slice(at + '（含'.length).replace(/[）)]$/, '')
  const includes = inside
    .split(/(?=(?<![\d.])\d+\.\d+\.\d+)/)
    .map((single) => readCoded(single.replace(/[；、]$/, '')))
  return { name: text.slice(0, at), includes: includes.map(({ code, name }) => ({ code: code ?? '', name })) }
}

// "（承办：…）", at some members "（承办部门：…）", the last bracket at times in half width (line 130).
const HANDLER = /（承办(?:部门)?：([^（）]*)[）)]$/

// "2 ", "⑥", "6 ⑥" (line 43), "2 ）" (line 222), "②<tab>" (line 163).
const MARKER = /^(?:\d{1,2}\s*[）)]|(?:\d{1,2}\s+)?(?:[①-⑳]\s*)?)\s*/

/** Look-alikes OCR put for 遗 and 一 where no other row shows the right spelling (lines 238, 223). They stay. */
const LOOK_ALIKES = ['遺', '—次性']

function readMember(lines: readonly Line[]): MemberText {
  const raw = lines.map((line) => line.text).join(' ')
  const handler = HANDLER.exec(raw)
  const named = raw.slice(0, handler?.index ?? raw.length).replace(MARKER, '')
  const { written, code, name } = readCoded(named)
  const composite = code ? undefined : includedItems(name)
  const range = rangeOf(lines)
  const slips: string[] = []
  const whole = withoutSpaces(named)
  if (withoutSpaces(written).startsWith('0'))
    slips.push(`编码在原文中作“${withoutSpaces(written)}”，按${code}取用`)
  if (/^(.{4,})\1(?:（|$)/.test(name)) slips.push('名称重复')
  if (count(whole, /（/g) !== count(whole, /）/g)) slips.push('括号不配对')
  for (const glyph of LOOK_ALIKES) if (whole.includes(glyph)) slips.push(`“${glyph}”疑为识别错误`)
  return {
    member: {
      name: composite?.name ?? name,
      ...(code ? { code } : {}),
      ...(handler?.[1] ? { handler: withoutSpaces(handler[1]) } : {}),
      ...(composite ? { includes: composite.includes } : {}),
    },
    lines: range,
    flags: slips.map((slip) => ({
      code: 'source_slip',
      field: 'members',
      message: `“${composite?.name ?? name}”：${slip}，原文照录。`,
      lines: range,
    })),
  }
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
