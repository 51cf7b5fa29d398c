import type { Field } from '../../entry.js'
import { place, placeAgain, placeAll, rowsOf, type Draft } from './draft.js'
import { formKind, opensForm } from './forms.js'
import { bare, type Row } from './rows.js'

type Chapter =
  | { readonly kind: 'scope' | 'references' | 'terms' | 'requirements' | 'process' | 'internal' }
  | { readonly kind: 'field'; readonly field: Field }

/**
 * Reads the layout of a local standard, "1 范围 … 9 相关法律法规、政策文件" (44 standards, and two guides of the same
 * make that put allowance and audience under 业务要求).
 */
export function readNumbered(draft: Draft, rows: readonly Row[]): void {
  let heading: Row | undefined
  let chapter: Chapter | undefined
  let part: { row: Row; fields: readonly Field[]; withHeading: boolean } | undefined
  let inAnnex = false
  const references: Row[] = []
  let referencesHeading = ''
  for (const row of rows) {
    const opened = inAnnex ? undefined : chapterOf(row.text)
    if (opened) {
      heading = row
      chapter = opened
      part = undefined
      place(draft, row, { omitted: 'heading' })
      continue
    }
    inAnnex ||= chapter !== undefined && chapter.kind !== 'process' && opensForm(row.text)
    if (inAnnex || !chapter || !heading) {
      place(draft, row, { omitted: inAnnex ? formKind(row.text) : 'heading' })
    } else if (chapter.kind === 'requirements') {
      const next = requirementOf(row.text)
      if (next) part = { row, ...next }
      const under = part?.row.text
      if (next && !next.withHeading) place(draft, row, { omitted: 'heading' })
      else if (part) place(draft, row, ...part.fields.map((field) => ({ field, under })))
      else place(draft, row, { field: 'conditions', under: heading.text })
    } else if (chapter.kind === 'scope' || chapter.kind === 'terms') {
      // 本文件规定了…, 本文件没有…: the standard's own frame. Definitions are for the reader.
      if (/^本(文件|工作指南)/.test(row.text)) place(draft, row, { omitted: 'front_matter' })
      else place(draft, row, { field: 'notes', under: heading.text })
    } else if (chapter.kind === 'references') {
      if (/^本(文件|工作指南)/.test(row.text)) place(draft, row, { omitted: 'front_matter' })
      else references.push(row)
      referencesHeading = heading.text
    } else if (chapter.kind === 'internal') {
      place(draft, row, { operator: heading.text })
    } else {
      const field = chapter.kind === 'field' ? chapter.field : 'process'
      place(draft, row, { field, under: heading.text })
    }
  }
  // Documents are listed twice where the standard ends with its own list; the guides have only the first list.
  if (rowsOf(draft, 'policy_basis').length) placeAll(draft, references, { omitted: 'duplicate' })
  else placeAll(draft, references, { field: 'policy_basis', under: referencesHeading })
  placeMaterials(draft)
  flagGap(draft)
}

export function isNumbered(rows: readonly Row[]): boolean {
  return /^1\s*范围$/.test(rows[0]?.text ?? '')
}

/**
 * What to bring stands inside the process. Of a standard that begins with 申请 or 发起 it is all of that step, and of
 * the next one too where the first only says 相关材料 and the list comes later (1088, 1921). Where each kind of change
 * has a 申请 of its own (2538, 2570, 2628), these steps. Where the counter only receives (social security cards), the
 * documents named in the conditions.
 */
