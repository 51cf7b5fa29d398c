import type { Act, MannerAct } from '../../intents/acts.js'
import type { KnowledgeBase } from '../../knowledge/base.js'
import type { Channel } from '../core/context.js'
import type { Handoff } from '../core/effects.js'
import type { Block, SourceRef } from '../core/reply.js'
import type { Action } from '../core/vocabulary.js'
import type { Feeling } from './feelings.js'
import { greetingOf } from './greetings.js'
import { mannerPolicy } from './manner-policy.js'
import { calculatorWays, selfServiceWays, waysBlocks } from './self-service.js'
import { say, sayOn } from './sentences.js'
import type { Stepped } from './strikes.js'

/** What manner may depend on; nothing else is looked at. */
export interface MannerContext {
  readonly channel: Channel
  readonly now: Date
  readonly knowledge: KnowledgeBase
  /** The guide's place in force, and what to call the place named. */
  readonly region?: string | undefined
  readonly placeName?: string | undefined
  /** How often the same act came before in this conversation (strikesOf); 0 the first time. */
  readonly strikes: number
  readonly feeling?: Feeling | undefined
  /** What was said last, for "再说一遍". */
  readonly last?: readonly Block[] | undefined
}

/** A reply in the standard's wording. */
export interface MannerReply {
  readonly blocks: readonly Block[]
  readonly action: Action
  readonly sources: readonly SourceRef[]
  /** A person is offered in the words; the reason to hand over with, should the resident want one. */
  readonly offersPerson?: Handoff['reason']
  /** The words ask for name, phone and what happened: a message for the management is to be taken. */
  readonly registers?: 'callback'
  /** The talk is over from the assistant's side: a telephone may hang up. */
  readonly ends?: true
}

/** What can be answered by manner alone; `silence` is an empty message, `dialect` also what stays not understood. */
export type Manner = Act | MannerAct | 'silence'

/**
 * The reply to what is no question about an item, in the wording of the hotline's service standard (annex A);
 * undefined for acts that other modules answer (human, suggestion, complaint, chase, deny, cancel).
 */
export function mannerReply(act: Manner | undefined, context: MannerContext): MannerReply | undefined {
  switch (act) {
    case 'greeting':
      return greet(context)
    case 'goodbye':
      return plain(context, greetingOf(context.now).festive ? 'goodbye_festive' : 'goodbye', { ends: true })
    case 'thanks':
    case 'praise':
    case 'acknowledge':
    case 'identity':
    case 'staff_name':
    case 'hard_to_reach':
    case 'english':
      return plain(context, act)
    case 'blame':
      return plain(context, act, { offersPerson: 'wish' })
    case 'named_agent':
      return plain(context, act, { action: 'handoff', offersPerson: 'wish' })
    case 'superior':
      return superior(context)
    case 'mongolian':
      return mongolian(context)
    case 'media':
      return one(sayOn(context.channel, 'manner.media', { place: context.placeName ?? '' }), 'out_of_scope')
    case 'others_data':
    case 'injection':
      return plain(context, act, { action: 'refuse' })
    case 'personal_lookup':
      return lookup(context)
    case 'pension_sum':
      return pensionSum(context)
    case 'emotion':
      return comfort(context)
    case 'harassment':
    case 'abuse':
    case 'silence':
    case 'bad_line':
    case 'not_heard':
    case 'dialect':
      return inSteps(context, act)
    case 'repeat':
      return repeat(context)
    default:
      return undefined
  }
}

/** Puts the sentence of sympathy before an answer: emotion first, business second. */
export function withEmpathy(
  blocks: readonly Block[],
  feeling: Feeling | undefined,
  channel: Channel,
): readonly Block[] {
  return feeling ? [{ type: 'text', text: sayOn(channel, `manner.empathy_${feeling}`) }, ...blocks] : blocks
}

type More = Partial<Pick<MannerReply, 'action' | 'offersPerson' | 'registers' | 'ends'>>

const one = (text: string, action: Action = 'smalltalk', more: More = {}): MannerReply => ({
  blocks: [{ type: 'text', text }],
  action,
  sources: [],
  ...more,
})

const plain = ({ channel }: MannerContext, key: string, more: More = {}): MannerReply =>
  one(sayOn(channel, `manner.${key}`), more.action, more)

