import type { Field } from '../../core/vocabulary.js'
import { rangesOfRow, type Axis, type Range } from './ranges.js'
import {
  keysOfRow,
  squeeze,
  standsAlone,
  tableKeys,
  takeOver,
  under,
  type Figure,
  type Keys,
} from './table-keys.js'

/** One case of a table or of an enumeration of amounts, with what tells it from the other cases. */
export interface Row {
  readonly field: Field
  /** Index of the table, or of the line the amounts stand in, within the field. */
  readonly block: number
  /** Index of its line in the field's text; of the first one where a table lies on its side. */
  readonly line: number
  /** The guide's words: "缴费年限：4；享受月数：12", "中级（四级）1500 元；". */
  readonly text: string
  /** Of an amount in a sentence: the pieces beside it, and which of them names the case of each group of keys. */
  readonly within?: {
    readonly sentence: number
    readonly pieces: readonly string[]
    readonly piece: number
    readonly since: ReadonlyMap<string, number>
    /** Whether its line, or the heading it stands right under, is numbered as a case of its own. */
    readonly isNumbered: boolean
  }
  /** What stands above: a table's caption, the heading of an enumeration. */
  readonly head?: string | undefined
  /** Its keys, and those of what stands before it where it names none of a group itself. */
  readonly keys: Keys
  readonly ranges: readonly Range[]
  /** The names that stand for this case ("（2）暖通空调专业", 《建设工程监理案例分析》), squeezed. */
  readonly label: string
  readonly figures: ReadonlySet<Figure>
  /** Of a table: its cells, each with its label. */
  readonly cells?: readonly Cell[]
}

export interface Cell {
  readonly label: string
  readonly value: string
}

/** The rows of a field's text: tables (lines with tabs) and amounts enumerated in sentences. */
export function rowsOf(field: Field, text: string): readonly Row[] {
  const lines = text.split('\n')
  const rows: Row[] = []
  const headings: string[] = []
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!
    if (line.includes('\t')) {
      const end = lines.findIndex((other, at) => at > index && !other.includes('\t'))
      const table = lines.slice(index, end < 0 ? lines.length : end)
      rows.push(...rowsOfTable(field, table, index, captionOf(lines[index - 1])))
      index += table.length - 1
      continue
    }
    const mark = markOf(line)
    const above = headings.findIndex((heading) => markOf(heading) === mark)
    if (isHeading(line)) headings.splice(above < 0 ? headings.length : above, Infinity, line)
    else {
      if (mark && above >= 0) headings.splice(above, Infinity)
      rows.push(...rowsOfLine(field, line, index, headings))
    }
  }
  return rows
}

/** A heading before what stands under it. */
export const headed = (head: string, text: string): string =>
  `${head}${head && text && !/[：:]$/u.test(head) ? '：' : ''}${text}`

/** Writes cells as people read them, each with its label. */
export const showCells = (cells: readonly Cell[]): string =>
  cells.map(({ label, value }) => (label ? `${label}：${value}` : value)).join('；')

const SHORT = 60
const captionOf = (line: string | undefined): string | undefined =>
  line !== undefined && line.length <= SHORT && !/[。；]$/u.test(line) ? line.trim() : undefined

const YEARS = new RegExp(tableKeys.years_label, 'u')
const isNumber = (cell: string | undefined) => /^\d+(?:\.\d+)?$/u.test(squeeze(cell ?? ''))

function rowsOfTable(field: Field, table: readonly string[], line: number, caption?: string): Row[] {
  const grid = table.map((row) => row.split('\t').map((cell) => cell.trim()))
  // A table that lies on its side has its cases in columns: "缴费年限 1 2 3 …".
  const onSide = grid[0]!.length > 2 && grid[0]!.slice(1).every(isNumber)
  const [labels, ...cases] = onSide ? columnsOf(grid) : grid
  if (!labels || labels.length < 2 || cases.length === 0) return []
  const said = squeeze([caption ?? '', ...labels].join(' '))
  return cases.map((values, index) => {
    const cells = values.map((value, at) => ({ label: labels[at] ?? '', value })).filter(({ value }) => value)
    const first = squeeze(values[0] ?? '')
    const years: Range = { axis: 'years', from: Number(first), to: Number(first) }
    return {
      field,
      block: line,
      line: onSide ? line : line + 1 + index,
      text: showCells(cells),
      head: caption,
      keys: keysOfRow(first),
      ranges: isNumber(first) && YEARS.test(squeeze(labels[0]!)) ? [years] : rangesOfRow(first),
      label: first,
      figures: figuresIn(said, tableKeys.tables),
      cells,
    }
  })
}

const columnsOf = (grid: readonly (readonly string[])[]): string[][] =>
  grid[0]!.map((_, column) => grid.map((row) => row[column] ?? ''))

/** A longer heading is a sentence of its own and no name of a case. In characters. */
const LONGEST_NAMED = 70
const LINE_HEAD = /^[^，。；：:]{1,40}[：:](?=.)/u

