import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../core/package-root.js'
import type { WorkOrderType } from '../../core/work-order.js'

/** How a field's answer is read. */
export type FieldKind = 'phone' | 'id' | 'name' | 'text' | 'place' | 'amount' | 'date'

/** One field of a form, as src/dialogue/data/forms.json has it. */
export interface FieldSpec {
  readonly key: string
  readonly label: string
  readonly kind: FieldKind
  /** Needed for submission. */
  readonly required?: boolean
  /** False: only noted when it is said. */
  readonly asked?: boolean
  /** Not asked once this other field is known. */
  readonly or?: string
  /** The group of patterns that finds it in running text; its own key where absent. */
  readonly reads?: string
  /** "没有" is an answer here. */
  readonly none?: 'answer'
  /** So is "不知道": what is needed is that it was asked. */
  readonly unknown?: 'answer'
  /** Its answer may well be put as a question. */
  readonly mayAsk?: boolean
  /** Characters kept. */
  readonly limit: number
  /** Key of the question. */
  readonly ask: string
}

/** A span of working days, or of calendar days. */
export type Span = { readonly working: number } | { readonly calendar: number }

/** A form: its fields in the order asked, and its clock. */
export interface FormSpec {
  readonly name: string
  /** Its part of the order's number. */
  readonly code: string
  readonly deadlines: { readonly passOn: Span; readonly answer: Span; readonly chase: Span }
  readonly fields: readonly FieldSpec[]
}

const data = JSON.parse(readFileSync(join(packageRoot, 'src/dialogue/data/forms.json'), 'utf8')) as {
  readonly leave: readonly string[]
  readonly types: Readonly<Record<WorkOrderType, FormSpec>>
}

/** The form of a type of work order. */
export const formOf = (type: WorkOrderType): FormSpec => data.types[type]

/** A field of a form by its key. Throws on a key the form does not have. */
export function fieldOf(type: WorkOrderType, key: string): FieldSpec {
  const field = formOf(type).fields.find((each) => each.key === key)
  if (!field) throw new RangeError(`form ${type} has no field "${key}"`)
  return field
}

/** Whether a speech act in the midst of a form is for the engine to answer. */
export const leavesForm = (act: string): boolean => data.leave.includes(act)
