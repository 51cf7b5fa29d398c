import type { Field, LineRange } from '../entry.js'
import type { GuideReader, GuideText, LineUse, Reading, ReadEntry } from './contract.js'
import { flagSlips } from './laiyuan-slips.js'

/**
 * Reads 涞源县's guide: one table per item, an item code and then twelve labelled rows, always in the same order.
 * Headings ("43.失业登记办事指南") are missing for 101 items, so an item begins at its 事项编码 line.
 * Throws a RangeError when the text holds no 事项编码 line at all, or an item without a name.
 */
export const laiyuanReader: GuideReader = {
  guide: '001',
  region: '130630',
  place_name: '涞源县',
  name: '涞源县人社服务办事指南',
  read,
}

// The row that answers for a field; the name's row is the title, the inquiry row holds phone and site together.
const ROWS = [
  ['事项名称', 'title'],
  ['事项简述', 'summary'],
  ['受理条件', 'conditions'],
  ['申请材料', 'materials'],
  ['服务渠道', 'channels'],
  ['办结时限', 'time_limit'],
  ['结果送达', 'result'],
  ['收费依据及标准', 'fee'],
  ['办事时间', 'hours'],
  ['办事机构及地点', 'location'],
  ['咨询查询途径', 'inquiry'],
  ['监督投诉渠道', 'complaint'],
] as const satisfies readonly (readonly [string, Field | 'title' | 'inquiry'])[]
type Part = (typeof ROWS)[number][1]

const CODE = /^事项编码[：:]\s*(\d+)$/
// Word's bookmarks stand before headings, on lines of their own, and once inside a name.
const BOOKMARK = /\[bookmark:[^\]]*\]/g
const HEADING = /^(省局|市局)?\d+\s*[.．]\s*(\S.*)办事指南$/
// What page breaks left of the table of contents before the first item, wrapped titles included.
const CONTENTS = /办事指南\s+\d+$|^\d+\s*[.．]/

interface Line {
  readonly line: number
  readonly text: string
  /** The text without bookmarks. */
  readonly plain: string
}

interface Row {
  readonly part: Part
  readonly label: Line
  readonly values: Line[]
}

interface Block {
  /** Bookmarks and heading in front of the code. */
  readonly lead: readonly Line[]
  readonly code: Line
  readonly rows: Row[]
}

function read(text: GuideText): Reading {
  const lines = text.lines.flatMap((raw, index): Line[] => {
    const trimmed = raw.trim()
    return trimmed ? [{ line: index + 1, text: trimmed, plain: trimmed.replace(BOOKMARK, '').trim() }] : []
  })
  const { preface, blocks } = splitBlocks(lines)
  if (!blocks.length) throw new RangeError(`guide ${text.guide}: no line 事项编码`)
  const uses: LineUse[] = preface
    .filter(({ plain }) => CONTENTS.test(plain) || !plain)
    .map(({ line }) => ({ line, omitted: 'contents' }))
  const entries = blocks.map((block, index) => readBlock(block, index, uses))
  return { entries: flagSlips(entries), uses: uses.sort((a, b) => a.line - b.line) }
}

function splitBlocks(lines: readonly Line[]): { preface: readonly Line[]; blocks: readonly Block[] } {
  const starts = lines.flatMap(({ plain }, index) => (CODE.test(plain) ? [index] : []))
  const leads = starts.map((start, nth) => {
    let first = start
    while (first - 1 > (starts[nth - 1] ?? -1) && isLead(lines[first - 1]!)) first--
    return first
  })
  const blocks = starts.map((start, nth) => ({
    lead: lines.slice(leads[nth], start),
    code: lines[start]!,
    rows: splitRows(lines.slice(start + 1, leads[nth + 1] ?? lines.length)),
  }))
  return { preface: lines.slice(0, leads[0] ?? lines.length), blocks }
}

const isLead = ({ plain }: Line) => !plain || HEADING.test(plain)

// A label opens its row only where it is due or overdue: the same words inside a value stay in the value.
function splitRows(lines: readonly Line[]): Row[] {
  const rows: Row[] = []
  let due = 0
  for (const line of lines) {
    const index = ROWS.findIndex(([label], position) => position >= due && label === line.plain)
    if (index >= 0) {
      rows.push({ part: ROWS[index]![1], label: line, values: [] })
      due = index + 1
    } else rows.at(-1)?.values.push(line)
  }
  return rows
}

