import type { LineUse } from './contract.js'
import type { LineRange } from '../entry.js'

/** A non-blank line of a guide, trimmed, with its number in the file (from 1). */
export interface Line {
  readonly number: number
  readonly text: string
  /** A tab stands before the text: in a table exported from Word, the mark of a cell's first line. */
  readonly opens: boolean
}

/** One cell of a flattened table: its first line opens with a tab, its further lines do not. */
export interface Cell {
  readonly lines: readonly Line[]
}

/** One numbered row; `cells` are keyed by the column's name without white space ("办理时限"). */
export interface Row {
  /** The row's number as the guide writes it; it may repeat or skip (guide 004, lines 172–187). */
  readonly label: string
  readonly cells: ReadonlyMap<string, Cell>
  readonly lines: LineRange
}

/** The rows of a flattened table, and the lines of it that are only frame. */
export interface TabbedRows {
  readonly rows: readonly Row[]
  /** Column names and row numbers. */
  readonly frame: readonly LineUse[]
}

/**
 * Reads a table whose header starts at "序号" and is repeated on every page, and whose rows each start with a
 * whole number in a cell of its own. Lines before the first header are not read.
 * Throws RangeError when a row has not as many cells as the header has columns.
 */
export function readTabbedRows(lines: readonly Line[]): TabbedRows {
  const rows: Row[] = []
  const frame: LineUse[] = []
  let columns: string[] = []
  let row: Cell[] | undefined
  let inHeader = false
  const close = () => {
    if (row) rows.push(rowOf(columns, row))
    row = undefined
  }
  for (const cell of readCells(lines)) {
    const name = cellName(cell)
    if (name === FIRST_COLUMN) {
      close()
      columns = []
      inHeader = true
    }
    if (/^\d+$/.test(name) && columns.length) {
      close()
      inHeader = false
      row = []
      frame.push(...cell.lines.map((line) => ({ line: line.number, omitted: 'heading' }) as const))
    }
    if (inHeader) {
      columns.push(name)
      frame.push(...cell.lines.map((line) => ({ line: line.number, omitted: 'table_header' }) as const))
    } else row?.push(cell)
  }
  close()
  return { rows, frame }
}

/** The non-blank lines of a guide, `raw[0]` being line 1. */
export function contentLines(raw: readonly string[]): Line[] {
  return raw
    .map((text, index) => ({ number: index + 1, text: text.trim(), opens: /^[^\S\t]*\t/.test(text) }))
    .filter((line) => line.text !== '')
}

/** Cells in order; lines before the first tab belong to no cell and are left out. */
export function readCells(lines: readonly Line[]): Cell[] {
  const cells: Line[][] = []
  for (const line of lines) {
    if (line.opens) cells.push([line])
    else cells.at(-1)?.push(line)
  }
  return cells.map((cell) => ({ lines: cell }))
}

/** A cell's text, line breaks kept. */
export function cellText(cell: Cell): string {
  return cell.lines.map((line) => line.text).join('\n')
}

/** A cell's text without any white space: the form of names, titles and codes, which OCR breaks up. */
export function cellName(cell: Cell): string {
  return withoutSpaces(cellText(cell))
}

export function withoutSpaces(text: string): string {
  return text.replace(/\s+/g, '')
}

/** First and last line of some lines, of which there must be at least one. */
export function rangeOf(lines: readonly Line[]): LineRange {
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last) throw new RangeError('no lines to give a range of')
  return [first.number, last.number]
}

const FIRST_COLUMN = '序号'

function rowOf(columns: readonly string[], cells: readonly Cell[]): Row {
  const lines = rangeOf(cells.flatMap((cell) => cell.lines))
  if (cells.length !== columns.length)
    throw new RangeError(`row at line ${lines[0]} has ${cells.length} cells for ${columns.length} columns`)
  return {
    label: cellName(cells[0]!),
    cells: new Map(cells.map((cell, index) => [columns[index]!, cell])),
    lines,
  }
}
