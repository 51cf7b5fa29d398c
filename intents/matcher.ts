import type { EntryDocument } from '../src/core/document.js'
import {
  buildEntryIndex,
  openEntryIndex,
  type EntryIndex,
  type EntryIndexJson,
} from './index/entry-index.js'
import {
  buildTopicIndex,
  openTopicIndex,
  type TopicIndexJson,
  type TopicPhrases,
} from './index/topic-index.js'
import type { Segmenter } from './segment.js'

/** The compiled form the build writes and start-up reads. */
export interface MatcherJson {
  readonly places: readonly EntryIndexJson[]
  readonly topics: TopicIndexJson
  /** Topic of every entry, in the order of `places[i].ids`. */
  readonly topicOf: Readonly<Record<string, string>>
}

export function buildMatcher(
  documents: readonly EntryDocument[],
  phrases: readonly TopicPhrases[],
  segmenter: Segmenter,
): MatcherJson {
  const regions = [...new Set(documents.map((document) => document.region))].sort()
  return {
    places: regions.map((region) =>
      buildEntryIndex(
        region,
        documents.filter((document) => document.region === region),
        segmenter,
      ),
    ),
    topics: buildTopicIndex(phrases, segmenter),
    topicOf: Object.fromEntries(documents.map((document) => [document.id, document.topic])),
  }
}

/** An entry of the place that may be meant, with what spoke for it. */
export interface Candidate {
  readonly id: string
  /** 0 to about 1. */
  readonly score: number
  /** Share of the query's weight found in the entry's own text, 0 to 1. */
  readonly text: number
  /** Likeness to the nearest known phrase of its topic, 0 to 1. */
  readonly phrase: number
}

export interface Matcher {
  readonly regions: readonly string[]
  /** The best entries of one place, best first; ties in the order of the guide. Empty where nothing is shared. */
  rank(terms: ReadonlyMap<string, number>, region: string, limit?: number): Candidate[]
  /** How telling a term is among the entries of a place; 0 for a place that is not covered. */
  idf(term: string, region: string): number
}

export function openMatcher(json: MatcherJson): Matcher {
  const topics = openTopicIndex(json.topics)
  const topicIndex = new Map(topics.topics.map((topic, index) => [topic, index]))
  const places = new Map(
    json.places.map((place) => {
      const entries: EntryIndex = openEntryIndex(place)
      const topicOf = entries.ids.map((id) => topicIndex.get(json.topicOf[id]!) ?? -1)
      return [place.region, { entries, topicOf }]
    }),
  )
  return {
    regions: [...places.keys()],
    idf: (term, region) => places.get(region)?.entries.idf(term) ?? 0,
    rank(terms, region, limit = 10) {
      const place = places.get(region)
      if (!place || terms.size === 0) return []
      const text = place.entries.score(terms)
      const phrase = topics.score(terms)
      const candidates = place.entries.ids.map((id, index): Candidate => {
        const topic = place.topicOf[index]!
        const own = { text: text[index]!, phrase: topic < 0 ? 0 : phrase[topic]! }
        return { id, score: combine(own), ...own }
      })
      return candidates
        .filter((candidate) => candidate.score > 0)
        .sort((a, b) => b.score - a.score)
        .slice(0, limit)
    },
  }
}

const combine = ({ text, phrase }: { text: number; phrase: number }) => 0.55 * text + 0.45 * phrase