function readBlock(block: Block, entry: number, uses: LineUse[]): ReadEntry {
  const code = CODE.exec(block.code.plain)![1]!
  const fields: Partial<Record<Field, string>> = {}
  const sections: ReadEntry['sections'] = {}
  let title = ''
  uses.push({ line: block.code.line, entry, part: 'code', label: /^\D*/.exec(block.code.text)![0] })

  const fill = (field: Field, row: Row, text: string, values = row.values) => {
    fields[field] = text
    sections[field] = { section: row.label.plain, lines: rangeOf(values) }
  }
  for (const row of block.rows) {
    uses.push({ line: row.label.line, omitted: 'table_header' })
    if (!row.values.length) continue
    if (row.part === 'inquiry') {
      const inquiry = readInquiry(row.values)
      if (inquiry.phone) fill('phone', row, inquiry.phone)
      if (inquiry.online_url) fill('online_url', row, inquiry.online_url)
      uses.push(...inquiry.uses.map((use) => ({ ...use, entry })))
      continue
    }
    const text = row.values.map(({ plain }) => plain).join('\n')
    if (row.part === 'title') title = text.replaceAll('\n', '')
    else fill(row.part, row, text)
    for (const { line, text: raw, plain } of row.values) {
      const bookmark = raw === plain ? {} : { label: raw.slice(0, raw.indexOf(plain)) }
      uses.push({ line, entry, part: row.part, ...bookmark })
    }
  }
  const heading = block.lead.find(({ plain }) => plain)
  const name = heading && HEADING.exec(heading.plain)![2]!
  title ||= name ?? ''
  if (!title) throw new RangeError(`item ${code} at line ${block.code.line} has no name`)
  const office = heading && HEADING.exec(heading.plain)![1]
  for (const { line, text, plain } of block.lead) {
    if (plain && office)
      uses.push({ line, entry, part: 'operator', label: text.slice(0, text.indexOf(plain)) })
    else uses.push({ line, omitted: 'heading' })
  }
  const rowLines = block.rows.flatMap(({ label, values }) => [label, ...values])
  return {
    kind: 'service',
    title,
    code,
    ...(name && name !== title ? { aliases: [name] } : {}),
    fields,
    sections,
    // "省局250.…", "市局302.…": the bureau the heading names is not said to residents, but it is not lost.
    ...(heading && office
      ? { operator: [{ section: '标题', text: heading.plain, lines: rangeOf([heading]) }] }
      : {}),
    lines: rangeOf([...(heading ? [heading] : []), block.code, ...rowLines]),
  }
}

type InquiryUse = { readonly line: number; readonly part: 'phone' | 'online_url'; readonly label?: string }

/**
 * Parts "咨询电话：0312-7318400，查询网址：https://…". A row that gives neither ("详见…") answers for both.
 * The line of a site names the phone in its label where both share the line.
 */
function readInquiry(values: readonly Line[]): { phone?: string; online_url?: string; uses: InquiryUse[] } {
  const text = values.map(({ plain }) => plain).join('\n')
  const phone = /电话[：:]\s*([^，,；;\s]+)/.exec(text)?.[1]
  const site = /网址[：:]\s*([^，,；;。\s]+)/.exec(text)?.[1]
  if (!phone && !site) {
    const both = ['phone', 'online_url'] as const
    return {
      phone: text,
      online_url: text,
      uses: values.flatMap(({ line }) => both.map((part) => ({ line, part }))),
    }
  }
  const uses = values.flatMap(({ line, text: raw }): InquiryUse[] => {
    if (site && raw.includes(site))
      return [{ line, part: 'online_url', label: raw.slice(0, raw.indexOf(site)) }]
    if (phone && raw.includes(phone))
      return [{ line, part: 'phone', label: raw.slice(0, raw.indexOf(phone)) }]
    return []
  })
  return { ...(phone ? { phone } : {}), ...(site ? { online_url: site } : {}), uses }
}

const rangeOf = (lines: readonly Line[]): LineRange => [lines[0]!.line, lines.at(-1)!.line]
