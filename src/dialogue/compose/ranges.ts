import { replaceNumerals } from '../../../intents/understand.js'
import { tableKeys } from './table-keys.js'

/** What a number counts: years paid, months since the first payment, people, square metres. */
export type Axis = 'years' | 'period' | 'people' | 'area'

/** A stretch of numbers, both ends included; `to` is Infinity where nothing ends it. */
export interface Range {
  readonly axis: Axis
  readonly from: number
  readonly to: number
}

/** "不满5年" ends just below 5. */
const JUST_BELOW = 0.001
/** Nobody pays for longer; "90年" and "2019年" are dates. */
const LONGEST_PAID = 60

/** The ranges a question speaks of, from a text without white space: "干了六七年" → 6 to 7 years. */
export function rangesAsked(text: string): readonly Range[] {
  const figures = inFigures(text)
  const found = read(figures, 'asked')
  // "干了3年，社保只缴了2年": the years paid count.
  const paid = found.filter(({ start }) => CONTRIBUTED.test(figures.slice(0, start)))
  const isNamed = paid.some(({ range }) => range.axis === 'years')
  return found
    .filter((one) => !isNamed || one.range.axis !== 'years' || paid.includes(one))
    .map(({ range }) => range)
}

/** The ranges a row of a guide holds for: "满1年不满5年" → from 1 to below 5 years. */
export function rangesOfRow(text: string): readonly Range[] {
  const found = read(text, 'row')
  return found.flatMap(({ range, start, end }, index) => {
    const [before, after] = [found[index - 1], found[index + 1]]
    // "满1年不满5年" is one range said in two.
    if (after && after.start - end <= 2 && continues(range, after.range))
      return [{ ...range, to: after.range.to }]
    return before && start - before.end <= 2 && continues(before.range, range) ? [] : [range]
  })
}

