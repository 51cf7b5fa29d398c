import { matchLabel } from './qinzhou-labels.js'

/** A non-blank line: its number in the file and its text, trimmed. */
export interface Row {
  readonly line: number
  readonly text: string
}

/** An item's rows by their place in the layout. */
export interface Item {
  readonly title: readonly Row[]
  /** From the time limit's label to the phone, both included. */
  readonly body: readonly Row[]
  /** What follows the phone and still belongs to the item: "注：…", attachments. */
  readonly notes: readonly Row[]
}

/**
 * Cuts the guide into its items. An item has no number and no heading of its own kind: the line with the time limit
 * is its anchor, the phone its end, and what stands between one item's end and the next anchor is notes and title.
 * `fragments` is what is left after the last item.
 */
export function splitItems(lines: readonly string[]): { items: Item[]; fragments: Row[] } {
  const rows = lines.map((raw, index) => ({ line: index + 1, text: raw.trim() })).filter((row) => row.text)
  const anchors = rows.flatMap((row, index) => (matchLabel(row.text)?.field === 'time_limit' ? [index] : []))
  const items: Item[] = []
  let title = rows.slice(0, anchors[0] ?? 0)
  for (const [nth, anchor] of anchors.entries()) {
    const until = anchors[nth + 1] ?? rows.length
    const phone = rows.findIndex((row, index) => index > anchor && matchLabel(row.text)?.field === 'phone')
    const end = phone === -1 || phone >= until ? until : phone + 1
    const tail = rows.slice(end, until)
    const notes = tail.slice(0, countNotes(tail))
    items.push({ title, body: rows.slice(anchor, end), notes })
    title = tail.slice(notes.length)
  }
  return { items, fragments: anchors.length > 0 ? title : [] }
}

// Notes come before the next title. An attachment (附件1 …, 1454–1466) ends with the picture its last line announces,
// which can be missing: "…关注二维码：" is followed by the next title.
function countNotes(tail: readonly Row[]): number {
  const attachment = tail.some((row) => /^附件\s*\d*$/.test(row.text))
  if (attachment) return tail.findLastIndex((row) => /[：:]$|^\[image/.test(row.text)) + 1
  const title = tail.findIndex((row) => !/^注\s*[：:]/.test(row.text))
  return title === -1 ? tail.length : title
}
