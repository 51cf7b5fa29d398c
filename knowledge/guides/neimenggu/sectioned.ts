import { place, placeAll, type Draft } from './draft.js'
import { formKind, opensForm } from './forms.js'
import { partHeading, sectionHeading, type Meaning } from './meanings.js'
import type { Row } from './rows.js'
import { showsSamplePerson, withoutScreens } from './screens.js'

/** A heading with the rows under it, before it is known where they go. */
interface Section {
  readonly heading: Row
  readonly meaning: Meaning
  readonly rows: Row[]
}

/**
 * Reads the layouts whose sections are "一、…": 事项描述 (3 to 26 sections), 基本信息 with its inner "（一）…",
 * 事项名称 of unemployment insurance, and the short guides. Order and numbers of sections do not matter.
 */
export function readSectioned(draft: Draft, rows: readonly Row[]): void {
  const { before, sections } = split(rows, sectionHeading)
  placeAll(draft, before, { omitted: 'heading' })
  sections.forEach((section, index) => {
    const misnamed = index > 0 && isSharedNeeds(section)
    if (misnamed)
      draft.flags.push({
        code: 'source_slip',
        message: `“${section.heading.text}”下实为业务共享需求表，标题与上一节重复`,
        lines: [section.heading.line, section.heading.line],
      })
    placeSection(draft, section)
  })
}

/** Whether rows are of one of these layouts: the first heading any of them can open with is there. */
export function isSectioned(rows: readonly Row[]): boolean {
  return rows.slice(0, 3).some((row) => sectionHeading(row.text))
}

function split(
  rows: readonly Row[],
  headingOf: (text: string) => { meaning: Meaning } | undefined,
): { before: Row[]; sections: Section[] } {
  const before: Row[] = []
  const sections: Section[] = []
  for (const row of rows) {
    const heading = headingOf(row.text)
    if (heading) sections.push({ heading: row, meaning: heading.meaning, rows: [] })
    else (sections.at(-1)?.rows ?? before).push(row)
  }
  return { before, sections }
}

function placeSection(draft: Draft, section: Section): void {
  const { heading, meaning, rows } = section
  if ('fields' in meaning && meaning.heading)
    place(draft, heading, ...meaning.fields.map((field) => ({ field, under: heading.text })))
  else place(draft, heading, { omitted: 'heading' })
  if ('group' in meaning) return placeGroup(draft, rows)
  if ('alias' in meaning)
    return rows.forEach((row) => place(draft, row, { alias: row.text.replace(/。$/, '') }))
  if ('omitted' in meaning) {
    const kept = meaning.omitted === 'blank_form' ? rows : withoutAnnex(draft, section)
    for (const row of kept)
      place(draft, row, { omitted: meaning.omitted === 'blank_form' ? formKind(row.text) : meaning.omitted })
    return
  }
  const own = withoutAnnex(draft, section)
  if ('internal' in meaning) return placeInternal(draft, heading, own)
  for (const row of own) place(draft, row, ...meaning.fields.map((field) => ({ field, under: heading.text })))
}

/** 基本信息: an introduction, then parts with headings of their own. */
function placeGroup(draft: Draft, rows: readonly Row[]): void {
  const { before, sections } = split(rows, partHeading)
  placeAll(draft, before, { field: 'summary' })
  for (const section of sections) placeSection(draft, section)
}

function placeInternal(draft: Draft, heading: Row, rows: readonly Row[]): void {
  const { prose, screen } = withoutScreens(rows)
  placeAll(draft, prose, { operator: heading.text })
  for (const row of screen)
    place(draft, row, { omitted: showsSamplePerson(row.text) ? 'personal_data' : 'internal_screen' })
}

/** Leaves out (and accounts for) the forms that follow a section's text; 《…》说明 among them is notes. */
function withoutAnnex(draft: Draft, section: Section): Row[] {
  // Names of forms are what a list of materials or of a system's windows is made of: there only 附件 ends the section.
  const namesForms = !('fields' in section.meaning) || section.meaning.fields.includes('materials')
  const start = section.rows.findIndex((row) =>
    namesForms ? /^附[录件表]/.test(row.text) : opensForm(row.text),
  )
  if (start < 0) return section.rows
  let explains = ''
  for (const row of section.rows.slice(start)) {
    if (/^《.+》说明$/.test(row.text)) {
      explains = row.text
      place(draft, row, { field: 'notes', under: explains })
    } else if (explains && !/流程图$/.test(row.text)) {
      place(draft, row, { field: 'notes', under: explains })
    } else {
      place(draft, row, { omitted: formKind(row.text) })
    }
  }
  return section.rows.slice(0, start)
}

/** The table of shared data stands under a second 前置校验 (11829). */
function isSharedNeeds(section: Section): boolean {
  return /前置校验$/.test(section.heading.text) && /^需求点\t/.test(section.rows[0]?.text ?? '')
}
