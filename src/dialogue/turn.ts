import { normalizePlace, resolveTurnPlace } from '../../intents/places/index.js'
import type { Understanding } from '../../intents/understand.js'
import { newConversation, type Conversation } from '../core/conversation.js'
import type { PlaceNow, ServedPlace } from '../core/place.js'
import type { Reply } from '../core/reply.js'
import type { Field } from '../core/vocabulary.js'
import { readChoice } from './choices.js'
import { composeFields, composeItem } from './compose/answer.js'
import { findPassages } from './compose/passages.js'
import { decideItem, type Decision } from './decide.js'
import type { DialogueTools } from './tools.js'
import { askItem, askPlace, plain, replyToNone } from './replies.js'
import { say } from './sentences.js'

/** One message of a person. */
export interface Utterance {
  readonly text: string
  /** What came instead of text, if anything did ("image", "sticker", …). */
  readonly media?: string
  /** The place the channel says the person is in, already looked up. */
  readonly place?: PlaceNow
}

/** What a turn yields: the conversation as it is afterwards and what to say. */
export interface Turn {
  readonly conversation: Conversation
  readonly reply: Reply
}

/** Longer messages are asked to be put in a few sentences; counted in characters. */
const LONGEST = 5000

/** A message this short names no matter of its own; one this long tells a story of its own. In characters. */
const BRIEF = 4
const STORY = 14
/** Probability from which on a question names its own matter, whatever was spoken of before. */
const CLEARLY_NAMED = 0.35

/** One turn of a conversation. Pure: the same arguments give the same turn, and nothing is changed. */
export function turn(tools: DialogueTools, conversation: Conversation, utterance: Utterance): Turn {
  const stay = (reply: Reply): Turn => ({ conversation, reply })
  if (!utterance.text.trim()) return stay(plain(utterance.media ? 'smalltalk.media' : 'smalltalk.empty'))
  if (utterance.text.length > LONGEST)
    return stay(plain('smalltalk.too_long', { length: utterance.text.length }))

  const heard = tools.understander.read(utterance.text)
  const { offer } = conversation
  const chosen = offer && readChoice(heard.text, offer.choices)
  if (offer && chosen === 'none')
    return {
      conversation: withoutOffer({ ...conversation, failures: conversation.failures + 1 }),
      reply: plain('clarify.rephrase'),
    }
  if (offer && chosen && chosen !== 'none') {
    const before = tools.understander.read(offer.text)
    const freed = withoutOffer(conversation)
    return offer.kind === 'item'
      ? answer(tools, freed, before, { id: chosen.value, confidence: 0.95, candidates: [] })
      : inPlace(tools, { ...freed, place: placeByCode(chosen.value) }, before)
  }

  const byAct = replyToAct(heard)
  if (byAct) return heard.act === 'cancel' ? { conversation: newConversation, reply: byAct } : stay(byAct)

  const channelPlace = utterance.place?.kind === 'served' ? utterance.place.code : undefined
  const said = resolveTurnPlace(heard.mentions, conversation.place?.code ?? channelPlace)
  const named = said.kind === 'none' ? placeOfChannel(conversation, utterance.place) : said
  // "南宁的": only the place was still missing, the question stands.
  const asked = offer?.kind === 'place' && heard.substance < 3 ? tools.understander.read(offer.text) : heard
  const from = withoutOffer({ ...conversation, ...(utterance.place && { given: utterance.place }) })
  const turned = atPlace(tools, from, asked, named)
  const aside = said.kind === 'none' ? said.aside : undefined
  return aside === undefined ? turned : { ...turned, reply: withAside(turned, aside) }
}

/** "想去北京装": answered for the place that holds, and said so, as there is no guide of the other one. */
function withAside({ conversation: { place }, reply }: Turn, name: string): Reply {
  if (reply.action !== 'answer' || !place) return reply
  const notice = { type: 'notice', text: say('answer.aside', { name, place: place.name }) } as const
  return { ...reply, blocks: [...reply.blocks.slice(0, -1), notice, ...reply.blocks.slice(-1)] }
}

/** The channel's place counts when it is new; later the person's own words have moved on from it. */
function placeOfChannel({ place, given }: Conversation, now: PlaceNow | undefined): PlaceNow {
  if (!now) return { kind: 'unknown' }
  const isNews = !place || JSON.stringify(given) !== JSON.stringify(now)
  return isNews ? now : { kind: 'unknown' }
}

function atPlace(
  tools: DialogueTools,
  conversation: Conversation,
  heard: Understanding,
  named: PlaceNow,
): Turn {
  switch (named.kind) {
    case 'not_covered':
      return { conversation, reply: plain('out_of_scope.place', { name: named.name }) }
    case 'too_wide':
      return askForPlace(conversation, heard, named)
    case 'served': {
      const { kind: _, ...place } = named
      const moved = { ...conversation, place }
      return inPlace(tools, moved, heard)
    }
    case 'unknown':
      return conversation.place
        ? inPlace(tools, conversation, heard)
        : withoutPlace(tools, conversation, heard)
  }
}

