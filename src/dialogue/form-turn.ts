import type { Understanding } from '../../intents/understand.js'
import type { Conversation } from '../core/conversation.js'
import { openOrderOf, type OpenOrder } from '../core/open-order.js'
import type { WorkOrderType } from '../core/work-order.js'
import { addWorkingDays } from '../handoff/calendar.js'
import { chaseReply, withdrawReply } from './forms/chase.js'
import { continueForm, resumeForm, startForm, type FormContext, type FormStep } from './forms/form.js'
import { saying, type Scene, type Turn } from './scene.js'

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
  const step = RESUMES.test(heard.text)
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

const RESUMES = /^(?:(?:接着|继续)(?:登记|填|说|来)?|回到登记)[吧呀。！!]*$/u

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
  if (orders.length > 0 && WITHDRAWS.test(heard.text))
    return formTurn(conversation, withdrawReply(orders, text, scene.context))
  const type = act && FORMS[act]
  if (!type) return undefined
  return formTurn(conversation, startForm(type, text, formContext(scene, conversation, type, heard)))
}

const WITHDRAWS = /(?:撤(?:回|销|了|掉)|取消).{0,6}(?:投诉|登记|工单|反映|诉求|单子)/u

/** A message to be left for when people are there; undefined where the person asks something else instead. */
export function startMessage(
  scene: Scene,
  conversation: Conversation,
  heard: Understanding,
  text: string,
): Turn | undefined {
  if (heard.act !== undefined && heard.act !== 'acknowledge' && !LEAVES.test(heard.text)) return undefined
  const asks = heard.fields.length > 0 && heard.named >= 4 && !/\d{4}\*{4}|\*{4}\d/u.test(heard.text)
  if (asks && !LEAVES.test(heard.text)) return undefined
  return formTurn(
    conversation,
    startForm('callback', text, formContext(scene, conversation, 'callback', heard)),
  )
}

const LEAVES = /留言|留个?(?:话|电话|言)|登记|回电|回(?:我|个)电话|给我打/u

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
