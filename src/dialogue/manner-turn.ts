import type { Understanding } from '../../intents/understand.js'
import { lastingOf, type Conversation } from '../core/conversation.js'
import type { Reply } from '../core/reply.js'
import { feelingOf } from './feelings.js'
import { mannerReply, type Manner } from './manner.js'
import { answerEntry } from './item-turn.js'
import { plain } from './replies.js'
import { saying, type Scene, type Turn } from './scene.js'
import { strikesAfter, strikesOf } from './strikes.js'

/** Anger, blame and complaints about the line often come with a question; only where there is none are they answered alone. */
const WITH_QUESTION: ReadonlySet<Manner> = new Set(['emotion', 'abuse', 'blame', 'hard_to_reach'])
const QUESTION = 12
const STORY = 20

/** The turn for what is no question about an item; undefined where the message goes on to be looked up. */
export function mannerTurn(
  scene: Scene,
  before: Conversation,
  act: Manner | undefined,
  heard?: Understanding,
): Turn | undefined {
  if (act === undefined) return undefined
  if (heard && WITH_QUESTION.has(act) && bringsQuestion(heard)) return undefined
  if (act === 'repeat') return repeat(scene, before)
  // "算了": what was begun and offered is gone, the place and the orders stay.
  if (act === 'cancel') return saying(lastingOf(before), plain('smalltalk.cancel'))
  if (act === 'suggestion') return saying(before, plain('register.suggestion'))
  const { tools, context } = scene
  const strikes = before.strikes ?? {}
  const reply = mannerReply(act, {
    ...context,
    knowledge: tools.knowledge,
    region: before.place?.region,
    placeName: before.place?.name,
    strikes: strikesOf(strikes, act),
    feeling: heard && feelingOf(heard.text),
  })
  if (!reply) return act === 'deny' ? saying(before, plain('clarify.rephrase')) : undefined
  const { offersPerson, registers } = reply
  const conversation: Conversation = {
    ...before,
    strikes: strikesAfter(strikes, act),
    ...(registers
      ? { offer: { kind: 'message' } }
      : offersPerson && { offer: { kind: 'person', reason: offersPerson } }),
  }
  const { blocks, action, sources } = reply
  const said: Reply = { action, blocks, sources, candidates: [], confidence: 1 }
  return saying(conversation, said)
}

/** Words of a story, or a question put in so many words. */
const bringsQuestion = ({ substance, fields, how, kind }: Understanding): boolean =>
  substance >= STORY || (substance >= QUESTION && (fields.length > 0 || how || kind !== undefined))

/** The last answer once more. */
function repeat(scene: Scene, conversation: Conversation): Turn {
  const { item, asked } = conversation
  if (!item || asked === undefined) return saying(conversation, plain('smalltalk.repeat_nothing'))
  const heard = scene.tools.understander.read(asked)
  return answerEntry(scene, conversation, heard, { id: item, confidence: 0.9, candidates: [] })
}
