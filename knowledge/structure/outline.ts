import { bracketDepths, endsInsideBracket } from './brackets.js'
import { readCount } from './count.js'

/** How a point is numbered: 一、 （一） 1. （1） 1) ① a) 6.1 6.1.1; or not at all. */
export type PointKind =
  | 'han'
  | 'han_bracket'
  | 'digit'
  | 'digit_bracket'
  | 'digit_half'
  | 'circle'
  | 'letter'
  | 'decimal2'
  | 'decimal3'
  | 'plain'
  | 'heading'
  | 'note'
  | 'table'

/** One point of a text with the points below it. `rows` holds a table's cells, its heading row first. */
export interface Point {
  readonly kind: PointKind
  readonly marker: string
  readonly number?: number
  readonly text: string
  readonly rows?: readonly (readonly string[])[]
  readonly children: readonly Point[]
}

/**
 * Reads a text's numbering into a tree, however it is written: broken numbering, several points on one line, points
 * without numbers under a heading. Numbers decide only where the kind alone does not. Words are never changed but for
 * white space, list dashes and bold marks. Linear in the text's length.
 */
export function readOutline(text: string): Point[] {
  return grow(cutLines(text))
}

/** A point and everything below it, as lines with their markers. */
export function pointLines(point: Point): string[] {
  const own = point.marker + point.text
  const rows = (point.rows ?? []).map((row) => row.join(' '))
  return [...(own ? [own] : []), ...rows, ...point.children.flatMap(pointLines)]
}

interface Growing {
  kind: PointKind
  marker: string
  number?: number
  text: string
  rows?: string[][]
  children: Growing[]
}

interface Marker {
  readonly kind: PointKind
  readonly number: number
  readonly length: number
}

// ---- lines -------------------------------------------------------------------------------------------------------

const NOTE = /^(?:备?注|说明|温馨提示)\s{0,2}[：:]/
/** Ends of things one brings: such a line is complete although no full stop ends it. */
const COMPLETE_END = /[。；;：:！？!?.…”》）)]$|(?:证明?|表|书|单|册|件|卡|簿|函|照片?|材料|资料|合同|协议|号|码|片|档案|报告|文|方案|无)$/
const NEW_START = /^(?:[《“【]|以上|上述|其中|如|若|实行|包括|属于?|涉及|提供|填写|网|掌上|窗口|现场|[^，。；：:]{1,12}[：:])/

function cutLines(text: string): Growing[] {
  const glued = /\n\s*2[.．、]/.test(text)
  const raw = text
    .replace(/\*\*([^*\n]{1,60})\*\*/g, '$1')
    .split(/\r?\n/)
    .map((line) => (line.includes('\t') ? line.replace(/ +$/, '') : line.trim().replace(/^-\s+(?=\S)/, '')))
    .filter((line) => line.trim() && !/^\[image/.test(line))
  const points: Growing[] = []
  const last = new Map<PointKind, number>()
  for (const line of joinBroken(raw, glued)) {
    const previous = points.at(-1)
    if (line.includes('\t')) {
      const cells = line.split('\t').map((cell) => cell.trim())
      if (previous?.kind === 'table' && !isHeadingRow(cells)) previous.rows!.push(cells)
      else if (isHeadingRow(cells)) points.push({ kind: 'table', marker: '', text: '', rows: [cells], children: [] })
      else points.push(plain(cells.filter(Boolean).join(' ')))
      continue
    }
    if (NOTE.test(line)) {
      points.push({ kind: 'note', marker: '', text: line, children: [] })
      continue
    }
    if (previous?.kind === 'note' && continuesNote(previous, line, glued)) {
      previous.text += '\n' + line
      continue
    }
    points.push(...cutInline(line, last, glued))
  }
  return points
}

const isHeadingRow = (cells: readonly string[]) => cells.some((cell) => /^材料名称/.test(cell))
const plain = (text: string): Growing => ({ kind: 'plain', marker: '', text, children: [] })

// A guide's page break cuts a line in mid-sentence; what follows belongs to it.
function joinBroken(lines: readonly string[], glued: boolean): string[] {
  const joined: string[] = []
  for (const line of lines) {
    const previous = joined.at(-1)
    if (previous !== undefined && goesOn(previous, line, glued)) joined[joined.length - 1] = previous + line
    else joined.push(line)
  }
  return joined
}

function goesOn(previous: string, line: string, glued: boolean): boolean {
  if (previous.length > 2000 || previous.includes('\t') || line.includes('\t')) return false
  if (NOTE.test(line) || markerAt(line, 0, true, glued)) return false
  if (/^各[一二两三四\d]{1,2}份/.test(line) || /^[（(<]?https?[:：]/.test(line)) return true
  if (/^[，、；。）)]/.test(line) || /[，、]$/.test(previous)) return true
  if (endsInsideBracket(previous)) return true
  if (/^\d{1,2}[.．]\d/.test(previous) && previous.length < 30) return false
  return previous.length >= 12 && !COMPLETE_END.test(previous) && !NEW_START.test(line)
}

// "注：1.… 2.…": the numbers behind a note that starts with 1 are the note's own.
function continuesNote(note: Growing, line: string, glued: boolean): boolean {
  const lines = note.text.split('\n', 40)
  const first = lines[0]!.replace(NOTE, '').trimStart()
  const opening = markerAt(first, 0, true, glued)
  const next = markerAt(line, 0, true, glued)
  if (!opening || !next || opening.number !== 1) return false
  return next.kind === opening.kind && next.number === lines.length + 1
}

// ---- markers -----------------------------------------------------------------------------------------------------

const LINE_MARKERS: readonly (readonly [PointKind, RegExp])[] = [
  ['han', /([一二三四五六七八九十]{1,3})\s?、\s{0,4}/y],
  ['digit_half', /(\d{1,2})\s?[)）]\s{0,4}/y],
  ['letter', /([a-hA-H])\s?[)）]\s{0,4}/y],
]
const ANY_MARKERS: readonly (readonly [PointKind, RegExp])[] = [
  ['circle', /([①-⑳])\s{0,4}/y],
  ['han_bracket', /[（(]\s?([一二三四五六七八九十]{1,3})\s?[)）]\s{0,4}/y],
  ['digit_bracket', /[（(]\s?(\d{1,2})\s?[)）]\s{0,4}/y],
  ['digit', /(\d{1,2})\s{0,2}[.．、]\s{0,4}(?!\d)/y],
]
const DECIMAL = /(\d{1,2}(?:[.．]\d{1,2}){1,3})[ \u3000]{1,4}(?=[^\d\s])/y
// "1.9个工作日" is point 1 with nine days where a point 2 follows.
const GLUED_DIGIT = /(1)[.．、](?=\d{1,3}个?工作日)/y