function placeMaterials(draft: Draft): void {
  const steps = stepsOf(rowsOf(draft, 'process'), /^\d+\.\d+\s*[^\d.\s]\S*$/)
  const [first, second] = steps
  if (!first) return
  const under = first.heading.text
  if (/(申请|发起)$/.test(first.heading.text)) {
    const vague = first.rows.every((row) => /提供相关(材料|资料)。$/.test(row.text))
    const rows = vague && second ? [...first.rows, ...second.rows] : first.rows
    return placeAgain(draft, rows, 'materials', under)
  }
  const inner = steps.flatMap((step) => {
    const apply = stepsOf(step.rows, /^\d+(\.\d+){2}\s*[^\d.\s]\S*$/).find((sub) =>
      /\d\s*申请$/.test(sub.heading.text),
    )
    return apply ? [step.heading, apply.heading, ...apply.rows] : []
  })
  if (inner.length) return placeAgain(draft, inner, 'materials', under)
  const documents = rowsOf(draft, 'conditions')
  const from = documents.findIndex((row) => /持有?效?有?效?身份证件|有效身份证件包括/.test(row.text))
  if (from >= 0) placeAgain(draft, documents.slice(from), 'materials', '5.1 办理条件')
}

function stepsOf(rows: readonly Row[], pattern: RegExp): { heading: Row; rows: Row[] }[] {
  const steps: { heading: Row; rows: Row[] }[] = []
  for (const row of rows) {
    if (pattern.test(row.text)) steps.push({ heading: row, rows: [] })
    else steps.at(-1)?.rows.push(row)
  }
  return steps
}

/** 6.4 followed by 6.6 (1368): a step may be missing from the official text. */
function flagGap(draft: Draft): void {
  const numbers = rowsOf(draft, 'process').flatMap((row) => {
    const match = /^\d+\.(\d+)\s+\S/.exec(row.text)
    return match ? [{ row, number: Number(match[1]) }] : []
  })
  numbers.forEach(({ row, number }, index) => {
    const before = numbers[index - 1]?.number
    if (before !== undefined && number > before + 1)
      draft.flags.push({
        code: 'source_slip',
        field: 'process',
        message: `业务流程编号从第${before}步跳到第${number}步，原文可能缺一步`,
        lines: [row.line, row.line],
      })
  })
}

function chapterOf(text: string): Chapter | undefined {
  const match = /^\d{1,2}\s+(\S.{0,20})$/.exec(text)
  return match ? CHAPTERS.get(bare(match[1]!)) : undefined
}

const CHAPTERS: ReadonlyMap<string, Chapter> = new Map(
  (
    [
      ['范围', { kind: 'scope' }],
      ['规范性引用文件', { kind: 'references' }],
      ['术语和定义', { kind: 'terms' }],
      ['服务内容', { kind: 'field', field: 'summary' }],
      ['业务要求', { kind: 'requirements' }],
      ['业务流程', { kind: 'process' }],
      ['风险控制', { kind: 'internal' }],
      ['防控措施', { kind: 'internal' }],
      ['业务档案管理', { kind: 'internal' }],
      ['相关法律法规、政策文件', { kind: 'field', field: 'policy_basis' }],
    ] as const
  ).map(([name, chapter]) => [bare(name), chapter]),
)

function requirementOf(text: string): { fields: readonly Field[]; withHeading: boolean } | undefined {
  const match = /^\d+\.\d+\s*([^\d.\s].{0,20})$/.exec(text)
  return match ? REQUIREMENTS.get(bare(match[1]!)) : undefined
}

const REQUIREMENTS: ReadonlyMap<string, { fields: readonly Field[]; withHeading: boolean }> = new Map([
  ['办理条件', { fields: ['conditions'], withHeading: false }],
  ['申领条件', { fields: ['conditions'], withHeading: false }],
  ['补贴对象', { fields: ['conditions', 'audience'], withHeading: false }],
  ['办理渠道', { fields: ['channels'], withHeading: false }],
  ['办理时限', { fields: ['time_limit'], withHeading: true }],
  ['收费标准', { fields: ['fee'], withHeading: false }],
  ['补贴院校范围', { fields: ['notes'], withHeading: true }],
  ['补贴标准', { fields: ['notes'], withHeading: true }],
  ['补贴期限', { fields: ['notes'], withHeading: true }],
  ['补贴发放时间', { fields: ['notes'], withHeading: true }],
])
