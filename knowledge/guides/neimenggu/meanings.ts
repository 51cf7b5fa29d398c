import type { Field } from '../../entry.js'
import type { Omission } from '../contract.js'
import { bare } from './rows.js'

/** What stands under a heading. `heading`: the heading's own words belong to the text, since it joins several. */
export type Meaning =
  | { readonly fields: readonly Field[]; readonly heading?: boolean }
  | { readonly internal: true }
  | { readonly omitted: Omission }
  | { readonly alias: true }
  | { readonly group: true }

/** The heading of a section in any of the "一、…" layouts, by its words alone: the numbers differ from item to item. */
export function sectionHeading(text: string): { name: string; meaning: Meaning } | undefined {
  const match = /^[一二三四五六七八九十]{1,3}\s*[、.．,，]?\s*(\S.{0,30})$/.exec(text.replace(/^-\s+/, ''))
  return match ? named(match[1]!, SECTIONS) : undefined
}

/** The heading of a part of 基本信息, "（一）…" to "（十五）…". */
export function partHeading(text: string): { name: string; meaning: Meaning } | undefined {
  const match = /^[（(][一二三四五六七八九十]{1,3}[）)]\s*(\S.{0,20})$/.exec(text)
  return match ? named(match[1]!, PARTS) : undefined
}

function named(
  words: string,
  table: ReadonlyMap<string, Meaning>,
): { name: string; meaning: Meaning } | undefined {
  const meaning = table.get(bare(words))
  return meaning && { name: words, meaning }
}

const into = (...fields: Field[]): Meaning => ({ fields })
const withHeading = (...fields: Field[]): Meaning => ({ fields, heading: true })
const internal: Meaning = { internal: true }
const flowChart: Meaning = { omitted: 'flow_chart' }
const form: Meaning = { omitted: 'blank_form' }

function table(...groups: readonly (readonly [Meaning, readonly string[]])[]): ReadonlyMap<string, Meaning> {
  return new Map(groups.flatMap(([meaning, names]) => names.map((name) => [bare(name), meaning] as const)))
}

const SECTIONS = table(
  [{ group: true }, ['基本信息']],
  [{ alias: true }, ['事项名称', '项目名称']],
  [into('summary'), ['事项描述', '事件描述', '服务内容']],
  [into('conditions'), ['受理条件', '申领条件', '办理人员范围', '办理范围', '补贴人员范围']],
  [into('conditions', 'audience'), ['申请范围（对象）']],
  [
    into('policy_basis'),
    ['政策依据', '政策设定依据', '法定依据', '设定依据', '实施依据', '适用依据', '办理依据'],
  ],
  [into('audience'), ['服务对象']],
  [into('audience', 'conditions'), ['申请主体']],
  [into('department'), ['实施主体', '承办机构']],
  // Residents are told of both limits, each under its own heading.
  [
    withHeading('time_limit'),
    ['法定办结时限', '承诺办结时限', '办结时限', '办理时限', '审结时限', '申请时限'],
  ],
  [into('channels'), ['办理形式（渠道）', '办理形式', '办理方式', '申领方式', '办理途径']],
  [into('online_url'), ['网办地址']],
  [into('location'), ['办事地址', '管辖区域']],
  [
    into('materials'),
    [
      '材料列表',
      '申请材料列表',
      '申请材料',
      '申报材料',
      '申报材料及办理流程',
      '办理材料',
      '办理携带材料',
      '办理携带材料（系统登记上传相关证件扫描件）',
    ],
  ],
  [into('process'), ['办理环节', '办事流程', '办理流程', '申请流程']],
  [withHeading('process'), ['申请方式', '申请受理', '调查核实', '时限中止、恢复', '作出决定', '文书送达']],
  [into('result'), ['办理结果', '结果反馈']],
  [into('hours'), ['服务时间', '办事时间']],
  [into('fee'), ['收费依据及标准']],
  [into('phone'), ['咨询方式', '咨询查询途径']],
  [into('complaint'), ['监督投诉方式']],
  [
    withHeading('notes'),
    ['补贴标准', '补贴险种', '补贴期限', '返还比例', '资金用途', '注意事项', '备注', '其他', '免学费流程'],
  ],
  [
    internal,
    [
      '行使层级',
      '办件类型',
      '后台审批使用系统建设方式',
      '系统名称',
      '反馈渠道',
      '是否网办',
      '内部业务经办流程',
      '内部业务经办流程图',
      '受理操作要点',
      '经办操作要点',
      '前置校验',
      '业务共享需求',
      '事项风险点（内控稽核）',
    ],
  ],
  [flowChart, ['外部流程图', '外部流程', '流程图', '流程', '工伤认定全流程图']],
  [form, ['表单内容', '业务表单']],
)

const PARTS = table(
  [{ alias: true }, ['事项名称']],
  [into('department'), ['实施主体']],
  [into('audience'), ['服务对象']],
  [withHeading('time_limit'), ['法定办结时限', '承诺办结时限']],
  [into('channels'), ['办理形式', '办理形式（渠道）']],
  [withHeading('notes'), ['到办事现场次数', '必须到现场原因']],
  [into('online_url'), ['网办地址']],
  [into('hours'), ['办理时间']],
  [into('result'), ['审批结果名称']],
  [into('fee'), ['收费设置']],
  [internal, ['事项类型', '行使层级', '办件类型', '网上办理深度']],
)
