import { withoutMarks } from '../core/without-marks.js'
import type { Understanding } from '../../intents/understand.js'
import type { Conversation } from '../core/conversation.js'
import type { Handoff } from '../core/effects.js'
import { offerPerson } from './handoff.js'
import { plain } from './replies.js'
import { say } from './sentences.js'
import { saying, type Scene, type Turn } from './scene.js'
import { says } from './turn-words.js'

/** Hands over, or says when people are there, with all that is known so far. */
function toPerson(
  { context }: Scene,
  conversation: Conversation,
  reason: Handoff['reason'],
  agreed?: boolean,
): Turn {
  const { place, item, asked } = conversation
  const known = { place: place?.code, item, question: asked }
  const { action, blocks, effects, wants } = offerPerson(context, known, reason, agreed)
  const offer =
    wants === 'callback'
      ? ({ kind: 'message' } as const)
      : wants === 'consent'
        ? ({ kind: 'person', reason } as const)
        : undefined
  return {
    conversation: {
      ...withoutWaiting(conversation),
      failures: 0,
      ...(effects.length > 0 && { waiting: true }),
      ...(offer && { offer }),
    },
    reply: { action, blocks, candidates: [], sources: [], confidence: 1 },
    effects,
  }
}

const withoutWaiting = ({ waiting: _, ...conversation }: Conversation): Conversation => conversation

/** A wish said in so many words is honoured at once; so is a question after a person who did not come. */
export function wishForPerson(
  scene: Scene,
  conversation: Conversation,
  heard: Understanding,
): Turn | undefined {
  if (heard.act === 'human') return toPerson(scene, conversation, 'wish')
  const { agents } = scene.context
  const isAbout = heard.fields.length === 0 && heard.substance < WAITING
  const isWaiting = agents === 'timeout' && conversation.waiting && isAbout
  return isWaiting ? toPerson(scene, conversation, 'wish') : undefined
}

/** "怎么还没人接": after a transfer that was not taken, a short message without a matter is about that. In characters. */
const WAITING = 10

/** The answer to "要为您转接吗". */
export function agreeToPerson(
  scene: Scene,
  conversation: Conversation,
  heard: Understanding,
  reason: Handoff['reason'],
): Turn | undefined {
  const bare = withoutMarks(heard.text)
  if (heard.act === 'human' || says('agree_person', bare)) return toPerson(scene, conversation, reason, true)
  if (heard.act === 'deny' || says('decline_person', bare))
    return saying(conversation, plain('smalltalk.no_person'))
  return undefined
}

const MOST_FAILURES = 2

/** After two turns in a row that found nothing a person is offered. */
export function offerAfterFailures({ context }: Scene, turned: Turn): Turn {
  const { conversation, reply } = turned
  if (conversation.failures < MOST_FAILURES || conversation.offer?.kind === 'person') return turned
  if (reply.action === 'answer' || reply.action === 'handoff' || reply.action === 'register') return turned
  const text = say(
    context.agents === 'available' ? 'handoff.after_failures' : 'handoff.after_failures_closed',
  )
  return {
    ...turned,
    conversation: { ...conversation, offer: conversation.offer ?? { kind: 'person', reason: 'failures' } },
    reply: { ...reply, blocks: [...reply.blocks, { type: 'notice', text }] },
  }
}
