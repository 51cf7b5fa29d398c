import { withoutMarks } from '../../core/without-marks.js'
import { findPlaces, resolveTurnPlace } from '../../../intents/places/index.js'
import type { WorkOrderType } from '../../core/work-order.js'
import { formOf, fieldOf, type FieldSpec } from './form-spec.js'
import { findNumbers, maskWithin } from './numbers.js'
import { findValue, hears, ownerOf, without } from './patterns.js'
import { yuanOf } from './yuan.js'

/** What one message says of a form's fields. */
export interface ReadFields {
  readonly values: Readonly<Record<string, string>>
  /** GB/T 2260 code of the place among the values, where a guide serves it. */
  readonly region?: string
  /** An ID number was tried and failed its check. */
  readonly wrongId?: true
}

/** What reading may know: the field asked for last, and the clock for words like 昨天. */
export interface ReadingContext {
  readonly open?: string | undefined
  readonly now: Date
  /** Code of the place in force: it decides between places of one name. */
  readonly region?: string | undefined
}

/** Reads every field of a form that a folded message mentions, wherever in it. */
export function readFields(type: WorkOrderType, text: string, context: ReadingContext): ReadFields {
  const said = without('denied', text)
  const numbers = readNumbers(type, said, context.open)
  const values: Record<string, string> = { ...numbers.values }
  for (const field of formOf(type).fields) {
    if (values[field.key] !== undefined) continue
    const value = readOne(field, said, context)
    if (value !== undefined) values[field.key] = cut(value, field)
  }
  // "欠两个月工资, 一共四万" names a place only where it is asked for: firms bear places' names.
  const place = context.open === 'place' ? placeIn(said, context.region) : undefined
  return {
    values: place ? { ...values, place: place.name } : values,
    ...(place?.code && { region: place.code }),
    ...(numbers.wrongId && { wrongId: true }),
  }
}

/** Takes a whole message as the answer to one field; undefined where it cannot be one. */
export function readAnswer(type: WorkOrderType, key: string, text: string, now: Date): string | undefined {
  const field = fieldOf(type, key)
  const answer = text.replace(EDGES, '')
  switch (field.kind) {
    case 'phone':
    case 'id':
      return undefined
    case 'name': {
      const name = without('name_prefix', without('name_prefix', answer)).trim()
      return (NAME.test(name) && !hears('yes', name)) || findValue('surname', name) ? name : undefined
    }
    case 'amount':
      return yuanOf(answer) ?? (ABOUT_MONEY.test(answer) ? cut(answer, field) : undefined)
    case 'date':
      return LETTERS.test(answer) ? cut(datedWords(answer, now), field) : undefined
    case 'place':
    case 'text':
      if (key === 'content') return hasSubstance(answer) ? text : undefined
      return LETTERS.test(answer) && answer.length > 1 && !hears('yes', answer)
        ? cut(answer, field)
        : undefined
  }
}

/** Whether a text tells anything beside words like "我要投诉" and "你好". */
export const hasSubstance = (text: string, least = 3): boolean =>
  withoutMarks(without('trigger', text)).length >= least

/** The place a text names, as the dialogue decides places; its code only where a guide serves it. */
export function placeIn(
  text: string,
  current?: string,
): { readonly name: string; readonly code?: string } | undefined {
  const place = resolveTurnPlace(findPlaces(text.normalize('NFKC').toLowerCase()), current)
  if (place.kind === 'served') return { name: place.name, code: place.code }
  return place.kind === 'not_covered' ? { name: place.name } : undefined
}

/** A value as a form keeps it: no longer than its field allows, no personal number in running text. */
export function cut(value: string, { limit, kind }: FieldSpec): string {
  const masked = kind === 'phone' || kind === 'id' ? value : maskWithin(value)
  return [...masked].slice(0, limit).join('')
}

function readOne(field: FieldSpec, text: string, { open, now }: ReadingContext): string | undefined {
  const isOpen = open === field.key
  switch (field.kind) {
    case 'phone':
    case 'id':
    case 'place':
      return undefined
    case 'amount': {
      const words = findValue('amount', text) ?? (isOpen ? findValue('amount_open', text) : undefined)
      return words && yuanOf(words)
    }
    case 'date': {
      const words = findValue(field.reads ?? field.key, text)
      return words && datedWords(words, now)
    }
    case 'name':
    case 'text':
      return findValue(field.reads ?? field.key, text)
  }
}

function readNumbers(type: WorkOrderType, text: string, open: string | undefined) {
  const has = (key: string) => formOf(type).fields.some((field) => field.key === key)
  const values: Record<string, string> = {}
  let wrongId: true | undefined
  let from = 0
  for (const { kind, value, start, end } of findNumbers(text)) {
    const owner = ownerOf(text.slice(from, start))
    from = end
    if (kind === 'wrong_id') wrongId = true
    if (kind === 'id' && has('id')) values['id'] ??= value
    if (kind !== 'mobile' && kind !== 'landline') continue
    const isCharge = owner === 'charge' || (open === 'charge' && owner !== 'own')
    // A firm's or an office's landline in a story is nobody's contact.
    if (kind === 'landline' && owner === undefined && open !== 'phone' && open !== 'charge') continue
    if (isCharge && has('chargePhone')) values['chargePhone'] ??= value
    else if (!isCharge) values['phone'] ??= value
  }
  if (open === 'phone' && values['phone'] === undefined) {
    const local = LOCAL_NUMBER.exec(text)?.[0]
    if (local) values['phone'] = local
  }
  return { values, wrongId }
}

/** "昨天上午" → "昨天上午（2025-03-04）", in Beijing time: in the order the word alone would move with the reader. */
function datedWords(words: string, now: Date): string {
  const back = DAYS_BACK.find(([word]) => words.startsWith(word))?.[1]
  if (back === undefined) return words
  const day = new Date(now.getTime() + (8 - 24 * back) * 3_600_000).toISOString().slice(0, 10)
  return `${words}（${day}）`
}

const DAYS_BACK = [
  ['今', 0],
  ['刚', 0],
  ['昨', 1],
  ['大前天', 3],
  ['前天', 2],
] as const
const EDGES = /^[\p{P}\p{S}\s]+|[，。；！、,.;!\s]+$/gu
const LETTERS = /[\p{Script=Han}A-Za-z]/u
const NAME = /^(?:\p{Script=Han}{2,5}|\p{Script=Han}{1,8}·\p{Script=Han}{1,8}|[A-Za-z][A-Za-z. ]{1,14})$/u
const ABOUT_MONEY = /[\d一二两三四五六七八九十几百千万元块钱月]/u
/** Seven or eight digits are a number within the place, where a number is what was asked for. */
const LOCAL_NUMBER = /(?<!\d)[2-9]\d{6,7}(?!\d)/u
