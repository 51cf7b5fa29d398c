import type { QuestionKind } from '../../../intents/understand.js'
import type { Entry } from '../../../knowledge/entry.js'
import type { Field } from '../../core/vocabulary.js'
import { overlaps, rangesAsked, withoutRanges, type Range } from './ranges.js'
import {
  decideYears,
  keysAsked,
  squeeze,
  tableKeys,
  withoutKeys,
  type Figure,
  type Keys,
} from './table-keys.js'
import { headed, rowsOf, showCells, type Row } from './table-rows.js'

/** The rows of a guide's table, or of amounts it enumerates, that a question asks for. */
export interface TableAnswer {
  readonly field: Field
  /** What stands above the rows in the guide: a table's caption, an enumeration's heading. */
  readonly head?: string
  /** The guide's words and figures; a table's cells with their labels ("缴费年限：4；享受月数：12"). */
  readonly rows: readonly string[]
  /** Lines of the guide, where they are known more narrowly than for the field. */
  readonly lines?: readonly [number, number]
  /** whole: the table is about what was asked but has no row for it, all its rows are given. */
  readonly fit: 'row' | 'several' | 'whole'
  /** A second table of the field that the question bears on too: monthly amounts beside months. */
  readonly also?: { readonly head?: string; readonly rows: readonly string[] }
}

/** What a question says as far as tables are concerned; `text` is normalised. */
export interface TableQuestion {
  readonly text: string
  readonly kind: QuestionKind | undefined
}

/**
 * The rows that fit a question about an entry: by years ("缴满4年能领几个月"), level, subject, area, people, month of
 * payment. Also for a follow-up that only names another case ("要是缴了10年呢"). Undefined where no row is asked for.
 */
export function answerFromTables(entry: Entry, question: TableQuestion): TableAnswer | undefined {
  const asked = readQuestion(question)
  if (!asked) return undefined
  const best = tablesOf(entry)
    .flatMap((rows) => choose(rows, asked, entry.title) ?? [])
    .reduce<Chosen | undefined>((top, next) => (top && top.hits >= next.hits ? top : next), undefined)
  return best && toAnswer(entry, best, asked)
}

/** Entries never change: what was read from one is kept, as reading takes longer than all else here. */
const read = new WeakMap<Entry, readonly (readonly Row[])[]>()

function tablesOf(entry: Entry): readonly (readonly Row[])[] {
  const known = read.get(entry)
  if (known) return known
  const tables = tableKeys.fields.map((field) => rowsOf(field, entry.fields[field] ?? ''))
  read.set(entry, tables)
  return tables
}

interface Asked {
  readonly text: string
  readonly wants: Figure | undefined
  /** Money is asked for, be it beside a time ("领几个月，一个月多少"). */
  readonly money: boolean
  readonly keys: Keys
  readonly ranges: readonly Range[]
  readonly columns: readonly RegExp[]
}

const any = (patterns: readonly string[]) => new RegExp(patterns.join('|'), 'u')
const WANTS_TIME = any(tableKeys.wants.time)
const WANTS_MONEY = any(tableKeys.wants.money)
const WANTS_ELSE = any(tableKeys.wants.not)
const BARE = new RegExp(tableKeys.bare, 'gu')
const COLUMNS = tableKeys.columns.map(({ asked, label }) => ({
  asked: new RegExp(asked, 'gu'),
  label: new RegExp(label, 'u'),
}))
/** A question longer than this tells a story; what it names in passing is no case of a table. In characters. */
const LONGEST = 120
/** What may be left of a follow-up that names nothing but a case. In characters. */
const LEFT_OVER = 2

function readQuestion({ text: said, kind }: TableQuestion): Asked | undefined {
  const text = squeeze(said)
  if (!text || text.length > LONGEST || WANTS_ELSE.test(text)) return undefined
  const byKind = kind === 'amount' ? 'money' : kind === 'duration' ? 'time' : undefined
  const wants = WANTS_TIME.test(text) ? 'time' : WANTS_MONEY.test(text) ? 'money' : byKind
  const asked = { text, keys: keysAsked(text), ranges: rangesAsked(text) }
  return {
    ...asked,
    wants,
    money: wants === 'money' || WANTS_MONEY.test(text),
    columns: COLUMNS.filter(({ asked: cue }) => text.search(cue) >= 0).map(({ label }) => label),
  }
}

