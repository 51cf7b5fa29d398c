import type { PointKind } from './marker.js'
import { COMPLETE_END, cutLines, type Growing } from './outline-lines.js'

export type { PointKind } from './marker.js'

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
        hangTable(top(), stack, root, point)
        return
      case 'note': {
        // "注:④⑤为…" stands with the list it speaks of; any other note goes with what follows it.
        const level = /[①-⑳]/.test(point.text.slice(0, 8)) ? levelOf('circle') : next ? levelOf(next.kind) : 0
        return void (level > 0 ? stack[level - 1]! : root).children.push(point)
      }
      case 'plain': {
        if (isHeading(point, points[index + 1])) {
          const level = next ? levelOf(next.kind) : -1
          if (next && next.number !== 1 && level >= 0)
            return void parentOf(stack, level, root).children.push(point)
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
        if (level < 0 && above && goesOnInAnotherKind(above, point)) level = stack.length - 1
        // "3.附件材料：（一）… 1.… 2.… （二）…": a kind can come back one floor down. The floors are bounded.
        const comesBack =
          level >= 0 && level < stack.length - 1 && point.number === 1 && above!.children.length === 0
        if (level >= 0 && !(comesBack && above!.kind !== 'heading' && stack.length < 8))
          stack = stack.slice(0, level)
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
  const open = top.children.every((child) => child.kind === 'plain' || child.kind === 'heading')
  if (open && (/[：:]$/.test(top.text) || (top.children.length === 0 && takesPlain(top)))) return rest
  return rest.slice(
    0,
    Math.max(
      0,
      rest.findLastIndex((point) => point.kind === 'heading'),
    ),
  )
}

// "1." and "（2）" can be a point and its sub-point whose first number is missing; "（二）" and "（2）" can not.
function goesOnInAnotherKind(above: Growing, point: Growing): boolean {
  const related = above.kind.startsWith(point.kind.slice(0, 3))
  const next = point.number! > 1 && above.number === point.number! - 1
  return !related && next && above.children.length === 0 && !/[：:]$/.test(above.text)
}

const parentOf = (stack: readonly Growing[], level: number, root: Growing) =>
  level > 0 ? stack[level - 1]! : root

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
  return (
    parent.text.length <= 16 &&
    (!COMPLETE_END.test(parent.text) || /(?:办理|申报|申请|提交)材料$/.test(parent.text))
  )
}
