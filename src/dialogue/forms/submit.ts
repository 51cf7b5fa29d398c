import { createHash } from 'node:crypto'
import type { FormState } from '../../core/form-state.js'
import type { WorkOrder, WorkOrderType } from '../../core/work-order.js'
import { beijingDate, beijingDay } from './beijing-day.js'
import { formOf, type Span } from './form-spec.js'
import { stepOut, type FormContext, type FormStep } from './form-step.js'
import { text } from './form-words.js'

/** Opens the work order a confirmed form stands for, and says its number and what happens when. */
export function submit(state: FormState, context: FormContext): FormStep {
  const order = orderOf(state, context)
  const dates = {
    passOn: beijingDay(new Date(order.passOnBy)),
    answer: beijingDay(new Date(order.answerBy)),
    chase: beijingDay(new Date(order.chaseFrom)),
  }
  return stepOut(
    [
      text('forms.done', { number: order.number, type: formOf(state.type).name }),
      text(state.type === 'callback' ? 'forms.done_next_callback' : 'forms.done_next', dates),
    ],
    [{ kind: 'work_order_opened', order }],
  )
}

/** The number of an order: day in Beijing, the form, and six signs of the turn that no other turn has. */
export function orderNumber(
  type: WorkOrderType,
  { now, turnId }: Pick<FormContext, 'now' | 'turnId'>,
): string {
  const digest = createHash('sha256').update(`${type} ${now.toISOString()} ${turnId}`).digest()
  const own = [...digest.subarray(0, 6)].map((byte) => SIGNS[byte % SIGNS.length]).join('')
  return `${beijingDate(now).replaceAll('-', '')}-${formOf(type).code}-${own}`
}

/** Without I, L, O and U, which are misheard or misread for others. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

function orderOf({ type, region, fields }: FormState, context: FormContext): WorkOrder {
  const { deadlines, fields: specs } = formOf(type)
  const due = (span: Span) =>
    ('working' in span
      ? context.addWorkingDays(context.now, span.working)
      : new Date(context.now.getTime() + span.calendar * 86_400_000)
    ).toISOString()
  return {
    number: orderNumber(type, context),
    type,
    region,
    // In the form's own order, whatever came first.
    fields: Object.fromEntries(
      specs.flatMap(({ key }) => (fields[key] === undefined ? [] : [[key, fields[key]]])),
    ),
    receivedAt: context.now.toISOString(),
    passOnBy: due(deadlines.passOn),
    answerBy: due(deadlines.answer),
    chaseFrom: due(deadlines.chase),
  }
}