/** No place is known: what no guide answers is said at once, for the rest the place is asked first. */
function withoutPlace(tools: DialogueTools, conversation: Conversation, heard: Understanding): Turn {
  if (heard.substance < 2) return { conversation, reply: plain('out_of_scope.not_understood') }
  const elsewhere = tools.understander.matcher.outside(heard.query)
  if (elsewhere) return { conversation, reply: replyToNone({ kind: 'none', elsewhere }, '') }
  return askForPlace(conversation, heard, { offers: tools.understander.matcher.regions.map(placeByCode) })
}

function askForPlace(
  conversation: Conversation,
  heard: Understanding,
  place: Parameters<typeof askPlace>[0],
): Turn {
  const { reply, choices } = askPlace(place)
  return { conversation: { ...conversation, offer: { kind: 'place', choices, text: heard.text } }, reply }
}

function inPlace(tools: DialogueTools, conversation: Conversation, heard: Understanding): Turn {
  const { region } = conversation.place!
  const current = conversation.item ? tools.knowledge.get(conversation.item) : undefined
  const isFollowUp = heard.fields.length > 0 || heard.how
  const stay = (id: string, question = heard) =>
    answer(tools, conversation, question, { id, confidence: 0.8, candidates: [] })
  // "那在鞍山呢": the same matter in another place.
  if (current && current.region !== region && heard.substance < BRIEF) {
    const [same] = tools.knowledge.onTopic(current.topic, region)
    const fields = isFollowUp || !conversation.field ? heard.fields : [conversation.field]
    if (same) return stay(same.id, { ...heard, fields })
    return {
      conversation,
      reply: plain('out_of_scope.absent', { place: conversation.place!.name, name: current.title }),
    }
  }
  const mayFollow = current?.region === region && isFollowUp
  // "要带什么": a question about the item spoken of.
  if (mayFollow && heard.substance < BRIEF) return stay(current.id)
  if (heard.substance < 2) return { conversation, reply: plain('out_of_scope.not_understood') }
  const ranking = tools.understander.matcher.rank(heard.query, region)
  const [best] = ranking.candidates
  // Words that name no other matter clearly go on with the one spoken of.
  if (mayFollow && heard.substance < STORY && (best?.score ?? 0) < CLEARLY_NAMED) return stay(current.id)
  return carryOut(tools, conversation, heard, decideItem(tools.knowledge, ranking, heard.substance))
}

function carryOut(
  tools: DialogueTools,
  conversation: Conversation,
  heard: Understanding,
  decision: Decision,
): Turn {
  const place = conversation.place!.name
  if (decision.kind === 'answer') return answer(tools, conversation, heard, decision)
  if (decision.kind === 'none')
    return {
      conversation: { ...conversation, failures: conversation.failures + 1 },
      reply: replyToNone(decision, place),
    }
  const { reply, choices } = askItem(tools, decision)
  return { conversation: { ...conversation, offer: { kind: 'item', choices, text: heard.text } }, reply }
}

function answer(
  tools: DialogueTools,
  conversation: Conversation,
  heard: Understanding,
  decision: Omit<Extract<Decision, { kind: 'answer' }>, 'kind'>,
): Turn {
  const { knowledge, understander } = tools
  const entry = knowledge.get(decision.id)!
  // The short kinds of entry are shown whole; of an office, what was asked and is not known is said.
  const isShort = entry.kind !== 'service' && entry.kind !== 'bundle'
  const isMissing = entry.kind === 'office' && heard.fields.some((field) => !entry.fields[field])
  const isWhole = heard.how || (isShort && !isMissing)
  const fields = isWhole ? [] : heard.fields
  const question = { terms: [...heard.query.terms.keys()], kind: heard.kind }
  const found = {
    entry,
    confidence: decision.confidence,
    candidates: decision.candidates,
    passages: (shown: readonly Field[]) =>
      findPassages(entry, question, (pair) => understander.matcher.idf(pair, entry.region), shown),
  }
  const reply = fields.length > 0 ? composeFields(knowledge, found, fields) : composeItem(knowledge, found)
  return {
    conversation: { ...conversation, item: entry.id, failures: 0, ...(fields[0] && { field: fields[0] }) },
    reply,
  }
}

/** A covered place by its code; offers hold no others. */
function placeByCode(code: string): ServedPlace {
  const place = normalizePlace(code)
  if (place.kind !== 'served') throw new RangeError(`place ${code} is not covered`)
  return { region: place.region, code: place.code, name: place.name }
}

const withoutOffer = ({ offer: _, ...conversation }: Conversation): Conversation => conversation

/** Replies to what is not a question about an item; undefined where the message goes on to be looked up. */
function replyToAct({ act, substance }: Understanding): Reply | undefined {
  switch (act) {
    case undefined:
    case 'emotion':
    case 'abuse':
      // Anger often comes with a question; only where there is none is it answered by itself.
      return act && substance < 12 ? plain(`smalltalk.${act}`) : undefined
    case 'injection':
    case 'others_data':
    case 'personal_lookup':
      return plain(`refuse.${act}`)
    case 'human':
      return plain('handoff.offer')
    case 'suggestion':
      return plain('register.suggestion')
    case 'service_complaint':
      return plain('register.complaint')
    case 'chase':
      return plain('register.chase')
    case 'media':
      return plain('out_of_scope.media')
    case 'deny':
      return plain('clarify.rephrase')
    case 'repeat':
      return plain('smalltalk.repeat_nothing')
    default:
      return plain(`smalltalk.${act}`)
  }
}
