import type { Understanding } from '../../intents/understand.js'
import type { TurnContext } from '../core/context.js'
import { recall, type Conversation, type Offer } from '../core/conversation.js'
import type { PlaceNow } from '../core/place.js'
import type { Reply } from '../core/reply.js'
import { maskPersonalData } from '../privacy/mask.js'
import { readChoice, withNone } from './choices.js'
import { feelingOf } from './feelings.js'
import { continueForms, formByAct, startMessage } from './form-turn.js'
import { beginGuiding, continueGuiding, startGuiding } from './guide-turn.js'
import { answerEntry, atPlace, inPlace } from './item-turn.js'
import { lifeEventTurn, takeCase } from './life-turn.js'
import { withEmpathy } from './manner.js'
import { mannerTurn } from './manner-turn.js'
import { agreeToPerson, offerAfterFailures, wishForPerson } from './person-turn.js'
import { isNews, placeByCode, placeOfTurn } from './place-turn.js'
import { plain } from './replies.js'
import { say } from './sentences.js'
import { saying, type Scene, type Turn } from './scene.js'
import { strikesAfter } from './strikes.js'
import type { DialogueTools } from './tools.js'
import { answerTwo } from './two-questions.js'

/** One message of a person. */
export interface Utterance {
  readonly text: string
  /** What came instead of text, if anything did ("image", "sticker", …). */
  readonly media?: string
  /** The place the channel says the person is in, already looked up. */
  readonly place?: PlaceNow
}

/** Longer messages are asked to be put in a few sentences; counted in characters. */
const LONGEST = 5000

/** One turn of a conversation. Pure: the same arguments give the same turn, and nothing is changed or sent. */
export function turn(
  tools: DialogueTools,
  conversation: Conversation,
  utterance: Utterance,
  context: TurnContext,
): Turn {
  const scene = { tools, context }
  const known = atChannelPlace(recall(conversation, context.now), utterance.place)
  const turned = respond(scene, known, utterance)
  const after = { ...turned.conversation, at: context.now.toISOString() }
  return offerAfterFailures(scene, { ...turned, conversation: after })
}

/** Where the channel says the person is, if that is new: forms, lookups and being led need it as well. */
function atChannelPlace(conversation: Conversation, given: PlaceNow | undefined): Conversation {
  if (given?.kind !== 'served' || !isNews(conversation, given)) return conversation
  const { kind: _, ...place } = given
  const moved = { ...conversation, place, given }
  if (conversation.place?.region === place.region || conversation.offer?.kind === 'place') return moved
  // What was offered or begun for the other place is of no use here.
  const { offer: __, guide: ___, ...free } = moved
  return free
}

function respond(scene: Scene, conversation: Conversation, utterance: Utterance): Turn {
  if (!utterance.text.trim())
    return utterance.media
      ? saying(conversation, plain('smalltalk.media'))
      : (mannerTurn(scene, conversation, 'silence') ?? saying(conversation, plain('smalltalk.empty')))
  if (utterance.text.length > LONGEST)
    return saying(conversation, plain('smalltalk.too_long', { length: utterance.text.length }))

  // Forms take the numbers they ask for; all else sees, keeps and repeats masked ones.
  const masked = maskPersonalData(utterance.text, scene.tools.isPublic).text
  const heard = scene.tools.understander.read(masked)
  return (
    continueForms(scene, conversation, heard, utterance.text, (free) =>
      answer(scene, free, heard, utterance),
    ) ??
    continueGuiding(scene, conversation, heard, (free) => answer(scene, free, heard, utterance)) ??
    takeOffer(scene, conversation, heard, utterance) ??
    answer(scene, conversation, heard, utterance)
  )
}

