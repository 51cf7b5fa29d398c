import type { Understanding } from '../../intents/understand.js'
import type { LifeEvent } from '../../knowledge/life-events.js'
import type { Conversation, Offer } from '../core/conversation.js'
import type { PlaceNow, ServedPlace } from '../core/place.js'
import type { Field } from '../core/vocabulary.js'
import { readChoice } from './choices.js'
import { answerEntry, askForPlace, rememberedOf } from './item-turn.js'
import { askCase, assembleLifeEvent, officialBundle } from './life-event.js'
import { placeByCode } from './place-turn.js'
import { say } from './sentences.js'
import { saying, type Scene, type Turn } from './scene.js'

const SINGLE: ReadonlySet<Field> = new Set(['phone', 'fee', 'time_limit', 'location', 'hours', 'online_url'])

/** "我要退休了，都要办啥": the official bundle, or the place's own items put together; undefined for all else. */
export function lifeEventTurn(
  scene: Scene,
  conversation: Conversation,
  heard: Understanding,
  named: PlaceNow = { kind: 'unknown' },
): Turn | undefined {
  // Who asks for one thing ('电话多少') asks about one item.
  if (heard.fields.some((field) => SINGLE.has(field))) return undefined
  const { lifeEvents, eventsById, understander } = scene.tools
  const id = lifeEvents.readLifeEvent(heard.text)
  const event = id === undefined ? undefined : eventsById.get(id)
  if (!event) return undefined
  if (named.kind === 'not_covered' || named.kind === 'too_wide') return undefined
  const place = named.kind === 'served' ? placeByCode(named.code) : conversation.place
  if (!place)
    return askForPlace(conversation, heard, { offers: understander.matcher.regions.map(placeByCode) })
  const chosen = lifeEvents.whichCase(event.id, heard.text)
  return tell(scene, { ...conversation, place }, event, place, heard, chosen)
}

/** The answer to which case it is; undefined where the message is about something else. */
export function takeCase(
  scene: Scene,
  conversation: Conversation,
  heard: Understanding,
  offer: Extract<Offer, { kind: 'case' }>,
): Turn | undefined {
  const event = scene.tools.eventsById.get(offer.event)
  if (!event || !conversation.place) return undefined
  const chosen = readChoice(heard.text, offer.choices)
  const id =
    chosen === 'none'
      ? undefined
      : (chosen?.value ?? scene.tools.lifeEvents.whichCase(offer.event, heard.text))
  if (chosen === undefined && id === undefined) return undefined
  const before = scene.tools.understander.read(offer.text)
  return assembled(scene, conversation, event, conversation.place, before, id)
}

function tell(
  scene: Scene,
  conversation: Conversation,
  event: LifeEvent,
  place: ServedPlace,
  heard: Understanding,
  chosen: string | undefined,
): Turn | undefined {
  const bundle = officialBundle(scene.tools.knowledge, event, place)
  if (bundle)
    return answerEntry(
      scene,
      conversation,
      // The whole bundle is asked for: "手续" means no material here.
      { ...heard, fields: [], how: true },
      { id: bundle.id, confidence: 0.9, candidates: [] },
    )
  const asked = chosen === undefined ? askCase(event) : undefined
  if (asked) {
    const { blocks, choices } = asked
    return saying(
      { ...conversation, offer: { kind: 'case', event: event.id, choices, text: heard.text } },
      { action: 'clarify', blocks, candidates: [], sources: [], confidence: 0.8 },
    )
  }
  return assembled(scene, conversation, event, place, heard, chosen)
}

function assembled(
  { tools }: Scene,
  conversation: Conversation,
  event: LifeEvent,
  place: ServedPlace,
  heard: Understanding,
  chosen: string | undefined,
): Turn | undefined {
  const told = assembleLifeEvent(tools.knowledge, event, place, chosen)
  if (!told) return undefined
  const { blocks, sources, entries } = told
  const { item: _, ...free } = conversation
  const choices = entries.map((id) => ({ value: id, label: tools.knowledge.get(id)!.title }))
  const candidates = entries.slice(0, 5).map((id) => ({ id, title: tools.knowledge.get(id)!.title }))
  return saying(
    {
      ...free,
      failures: 0,
      asked: rememberedOf(heard),
      // "第8项": one of the items shown, as a whole.
      ...(entries.length > 1 && { offer: { kind: 'item', choices, text: say('life.choice_question') } }),
    },
    {
      action: entries.length > 0 ? 'answer' : 'out_of_scope',
      blocks,
      // Several items answer; what reads one only is given the first.
      ...(entries[0] !== undefined && { item: entries[0] }),
      candidates,
      sources,
      confidence: 0.85,
    },
  )
}
