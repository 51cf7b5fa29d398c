/**
 * A sum of money as people say it, in figures: "四万二" → "42000元", "3.5万多" → "35000多元". Undefined where it is no
 * number. What follows a unit without 零 counts in the next lower one, as with "三千五".
 */
export function yuanOf(words: string): string | undefined {
  const [, number = '', more = ''] =
    /^(.*?)(多|左右)?(?:元|块钱|块)?$/u.exec(words.replace(/[\s,]/g, '')) ?? []
  const rest = /^(.*?)(多)$/u.exec(number)
  const value = valueOf(rest ? rest[1]! : number)
  if (value === undefined || value <= 0 || value > MOST) return undefined
  const about = more || rest?.[2] || ''
  return about === '左右' ? `${value}元左右` : `${value}${about}元`
}

/** A longer figure is a number of a phone or a card. */
const MOST = 50_000_000

function valueOf(number: string): number | undefined {
  const [high, low, ...more] = number.split(/[万wW]/u)
  if (more.length > 0 || high === undefined) return undefined
  if (low === undefined) return belowTenThousand(high)
  const tens = belowTenThousand(high)
  if (tens === undefined) return undefined
  if (low === '') return round(tens * 10_000)
  const rest = /^[一二两三四五六七八九\d]$/u.test(low) ? digitOf(low) * 1000 : belowTenThousand(low)
  return rest === undefined ? undefined : round(tens * 10_000 + rest)
}

function belowTenThousand(number: string): number | undefined {
  if (/^\d+(?:\.\d+)?$/.test(number)) return Number(number)
  const mixed = /^(\d+(?:\.\d+)?)([千百])$/u.exec(number)
  if (mixed) return round(Number(mixed[1]) * UNITS[mixed[2]!]!)
  if (!/^[零〇一二两三四五六七八九\d十百千]+$/u.test(number)) return undefined
  let sum = 0
  let digit: number | undefined
  let lastUnit = 0
  for (const sign of number) {
    const unit = UNITS[sign]
    if (unit !== undefined) {
      sum += (digit ?? 1) * unit
      lastUnit = unit
      digit = undefined
    } else if (/[零〇]/u.test(sign)) {
      lastUnit = 0
    } else {
      if (digit !== undefined) return undefined
      digit = digitOf(sign)
    }
  }
  return sum + (digit ?? 0) * (lastUnit > 10 ? lastUnit / 10 : 1)
}

const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const digitOf = (sign: string): number =>
  /\d/.test(sign) ? Number(sign) : '零一二三四五六七八九'.indexOf(sign === '两' ? '二' : sign)
/** 4.2 × 10000 must not come out as 41999.999…. */
const round = (value: number): number => Math.round(value * 100) / 100
