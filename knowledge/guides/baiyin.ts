import type { GuideReader, LineUse, ReadEntry } from './contract.js'
import type { Field, Flag, Member } from '../entry.js'
import { includedItems, readCoded, readMembers, type MemberText } from './baiyin-members.js'
import { flagSpellings, type NamedItem } from './baiyin-names.js'
import { openEntryParts, type EntryParts } from './entry-parts.js'
import {
  cellName,
  cellText,
  contentLines,
  readTabbedRows,
  type Cell,
  type Line,
  type Row,
} from './tabbed-rows.js'

/** Reads 白银区's two lists: 附件1 with the bundles (一件事), 附件2 with the sped-up items (提速办). */
export const baiyinReader: GuideReader = {
  guide: '002',
  region: '620402',
  place_name: '白银区',
  name: '白银市白银区人社服务“10个打包一件事”清单、“提速办”服务事项清单',
  read(text) {
    const draft: Draft = { entries: [], uses: [], named: [] }
    const annexes = splitAnnexes(contentLines(text.lines))
    if (!annexes.length) throw new RangeError('guide 002: no line "附件1"')
    const tables = annexes.map((lines) => readAnnex(draft, lines))
    const codes = codesByName(tables.flatMap((table) => table.rows))
    for (const { rows, chapter } of tables)
      for (const row of rows) {
        if (row.cells.has('服务事项')) addBundle(draft, row, chapter, codes)
        else addSpeedup(draft, row, chapter)
      }
    const extra = [...foreignTextFlags(draft.entries), ...flagSpellings(draft.named)]
    return {
      entries: draft.entries.map((entry, index) =>
        withFlags(
          entry,
          extra.filter((found) => found.entry === index).map((found) => found.flag),
        ),
      ),
      uses: draft.uses,
    }
  },
}

interface Draft {
  readonly entries: ReadEntry[]
  readonly uses: LineUse[]
  /** Every coded item wherever it is named: members, items inside composites, sped-up items. */
  readonly named: NamedItem[]
}

/** The lines of every annex, each beginning with its "附件N". */
function splitAnnexes(lines: readonly Line[]): Line[][] {
  const annexes: Line[][] = []
  for (const line of lines) {
    if (/^附件\s*\d+$/.test(line.text)) annexes.push([line])
    else annexes.at(-1)?.push(line)
  }
  return annexes
}

/** What stands before the header is the annex's number and title; the title becomes the chapter. */
function readAnnex(draft: Draft, lines: readonly Line[]): { chapter: string; rows: readonly Row[] } {
  const header = lines.findIndex((line) => line.opens)
  if (header < 0) throw new RangeError(`guide 002: no table under line ${lines[0]?.number}`)
  const front = lines.slice(0, header)
  for (const line of front) draft.uses.push({ line: line.number, omitted: 'heading' })
  const { rows, frame } = readTabbedRows(lines.slice(header))
  draft.uses.push(...frame)
  return { rows, chapter: cellName({ lines: front.slice(1) }) }
}

function addBundle(draft: Draft, row: Row, chapter: string, codes: ReadonlyMap<string, string>): void {
  const entry = draft.entries.length
  const list = cellOf(row, '服务事项')
  const ways = cellOf(row, '办理方式及地点')
  const [lead, support] = [cellOf(row, '牵头单位'), cellOf(row, '配合单位')]
  const read = readMembers(list.lines).map((member) => completeCode(member, codes))
  const counter = counterLines(ways.lines)
  const title = cellOf(row, TITLE_COLUMN)
  const parts = openEntryParts(draft.uses, entry)
  parts.mark('title', title.lines)
  parts.put('members', list.lines, cellText(list), { section: '服务事项' })
  takeCells(parts, row, [
    ['channels', '办理方式及地点'],
    ['process', '办理流程'],
    ['time_limit', '办理时限'],
    ['notes', '打包事项'],
  ])
  if (counter.length)
    parts.put('location', counter, cellText({ lines: counter }), { section: '办理方式及地点' })
  // The two columns keep their names, else nobody could tell who leads.
  parts.put(
    'department',
    [...lead.lines, ...support.lines],
    `牵头单位：${cellText(lead)}\n配合单位：${cellText(support)}`,
    { section: '牵头单位、配合单位' },
  )
  // Accounted for as members; here only who handles which.
  parts.put('handler', list.lines, handlerText(read), { section: '服务事项', uses: false })
  for (const { member, lines } of read)
    for (const { code, name } of [member, ...(member.includes ?? [])])
      if (code) draft.named.push({ entry, code, name, field: 'members', lines })
  const flags = read.flatMap((member) => member.flags)
  draft.entries.push({
    kind: 'bundle',
    title: `一件事:${cellName(title)}`,
    chapter,
    fields: parts.fields,
    sections: parts.sections,
    members: read.map(({ member }) => member),
    lines: row.lines,
    ...(flags.length ? { flags } : {}),
  })
}

