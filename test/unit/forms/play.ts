import { renderText } from '../../../src/core/reply.js'
import type { WorkOrderType } from '../../../src/core/work-order.js'
import { continueForm, startForm, type FormContext, type FormStep } from '../../../src/dialogue/forms/form.js'

/** Wednesday, 10 o'clock in Beijing; every day counts as a working day. */
export const context: FormContext = {
  now: new Date('2025-03-05T02:00:00Z'),
  channel: 'web',
  agents: 'available',
  turnId: 'turn-1',
  addWorkingDays: (from, days) => new Date(from.getTime() + days * 86_400_000),
}
export const QINZHOU = { region: '450700', code: '450700', name: '钦州市' }

export const textOf = (step: FormStep | undefined): string => renderText(step?.blocks ?? [])

/** Says messages to a new form and gives every step; messages that are not for it leave the state as it is. */
export function play(type: WorkOrderType, texts: readonly string[], given: FormContext = context) {
  const [first = '', ...rest] = texts
  let step: FormStep = startForm(type, first, given)
  const steps: (FormStep | undefined)[] = [step]
  for (const text of rest) {
    if (!step.state) break
    const next = continueForm(step.state, text, given)
    steps.push(next)
    step = next ?? step
  }
  return { steps, last: step, state: step.state, text: textOf(step) }
}
