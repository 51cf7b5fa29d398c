import type { GuideText } from '../contract.js'

/** A non-blank line: its number in the file (from 1) and its text without outer spaces; a table row keeps its tabs. */
export interface Row {
  readonly line: number
  readonly text: string
}

/** All non-blank lines of the guide, in order. */
export function readRows(text: GuideText): Row[] {
  return text.lines.flatMap((raw, index) => (raw.trim() ? [{ line: index + 1, text: tidy(raw) }] : []))
}

/** Letters and figures of a heading or title alone, so that spaces, brackets' width and list dashes do not matter. */
export function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/^\s*-+\s+/, '')
    .replace(/[\s*（）()《》〈〉“”"':：。，,、.．-]/g, '')
}

// A row whose first cell is empty starts with a tab: without it the cells would move one column to the left.
function tidy(raw: string): string {
  const text = raw.replace(/\s+$/, '')
  return text.trim().includes('\t') ? text.replace(/^[^\S\t]+/, '') : text.trim()
}