function greet({ channel, now }: MannerContext): MannerReply {
  const { hello, festive } = greetingOf(now)
  return one(
    sayOn(channel, 'manner.greeting', {
      hello: festive ? say('manner.hello_festive', { festive }) : hello,
    }),
  )
}

function superior({ channel }: MannerContext): MannerReply {
  const text = sayOn(channel, 'manner.superior', { days: mannerPolicy.superiorAnswerDays })
  return one(text, 'register', { offersPerson: 'superior', registers: 'callback' })
}

/** A place of another province has no such seat; where no place is known, it is offered. */
function mongolian(context: MannerContext): MannerReply {
  const hasSeat = context.region === undefined || mannerPolicy.mongolianSeats.includes(context.region)
  return hasSeat
    ? plain(context, 'mongolian', { action: 'handoff', offersPerson: 'mongolian' })
    : plain(context, 'mongolian_elsewhere', { offersPerson: 'wish' })
}

/** The reason first, then the ways of the very place; the nationwide ones where it has or names none. */
function lookup(context: MannerContext): MannerReply {
  const { channel, knowledge, region, placeName } = context
  const { blocks, sources } = waysBlocks(knowledge, selfServiceWays(knowledge, region), channel)
  const texts = [sayOn(channel, 'manner.personal_lookup')]
  if (blocks.length === 0) {
    texts.push(sayOn(channel, 'manner.personal_lookup_anywhere'))
    texts.push(
      region === undefined
        ? sayOn(channel, 'manner.personal_lookup_ask')
        : sayOn(channel, 'manner.personal_lookup_silent', { place: placeName ?? '' }),
    )
  }
  return { blocks: [{ type: 'text', text: texts.join('') }, ...blocks], action: 'refuse', sources }
}

function pensionSum({ channel, knowledge, region }: MannerContext): MannerReply {
  const ways = calculatorWays(knowledge, region)
  const { blocks, sources } = waysBlocks(knowledge, ways, channel)
  const [entry] = ways.entries
  const where =
    entry && blocks.length > 0
      ? sayOn(channel, 'manner.pension_sum_ways', { place: entry.place_name, title: entry.title })
      : sayOn(channel, 'manner.pension_sum_elsewhere')
  const text = sayOn(channel, 'manner.pension_sum') + where
  return { blocks: [{ type: 'text', text }, ...blocks], action: 'refuse', sources }
}

function comfort(context: MannerContext): MannerReply {
  const key = context.feeling ? `emotion_${context.feeling}` : 'emotion'
  return plain(context, key, context.feeling === 'grief' ? {} : { offersPerson: 'emotion' })
}

/** How many steps there are: on the telephone a line may be bad, in writing it cannot. */
const STEPS = {
  harassment: { written: 3, spoken: 3 },
  abuse: { written: 3, spoken: 3 },
  silence: { written: 3, spoken: 3 },
  bad_line: { written: 1, spoken: 3 },
  not_heard: { written: 1, spoken: 2 },
  dialect: { written: 2, spoken: 2 },
} as const satisfies Record<Stepped, object>

function inSteps(context: MannerContext, act: Stepped): MannerReply {
  const isSpoken = context.channel === 'hotline'
  const last = STEPS[act][isSpoken ? 'spoken' : 'written']
  const step = Math.min(Math.max(Math.trunc(context.strikes) || 0, 0) + 1, last)
  const isOver = step === last
  // In writing nobody blocks a line: only who harasses or insults is told that the talk is over.
  const ends = isOver && (act === 'harassment' || act === 'abuse' || (isSpoken && act !== 'dialect'))
  const offers = act === 'dialect' ? isOver : act === 'abuse' && step === 1
  return plain(context, `${act}.${step}`, {
    ...(offers && { offersPerson: act === 'abuse' ? 'emotion' : 'wish' }),
    ...(ends && { ends: true }),
  })
}

function repeat(context: MannerContext): MannerReply {
  const { last = [], channel } = context
  if (last.length === 0) return plain(context, 'repeat_nothing')
  const said = one(sayOn(channel, 'manner.repeat'))
  return { ...said, blocks: [...said.blocks, ...last] }
}
