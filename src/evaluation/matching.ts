/**
 * Whether a text says a string. White space, width, case, markup and the length of dashes do not matter; a figure
 * must not be part of a longer one: "5个工作日" is not said by "15个工作日".
 */
export function states(text: string, fact: string): boolean {
  const whole = fold(text)
  const wanted = fold(fact)
  if (wanted === '') return true
  const startsWithDigit = /^\d/.test(wanted)
  const endsWithDigit = /\d$/.test(wanted)
  for (let at = whole.indexOf(wanted); at >= 0; at = whole.indexOf(wanted, at + 1)) {
    const cutsBefore = startsWithDigit && isDigit(whole[at - 1])
    const cutsAfter = endsWithDigit && isDigit(whole[at + wanted.length])
    if (!cutsBefore && !cutsAfter) return true
  }
  return false
}

/** Whether a text shows a string, figures not looked at closely. */
export const shows = (text: string, string: string): boolean => fold(text).includes(fold(string))

/**
 * Whether two titles name the same item: prefixes of the kind ("提速:"), suffixes of the form ("办事指南") and marks
 * do not matter, and a long title may go on where the other ends.
 */
export function sameTitle(one: string, other: string): boolean {
  const a = bareTitle(one)
  const b = bareTitle(other)
  if (a === b) return true
  return Math.min(a.length, b.length) >= LEAST_STEM && (a.startsWith(b) || b.startsWith(a))
}

/** A shorter beginning ("社会保险") is shared by too many titles. */
const LEAST_STEM = 6

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s*|#>`_]/g, '')
    .replace(/[-–—－]+/g, '-')
    .toLowerCase()
}

function bareTitle(title: string): string {
  return fold(title)
    .replace(/(?:办事指南|服务流程|工作指南|规范)$/, '')
    .replace(/^(?:一件事|提速|禁办|容缺|窗口地址):/, '')
    .replace(/[()（）\-—、,，。《》]/g, '')
}

const isDigit = (character: string | undefined): boolean => character !== undefined && /\d/.test(character)
