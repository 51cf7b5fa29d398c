import type { Field } from '../entry.js'
import type { LineUse, ReadEntry } from './contract.js'
import { openEntryParts, type EntryParts } from './entry-parts.js'
import { channelWays } from './anshan-ways.js'
import { cellName, rangeOf, readCells, withoutSpaces, type Cell, type Line } from './tabbed-rows.js'

/** What the directory (lines 1–138) says: titles by the item's number, and the chapters' names without numbers. */
export interface Directory {
  readonly titles: ReadonlyMap<number, string>
  readonly chapters: ReadonlySet<string>
}

/**
 * Reads the items under 合规办事业务指南. An item N is the last line "N.…" before its own label "N.1 需提供要件", so
 * numbered lists inside an item (441: "1.情况说明" under 13.1) never start one.
 */
export function readServices(
  lines: readonly Line[],
  directory: Directory,
): { readonly entries: readonly ReadEntry[]; readonly uses: readonly LineUse[] } {
  const entries: ReadEntry[] = []
  const uses: LineUse[] = []
  const starts = itemStarts(lines)
  let chapter: string | undefined
  let item: { readonly number: number; readonly lines: Line[] } | undefined
  const close = () => {
    if (item) entries.push(readService(item.number, item.lines, directory, uses, entries.length, chapter))
    item = undefined
  }
  for (const [index, line] of lines.entries()) {
    const start = starts.get(index)
    const heading = chapterName(line, directory)
    if (start !== undefined) {
      close()
      item = { number: start, lines: [line] }
    } else if (heading) {
      close()
      chapter = heading
      uses.push({ line: line.number, omitted: 'heading' })
    } else if (isPicture(line)) uses.push({ line: line.number, omitted: 'picture' })
    else item?.lines.push(line)
  }
  close()
  return { entries, uses }
}