/** What was offered in the turn before and is taken now: a choice, a person, a message to be left. */
function takeOffer(
  scene: Scene,
  conversation: Conversation,
  heard: Understanding,
  utterance: Utterance,
): Turn | undefined {
  const { offer } = conversation
  if (!offer) return undefined
  const freed = withoutOffer(conversation)
  switch (offer.kind) {
    case 'person':
      return agreeToPerson(scene, freed, heard, offer.reason)
    case 'message':
      return startMessage(scene, freed, heard, utterance.text)
    case 'case':
      return takeCase(scene, freed, heard, offer)
  }
  const chosen = readChoice(heard.text, offer.choices)
  if (!chosen) {
    // "要带什么" before anything is chosen: the question is kept with the choice.
    const isFacet = offer.kind === 'item' && (heard.fields.length > 0 || heard.how) && heard.named < FACET
    return isFacet ? askAgain(conversation, offer, heard.text) : undefined
  }
  if (chosen === 'none') return saying({ ...freed, failures: freed.failures + 1 }, plain('clarify.rephrase'))
  const before = scene.tools.understander.read(offer.text)
  if (offer.kind === 'item' && before.followUp.leads) {
    const led = beginGuiding(scene, freed, chosen.value)
    if (led) return led
  }
  return offer.kind === 'item'
    ? answerEntry(scene, freed, before, { id: chosen.value, confidence: 0.95, candidates: [] })
    : answerAt(scene, { ...freed, place: placeByCode(chosen.value) }, before)
}

/** Fewer characters name no matter. */
const FACET = 3
const MOST_SHOWN = 5

function askAgain(
  conversation: Conversation,
  offer: Extract<Offer, { kind: 'item' | 'place' }>,
  text: string,
): Turn {
  return saying(
    { ...conversation, offer: { ...offer, text: `${offer.text}，${text}` } },
    {
      action: 'clarify',
      blocks: [
        { type: 'text', text: say('clarify.choose_first') },
        // A long list stands above already.
        ...(offer.choices.length > MOST_SHOWN
          ? []
          : [{ type: 'choices' as const, choices: withNone(offer.choices) }]),
      ],
      candidates: offer.choices.map(({ value, label }) => ({ id: value, title: label })),
      sources: [],
      confidence: 0.5,
    },
  )
}

/** A place was chosen for a question asked before. */
function answerAt(scene: Scene, conversation: Conversation, heard: Understanding): Turn {
  return lifeEventTurn(scene, conversation, heard) ?? inPlace(scene, conversation, heard)
}

function answer(scene: Scene, conversation: Conversation, heard: Understanding, utterance: Utterance): Turn {
  const byAct =
    wishForPerson(scene, conversation, heard) ??
    formByAct(scene, conversation, heard, utterance.text) ??
    mannerTurn(scene, conversation, heard.act, heard)
  if (byAct) return byAct

  const { offer } = conversation
  // "南宁的": only the place was still missing, the question stands.
  const stands = offer?.kind === 'place' && heard.substance < 3
  const asked = stands ? scene.tools.understander.read(offer.text) : heard
  const { strikes } = conversation
  const known = {
    ...withoutOffer(conversation),
    ...(utterance.place && { given: utterance.place }),
    // A line that works again is not counted against anybody.
    ...(strikes && { strikes: strikesAfter(strikes, undefined) }),
  }
  const { named, from, aside } = placeOfTurn(scene, conversation, known, heard, utterance.place)
  const turned =
    startGuiding(scene, from, asked, named) ??
    lifeEventTurn(scene, from, asked, named) ??
    answerTwo(scene, from, asked, named) ??
    atPlace(scene, from, asked, named)
  const spoken = aside === undefined ? turned : { ...turned, reply: withAside(turned, aside) }
  return { ...spoken, reply: inManner(spoken.reply, heard, scene) }
}

/** Emotion first, business second. */
function inManner(reply: Reply, heard: Understanding, { context }: Scene): Reply {
  if (reply.action !== 'answer' && reply.action !== 'clarify') return reply
  return { ...reply, blocks: withEmpathy(reply.blocks, feelingOf(heard.text), context.channel) }
}

/** "想去北京装": answered for the place that holds, and said so, as there is no guide of the other one. */
function withAside({ conversation: { place }, reply }: Turn, name: string): Reply {
  if (reply.action !== 'answer' || !place) return reply
  const notice = { type: 'notice', text: say('answer.aside', { name, place: place.name }) } as const
  return { ...reply, blocks: [...reply.blocks.slice(0, -1), notice, ...reply.blocks.slice(-1)] }
}

const withoutOffer = ({ offer: _, ...conversation }: Conversation): Conversation => conversation
