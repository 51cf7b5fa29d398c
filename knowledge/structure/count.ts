const DIGITS = '零一二三四五六七八九'

/** Reads "3", "３", "三", "十二", "两": a whole number up to 99 in Han figures, any in Arabic ones; else undefined. */
export function readCount(words: string): number | undefined {
  const plain = words.trim().replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
  if (/^\d{1,9}(\.\d{1,3})?$/.test(plain)) return Number(plain)
  if (plain === '两') return 2
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(plain)
  if (!match || !plain) return undefined
  const [, tens, ten, ones] = match
  if (!ten) return tens && !ones ? DIGITS.indexOf(tens) : undefined
  return (tens ? DIGITS.indexOf(tens) : 1) * 10 + (ones ? DIGITS.indexOf(ones) : 0)
}
