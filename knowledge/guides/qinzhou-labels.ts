import type { Field } from '../entry.js'

/** A labelled line's opening, as found. */
export interface Label {
  readonly field: Field
  /** The label's words without inner spaces: "总时限". */
  readonly name: string
  /** As it stands on the line, colon included: "总 时 限：". */
  readonly prefix: string
  /** What follows on the same line, trimmed; may be empty. */
  readonly value: string
  /** The line enters the field with its label ("总责任人：…" beside the department's name). */
  readonly keepsLabel: boolean
}

/** Finds the label a line opens with; undefined for a line that goes on with the section before it. */
export function matchLabel(text: string): Label | undefined {
  const match = PATTERN.exec(text)
  if (!match) return undefined
  const name = match[1]!.replace(/\s/g, '') as LabelName
  const prefix = match[0].trimEnd()
  const value = text.slice(match[0].length).trim()
  return { field: LABELS[name], name, prefix, value, keepsLabel: name === '总责任人' }
}

/**
 * Every label of the guide. The items of social security cards (3004–3272) have 总时限, 申请材料, 办理地址 and
 * 咨询电话 where the others have 办理时限 or 办理时间, 办理材料, 办理地点及办理机构 and 联系电话.
 */
const LABELS = {
  办理时限: 'time_limit',
  办理时间: 'time_limit',
  总时限: 'time_limit',
  责任单位: 'department',
  总责任人: 'department',
  办理流程: 'process',
  申请条件: 'conditions',
  办理方式: 'channels',
  办理材料: 'materials',
  申请材料: 'materials',
  办理地点及办理机构: 'location',
  办理地址: 'location',
  网报地址: 'online_url',
  收费标准: 'fee',
  结果送达: 'result',
  联系电话: 'phone',
  咨询电话: 'phone',
} as const satisfies Record<string, Field>
type LabelName = keyof typeof LABELS

// "总 时 限：" is written with inner spaces; " 申请条件：" with a leading one.
const PATTERN = new RegExp(
  `^\\s*(${Object.keys(LABELS)
    .map((name) => [...name].join('\\s*'))
    .join('|')})\\s*[：:]\\s*`,
)