/** What a follow-up says beside the case it names; little, or it asks for something else. */
const restOf = (text: string): string =>
  COLUMNS.reduce((rest, { asked }) => rest.replace(asked, ' '), withoutKeys(withoutRanges(text)))
    .replace(BARE, '')
    .replace(/\s+/gu, '')

interface Chosen {
  readonly hits: number
  readonly fitting: readonly Row[]
  readonly all: readonly Row[]
  readonly fit: TableAnswer['fit']
}

function choose(all: readonly Row[], asked: Asked, title: string): Chosen | undefined {
  const wanted = all.filter((row) => row.figures.size > 0 && isWanted(row, asked))
  const found = among(wanted, asked, title)
  if (found) return { ...found, all }
  // "缴了4年能领多少钱": how long is in another table than how much; both are told.
  const tables = asked.wants ? all.filter(({ cells }) => cells) : []
  const beside = among(tables, asked, title)
  return beside && { ...beside, all }
}

function among(rows: readonly Row[], asked: Asked, title: string): Omit<Chosen, 'all'> | undefined {
  const column = rows.filter((row) => columnsFor(row, asked).length > 0)
  // In a question for a time, a name is mostly told in passing.
  const name = asked.wants === 'time' ? undefined : longestName(rows, asked, title)
  const scored = rows.map((row) => ({ row, hits: hitsOf(row, asked, name) }))
  const most = Math.max(0, ...scored.map(({ hits }) => hits))
  if (!asked.wants && restOf(asked.text.replace(name ?? '', ' ')).length > LEFT_OVER) return undefined
  const fitting = most > 0 ? scored.filter(({ hits }) => hits === most).map(({ row }) => row) : column
  if (fitting.length === 0) return whole(rows, asked)
  const isAll = fitting.length === rows.length && column.length === 0
  if (isAll) return undefined
  return { hits: most || 1, fitting, fit: fitting.length === 1 ? 'row' : 'several' }
}

/** Sentences tell of times in many ways; only by years paid or by education do they answer how long. */
function isWanted({ cells, figures }: Row, { wants, keys, ranges }: Asked): boolean {
  if (!wants) return true
  return figures.has(wants) && (wants === 'money' || !!cells || decideYears(keys) || ranges.length > 0)
}

/** The table that counts what was asked, but ends before it: "缴了12年" where the guide's rows go to 10. */
function whole(rows: readonly Row[], asked: Asked): Omit<Chosen, 'all'> | undefined {
  const table = rows.filter(
    ({ cells, ranges }) => cells && ranges.some(({ axis }) => asked.ranges.some((one) => one.axis === axis)),
  )
  return table.length > 0 ? { hits: 1, fitting: table, fit: 'whole' } : undefined
}

/** How many of the things asked a row answers; 0 where it is another case. */
function hitsOf(row: Row, asked: Asked, name: string | undefined): number {
  let hits = name && row.label.includes(name) ? 1 : 0
  for (const [group, values] of asked.keys) {
    const own = row.keys.get(group)
    if (!own) continue
    if (![...values].some((value) => own.has(value))) return 0
    hits++
  }
  for (const axis of new Set(row.ranges.map((range) => range.axis))) {
    const wanted = asked.ranges.filter((range) => range.axis === axis)
    if (wanted.length === 0) continue
    const here = row.ranges.filter((range) => range.axis === axis)
    if (!wanted.some((one) => here.some((range) => overlaps(one, range)))) return 0
    hits++
  }
  return hits
}

const GENERIC = new RegExp(tableKeys.generic, 'gu')
const SHORTEST_NAME = 2
const LONGEST_NAME = 16

/** The longest piece of the question that stands in the names of some rows and not in all, nor in the title. */
function longestName(rows: readonly Row[], { text }: Asked, title: string): string | undefined {
  const said = text.replace(GENERIC, ' ')
  const titled = squeeze(title)
  const labels = rows.map(({ label }) => label)
  for (let length = Math.min(LONGEST_NAME, said.length); length >= SHORTEST_NAME; length--)
    for (let at = 0; at + length <= said.length; at++) {
      const name = said.slice(at, at + length)
      if (!/^\p{Script=Han}+$/u.test(name) || titled.includes(name)) continue
      const bearing = labels.filter((label) => label.includes(name)).length
      if (bearing > 0 && bearing < labels.length) return name
    }
  return undefined
}

