import { groupBy } from '../../src/core/group-by.js'
import type { LintFinding, LintReport } from './finding.js'
import { fieldName } from './field-texts.js'

/** A report for the terminal: counts first, then by place and kind of finding, errors before warnings. */
export function formatLint({ errors, warnings }: LintReport): string {
  const shown = warnings.filter(({ reader }) => reader).length
  return [
    `知识库检查：错误 ${errors.length} 项，提醒 ${warnings.length} 项（其中 ${shown} 项同时提示群众）`,
    ...countLines('错误', errors),
    ...countLines('提醒', warnings),
    ...(errors.length ? ['', '■ 错误（须先改正）', ...byPlace(errors)] : []),
    ...(warnings.length ? ['', '■ 提醒（请知识编辑核对）', ...byPlace(warnings)] : []),
    '',
  ].join('\n')
}

const KINDS: Readonly<Record<LintFinding['code'], string>> = {
  personal_data: '个人信息',
  schema: '格式错误',
  missing_element: '缺少要素',
  duplicate_title: '标题重复',
  duplicate_code: '编码重复',
  contradiction: '前后矛盾',
  dated: '内容过时',
  bad_url: '网址有误',
  bad_phone: '电话有误',
  foreign_text: '他处内容',
  source_slip: '原文疏漏',
  umbrella: '总称事项',
}
const ORDER = Object.keys(KINDS) as LintFinding['code'][]

function countLines(name: string, findings: readonly LintFinding[]): string[] {
  const counts = ORDER.flatMap((code) => {
    const times = findings.filter((finding) => finding.code === code).length
    return times ? [`${KINDS[code]} ${times}`] : []
  })
  return counts.length ? [`  ${name}：${counts.join('，')}`] : []
}

function byPlace(findings: readonly LintFinding[]): string[] {
  return [...groupBy(findings, ({ region }) => region)].flatMap(([region, own]) => [
    '',
    `${own[0]!.place_name}（${region}）：${own.length} 项`,
    ...ORDER.flatMap((code) => {
      const same = own.filter((finding) => finding.code === code)
      return same.length ? [`  【${KINDS[code]}】${same.length} 项`, ...same.map(line)] : []
    }),
  ])
}

function line({ title, field, message, lines, reader }: LintFinding): string {
  const where = [
    field && fieldName(field),
    lines && `第${lines[0] === lines[1] ? lines[0] : lines.join('–')}行`,
  ]
  const place = where.filter(Boolean).join('，')
  return `    ${reader ? '*' : '-'} ${title}${place ? `（${place}）` : ''}：${message}`
}
