import type { FormState } from '../../core/form-state.js'
import type { Block } from '../../core/reply.js'
import { fieldOf, formOf } from './form-spec.js'
import { text } from './form-words.js'
import { findNumbers, maskWithin } from './numbers.js'
import type { ReadFields } from './read-fields.js'

/** Puts values read from a message into a form. */
export function fill(state: FormState, { values, region }: ReadFields): FormState {
  return { ...state, ...(region && { region }), fields: { ...state.fields, ...values } }
}

/** Sets the place the form is for. */
export function withPlace(
  state: FormState,
  { name, code }: { readonly name: string; readonly code?: string },
): FormState {
  return fill(state, { values: { place: name }, ...(code && { region: code }) })
}

/** Adds a message to the story, its personal numbers masked; says so where there is no more room. */
export function withContent(state: FormState, said: string): { state: FormState; notes: readonly Block[] } {
  const { label, limit } = fieldOf(state.type, 'content')
  const before = state.fields['content']
  const own = findNumbers(said).map(({ value }) => value)
  const masked = maskWithin(
    said,
    own.filter((value) => Object.values(state.fields).includes(value)),
  )
  const whole = [...(before ? `${before}；${masked}` : masked)]
  if (before && [...before].length >= limit - 1) return { state, notes: [text('forms.full', { label })] }
  const content = whole.slice(0, limit).join('')
  const notes = whole.length > limit ? [text('forms.cut', { label, limit })] : []
  return { state: { ...state, fields: { ...state.fields, content } }, notes }
}

/** Moves on to the first field that is still to be asked; to the confirmation where there is none. */
export function openNext({ open: _, choosing: __, ...state }: FormState): FormState {
  const has = (key: string | undefined) => key !== undefined && state.fields[key] !== undefined
  const next = formOf(state.type).fields.find(
    ({ key, asked = true, or }) => asked && !has(key) && !has(or) && !state.skipped.includes(key),
  )
  return { ...state, unclear: 0, ...(next && { open: next.key }) }
}

/** Opens one field anew. */
export function reopen({ choosing: _, ...state }: FormState, key: string): FormState {
  const fields = Object.fromEntries(Object.entries(state.fields).filter(([each]) => each !== key))
  return { ...state, fields, skipped: state.skipped.filter((each) => each !== key), open: key, unclear: 0 }
}