const columnsFor = ({ cells = [] }: Row, { columns }: Asked) =>
  cells.filter(({ label }) => columns.some((column) => column.test(label)))

function toAnswer(entry: Entry, { fitting, all, fit }: Chosen, asked: Asked): TableAnswer {
  const { field } = fitting[0]!
  const shown = withoutReprints(fitting)
  const heads = new Set(shown.map(({ head }) => head))
  const [head] = heads.size === 1 ? heads : []
  const rows = textsOf(shown, asked, head === undefined)
  const also = besides(all, fitting, asked)
  const lines = linesOf(entry, field, shown)
  return {
    field,
    ...(head !== undefined && { head }),
    rows,
    fit: fit === 'several' && rows.length === 1 ? 'row' : fit,
    ...(lines && { lines }),
    ...(also && { also }),
  }
}

/** Rows that stand beside each other in one sentence are shown as they stand; one that borrows its case, with it. */
function textsOf(rows: readonly Row[], asked: Asked, isHeaded: boolean): string[] {
  const texts: string[] = []
  let last: { row: Row; from: number; to: number } | undefined
  for (const row of rows) {
    const { within } = row
    const since = [...asked.keys.keys()].map((group) => within?.since.get(group) ?? Infinity)
    const from = Math.min(within?.piece ?? 0, ...since)
    const to = within?.piece ?? 0
    const joins =
      within &&
      last?.row.within &&
      last.row.block === row.block &&
      last.row.within.sentence === within.sentence &&
      from <= last.to + 1
    const start: number = joins ? Math.min(from, last!.from) : from
    if (joins) texts.pop()
    const text = within ? withoutEnd(within.pieces.slice(start, to + 1).join('')) : cellsOf(row, asked)
    texts.push(isHeaded && row.head ? headed(row.head, text) : text)
    last = { row, from: start, to }
  }
  return texts
}

const withoutEnd = (text: string): string => text.trim().replace(/[，,、；;]$/u, '')

function cellsOf(row: Row, asked: Asked): string {
  const columns = columnsFor(row, asked)
  return columns.length > 0 && row.cells ? showCells([row.cells[0]!, ...columns]) : row.text
}

/** The table of amounts beside the one of months, where money was asked and the row found tells a time. */
function besides(all: readonly Row[], fitting: readonly Row[], { money }: Asked): TableAnswer['also'] {
  const [first] = fitting
  if (!money || !first?.cells || first.figures.has('money')) return undefined
  const other = all.filter(
    ({ cells, figures, block }) => cells && figures.has('money') && block !== first.block,
  )
  if (other.length === 0) return undefined
  const head = other[0]!.head
  return { ...(head !== undefined && { head }), rows: other.map(({ text }) => text) }
}

/** Texts that begin with this many same characters and have the same figures are one text printed twice. */
const SAME_START = 20

/** A text that a later part of the entry (a notice, a form) prints again is left out there. */
function withoutReprints(rows: readonly Row[]): readonly Row[] {
  const printed = new Map<string, Row>()
  return rows.filter((row) => {
    const text = squeeze(row.text)
    const key = `${text.slice(0, SAME_START)} ${text.replace(/\D+/gu, ' ')}`
    const before = printed.get(key) ?? row
    printed.set(key, before)
    return before.block === row.block || (row.within?.isNumbered ?? true)
  })
}

/** The guide's lines of the rows; known only where the field has a line of text for each line of the guide. */
function linesOf(entry: Entry, field: Field, rows: readonly Row[]): TableAnswer['lines'] {
  const section = entry.sections[field]
  if (!section) return undefined
  const [from, to] = section.lines
  if (to - from + 1 !== entry.fields[field]!.split('\n').length) return undefined
  const at = rows.map(({ line }) => from + line)
  return [Math.min(...at), Math.max(...at)]
}
