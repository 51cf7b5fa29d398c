// The package has no types; tsc takes them from here, and the layer check sees that the file is used.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="./id-validator.d.ts" />
import IDValidator from 'id-validator'

/** A personal number in a text. `wrong_id` has an ID's length and fails its check; `long` may be a card. */
export interface FoundNumber {
  readonly kind: 'mobile' | 'landline' | 'id' | 'wrong_id' | 'long'
  readonly value: string
  readonly start: number
  readonly end: number
}

/**
 * One written form for what people say in a form: full width folded, invisible characters away, numbers that are
 * spoken ("一三八…") or grouped ("138 0013 8000") as plain figures.
 */
export function foldAnswer(text: string): string {
  return text
    .toWellFormed()
    .replace(NOT_MARKS, (part) => part.normalize('NFKC'))
    .replace(INVISIBLE, '')
    .replace(/\p{Cc}+/gu, ' ')
    .replace(SPOKEN, (run) => [...run].map((sign) => figureOf(sign)).join(''))
    .replace(GROUPED_MOBILE, (run) => run.replace(NOT_FIGURE, '').slice(-11))
    .replace(GROUPED_ID, (run) => run.replace(NOT_FIGURE, ''))
    .replace(APART, '$1')
    .trim()
}

/** The numbers in a folded text, in its order. Service numbers (12333) are too short to be among them. */
export function findNumbers(text: string): FoundNumber[] {
  return [...text.matchAll(NUMBER)].map((match) => {
    const written = match[0].toUpperCase().replace('-', '')
    const kind = kindOf(written)
    const value = kind === 'mobile' ? written.slice(-11) : written
    return { kind, value, start: match.index, end: match.index + match[0].length }
  })
}

/** "138****1234", "077****0859": all but eight figures and the last four; of an ID the first six and last two. */
export function maskNumber(value: string): string {
  if (value.length >= 15) return `${value.slice(0, 6)}${'*'.repeat(value.length - 8)}${value.slice(-2)}`
  const head = value.length > 8 ? value.slice(0, value.length - 8) : value.slice(0, 1)
  const tail = value.slice(-Math.min(4, Math.floor(value.length / 2)))
  return `${head}****${tail}`
}

/** Masks personal numbers within a text; a landline only when it is one of `own`: offices have them too. */
export function maskWithin(text: string, own: readonly string[] = []): string {
  let masked = ''
  let from = 0
  for (const { kind, value, start, end } of findNumbers(text)) {
    masked += text.slice(from, start)
    masked += kind === 'landline' && !own.includes(value) ? text.slice(start, end) : maskNumber(value)
    from = end
  }
  return masked + text.slice(from)
}

/** Whether an ID number of 18 or 15 digits is well formed, its check digit included. */
export function isIdNumber(value: string): boolean {
  return /^(?:\d{17}[\dX]|\d{15})$/.test(value) && new IDValidator().isValid(value)
}

function kindOf(value: string): FoundNumber['kind'] {
  if (/^(?:86)?1[3-9]\d{9}$/.test(value)) return 'mobile'
  if (isIdNumber(value)) return 'id'
  if (/^\d{17}[\dX]$/.test(value)) return 'wrong_id'
  return /^0\d{9,11}$/.test(value) ? 'landline' : 'long'
}

/** Chinese marks stay as they are: what is noted is read by people. */
const NOT_MARKS = /[^，。！？；：（）、]+/gu
const INVISIBLE = /[\p{Cf}\p{Me}\ufe00-\ufe0f]+/gu
const SPOKEN =
  /(?<![\d零〇一二三四五六七八九幺两])[\d零〇一二三四五六七八九幺两]{11,18}(?![\d零〇一二三四五六七八九幺两])/gu
const GROUPED_MOBILE = /(?<![\d-])(?:\+?86[\s-]?)?1[3-9]\d(?:[\s-]?\d){8}(?![\s-]?\d)/gu
const GROUPED_ID = /(?<!\d[\s-]?)[1-9]\d{2}(?:[\s-]?\d){14}[\s-]?[\dXx](?![\dA-Za-z])/gu
const NUMBER = /(?<![\dA-Za-z])(?:\d{17}[\dXx](?![\dA-Za-z])|0\d{2,3}-?\d{7,8}(?!\d)|\d{11,30}(?!\d))/gu
/** "还有 7 个人": figures typed apart from their words. */
const APART = /(?<=\p{Script=Han})\s+(\d{1,4})\s+(?=\p{Script=Han})/gu
const NOT_FIGURE = /[^\dXx]/g

const SIGNS = '零一二三四五六七八九'
function figureOf(sign: string): string {
  if (/\d/.test(sign)) return sign
  const plain = sign.replace('〇', '零').replace('幺', '一').replace('两', '二')
  return String(SIGNS.indexOf(plain))
}
