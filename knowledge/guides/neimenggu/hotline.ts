import type { Field } from '../../entry.js'
import type { Block } from './contents.js'
import { openDraft, place, placeAgain, rowsOf, type Draft } from './draft.js'
import { formKind } from './forms.js'
import { bare, type Row } from './rows.js'

/**
 * Reads the standard of the 12333 hotline itself: the service in general, its three flows as services of their own
 * (政策咨询, 办事指南, 投诉举报), and for operators the wording (附录 A) and the listening score (附录 B).
 */
export function readHotline(block: Block): Draft[] {
  const whole = openDraft(block.title, block.chapter, block.titleRows)
  const drafts = [whole]
  let flow: Draft | undefined
  let heading: Row | undefined
  let annex: { title: string; isText: boolean; rows: number } | undefined
  for (const row of block.rows) {
    const isAnnex = /^附录\s*[A-Z]/.test(row.text)
    if (isAnnex) {
      annex = { title: row.text, isText: /^附录\s*[AB]/.test(row.text), rows: 0 }
      place(whole, row, { omitted: 'heading' })
    } else if (annex) {
      // The first row says what the annex is: 服务用语, 监听评分细则.
      if (annex.rows++ === 0) annex.title += ` ${row.text.replace(/\s/g, '')}`
      if (annex.isText) place(whole, row, { operator: annex.title })
      else if (LINE_REPORT.test(row.text)) place(whole, row, { omitted: 'personal_data' })
      else place(whole, row, { omitted: formKind(row.text) })
    } else if (/^\S{2,8}服务流程$/.test(row.text)) {
      flow = openDraft(row.text, block.chapter, [row])
      heading = undefined
      drafts.push(flow)
    } else if (headingOf(row.text)) {
      heading = row
      placeHeading(flow ?? whole, row, flow ? FLOW : GENERAL)
    } else if (heading) {
      placeText(flow ?? whole, row, heading, flow ? FLOW : GENERAL)
    } else {
      place(flow ?? whole, row, { omitted: 'heading' })
    }
  }
  whole.end = block.rows.at(-1)!.line
  for (const draft of drafts.slice(1)) placeSummary(draft)
  return drafts
}

type Target = Field | 'internal'

const GENERAL: Readonly<Record<string, Target>> = {
  线路设置: 'notes',
  服务时间: 'hours',
  语音导航: 'channels',
  服务内容及方式: 'summary',
}
const FLOW: Readonly<Record<string, Target>> = {
  办理条件: 'conditions',
  办理渠道: 'channels',
  办理时限: 'time_limit',
  收费标准: 'fee',
  业务流程: 'process',
  电话拨打: 'process',
  受理: 'process',
  办理: 'process',
  办结: 'process',
  归档: 'internal',
}

function headingOf(text: string): string | undefined {
  const match = /^\d{1,2}\s+(\S{2,8})$/.exec(text)
  return match ? bare(match[1]!) : undefined
}

function placeHeading(draft: Draft, row: Row, targets: Readonly<Record<string, Target>>): void {
  const target = targets[headingOf(row.text)!]
  // Of a field made of several sections, and of the limit as everywhere in this guide, the heading is part.
  const joins = target === 'process' && bare(row.text) !== bare('5业务流程')
  if (target && target !== 'internal' && (joins || target === 'time_limit' || target === 'notes'))
    place(draft, row, { field: target, under: row.text })
  else place(draft, row, { omitted: 'heading' })
}

function placeText(draft: Draft, row: Row, heading: Row, targets: Readonly<Record<string, Target>>): void {
  const target = targets[headingOf(heading.text)!] ?? 'notes'
  place(
    draft,
    row,
    target === 'internal' ? { operator: heading.text } : { field: target, under: heading.text },
  )
}

/** What a flow is about stands under 受理内容 (17777, 17830, 17890). */
function placeSummary(draft: Draft): void {
  const rows = rowsOf(draft, 'process')
  const from = rows.findIndex((row) => /^\d+\.\d+\s*受理内容$/.test(row.text))
  const to = rows.findIndex((row, index) => index > from && /^\d+\.\d+\s*\D/.test(row.text))
  if (from >= 0) placeAgain(draft, rows.slice(from + 1, to), 'summary', rows[from]!.text)
}

// The filled-in example of the list of wage claims: names, numbers, telephone and what happened (18179).
const LINE_REPORT = /^例[:：]\t/
