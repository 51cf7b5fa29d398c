import type { ChecklistLine } from '../../core/reply.js'

const NUMBERED = /^\s*(?:[（(]?\d+[)）.、．:：]|[（(][一二三四五六七八九十]+[)）]|[①-⑳]|[a-z]\)|[-·•])/
const HEADING = /[:：]$/
// A bracket opens a remark, but "(1)" and "(二)" number a thing to bring.
const NOTE = /^\s*(?:注|备注|说明|附件|温馨提示|“|\((?!\d+\)|[一二三四五六七八九十]+\)))/

/**
 * The verbatim lines of a materials text as a checklist: a line that is a thing to bring gets a box; headings
 * ("附件材料："), conditions and notes stay plain words between them.
 */
export function checklistOf(lines: readonly string[]): ChecklistLine[] {
  const numbered = lines.some((line) => NUMBERED.test(line) && !HEADING.test(line))
  // The first of several rows with tabs is a table's head; each of the others is a thing to bring.
  const isRow = (line: string | undefined) => line?.includes('\t') ?? false
  return lines.map((line, i) => ({
    text: line,
    box: isRow(line)
      ? isRow(lines[i - 1])
      : !HEADING.test(line) && !NOTE.test(line) && (numbered ? NUMBERED.test(line) : line.length < 80),
  }))
}

// Not just any few words after 无 or 免: 无犯罪记录证明 and 免冠照片 have to be brought.
const NOTHING =
  /^(?:无|无需|不需要?|不用|免|没有)(?:提供|提交|携带|准备)?(?:任何|其他|申请|申报|办理)*(?:材料|要件|资料|手续)?[。.]?$/

/** Whether a materials text says that nothing has to be brought. */
export const needsNothing = (text: string): boolean => NOTHING.test(text.trim())