/** The question without its ranges, to see what else it says. */
export function withoutRanges(text: string): string {
  const figures = inFigures(text)
  return read(figures, 'asked').reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`,
    figures,
  )
}

/** Whether a row holds for a value asked; a whole number in a table stands for those up to the next one too: two years
 * and three months are the row of two, half a year is below the row of one. */
export function overlaps(asked: Range, row: Range): boolean {
  if (asked.axis !== row.axis) return false
  return row.from === row.to
    ? Math.floor(asked.from) <= row.from && row.from <= Math.floor(asked.to)
    : asked.from <= row.to && row.from <= asked.to
}

interface Found {
  readonly range: Range
  readonly start: number
  readonly end: number
}

const words = tableKeys.ranges
const UNITS = Object.entries(words.units)
const NUMBER = '\\d+(?:\\.\\d+)?'
const BEFORE = `(${words.below_before})|(${words.above_before})|(${words.period_before})`
const AFTER = `(${words.below_after})|(${words.above_after})|(${words.later_after})`
const RANGE = new RegExp(
  `(?:${BEFORE})?(?<![\\d.])(${NUMBER})(?:[-~至到—–]第?(${NUMBER}))?(多)?` +
    `(?:${UNITS.map(([, unit]) => `(${unit})`).join('|')})` +
    `(半)?(多)?(?:零?又?(\\d+)个月)?(?:\\(含\\))?(?:${AFTER})?`,
  'gu',
)
const PAID = new RegExp(words.paid, 'u')
const CONTRIBUTED = new RegExp(words.contributed, 'u')
const RECEIVED = new RegExp(words.received, 'u')
const SKIP_AFTER = new RegExp(`^(?:${words.skip_after})`, 'u')

function read(text: string, side: 'asked' | 'row'): Found[] {
  const found: Found[] = []
  for (const match of text.matchAll(RANGE)) {
    const range = rangeOf(match, text, side)
    if (range) found.push({ range, start: match.index, end: match.index + match[0].length })
  }
  return found
}

function rangeOf(match: RegExpMatchArray, text: string, side: 'asked' | 'row'): Range | undefined {
  const [, below, above, ordinal, first, last, more, ...rest] = match
  const unit = UNITS[rest.slice(0, UNITS.length).findIndex(Boolean)]![0]
  const [half, over, months, under, upwards, later] = rest.slice(UNITS.length)
  const isTime = unit === 'years' || unit === 'months'
  const start = match.index ?? 0
  const lead = text.slice(Math.max(0, start - 12), start)
  const follows = text.slice(start + match[0].length)
  const spoken = lead + (above ?? '')
  const isReceived = RECEIVED.test(spoken)
  const isPaid = !isReceived && PAID.test(spoken)
  // "每满1年" tells how much for each, not who.
  if (lead.endsWith('每')) return undefined
  const isRound = more !== undefined && Number(first) % 10 === 0
  const from =
    Number(first) +
    (isRound ? 1 : 0) +
    (half ? 0.5 : 0) +
    (months && unit === 'years' ? Number(months) / 12 : 0)
  const to = last ? Number(last) : more ? from + (isRound ? 8 : 1) : over ? from + 1 : from
  const isSpan = unit === 'months' && last !== undefined
  if (isTime && (ordinal || isReceived || (!isPaid && (later || isSpan))))
    return periodOf(unit === 'years' ? 12 : 1, {
      from,
      to,
      counts: ordinal === '第' || isSpan,
      upwards,
      later,
    })
  if (isTime && (to > LONGEST_PAID * 12 || (unit === 'years' && to > LONGEST_PAID))) return undefined
  if (side === 'asked' && isTime && SKIP_AFTER.test(follows)) return undefined
  const bare = !(below ?? above ?? under ?? upwards ?? half ?? months)
  // "一年多少钱", "一个月多少": each year, each month.
  if (
    side === 'asked' &&
    isTime &&
    from === 1 &&
    !isPaid &&
    bare &&
    (unit === 'months' || follows.length > 3)
  )
    return undefined
  const scale = unit === 'months' ? 12 : 1
  const axis = isTime ? 'years' : (unit as Axis)
  if (below) return { axis, from: side === 'row' ? 0 : (from - 1) / scale, to: from / scale - JUST_BELOW }
  if (under) return { axis, from: 0, to: to / scale }
  if (upwards || (above && side === 'row')) return { axis, from: from / scale, to: Infinity }
  return { axis, from: from / scale, to: to / scale }
}

/** "第2年" is months 13 to 24, "前12个月" 1 to 12, "领满1年以后" from 13 on, "第13个月起" from 13 on. */
function periodOf(
  scale: number,
  said: { from: number; to: number; counts: boolean; upwards: string | undefined; later: string | undefined },
): Range {
  const { from, to, counts, upwards, later } = said
  if (later) return { axis: 'period', from: to * scale + 1, to: Infinity }
  const start = counts ? (from - 1) * scale + 1 : 1
  return { axis: 'period', from: start, to: upwards ? Infinity : to * scale }
}

const continues = (first: Range, second: Range): boolean =>
  first.axis === second.axis && first.to === Infinity && second.from === 0 && second.to > first.from

const WORDS = '一二三四五六七八九'
const digit = (word: string): number => (word === '两' ? 2 : WORDS.indexOf(word) + 1)
/** "六七年", "十二三年": two digits that follow each other are no number of two digits. */
const ROUGHLY = /(十?)([一二两三四五六七八九])([二三四五六七八九])(?=年|个月)/gu

/** Numbers in words as figures, with what people say for "about" kept apart from numbers of two digits. */
function inFigures(text: string): string {
  const rough = text
    .replace(ROUGHLY, (whole: string, ten: string, low: string, high: string) => {
      const base = ten ? 10 : 0
      return digit(high) === digit(low) + 1 ? `${base + digit(low)}-${base + digit(high)}` : whole
    })
    .replace(/(?<![一二三四五六七八九])十[几多来](?=年|个月)/gu, '10多')
    .replace(/([一二三四五六七八九]?十|\d+)[几来](?=年|个月)/gu, '$1多')
    .replace(/(?<![\d一二两三四五六七八九十个年])大?半年/gu, '0.5年')
    .replace(
      /第([一二三四五六七八九十]+)(?=年|个月)/gu,
      (_, number: string) => `第${replaceNumerals(`${number}年`).slice(0, -1)}`,
    )
    .replace(/([二三四五六七八九]?十[一二三四五六七八九]?)(?=多年)/gu, (number) =>
      replaceNumerals(`${number}年`).slice(0, -1),
    )
    .replace(/(?<which>头|前)一年/gu, '$<which>1年')
  return replaceNumerals(rough)
}