function rowsOfLine(field: Field, line: string, index: number, headings: readonly string[]): Row[] {
  const named = LINE_HEAD.exec(line)?.[0] ?? ''
  // "1.申报1500元/人.月就业见习补贴：…": what stands before the colon is the answer itself.
  const lead = isAmount(named) ? '' : named
  const around = keysOfRow(squeeze([...headings, lead].join(' ')))
  const head = headed(headings.at(-1) ?? '', lead)
  const isNumbered = markOf(lead || (headings.at(-1) ?? '')) !== ''
  const names = [...headings.slice(-1), named].filter((name) => name.length <= LONGEST_NAMED)
  const rows = cutAt(line.slice(lead.length), '。').flatMap((sentence, number) => {
    const pieces = piecesOf(sentence)
    let before = around
    let since: ReadonlyMap<string, number> = new Map()
    return pieces.map((text, piece): Row => {
      const own = under(around, keysOfRow(squeeze(text)))
      const isAlone = standsAlone(own)
      const keys = takeOver(own, isAlone ? around : before)
      const here = new Map([
        ...(isAlone ? [] : since),
        ...[...own.keys()].map((key) => [key, piece] as const),
      ])
      if (!isAlone) [before, since] = [keys, here]
      return {
        field,
        block: index,
        line: index,
        text: bare(text),
        within: { sentence: number, pieces, piece, since: here, isNumbered },
        head: head || undefined,
        keys,
        ranges: rangesOfRow(squeeze(text)),
        label: squeeze([...names, ...(text.match(/《[^》]+》/gu) ?? [])].join(' ')),
        figures: figuresIn(squeeze(text), tableKeys.figures),
      }
    })
  })
  return withAxes(rows)
}

/** Without the mark that only leads on to the next case. */
const bare = (text: string): string => text.trim().replace(/[，,、；;]$/u, '')

const DROPPED = new RegExp(tableKeys.dropped, 'u')
const MONEY = new RegExp(tableKeys.figures.money, 'u')
const isAmount = (text: string): boolean => MONEY.test(squeeze(text))
const isFigure = (text: string): boolean => figuresIn(squeeze(text), tableKeys.figures).size > 0

/** The parts of a sentence that each say an amount of their own; what says none goes with the one after it. */
function piecesOf(sentence: string): string[] {
  const clauses = cutAt(sentence, '；;')
  const parts = cutAt(sentence, '；;，,、')
  const amounts = parts.filter(isAmount).length
  if (amounts === 0) return clauses.filter(isFigure)
  const from = parts.findIndex((part) => isFigure(part) || !/[，,]$/u.test(part) || !DROPPED.test(part))
  if (amounts === 1) return [parts.slice(from).join('')]
  const pieces: string[] = []
  let open = ''
  for (const part of parts.slice(from)) {
    open += part
    if (!isFigure(open)) continue
    pieces.push(open)
    open = ''
  }
  // What follows the last amount belongs to it, unless it only names the rule.
  if (open && !DROPPED.test(open)) pieces.push(pieces.pop()! + open)
  return pieces
}

/** A number of years in a sentence is mostly a condition; it tells cases apart only where some range has two ends. */
function withAxes(rows: readonly Row[]): Row[] {
  const counts = (axis: Axis) =>
    rows.filter(({ ranges }) => ranges.some((range) => range.axis === axis)).length > 1
  const axes = new Set<Axis>((['people', 'area', 'period'] as const).filter(counts))
  const bounded = rows.some(({ ranges }) =>
    ranges.some(({ axis, from, to }) => axis === 'years' && from > 0 && from < to && to !== Infinity),
  )
  if (bounded) axes.add('years')
  return rows.map((row) => ({ ...row, ranges: row.ranges.filter(({ axis }) => axes.has(axis)) }))
}

const FIGURES = ['money', 'time'] as const
const figuresIn = (text: string, cues: Readonly<Record<Figure, string>>): ReadonlySet<Figure> =>
  new Set(FIGURES.filter((figure) => new RegExp(cues[figure], 'u').test(text)))

/** Cuts after any of the marks that stands outside brackets. */
function cutAt(text: string, marks: string): string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    if ('（(《“〔'.includes(sign)) depth++
    else if ('）)》”〕'.includes(sign)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && marks.includes(sign)) {
      parts.push(text.slice(from, at + 1))
      from = at + 1
    }
  }
  if (from < text.length) parts.push(text.slice(from))
  return parts
}

/** How a line is numbered: lines of one kind stand beside each other. */
function markOf(line: string): string {
  const [mark = ''] = /^\s*[（(]?(?:\d+|[一二三四五六七八九十]+)[)）.．、]/u.exec(line) ?? []
  return (
    mark &&
    mark
      .trim()
      .replace(/\d+/u, '1')
      .replace(/[一二三四五六七八九十]+/u, '一')
  )
}

/** "2、公用设备工程师考试收费：", "1.笔译考试". */
const isHeading = (line: string): boolean =>
  (/[：:]$/u.test(line) && !line.includes('_')) ||
  (line.length < 20 && markOf(line) !== '' && !/[。；，;,]/u.test(line))
