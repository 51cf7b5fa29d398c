import type { WorkOrderType } from './work-order.js'

/** A work order that is still being filled in; kept in the conversation between turns, below 2 kB as JSON. */
export interface FormState {
  readonly version: 1
  readonly type: WorkOrderType
  /** GB/T 2260 code of the place it is for; its name stands in `fields.place`. */
  readonly region?: string
  /** What was said so far, by the field's key. */
  readonly fields: Readonly<Record<string, string>>
  /** Fields the person would rather leave empty. */
  readonly skipped: readonly string[]
  /** The field asked for last; absent while the whole is up for confirmation. */
  readonly open?: string
  /** How often the open question was not answered. */
  readonly unclear: number
  /** Only the remedy and the first question were said: "不用了" still means the whole. */
  readonly fresh?: true
  /** The person was asked which field is wrong: the name of one is an answer now. */
  readonly choosing?: true
}
