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

/** A number in front of a point: how it is written, its value, its length in characters with the blanks behind it. */
export interface Marker {
  readonly kind: PointKind
  readonly number: number
  readonly length: number
}

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

/**
 * The marker that stands at a place of a text. Some kinds count only where a line starts. `glued`: "1.9个工作日" is read
 * as point 1.
 */
export function markerAt(text: string, at: number, lineStart: boolean, glued: boolean): Marker | undefined {
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
      return {
        kind: parts.length > 2 ? 'decimal3' : 'decimal2',
        number: Number(parts.at(-1)),
        length: decimal[0].length,
      }
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
