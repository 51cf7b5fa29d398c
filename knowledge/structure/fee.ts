import type { Fee } from '../entry.js'
import { splitOutside } from './brackets.js'

/**
 * Reads what a text charges: one fee per amount, with the words that say for what; "不收费" and "是否收费：否" are free.
 * Legal bases are left to the verbatim text. A text that neither charges nor frees ("即时办结", "详见…") gives none; one
 * that only points to a tariff gives its words without an amount.
 */
export function readFees(text: string): Fee[] {
  const fees: Fee[] = []
  const sentences = text
    .split(/\r?\n/)
    .flatMap((line) => splitOutside(line, '。；;').map((piece) => piece.text))
  let pending: string | undefined
  for (const sentence of sentences) {
    if (BASIS.test(sentence)) continue
    const words = sentence.length > 5000 ? '' : sentence.replace(POINT, '')
    if (FREE.test(words) && !/\d元/.test(words)) {
      fees.push({ text: words, free: true })
      continue
    }
    const amounts = readAmounts(words)
    fees.push(...amounts)
    if (!amounts.length && TARIFF.test(words)) pending ??= words
  }
  if (!fees.some((fee) => fee.amount !== undefined) && pending) fees.push({ text: pending })
  return fees
}

const POINT = /^(?:\d{1,2}[.．、]|[（(][一二三四五六七八九十\d]{1,2}[)）]|[①-⑳])\s{0,3}/
const BASIS = /^(?:\d{1,2}[.．、]\s{0,3})?收费依据/
const FREE = /不收费|免费|不收[^，]{0,8}费|是否收费\s{0,2}[：:]\s{0,2}(?:否|不)|^无$/
const TARIFF = /收费标准按|收费标准根据|标准按照|文件执行/
const AMOUNT = /(\d{1,7}(?:\.\d{1,2})?)\s{0,2}元(?:\s?\/\s?([\u4e00-\u9fa5]{1,4}))?/
const PER = /(每人每科|每人每次|每人次|每生每科|每人|每次|每科|每证|每卡)(?:为|加|收取)?$/

// Words without an amount ("报考人数在10000人以上的") belong to the amount that follows.
function readAmounts(sentence: string): Fee[] {
  const fees: Fee[] = []
  let from = 0
  for (const piece of splitOutside(sentence, '，,、')) {
    const match = AMOUNT.exec(piece.text)
    if (!match) continue
    const text = sentence.slice(from, piece.to).replace(/^[，,、\s]+/, '')
    from = piece.to
    const unit = match[2] ?? PER.exec(piece.text.slice(0, match.index))?.[1]
    fees.push({ text, amount: Number(match[1]), ...(unit ? { unit } : {}) })
  }
  return fees
}
