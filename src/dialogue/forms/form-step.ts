import type { Entry } from '../../../knowledge/entry.js'
import type { TurnContext } from '../../core/context.js'
import type { Effect } from '../../core/effects.js'
import type { FormState } from '../../core/form-state.js'
import type { ServedPlace } from '../../core/place.js'
import type { Block } from '../../core/reply.js'

/** What a message to a form leads to; without `state` the form is finished or cancelled. */
export interface FormStep {
  readonly state?: FormState
  readonly blocks: readonly Block[]
  readonly action: 'register'
  readonly effects: readonly Effect[]
}

/** What a form may know besides the message. */
export interface FormContext extends TurnContext {
  /** The place in force in the conversation. */
  readonly place?: ServedPlace | undefined
  /** The entry the help is for (D-1), or the place's own entry on arbitration (E): its ways are offered first. */
  readonly item?: Entry | undefined
  /** What understanding took the message for: a wish for a person, thanks, … are left to the engine. */
  readonly act?: string | undefined
  /** The legal working calendar. */
  readonly addWorkingDays: (from: Date, days: number) => Date
}

/** A step that goes on with the form. */
export const stepOn = (state: FormState, blocks: readonly Block[]): FormStep => ({
  state,
  blocks,
  action: 'register',
  effects: [],
})

/** A step that ends the form. */
export const stepOut = (blocks: readonly Block[], effects: readonly Effect[] = []): FormStep => ({
  blocks,
  action: 'register',
  effects,
})
