import type { Phrase } from '../../intents/catalogue.js'
import { buildEntryIndex } from '../../intents/index/entry-index.js'
import type { Candidate, MatcherJson } from '../../intents/matcher.js'
import type { ClassifierData } from '../../intents/model/classifier.js'
import type { Segmenter } from '../../intents/segment.js'
import type { Understander } from '../../intents/understand.js'

/** A wording asked in a place (or nation-wide) with the classes that came out, best first, each once. */
export interface Trial {
  /** GB/T 2260 code, or "nation": all topics and all matters that are not in the guides. */
  readonly region: string
  /** Here: the place has the topic itself; served: other topics serve for it there. */
  readonly how: 'nation' | 'here' | 'served'
  readonly text: string
  readonly meant: string
  /** The classes that are right: the topic meant, or those that serve for it. */
  readonly right: readonly string[]
  readonly found: readonly string[]
}

const NATION = 'nation'
const EVERY_CLASS = 'every-class:'

/** Adds a place that has one entry without words for every class: what it ranks is the classifier alone. */
export function nationOf(compiled: MatcherJson, { classes }: ClassifierData): MatcherJson {
  const documents = classes.map((id) => ({
    id: EVERY_CLASS + id,
    region: NATION,
    topic: id,
    title: '',
    aliases: [],
    texts: {},
  }))
  const silent: Segmenter = { cut: () => [], search: () => [] }
  return {
    ...compiled,
    places: [...compiled.places, buildEntryIndex(NATION, documents, silent)],
    entries: {
      ...compiled.entries,
      ...Object.fromEntries(
        documents.map(({ id, topic }) => [id, { topic, title: '', kind: 'service' as const, part: false }]),
      ),
    },
  }
}

/** Asks every wording nation-wide, and in every place that has its topic or something that fully serves for it. */
export function askHeldOut(
  understander: Understander,
  compiled: MatcherJson,
  heldOut: readonly Phrase[],
): Trial[] {
  const topicsIn = new Map(
    compiled.places.map(({ region, ids }) => [region, new Set(ids.map((id) => compiled.entries[id]!.topic))]),
  )
  const serving = new Map<string, string[]>()
  for (const { from, to, share } of compiled.covers)
    if (share === 1) serving.set(from, [...(serving.get(from) ?? []), to])
  const topicOf = (id: string) =>
    id.startsWith(EVERY_CLASS) ? id.slice(EVERY_CLASS.length) : compiled.entries[id]!.topic

  return heldOut.flatMap(({ text, classes }) => {
    const meant = classes[0]!
    const { query } = understander.read(text)
    const ask = (region: string, how: Trial['how'], right: readonly string[]): Trial => {
      const { candidates } = understander.matcher.rank(query, region)
      return { region, how, text, meant, right, found: classesOf(candidates, topicOf) }
    }
    const inPlaces = [...topicsIn].flatMap(([region, topics]) => {
      if (topics.has(meant)) return [ask(region, 'here', [meant])]
      const others = (serving.get(meant) ?? []).filter((topic) => topics.has(topic))
      return others.length > 0 ? [ask(region, 'served', others)] : []
    })
    return [ask(NATION, 'nation', [meant]), ...inPlaces]
  })
}

const classesOf = (candidates: readonly Candidate[], topicOf: (id: string) => string): string[] => [
  ...new Set(candidates.map(({ id }) => topicOf(id))),
]
