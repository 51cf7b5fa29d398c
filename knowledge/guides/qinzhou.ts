import type { Field, Flag } from '../entry.js'
import type { GuideReader, GuideText, LineUse, ReadEntry, Reading } from './contract.js'
import { pickFlowText, splitColumns } from './qinzhou-flow.js'
import { matchLabel, type Label } from './qinzhou-labels.js'
import { isOnlineAddress } from './qinzhou-online.js'
import { splitItems, type Item, type Row } from './qinzhou-items.js'
import { findLayoutSlips } from './qinzhou-slips.js'

/** Reads 钦州市's guide (000): items of labelled lines ("办理时限：…", "申请条件：…"), without chapters or codes. */
export const qinzhouReader: GuideReader = {
  guide: '000',
  region: '450700',
  place_name: '钦州市',
  name: '钦州市人社服务办事指南',
  read,
}

/** One field while it is being read: rows in the guide's order, with the heading a source names. */
interface Draft {
  heading: string | undefined
  first: number
  last: number
  readonly texts: string[]
}

/** A label with the rows that follow it up to the next label. */
interface Section {
  readonly label: Label
  readonly rows: readonly Row[]
}

/** Throws a RangeError when the text has no item of this layout, that is no time limit line. */
function read(text: GuideText): Reading {
  const { items, fragments } = splitItems(text.lines)
  if (items.length === 0) throw new RangeError(`guide ${text.guide}: no line with a time limit's label`)
  const uses: LineUse[] = []
  const entries = items.map((item, index) => readItem(item, index, uses))
  // Text boxes of the flow charts, exported without their titles after the last item (6075–9567).
  for (const row of fragments) uses.push({ line: row.line, omitted: 'flow_chart' })
  return { entries, uses: uses.sort((a, b) => a.line - b.line) }
}

function readItem(item: Item, entry: number, uses: LineUse[]): ReadEntry {
  const drafts = new Map<Field, Draft>()
  const flags: Flag[] = []
  const put = (field: Field, row: Row, text: string, heading?: string, label?: string) => {
    const draft = drafts.get(field)
    if (!draft) drafts.set(field, { heading, first: row.line, last: row.line, texts: text ? [text] : [] })
    else {
      if (text) draft.texts.push(text)
      draft.last = row.line
    }
    uses.push({ line: row.line, entry, part: field, ...(label && { label }) })
  }

  for (const row of item.title) uses.push({ line: row.line, entry, part: 'title' })
  const sections = splitSections(item.body)
  for (const section of sections) {
    const { label } = section
    const kept = section.rows.slice(1).filter((row) => !omitPicture(row, uses))
    const rows = label.field === 'process' ? pickFlowText(kept, uses) : kept
    const head = section.rows[0]!
    if (!label.value && rows.length === 0) {
      uses.push({ line: head.line, omitted: 'heading' })
      continue
    }
    const value = label.keepsLabel ? head.text : label.value
    put(label.field, head, value, label.name, label.keepsLabel ? undefined : label.prefix)
    for (const row of rows) put(label.field, row, row.text)
    if (label.field === 'process') flags.push(...flagColumns(rows))
    if (label.field === 'channels' || label.field === 'location') {
      const written = label.value ? [{ line: head.line, text: label.value }, ...rows] : rows
      for (const row of written.filter(({ text }) => isOnlineAddress(text))) {
        put('online_url', row, row.text, label.name, row.line === head.line ? label.prefix : undefined)
      }
    }
  }
  for (const row of item.notes) if (!omitPicture(row, uses)) put('notes', row, row.text)

  const all = [...item.title, ...item.body, ...item.notes]
  flags.push(...findLayoutSlips(sections))
  return {
    kind: 'service',
    title: item.title.map((row) => row.text.replace(/\s/g, '')).join(''),
    fields: Object.fromEntries([...drafts].map(([field, draft]) => [field, draft.texts.join('\n')])),
    sections: Object.fromEntries(
      [...drafts].map(([field, draft]) => [
        field,
        { ...(draft.heading && { section: draft.heading }), lines: [draft.first, draft.last] },
      ]),
    ),
    lines: [all[0]!.line, all.at(-1)!.line],
    ...(flags.length > 0 && { flags }),
  }
}

function splitSections(body: readonly Row[]): Section[] {
  const sections: { label: Label; rows: Row[] }[] = []
  for (const row of body) {
    const label = matchLabel(row.text)
    if (label) sections.push({ label, rows: [row] })
    else sections.at(-1)!.rows.push(row)
  }
  return sections
}

// "[image: image24.jpg]" with or without what OCR made of the picture behind it.
function omitPicture(row: Row, uses: LineUse[]): boolean {
  if (!row.text.startsWith('[image')) return false
  uses.push({ line: row.line, omitted: 'picture' })
  return true
}

// Two flow charts drawn side by side come out line by line across both (993): read downwards, they mix two audiences.
function flagColumns(rows: readonly Row[]): Flag[] {
  const heads = splitColumns(rows)
  if (!heads) return []
  const message = `原文的办理流程左右两栏并排（左：${heads[0]}；右：${heads[1]}），请分栏阅读，不要逐行连读。`
  return [
    {
      code: 'source_slip',
      field: 'process',
      message,
      reader: true,
      lines: [rows[0]!.line, rows.at(-1)!.line],
    },
  ]
}
