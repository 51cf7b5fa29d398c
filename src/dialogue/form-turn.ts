import { withoutMarks } from '../core/without-marks.js'
import type { Understanding } from '../../intents/understand.js'
import type { Conversation } from '../core/conversation.js'
import { openOrderOf, type OpenOrder } from '../core/open-order.js'
import type { WorkOrderType } from '../core/work-order.js'
import { addWorkingDays } from '../handoff/calendar.js'
import { chaseReply, withdrawReply } from './forms/chase.js'
import { continueForm, resumeForm, startForm, type FormContext, type FormStep } from './forms/form.js'
import { saying, type Scene, type Turn } from './scene.js'
import { says } from './turn-words.js'

/** A form that is being filled in takes the message; another question is answered and the form comes back. */
export function continueForms(
  scene: Scene,
  conversation: Conversation,
  heard: Understanding,
  text: string,
  answer: (free: Conversation) => Turn,
): Turn | undefined {
  const { form, ...free } = conversation
  if (!form) return undefined
  const step = says('resume_form', heard.text)
    ? resumeForm(form)
    : continueForm(form, text, formContext(scene, conversation, form.type, heard))
  if (step) return formTurn(conversation, step)
  const turned = answer(free)
  // A person takes the form over as it stands; for all else it waits.
  const resumed = turned.effects.length > 0 ? [] : resumeForm(form).blocks
  return {
    ...turned,
    conversation: { ...turned.conversation, form },
    reply: { ...turned.reply, blocks: [...turned.reply.blocks, ...resumed] },
  }
}

const FORMS: Readonly<Partial<Record<string, WorkOrderType>>> = {
  service_complaint: 'D-2',
  wage_clue: 'E',
  help_request: 'D-1',
}
/** Orders asked after are those of this conversation. */
export function formByAct(
  scene: Scene,
  conversation: Conversation,
  heard: Understanding,
  text: string,
): Turn | undefined {
  const { act } = heard
  const orders: readonly OpenOrder[] = conversation.orders ?? []
  if (act === 'chase') return formTurn(conversation, chaseReply(orders, text, scene.context))
  if (orders.length > 0 && says('withdraw', heard.text))
    return formTurn(conversation, withdrawReply(orders, text, scene.context))
  // "我想留言" needs no offer before it.
  const type = (act && FORMS[act]) ?? (says('wants_message', heard.text) ? 'callback' : undefined)
  if (!type) return undefined
  return formTurn(conversation, startForm(type, text, formContext(scene, conversation, type, heard)))
}

/** A message to be left for when people are there; undefined where the person asks something else instead. */
export function startMessage(
  scene: Scene,
  conversation: Conversation,
  heard: Understanding,
  text: string,
): Turn | undefined {
  const bare = withoutMarks(heard.text)
  const isLeft = says('leave_message', heard.text) || says('agree', bare) || NUMBER.test(heard.text)
  if (!isLeft && (heard.act !== undefined || heard.fields.length > 0 || heard.substance < MESSAGE))
    return undefined
  return formTurn(
    conversation,
    startForm('callback', text, formContext(scene, conversation, 'callback', heard)),
  )
}

/** A message this long without a question is what is to be left. In characters. */
const MESSAGE = 8
const NUMBER = /\d\*{4}\d?/u

function formContext(
  { tools, context }: Scene,
  { place, item }: Conversation,
  type: WorkOrderType,
  { act }: Understanding,
): FormContext {
  const arbitration = place && tools.knowledge.onTopic(ARBITRATION, place.region)[0]
  const entry = type === 'E' ? arbitration : item ? tools.knowledge.get(item) : undefined
  return { ...context, place, item: entry, act, addWorkingDays }
}

const ARBITRATION = 'labor-dispute-arbitration'

const MOST_ORDERS = 5

function formTurn(before: Conversation, step: FormStep): Turn {
  const { form: _, ...conversation } = before
  const opened = step.effects.flatMap((effect) =>
    effect.kind === 'work_order_opened' ? [openOrderOf(effect.order)] : [],
  )
  const cancelled = step.effects.flatMap((effect) =>
    effect.kind === 'work_order_cancelled' ? [effect.number] : [],
  )
  const orders = [...(before.orders ?? []), ...opened].filter(({ number }) => !cancelled.includes(number))
  const after: Conversation = {
    ...conversation,
    failures: 0,
    ...(step.state && { form: step.state }),
    ...((orders.length > 0 || before.orders) && { orders: orders.slice(-MOST_ORDERS) }),
  }
  const reply = { action: step.action, blocks: step.blocks, candidates: [], sources: [], confidence: 1 }
  return { ...saying(after, reply), effects: step.effects }
}