/** "[image: image4.png]" and what OCR read out of it on the same line (lines 19, 284, 729). */
export function isPicture(line: Line): boolean {
  return /^\[image\b/.test(line.text)
}

/** Reads the directory's rows: a number, a title, a page; chapter lines begin with "一、". */
export function directoryTitles(lines: readonly Line[]): Directory {
  const titles = new Map<number, string>()
  const chapters = new Set<string>()
  const cells = readCells(lines)
  cells.forEach((cell, index) => {
    const [text, title, page] = [cell, cells[index + 1], cells[index + 2]].map((one) => one && firstLine(one))
    if (text && CHAPTER_NUMBER.test(text)) chapters.add(text.replace(CHAPTER_NUMBER, ''))
    else if (text && title && page && isNumber(text) && !isNumber(title) && isNumber(page))
      titles.set(Number(text), title)
  })
  return { titles, chapters }
}

function firstLine(cell: Cell): string {
  return cellName({ lines: cell.lines.slice(0, 1) })
}

function isNumber(text: string): boolean {
  return /^\d+$/.test(text)
}

const CHAPTER_NUMBER = /^[一二三四五六七八九十]+、/

/** "N.1 需提供要件": the number as written, the label's words, and the rest. Labels: lines 198, 504, 612, 525. */
const LABEL =
  /^(\d+)\.\d\s*(需提供要件|需提供材料|需要提供的材料|办理路径|办理时限|温馨提示)\s*[：:]?\s*、?\s*/

const FIELD_OF_LABEL: Readonly<Record<string, Field>> = {
  需提供要件: 'materials',
  需提供材料: 'materials',
  需要提供的材料: 'materials',
  办理路径: 'channels',
  办理时限: 'time_limit',
  温馨提示: 'notes',
}

/** Index of every item's title line → the item's number; the numbers go up, as the labels behind them show. */
function itemStarts(lines: readonly Line[]): ReadonlyMap<number, number> {
  const starts = new Map<number, number>()
  let from = 0
  let last = 0
  lines.forEach((line, label) => {
    const number = Number(LABEL.exec(line.text)?.[1] ?? 0)
    if (number <= last) return
    const title = new RegExp(`^${number}\\s*[.．]\\s*\\D`)
    const start = lines.findLastIndex((one, at) => at >= from && at < label && title.test(one.text))
    if (start < 0) throw new RangeError(`guide 004: no title of item ${number} before line ${line.number}`)
    starts.set(start, number)
    from = label
    last = number
  })
  return starts
}

/** A chapter's heading in the body, where the first two have lost their number (lines 193, 261). */
function chapterName(line: Line, directory: Directory): string | undefined {
  const name = withoutSpaces(line.text).replace(CHAPTER_NUMBER, '')
  return directory.chapters.has(name) ? name : undefined
}

function readService(
  number: number,
  lines: readonly Line[],
  directory: Directory,
  uses: LineUse[],
  entry: number,
  chapter: string | undefined,
): ReadEntry {
  const [heading, ...body] = lines as [Line, ...Line[]]
  const parts = openEntryParts(uses, entry)
  const numbering = /^\d+\s*[.．]\s*/.exec(heading.text)?.[0] ?? ''
  const title = withoutSpaces(heading.text.slice(numbering.length))
  parts.mark('title', [heading], numbering)
  const blocks = splitBlocks(body)
  for (const block of blocks) putBlock(parts, block)
  derive(parts, blocks)
  const listed = directory.titles.get(number)
  return {
    kind: 'service',
    title,
    // The directory's own wording, where it differs (items 1, 3, 24).
    ...(listed && listed !== title ? { aliases: [listed] } : {}),
    ...(chapter ? { chapter } : {}),
    fields: parts.fields,
    sections: parts.sections,
    lines: rangeOf(lines),
  }
}

interface Block {
  readonly field: Field
  /** The heading's words, and the whole label as it stands ("1.2  办理路径"). */
  readonly section?: string
  readonly label?: string
  /** Lines with words, the label taken off; the label's own line is left out where nothing follows it. */
  readonly lines: readonly Line[]
  readonly labelLine?: Line
}

/** What stands before the first label is the introduction (summary). */
function splitBlocks(lines: readonly Line[]): Block[] {
  const blocks: (Block & { readonly lines: Line[] })[] = []
  for (const line of lines) {
    const label = LABEL.exec(line.text)
    if (label) {
      const rest = line.text.slice(label[0].length)
      blocks.push({
        field: FIELD_OF_LABEL[label[2]!]!,
        section: label[2]!,
        label: label[0],
        labelLine: line,
        lines: rest ? [{ ...line, text: rest }] : [],
      })
    } else if (blocks.length) blocks.at(-1)!.lines.push(line)
    else blocks.push({ field: 'summary', lines: [line] })
  }
  return blocks
}

function putBlock(parts: EntryParts, block: Block): void {
  const { field, section, label, labelLine, lines } = block
  if (labelLine) parts.mark(field, [labelLine], label)
  parts.mark(
    field,
    lines.filter((line) => line.number !== labelLine?.number),
  )
  const all = labelLine ? [labelLine, ...lines] : lines
  if (lines.length) parts.put(field, all, textOf(lines), { ...(section ? { section } : {}), uses: false })
}

/** Fields whose words stand inside another block. */
function derive(parts: EntryParts, blocks: readonly Block[]): void {
  for (const block of blocks) {
    if (block.field === 'summary') deriveFromSummary(parts, block)
    if (block.field === 'channels') deriveFromChannels(parts, block)
    if (block.field === 'notes') deriveFromNotes(parts, block)
  }
}

/** Whom an introduction names (453, 534), and its numbered list, which says who may apply (265, 538, 599). */
function deriveFromSummary(parts: EntryParts, { lines }: Block): void {
  const audience = lines.find((line) => AUDIENCE.test(line.text))
  if (audience) {
    const label = /^服务对象\s*[：:]\s*/.exec(audience.text)?.[0] ?? ''
    parts.put('audience', [audience], audience.text.slice(label.length), { ...(label ? { label } : {}) })
  }
  const list = lines.findIndex((line) => /^(?:[①-⑳]|（[一二三四五1-9]）)/.test(line.text))
  if (list >= 0) parts.put('conditions', lines.slice(list), textOf(lines.slice(list)))
}

const AUDIENCE = /^(?:服务对象\s*[：:]|办理人员为)/

/** The counter's place without the word 窗口办, and the address of the web site alone. */
function deriveFromChannels(parts: EntryParts, { lines, section }: Block): void {
  const heading = section ? { section } : {}
  const ways = channelWays(lines)
  const counter = ways.filter((way) => way.name === '窗口办' || way.name === '现场办')
  const places = counter.flatMap((way) => way.lines)
  if (places.length) {
    parts.put('location', places, textOf(places), { ...heading, uses: false })
    for (const way of counter)
      for (const line of way.lines)
        parts.mark('location', [line], line.number === way.labelLine.number ? way.label : undefined)
  }
  const urlLines = ways.flatMap((way) => way.lines).filter((line) => URL_PATTERN.test(line.text))
  const urls = new Set(urlLines.flatMap((line) => line.text.match(new RegExp(URL_PATTERN, 'g')) ?? []))
  if (urls.size) parts.put('online_url', urlLines, [...urls].join('\n'), { ...heading, uses: false })
}

/** The address as ASCII text; the brackets and the words around it are Chinese. */
export const URL_PATTERN = /(?:https?:\/\/|www\.)[\w.\-/?=&%#:]+/

/** The phones behind 拨打, 电话 and the like; they take complaints too where the words behind say 投诉. */
function deriveFromNotes(parts: EntryParts, { lines, section }: Block): void {
  const heading = section ? { section } : {}
  const line = lines.find((one) => PHONES.test(one.text))
  const [, phones, after] = (line && PHONES.exec(line.text)) ?? []
  if (!line || !phones) return
  parts.put('phone', [line], phones, { ...heading, uses: false })
  if (after?.includes('投诉')) parts.put('complaint', [line], phones, { ...heading, uses: false })
}

// One number: area code or none (629), and whom it serves (465). 764 reads "咨询电0412-…".
const ONE_PHONE = String.raw`(?:0\d{2,3}-)?\d{7,8}(?:（[^）]*）)?`
const PHONES = new RegExp(`((?<![\\d-])${ONE_PHONE}(?:、${ONE_PHONE})*)([^。]*)`)

function textOf(lines: readonly Line[]): string {
  return lines.map((line) => line.text).join('\n')
}
