import type { GuideReader, LineUse, ReadEntry } from './contract.js'
import { conflictFlags } from './anshan-conflicts.js'
import { directoryTitles, isPicture, readServices } from './anshan-services.js'
import { openEntryParts } from './entry-parts.js'
import {
  cellName,
  cellText,
  contentLines,
  rangeOf,
  readCells,
  readTabbedRows,
  withoutSpaces,
  type Cell,
  type Line,
} from './tabbed-rows.js'

/** Reads 鞍山市's guide: the directory, the offices, 36 service items, what is not done, what may come later. */
export const anshanReader: GuideReader = {
  guide: '004',
  region: '210300',
  place_name: '鞍山市',
  name: '鞍山市人社权力事项清单、合规办事业务指南',
  read(text) {
    const parts = splitParts(contentLines(text.lines))
    const draft: Draft = { entries: [], uses: [] }
    markFrame(draft, parts)
    // First, because its line uses count entries from 0.
    const services = readServices(
      partLines(parts, 'services'),
      directoryTitles(partLines(parts, 'directory')),
    )
    draft.entries.push(...services.entries)
    draft.uses.push(...services.uses)
    addOffices(draft, partLines(parts, 'offices'))
    addForbidden(draft, partLines(parts, 'forbidden'))
    addDeferrals(draft, partLines(parts, 'deferrals'))
    const flags = conflictFlags(draft.entries)
    return {
      entries: draft.entries.map((entry, index) => {
        const found = flags.filter((flag) => flag.entry === index).map(({ flag }) => flag)
        return found.length ? { ...entry, flags: [...(entry.flags ?? []), ...found] } : entry
      }),
      uses: draft.uses,
    }
  },
}

interface Draft {
  readonly entries: ReadEntry[]
  readonly uses: LineUse[]
}

type PartName = 'directory' | 'offices' | 'services' | 'forbidden' | 'deferrals'

interface Part {
  readonly name: PartName
  /** The part's own heading, without white space. */
  readonly heading: string
  readonly lines: readonly Line[]
}

const HEADINGS: Readonly<Record<string, PartName>> = {
  人社权力事项清单: 'directory',
  办事不找关系路径: 'offices',
  合规办事业务指南: 'services',
  违规禁办事项清单: 'forbidden',
  容缺办理事项清单: 'deferrals',
}

/** The five parts; each part's lines begin after its heading. */
function splitParts(lines: readonly Line[]): Part[] {
  const parts: (Part & { readonly lines: Line[] })[] = []
  for (const line of lines) {
    const heading = withoutSpaces(line.text)
    const name = line.opens ? undefined : HEADINGS[heading]
    if (name) parts.push({ name, heading, lines: [line] })
    else parts.at(-1)?.lines.push(line)
  }
  if (!parts.some((part) => part.name === 'services'))
    throw new RangeError('guide 004: no heading 合规办事业务指南')
  return parts
}

function partLines(parts: readonly Part[], name: PartName): readonly Line[] {
  return parts.filter((part) => part.name === name).flatMap((part) => part.lines.slice(1))
}

/** The parts' headings, and the directory whole: its titles and page numbers stand again in the body. */
function markFrame(draft: Draft, parts: readonly Part[]): void {
  for (const part of parts) {
    const [heading, ...rest] = part.lines
    if (heading) draft.uses.push({ line: heading.number, omitted: 'heading' })
    if (part.name !== 'directory') continue
    for (const line of rest)
      draft.uses.push({ line: line.number, omitted: isPicture(line) ? 'picture' : 'contents' })
  }
}

