import Nzh from 'nzh'

const DIGITS = '零一二三四五六七八九'
const DIGIT = '[零〇一二两三四五六七八九]'
const SIGN = '[零〇一二两三四五六七八九十百千]'
/** What a single digit must stand before to be a number: "三个月" is one, "一次性" and "三险" are not. */
const COUNTED = '(?=个月|年|岁|天|个?工作日|个星期|个礼拜|周岁|元|块(?![儿地])|万|成)'

const PERCENT = new RegExp(`百分之(${SIGN}+)`, 'gu')
const NUMBER = new RegExp(`(?<!第${SIGN}*)(?:${SIGN}+${COUNTED}|${SIGN}{2,})`, 'gu')

/** Numbers in words as figures: "一百二十天" → "120天", "两千零三年" → "2003年", "百分之二十" → "20%". */
export function replaceNumerals(text: string): string {
  return text
    .replace(PERCENT, (whole, words: string) => {
      const number = numberOf(words)
      return number === undefined ? whole : `${number}%`
    })
    .replace(NUMBER, (words) => numberOf(words) ?? words)
}

/** Undefined for what is no number: "十一二", "百八十". */
function numberOf(words: string): string | undefined {
  const plain = words.replaceAll('〇', '零').replaceAll('两', '二')
  if (new RegExp(`^${DIGIT}+$`, 'u').test(plain)) return [...plain].map((d) => DIGITS.indexOf(d)).join('')
  // "一千五" is said for 1500: what follows a unit without 零 counts in the next lower one.
  const full = plain.replace(/([百千])([一二三四五六七八九])$/u, (_, unit, digit) =>
    unit === '千' ? `千${digit}百` : `百${digit}十`,
  )
  const value = Nzh.cn.decodeS(full)
  const isNumber = [Nzh.cn.encodeS(value), Nzh.cn.encodeS(value).replace(/^一十/u, '十')].includes(full)
  return isNumber ? value : undefined
}