function markerAt(text: string, at: number, lineStart: boolean, glued: boolean): Marker | undefined {
  const read = (kind: PointKind, pattern: RegExp): Marker | undefined => {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    return match ? { kind, number: numberOf(kind, match[1]!), length: match[0].length } : undefined
  }
  if (lineStart) {
    DECIMAL.lastIndex = at
    const decimal = DECIMAL.exec(text)
    if (decimal) {
      const parts = decimal[1]!.split(/[.．]/)
      return { kind: parts.length > 2 ? 'decimal3' : 'decimal2', number: Number(parts.at(-1)), length: decimal[0].length }
    }
    for (const [kind, pattern] of LINE_MARKERS) {
      const marker = read(kind, pattern)
      if (marker) return marker
    }
    if (glued) {
      const marker = read('digit', GLUED_DIGIT)
      if (marker) return marker
    }
  }
  for (const [kind, pattern] of ANY_MARKERS) {
    const marker = read(kind, pattern)
    if (marker) return marker
  }
  return undefined
}

function numberOf(kind: PointKind, words: string): number {
  if (kind === 'circle') return words.charCodeAt(0) - 0x2460 + 1
  if (kind === 'letter') return words.toLowerCase().charCodeAt(0) - 96
  return readCount(words) ?? 0
}

const SECOND: Partial<Record<PointKind, RegExp>> = {
  circle: /②/,
  han_bracket: /[（(]\s?二\s?[)）]/,
  digit_bracket: /[（(]\s?2\s?[)）]/,
  digit: /2\s?[.．、]/,
}

