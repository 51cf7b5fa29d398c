import type { TurnContext } from '../../core/context.js'
import type { Effect } from '../../core/effects.js'
import type { OpenOrder } from '../../core/open-order.js'
import { beijingDay } from './beijing-day.js'
import { formOf } from './form-spec.js'
import { stepOut, type FormStep } from './form-step.js'
import { text } from './form-words.js'
import { foldAnswer } from './numbers.js'

/** Asks after an order: the one whose number is named, else the latest of this conversation. */
export function chaseReply(
  orders: readonly OpenOrder[],
  said: string,
  { now }: Pick<TurnContext, 'now'>,
): FormStep {
  return onOrder(orders, said, (order) => ({
    key: `forms.chase.${stateOf(order, now)}`,
    effect: { kind: 'work_order_chased', number: order.number, at: now.toISOString() },
  }))
}

/** Takes an order back that was already submitted. */
export function withdrawReply(
  orders: readonly OpenOrder[],
  said: string,
  { now }: Pick<TurnContext, 'now'>,
): FormStep {
  return onOrder(orders, said, ({ number }) => ({
    key: 'forms.withdrawn',
    effect: { kind: 'work_order_cancelled', number, at: now.toISOString() },
  }))
}

/** Does something to the order meant, and says it by the sentence under `key`; says so where there is none. */
function onOrder(
  orders: readonly OpenOrder[],
  said: string,
  act: (order: OpenOrder) => { readonly key: string; readonly effect: Effect },
): FormStep {
  const order = findOrder(orders, said)
  if (order === undefined || typeof order === 'string') return notFound(orders, order)
  const { key, effect } = act(order)
  return stepOut([text(key, wordsOf(order))], [effect])
}

/** The order meant; a number that none of them has is given back as it was said. */
function findOrder(orders: readonly OpenOrder[], said: string): OpenOrder | string | undefined {
  const named = ORDER_NUMBER.exec(foldAnswer(said).toUpperCase())?.[0]
  if (named === undefined) return orders.toSorted(byReceived).at(-1)
  const bare = (number: string) => number.replace(/[^0-9A-Z]/g, '')
  return orders.find(({ number }) => bare(number) === bare(named)) ?? named
}

const ORDER_NUMBER = /20\d{6}[\s-]*(?:D1|D2|E|CB)[\s-]*[0-9A-Z]{6}/u
const byReceived = (a: OpenOrder, b: OpenOrder) => Date.parse(a.receivedAt) - Date.parse(b.receivedAt)

function notFound(orders: readonly OpenOrder[], named: string | undefined): FormStep {
  if (named === undefined) return stepOut([text('forms.chase.none')])
  const numbers = orders.map(({ number }) => number).join('、')
  return stepOut([
    text('forms.chase.unknown', { number: named }),
    ...(orders.length > 0 ? [text('forms.chase.known', { numbers })] : []),
  ])
}

function stateOf({ answerBy, chaseFrom }: OpenOrder, now: Date): 'open' | 'due' | 'overdue' {
  if (now.getTime() > Date.parse(answerBy)) return 'overdue'
  return now.getTime() >= Date.parse(chaseFrom) ? 'due' : 'open'
}

const wordsOf = ({ number, type, receivedAt, answerBy }: OpenOrder) => ({
  number,
  type: formOf(type).name,
  received: beijingDay(new Date(receivedAt)),
  answer: beijingDay(new Date(answerBy)),
})
