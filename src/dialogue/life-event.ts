import type { KnowledgeBase } from '../../knowledge/base.js'
import type { Entry } from '../../knowledge/entry.js'
import type { LifeCase, LifeEvent } from '../../knowledge/life-events.js'
import type { ServedPlace } from '../core/place.js'
import type { Block, Choice, SourceRef } from '../core/reply.js'
import { withNone } from './choices.js'
import { sourcesOf } from './compose/source-line.js'
import { itemsOfEvent, type LifeItems } from './life-event-items.js'
import { mergedMaterials } from './life-event-materials.js'
import { itemSections } from './life-event-sections.js'
import { say } from './sentences.js'

/** A life event put together from one place's own items; `entries` empty: the place has none of them. */
export interface AssembledEvent {
  readonly blocks: readonly Block[]
  readonly sources: readonly SourceRef[]
  /** The items' ids, in the order shown. */
  readonly entries: readonly string[]
}

/** The official bundle (一件事) of a place for a life event, where its guide has one. */
export function officialBundle(
  knowledge: KnowledgeBase,
  { topic }: LifeEvent,
  { region }: Pick<ServedPlace, 'region'>,
): Entry | undefined {
  if (topic === undefined) return undefined
  return knowledge.onTopic(topic, region).find(({ kind }) => kind === 'bundle')
}

/**
 * What one place's own items say about a life event; undefined where the place has an official bundle, which answers
 * itself. `chosen` is a case of the event's question; without one all cases are shown, each marked.
 */
export function assembleLifeEvent(
  knowledge: KnowledgeBase,
  event: LifeEvent,
  place: ServedPlace,
  chosen?: string,
): AssembledEvent | undefined {
  if (officialBundle(knowledge, event, place)) return undefined
  // A case that the event does not know (of an older version's stored conversation) is none.
  const choice = event.asks?.choices.find(({ id }) => id === chosen)
  const found = itemsOfEvent(knowledge, event, place.region, choice?.id)
  const { items } = found
  if (items.length === 0)
    return {
      blocks: [{ type: 'text', text: noneOf(event, place, choice) }],
      sources: [],
      entries: [],
    }
  const entries = items.map(({ entry }) => entry)
  const some = items.filter(({ when }) => when !== undefined).length
  return {
    blocks: [
      { type: 'title', text: titleOf(event, place, choice) },
      ...(event.opening ? [{ type: 'text' as const, text: event.opening }] : []),
      { type: 'notice', text: say('life.assembled') },
      { type: 'text', text: say(some > 0 ? 'life.count_some' : 'life.count', { count: items.length, some }) },
      ...itemSections(knowledge, items),
      ...mergedMaterials(items, choice),
      ...missing(found, place),
      { type: 'text', text: say('life.next') },
      sourceOf(knowledge, entries, place),
    ],
    sources: entries.flatMap((entry) => sourcesOf(knowledge, entry, [])),
    entries: entries.map(({ id }) => id),
  }
}

/** The question that sorts the case, with its choices; undefined where the event's matters are the same for all. */
export function askCase(
  event: LifeEvent,
): { readonly blocks: readonly Block[]; readonly choices: readonly Choice[] } | undefined {
  if (!event.asks) return undefined
  const { question, choices: cases } = event.asks
  const choices = cases.map(({ id, label }) => ({ value: id, label }))
  return {
    choices,
    blocks: [
      { type: 'text', text: say('life.ask', { opening: event.opening ?? '', question }) },
      { type: 'choices', choices: withNone(choices) },
    ],
  }
}

const titleOf = ({ name }: LifeEvent, place: ServedPlace, choice: LifeCase | undefined): string =>
  choice
    ? say('life.title_case', { place: place.name, name, case: choice.label })
    : say('life.title', { place: place.name, name })

const noneOf = ({ name }: LifeEvent, place: ServedPlace, choice: LifeCase | undefined): string =>
  choice
    ? say('life.none_case', { place: place.name, name, case: choice.label })
    : say('life.none', { place: place.name, name })

/** What the place's guide does not have is said, and whom to ask instead. */
function missing({ items, absent }: LifeItems, place: ServedPlace): Block[] {
  const notices: Block[] = []
  if (absent.length > 0)
    notices.push({
      type: 'notice',
      text: say('life.absent', { place: place.name, names: absent.map((name) => `“${name}”`).join('、') }),
    })
  if (!items.some(({ entry }) => entry.fields.phone))
    notices.push({ type: 'notice', text: say('life.no_phone') })
  return notices
}

function sourceOf(knowledge: KnowledgeBase, entries: readonly Entry[], place: ServedPlace): Block {
  const guides = [...new Set(entries.map(({ source }) => knowledge.guides[source.guide] ?? source.guide))]
  const sources = say('life.source', { names: guides.join('》《') })
  return { type: 'source', text: say('answer.source', { place: place.name, sources }) }
}