// Several points on one line: a number inside the line counts when it goes on from the one before, or opens a list.
function cutInline(line: string, last: Map<PointKind, number>, glued: boolean): Growing[] {
  const depths = bracketDepths(line)
  const points: Growing[] = []
  let current: Growing = plain('')
  let from = 0
  let sign = ''
  for (let at = 0; at < line.length; at++) {
    if (depths[at] !== 0) continue
    const char = line[at]!
    const bare = at === from && (at === 0 || current.kind !== 'plain')
    if (!bare && !/[0-9（(①-⑳]/.test(char)) {
      if (!/\s/.test(char)) sign = char
      continue
    }
    const marker = markerAt(line, at, bare, glued && bare)
    if (!marker || !(bare || isNextPoint(marker, sign, line, at, last))) {
      if (!/\s/.test(char)) sign = char
      continue
    }
    current.text = line.slice(from, at).trim()
    if (current.kind !== 'plain' || current.text) points.push(current)
    const sealed = line.slice(at, at + marker.length)
    current = { kind: marker.kind, marker: sealed.trim(), number: marker.number, text: '', children: [] }
    last.set(marker.kind, marker.number)
    from = at + marker.length
    at = from - 1
    sign = ''
  }
  current.text = line.slice(from).trim()
  points.push(current)
  return points
}

function isNextPoint(marker: Marker, sign: string, line: string, at: number, last: Map<PointKind, number>): boolean {
  if (marker.number === 1) {
    if (!'：:。；;'.includes(sign) || !sign) return false
    const second = SECOND[marker.kind]
    // Looking a bounded stretch ahead keeps a line of a hundred thousand "：1." linear.
    return !!second && second.test(line.slice(at + marker.length, at + marker.length + 400))
  }
  return !!sign && '。；;：:，,）)'.includes(sign) && last.get(marker.kind) === marker.number - 1
}

// ---- tree --------------------------------------------------------------------------------------------------------

function grow(points: readonly Growing[]): Growing[] {
  const root: Growing = { kind: 'plain', marker: '', text: '', children: [] }
  let stack: Growing[] = []
  const top = () => stack.at(-1) ?? root
  const levelOf = (kind: PointKind) => stack.findLastIndex((point) => point.kind === kind)
  const nexts = nextNumbered(points)
  points.forEach((point, index) => {
    const next = nexts[index]
    switch (point.kind) {
      case 'table':
        return void hangTable(top(), stack, root, point)
      case 'note': {
        const level = next ? levelOf(next.kind) : 0
        return void (level > 0 ? stack[level - 1]! : root).children.push(point)
      }
      case 'plain': {
        if (isHeading(point, points[index + 1])) {
          const level = next ? levelOf(next.kind) : -1
          if (next && next.number !== 1 && level >= 0) return void parentOf(stack, level, root).children.push(point)
          point.kind = 'heading'
          stack = stackForHeading(stack, level)
          top().children.push(point)
          stack.push(point)
          return
        }
        const parent = top()
        const below = parent === root || parent.kind === 'heading' || takesPlain(parent)
        return void (below ? parent : parentOf(stack, stack.length - 1, root)).children.push(point)
      }
      default: {
        let level = levelOf(point.kind)
        // （一）（二）（2）（四）: a slip of kind; the number says that the list goes on.
        const above = stack.at(-1)
        if (level < 0 && above && above.kind !== 'heading' && point.number! > 1 && above.kind.startsWith(point.kind.slice(0, 3)) === false) {
          if (above.number === point.number! - 1 && above.children.length === 0 && !/[：:]$/.test(above.text)) level = stack.length - 1
        }
        // "3.附件材料：（一）… 1.… 2.… （二）…": a kind can come back one floor down. The floors are bounded.
        const comesBack = level >= 0 && level < stack.length - 1 && point.number === 1 && above!.children.length === 0
        if (level >= 0 && !(comesBack && above!.kind !== 'heading' && stack.length < 8)) stack = stack.slice(0, level)
        top().children.push(point)
        stack.push(point)
      }
    }
  })
  return root.children
}

// A heading starts a list over: that list, and the heading it stood under, are closed. "2.…，提供：" is still open.
function stackForHeading(stack: Growing[], level: number): Growing[] {
  const rest = level >= 0 ? stack.slice(0, level) : [...stack]
  const top = rest.at(-1)
  if (!top) return rest
  if (top.kind === 'heading') return level >= 0 || top.children.length ? rest.slice(0, -1) : rest
  if (top.children.length === 0 && (/[：:]$/.test(top.text) || takesPlain(top))) return rest
  return rest.slice(0, Math.max(0, rest.findLastIndex((point) => point.kind === 'heading')))
}

const parentOf = (stack: readonly Growing[], level: number, root: Growing) => (level > 0 ? stack[level - 1]! : root)

function hangTable(parent: Growing, stack: readonly Growing[], root: Growing, table: Growing) {
  const below = parent === root || parent.kind === 'heading' || parent.children.length === 0
  ;(below ? parent : parentOf(stack, stack.length - 1, root)).children.push(table)
}

/** For each point the next one that carries a number, up to the next unnumbered heading's own list. */
function nextNumbered(points: readonly Growing[]): (Growing | undefined)[] {
  const nexts: (Growing | undefined)[] = new Array<Growing | undefined>(points.length)
  let next: Growing | undefined
  for (let index = points.length - 1; index >= 0; index--) {
    nexts[index] = next
    if (points[index]!.number !== undefined) next = points[index]
  }
  return nexts
}

function isHeading(point: Growing, next: Growing | undefined): boolean {
  if (!next) return false
  if (next.kind === 'table') return true
  if (/[：:]$/.test(point.text)) return true
  return next.number === 1 && point.text.length <= 20 && !/[。；;，,！？!?》]$/.test(point.text)
}

// "2.单位申请" or "1.…，提供：" is followed by what belongs under it; a finished sentence is not.
function takesPlain(parent: Growing): boolean {
  if (/[：:]$/.test(parent.text) || !parent.text) return true
  if (parent.children.length) return parent.children.at(-1)!.kind === 'plain'
  return parent.text.length <= 16 && (!COMPLETE_END.test(parent.text) || /(?:办理|申报|申请|提交)材料$/.test(parent.text))
}
