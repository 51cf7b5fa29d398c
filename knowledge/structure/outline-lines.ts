import { bracketDepths, endsInsideBracket } from './brackets.js'
import { markerAt, type Marker, type PointKind } from './marker.js'

/** A point while the tree is built. */
export interface Growing {
  kind: PointKind
  marker: string
  number?: number
  text: string
  rows?: string[][]
  children: Growing[]
}

const NOTE = /^(?:备?注|说明|温馨提示)\s{0,2}[：:]/
/** Ends of things one brings: such a line is complete although no full stop ends it. */
export const COMPLETE_END =
  /[。；;：:！？!?.…”》）)]$|(?:证明?|表|书|单|册|件|卡|簿|函|照片?|材料|资料|合同|协议|号|码|片|档案|报告|文|方案|无)$/
const NEW_START =
  /^(?:[《“【]|以上|上述|其中|如|若|实行|包括|属于?|涉及|提供|填写|网|掌上|窗口|现场|[^，。；：:]{1,12}[：:])/

/** Cuts a text into its points in their order: broken lines joined, several points on one line parted, tables gathered. */
export function cutLines(text: string): Growing[] {
  const glued = /\n[ \t\u3000]{0,8}2[.．、]/.test(text)
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
      else if (isHeadingRow(cells))
        points.push({ kind: 'table', marker: '', text: '', rows: [cells], children: [] })
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

function isNextPoint(
  marker: Marker,
  sign: string,
  line: string,
  at: number,
  last: Map<PointKind, number>,
): boolean {
  if (marker.number === 1) {
    if (!'：:。；;'.includes(sign) || !sign) return false
    const second = SECOND[marker.kind]
    // Looking a bounded stretch ahead keeps a line of a hundred thousand "：1." linear.
    return !!second && second.test(line.slice(at + marker.length, at + marker.length + 400))
  }
  return !!sign && '。；;：:，,）)'.includes(sign) && last.get(marker.kind) === marker.number - 1
}
