import type { Block } from './contents.js'
import { openDraft, place, placeAll, type Draft } from './draft.js'
import { formKind } from './forms.js'
import { sectionHeading } from './meanings.js'
import type { Row } from './rows.js'
import { readSectioned } from './sectioned.js'

/**
 * Reads the standard for personnel archives: six services of their own (接收, 转递, 出具证明, 查借阅, 政审, 归档), the
 * keeping of archives and daily management for operators, the notice to depositors among the templates as notes.
 */
export function readArchives(block: Block): Draft[] {
  const whole = openDraft(block.title, block.chapter, block.titleRows)
  const services: { draft: Draft; rows: Row[] }[] = []
  const { parts, annex } = divide(block.rows)
  placeAll(whole, parts[0]!.rows, { field: 'summary' })
  for (const part of parts.slice(1)) {
    const isService = part.rows.some((row) => sectionHeading(row.text)?.name === '申请材料')
    if (isService) {
      const title = part.titleRows
        .map((row) => row.text)
        .join('')
        .replace(/\s/g, '')
      services.push({ draft: openDraft(title, block.chapter, part.titleRows), rows: part.rows })
    } else {
      const section = part.titleRows.map((row) => row.text).join('')
      placeAll(whole, part.titleRows, { omitted: 'heading' })
      placeAll(whole, part.rows, { operator: section })
    }
  }
  for (const { draft, rows } of services) readSectioned(draft, rows)
  readAnnex(whole, annex)
  whole.end = block.rows.at(-1)!.line
  return [whole, ...services.map((service) => service.draft)]
}

interface Part {
  readonly titleRows: readonly Row[]
  readonly rows: Row[]
}

/** A part's title is the short row or two (18361, 18363) without punctuation before its "一、…". */
function divide(rows: readonly Row[]): { parts: Part[]; annex: Row[] } {
  const end = rows.findIndex((row) => /^附录\s*\d/.test(row.text))
  const body = end < 0 ? rows : rows.slice(0, end)
  const parts: Part[] = [{ titleRows: [], rows: [] }]
  for (let index = 0; index < body.length;) {
    const isTitle = (at: number) =>
      /^[^\d（(一二三四五六七八九十-][^。；：，\t]{2,25}$/.test(body[at]?.text ?? '')
    const length = [1, 2].find(
      (n) =>
        Array.from({ length: n }, (_, k) => k).every((k) => isTitle(index + k)) &&
        /^一、/.test(body[index + n]?.text ?? ''),
    )
    if (length) parts.push({ titleRows: body.slice(index, index + length), rows: [] })
    else parts.at(-1)!.rows.push(body[index]!)
    index += length ?? 1
  }
  return { parts, annex: end < 0 ? [] : rows.slice(end) }
}

/** 附录 1 is a chart, 2 and 3 are templates and forms, 4 says which class a document belongs to. */
function readAnnex(draft: Draft, rows: readonly Row[]): void {
  let heading: Row | undefined
  let notice = ''
  for (const row of rows) {
    if (/^附录\s*\d/.test(row.text)) heading = row
    if (/服务告知书$/.test(row.text)) {
      notice = row.text
      place(draft, row, { field: 'notes', under: notice })
      continue
    }
    // The notice ends with the line for the office's name and stamp.
    if (/^(存档机构名称|模板|附录)/.test(row.text)) notice = ''
    if (notice) place(draft, row, { field: 'notes', under: notice })
    else if (heading && /分类参考/.test(heading.text) && row !== heading)
      place(draft, row, { operator: heading.text })
    else if (heading && /流程图/.test(heading.text)) place(draft, row, { omitted: 'flow_chart' })
    else place(draft, row, { omitted: formKind(row.text) })
  }
}
