import { normalize } from '../normalize.js'
import type { Segmenter } from '../segment.js'
import { termsOf } from '../terms.js'
import {
  buildPostings,
  openPostings,
  postingsFromJson,
  postingsToJson,
  type PostingsJson,
} from './postings.js'

/** One topic with the ways people name it: official names first, everyday wordings after. */
export interface TopicPhrases {
  readonly topic: string
  readonly phrases: readonly string[]
}

export interface TopicIndexJson {
  readonly topics: readonly string[]
  /** For every phrase the index of its topic. */
  readonly owners: readonly number[]
  readonly postings: PostingsJson
  readonly idf: readonly number[]
}

/** Builds the nation-wide index of phrases; its size grows with topics, not with places. */
export function buildTopicIndex(topics: readonly TopicPhrases[], segmenter: Segmenter): TopicIndexJson {
  const owners = topics.flatMap(({ phrases }, index) => phrases.map(() => index))
  const phrases = topics.flatMap(({ phrases }) => phrases.map((p) => termsOf(normalize(p), segmenter)))
  const frequency = new Map<string, number>()
  for (const terms of phrases)
    for (const term of terms.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1)
  const idf = (term: string) => Math.log(1 + phrases.length / frequency.get(term)!)
  const unit = phrases.map((terms) => {
    const weights = [...terms].map(([term, count]) => [term, Math.sqrt(count) * idf(term)] as const)
    const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1
    return new Map(weights.map(([term, weight]) => [term, weight / length]))
  })
  const data = buildPostings(unit)
  return {
    topics: topics.map(({ topic }) => topic),
    owners,
    postings: postingsToJson(data),
    idf: data.terms.map((term) => Number(idf(term).toFixed(4))),
  }
}

/** The phrases, searchable: for every topic how like its likest phrase the query is (cosine, 0 to 1). */
export interface TopicIndex {
  readonly topics: readonly string[]
  score(terms: ReadonlyMap<string, number>): Float32Array
}

export function openTopicIndex(json: TopicIndexJson): TopicIndex {
  const data = postingsFromJson(json.postings)
  const postings = openPostings(data)
  const idf = new Map(data.terms.map((term, t) => [term, json.idf[t]!]))
  const rarest = Math.log(1 + postings.size)
  return {
    topics: json.topics,
    score(terms) {
      const weights = [...terms].map(
        ([term, weight]) => [term, Math.sqrt(weight) * (idf.get(term) ?? rarest)] as const,
      )
      const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1
      const similarity = new Float32Array(postings.size)
      for (const [term, weight] of weights)
        postings.each(term, (phrase, own) => (similarity[phrase]! += (weight / length) * own))
      const best = new Float32Array(json.topics.length)
      json.owners.forEach((topic, phrase) => {
        if (similarity[phrase]! > best[topic]!) best[topic] = similarity[phrase]!
      })
      return best
    },
  }
}
