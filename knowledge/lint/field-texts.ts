import { FIELDS } from '../../src/core/vocabulary.js'
import type { Entry, Field } from '../entry.js'

/** The fields an entry has, in the order of a reply, with their texts. */
export function fieldTexts(entry: Entry): (readonly [Field, string])[] {
  return FIELDS.flatMap((field) => {
    const text = entry.fields[field]
    return text === undefined ? [] : [[field, text] as const]
  })
}

const NAMES: Readonly<Record<Field, string>> = {
  summary: '事项简述',
  audience: '服务对象',
  conditions: '受理条件',
  materials: '申请材料',
  channels: '办理渠道',
  process: '办理流程',
  location: '办理地点',
  online_url: '网办地址',
  time_limit: '办理时限',
  time_limit_before: '提速前时限',
  fee: '收费标准',
  result: '结果送达',
  hours: '办理时间',
  phone: '咨询电话',
  department: '承办单位',
  complaint: '监督投诉',
  policy_basis: '政策依据',
  notes: '备注',
  members: '包含事项',
  handler: '承办人员',
  forbidden: '禁办情形',
  deferred: '容缺材料',
}

/** A field's name as messages for people use it. */
export function fieldName(field: Field): string {
  return NAMES[field]
}