/** Columns 机构名称, 地址, 电话. */
function addOffices(draft: Draft, lines: readonly Line[]): void {
  const table = tableUnder(draft, lines)
  table.rows.forEach((row, index) => {
    const [name, address, phone] = [cell(row, '机构名称'), cell(row, '地址'), cell(row, '电话')]
    const parts = openEntryParts(draft.uses, draft.entries.length)
    parts.mark('title', name.lines)
    parts.put('location', address.lines, cellText(address), { section: '地址' })
    parts.put('phone', phone.lines, cellText(phone), { section: '电话' })
    draft.entries.push({
      kind: 'office',
      title: `窗口地址:${cellName(name)}`,
      chapter: '办事不找关系路径',
      fields: parts.fields,
      sections: parts.sections,
      lines: row.lines,
      ...(row.label === String(index + 1)
        ? {}
        : {
            flags: [
              {
                code: 'source_slip',
                message: `原表序号为${row.label}，按顺序应为${index + 1}。`,
                lines: row.lines,
              },
            ],
          }),
    })
  })
}

/** Columns 禁办事项 and 禁办情形, no column of numbers: a case begins with "一、", "二、" …. */
function addForbidden(draft: Draft, lines: readonly Line[]): void {
  const cells = readCells(lines)
  const groups: Cell[][] = []
  for (const next of cells) {
    if (FORBIDDEN_NUMBER.test(cellText(next))) groups.push([next])
    else if (groups.length) groups.at(-1)!.push(next)
    else for (const line of next.lines) draft.uses.push({ line: line.number, omitted: 'table_header' })
  }
  for (const [title, ...cases] of groups) {
    if (!title) continue
    const number = FORBIDDEN_NUMBER.exec(cellText(title))?.[0] ?? ''
    const body = cases.flatMap((one) => one.lines)
    const parts = openEntryParts(draft.uses, draft.entries.length)
    parts.mark('title', title.lines, number)
    if (body.length) parts.put('forbidden', body, cellText({ lines: body }), { section: '禁办情形' })
    draft.entries.push({
      kind: 'forbidden',
      title: `禁办:${cellName(title).slice(number.length)}`,
      chapter: '违规禁办事项清单',
      fields: parts.fields,
      sections: parts.sections,
      lines: rangeOf([...title.lines, ...body]),
    })
  }
}

const FORBIDDEN_NUMBER = /^[一二三四五六七八九十]+、/

/** Columns 业务事项, 可容缺资料, 资料来源, 补正时间; the three last make one text that keeps their names. */
function addDeferrals(draft: Draft, lines: readonly Line[]): void {
  for (const row of tableUnder(draft, lines).rows) {
    const name = cell(row, '业务事项')
    const columns = DEFERRAL_COLUMNS.map((column) => ({ column, cell: cell(row, column) }))
    const parts = openEntryParts(draft.uses, draft.entries.length)
    const time = cell(row, '补正时间')
    parts.mark('title', name.lines)
    parts.put(
      'deferred',
      columns.flatMap((one) => one.cell.lines),
      columns.map((one) => `${one.column}：${cellText(one.cell)}`).join('\n'),
      { section: DEFERRAL_COLUMNS.join('、') },
    )
    parts.put('time_limit', time.lines, cellText(time), { section: '补正时间' })
    draft.entries.push({
      kind: 'deferral',
      title: `容缺:${cellName(name)}`,
      chapter: '容缺办理事项清单',
      fields: parts.fields,
      sections: parts.sections,
      lines: row.lines,
    })
  }
}

const DEFERRAL_COLUMNS = ['可容缺资料', '资料来源', '补正时间'] as const

/** The numbered rows of a part; lines before its table are headings (县（市）区办事窗口地址). */
function tableUnder(draft: Draft, lines: readonly Line[]) {
  const start = lines.findIndex((line) => line.opens)
  const table = readTabbedRows(start < 0 ? [] : lines.slice(start))
  for (const line of start < 0 ? lines : lines.slice(0, start))
    draft.uses.push({ line: line.number, omitted: 'heading' })
  draft.uses.push(...table.frame)
  return table
}

function cell(
  row: { readonly cells: ReadonlyMap<string, Cell>; readonly lines: readonly number[] },
  column: string,
): Cell {
  const found = row.cells.get(column)
  if (!found) throw new RangeError(`guide 004: no column ${column} at line ${row.lines[0]}`)
  return found
}