function addSpeedup(draft: Draft, row: Row, chapter: string): void {
  const entry = draft.entries.length
  const parts = openEntryParts(draft.uses, entry)
  const nameCell = cellOf(row, '事项名称')
  const item = readCoded(cellText(nameCell))
  parts.mark('title', nameCell.lines, item.written)
  if (item.code) {
    const first = nameCell.lines.slice(0, 1)
    parts.mark('code', first, first[0]?.text.slice(item.written.length))
    draft.named.push({ entry, code: item.code, name: item.name, lines: row.lines })
  }
  takeCells(parts, row, [
    ['time_limit', '提速后办结时限'],
    ['time_limit_before', '当前规定的办结时限'],
    ['department', '承办单位'],
  ])
  // Row 5 sums up three coded items; they stay findable one by one.
  const composite = item.code ? undefined : includedItems(item.name)
  draft.entries.push({
    kind: 'speedup',
    title: `提速:${item.name}`,
    ...(item.code ? { code: item.code } : {}),
    ...(composite
      ? {
          aliases: [composite.name],
          members: composite.includes.map((single): Member => ({
            ...single,
            handler: cellName(cellOf(row, '承办单位')),
          })),
        }
      : {}),
    chapter,
    fields: parts.fields,
    sections: parts.sections,
    lines: row.lines,
  })
}

function takeCells(parts: EntryParts, row: Row, columns: readonly (readonly [Field, string])[]): void {
  for (const [field, column] of columns) {
    const cell = cellOf(row, column)
    parts.put(field, cell.lines, cellText(cell), { section: column })
  }
}

function handlerText(members: readonly MemberText[]): string {
  return members
    .map(({ member }) => (member.handler ? `${member.name}：${member.handler}` : member.name))
    .join('\n')
}

/** The address: what stands under "现场办理。" in the cell of ways and places. */
function counterLines(lines: readonly Line[]): Line[] {
  let atCounter = false
  return lines.filter((line) => {
    const way = /^(现场|网上|掌上|自助)办理。?$/.exec(line.text)
    if (way) atCounter = way[1] === '现场'
    return atCounter && !way
  })
}

/** Full codes of all items in the guide by their names: what a broken code is completed from. */
function codesByName(rows: readonly Row[]): ReadonlyMap<string, string> {
  const codes = new Map<string, string>()
  for (const row of rows) {
    const list = row.cells.get('服务事项')
    const name = row.cells.get('事项名称')
    const found = list
      ? readMembers(list.lines).map(({ member }) => member)
      : name
        ? [readCoded(cellText(name))]
        : []
    for (const { name, code } of found) if (code && isWhole(code) && !codes.has(name)) codes.set(name, code)
  }
  return codes
}

/** A code cut by OCR ("1.5" at line 110) is completed by the item of the same name whose code ends with it. */
function completeCode(read: MemberText, codes: ReadonlyMap<string, string>): MemberText {
  const { member } = read
  if (!member.code || isWhole(member.code)) return read
  const whole = codes.get(member.name)
  const message = `“${member.name}”的编码在原文中残缺（“${member.code}”）`
  if (!whole?.endsWith(`.${member.code}`))
    return { ...read, flags: [...read.flags, slip(`${message}，无法补全。`, read)] }
  return {
    ...read,
    member: { ...member, code: whole },
    flags: [...read.flags, slip(`${message}，按本清单同名事项补全为${whole}。`, read)],
  }
}

function slip(message: string, read: MemberText): Flag {
  return { code: 'source_slip', field: 'members', message, lines: read.lines }
}

function isWhole(code: string): boolean {
  return /^\d+\.\d+\.\d+$/.test(code)
}

/** A cell that speaks of another row's item and not of its own was copied from there (line 321). */
function foreignTextFlags(entries: readonly ReadEntry[]): { entry: number; flag: Flag }[] {
  const names = entries.map((entry) => entry.aliases?.[0] ?? entry.title.replace(/^提速:/, ''))
  return entries.flatMap((entry, index) => {
    const text = entry.kind === 'speedup' ? entry.fields.time_limit_before : undefined
    const other = names.find(
      (name, at) => at !== index && entries[at]?.kind === 'speedup' && text?.includes(name),
    )
    if (!text || !other || text.includes(names[index]!)) return []
    const message = `原文此格写的是“${other}”，与本项“${names[index]}”不符，疑为误抄。`
    const lines = entry.sections.time_limit_before?.lines
    return [
      {
        entry: index,
        flag: {
          code: 'foreign_text' as const,
          field: 'time_limit_before' as const,
          message,
          reader: true,
          ...(lines ? { lines } : {}),
        },
      },
    ]
  })
}

function withFlags(entry: ReadEntry, flags: readonly Flag[]): ReadEntry {
  return flags.length ? { ...entry, flags: [...(entry.flags ?? []), ...flags] } : entry
}

function cellOf(row: Row, column: string): Cell {
  const cell = row.cells.get(column)
  if (!cell) throw new RangeError(`guide 002: no column ${column} at line ${row.lines[0]}`)
  return cell
}

const TITLE_COLUMN = '打包“一件事”名称'
