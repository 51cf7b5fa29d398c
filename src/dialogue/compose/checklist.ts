import type { ChecklistLine } from '../../core/reply.js'

const NUMBERED = /^\s*(?:[（(]?\d+[)）.、．:：]|[（(][一二三四五六七八九十]+[)）]|[①-⑳]|[a-z]\)|[-·•])/
const HEADING = /[:：]$/
const NOTE = /^\s*(?:注|备注|说明|附件|温馨提示|“|\()/

/**
 * The verbatim lines of a materials text as a checklist: a line that is a thing to bring gets a box; headings
 * ("附件材料："), conditions and notes stay plain words between them.
 */
export function checklistOf(lines: readonly string[]): ChecklistLine[] {
  const numbered = lines.some((line) => NUMBERED.test(line) && !HEADING.test(line))
  return lines.map((line) => ({
    text: line,
    box: !HEADING.test(line) && !NOTE.test(line) && (numbered ? NUMBERED.test(line) : line.length < 80),
  }))
}

const NOTHING = /^(?:无|无需|不需|不用|免|没有)[^，。]{0,14}(?:材料|要件|资料|手续)?[。.]?$/

/** Whether a materials text says that nothing has to be brought. */
export const needsNothing = (text: string): boolean => NOTHING.test(text.trim())
