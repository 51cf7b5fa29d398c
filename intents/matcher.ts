import type { EntryDocument } from '../src/core/document.js'
import type { Kind } from '../src/core/vocabulary.js'
import type { AskingJson } from './asking.js'
import type { Cover, Elsewhere, Topic } from './catalogue.js'
import { buildEntryIndex, openEntryIndex, type EntryIndexJson } from './index/entry-index.js'
import { openClassifier, type Contribution } from './model/classifier.js'
import type { ModelData } from './model/model-file.js'
import { openNeighbours } from './model/neighbours.js'
import { normalize } from './normalize.js'
import type { Segmenter } from './segment.js'
import { termsOf } from './terms.js'

/** What the build writes beside the classifier's bytes, and start-up reads. */
export interface MatcherJson {
  readonly places: readonly EntryIndexJson[]
  readonly topics: readonly Topic[]
  readonly elsewhere: readonly Matter[]
  readonly covers: readonly Cover[]
  readonly asking: AskingJson
  readonly entries: Readonly<Record<string, EntryOutline>>
}

/** What the matcher knows of an entry besides its words. */
export interface EntryOutline {
  readonly topic: string
  readonly title: string
  readonly kind: Kind
  /** Whether it is only part of another entry. */
  readonly part: boolean
  /** Terms of its office's name that set it apart where several offices of one place do the same thing. */
  readonly office?: readonly string[]
}

/** Finds what `EntryOutline.office` holds: terms that only one of the offices has in its name. */
export function officeTerms(
  own: string | undefined,
  others: readonly (string | undefined)[],
  segmenter: Segmenter,
): readonly string[] {
  const termsIn = (name = '') =>
    [...termsOf(normalize(name.split('\n')[0]!), segmenter).keys()].filter((term) => term.startsWith('='))
  const shared = new Set(others.flatMap(termsIn))
  return termsIn(own).filter((term) => !shared.has(term))
}

export function indexPlaces(documents: readonly EntryDocument[], segmenter: Segmenter): EntryIndexJson[] {
  const regions = [...new Set(documents.map((document) => document.region))].sort()
  return regions.map((region) =>
    buildEntryIndex(
      region,
      documents.filter((document) => document.region === region),
      segmenter,
    ),
  )
}

/** A question as the matcher takes it. */
export interface Query {
  readonly terms: ReadonlyMap<string, number>
  readonly features: ReadonlyMap<string, number>
  /** The kind of entry asked for in so many words. */
  readonly kind?: Kind | undefined
  /** Names of districts and counties in the question: they tell one office from another. */
  readonly districts?: readonly string[]
}

/** An entry of the place that may be meant, with what spoke for it. */
export interface Candidate {
  readonly id: string
  /** Probability among the place's entries and all that is not there, 0 to 1. */
  readonly score: number
  /** Probability of its topic, what flows to it from topics missing in the place included. */
  readonly topic: number
  /** Share of the question's weight found in the entry's own text, relative to the best entry, 0 to 1. */
  readonly text: number
}

/** A matter that is not in the guides, without its wordings. */
export type Matter = Omit<Elsewhere, 'wordings'>

/** Everything a question may mean in one place. */
export interface Ranking {
  /** Best first; ties in the order of the guide. */
  readonly candidates: readonly Candidate[]
  /** The likeliest matter that is not in the guides, its probability, and that of all such matters. */
  readonly elsewhere: { readonly matter: Matter; readonly score: number; readonly all: number }
  /** The likeliest topic that has no entry here and nothing to serve for it, and its probability. */
  readonly absent: { readonly topic: Topic; readonly score: number }
  /** Share of the question's features the classifier knows, 0 to 1. */
  readonly known: number
}

export interface Matcher {
  readonly regions: readonly string[]
  rank(query: Query, region: string): Ranking
  /** The matter that is not in any guide, if the question is likelier about such a one than about any topic. */
  outside(query: Query): Matter | undefined
  /** The topic of an id; throws on one that is in no catalogue. */
  topic(id: string): Topic
  /** What spoke for and against a topic in a question's words, largest effect first. */
  reasons(query: Query, topic: string): Contribution[]
  /** How telling a term is among the entries of a place; 0 for a place that is not covered. */
  idf(term: string, region: string): number
}

/** How much of a missing topic's probability goes to the entries that serve for it, by the cover's share. */
const FLOW: Readonly<Record<string, number>> = { 1: 1, 0.7: 0.35, 0.4: 0.06 }
/** How far the entry's own text may shift its topic's probability (log scale). */
const TEXT_WEIGHT = 0.8
/** A text that is only part of another entry is meant less often than the entry. */
const PART_PENALTY = 0.7
/** An entry of the kind asked for in so many words is meant rather than its siblings. */
const KIND_BONUS = 4
/** The office of the district named is meant rather than the others'. */
const DISTRICT_BONUS = 12
/** Of several offices that do the same thing, the one whose name's words were said is meant. */
const OFFICE_BONUS = 2
const KEPT = 12

export function openMatcher(json: MatcherJson, model: ModelData): Matcher {
  const classifier = openClassifier(model.classifier)
  const neighbours = openNeighbours(model.neighbours, model.classifier.features.length)
  const { classes } = classifier
  const classIndex = new Map(classes.map((id, index) => [id, index]))
  const topics = new Map(json.topics.map((topic) => [topic.id, topic]))
  const matters = new Map(json.elsewhere.map((matter) => [matter.id, matter]))
  const matterClasses = json.elsewhere.map(({ id }) => classIndex.get(id)!)
  const places = new Map(json.places.map((place) => [place.region, openPlace(place)]))

  return {
    regions: [...places.keys()],
    idf: (term, region) => places.get(region)?.index.idf(term) ?? 0,
    topic(id) {
      const topic = topics.get(id)
      if (!topic) throw new RangeError(`no topic "${id}"`)
      return topic
    },
    reasons: (query, topic) => classifier.contributions(query.features, topic),
    outside(query) {
      const { matter, all } = likeliestElsewhere(posteriorOf(query))
      return all > 0.5 ? matter : undefined
    },
    rank(query, region) {
      const place = places.get(region)
      if (!place) throw new RangeError(`no entries in region ${region}`)
      const posterior = posteriorOf(query)
      const { here, absent } = place.flow(posterior)
      const text = place.index.score(query.terms)
      const bestText = text.reduce((most, score) => Math.max(most, score), 0) || 1
      const raw = place.entries.map(({ topic, kind, part, title, office }, i) => {
        const shift =
          Math.exp(TEXT_WEIGHT * (text[i]! / bestText - 1)) *
          (part ? PART_PENALTY : 1) *
          (kind === query.kind ? KIND_BONUS : 1) *
          (kind === 'office' && query.districts?.some((name) => title.includes(name)) ? DISTRICT_BONUS : 1) *
          (office?.some((term) => query.terms.has(term)) ? OFFICE_BONUS : 1)
        return here[topic]! * shift
      })
      const known = here.reduce((sum, share) => sum + share, 0)
      const sum = raw.reduce((total, score) => total + score, 0) || 1
      const candidates = indicesOfLargest(raw, KEPT).map((i): Candidate => ({
        id: place.index.ids[i]!,
        score: (raw[i]! / sum) * known,
        topic: here[place.entries[i]!.topic]!,
        text: text[i]! / bestText,
      }))
      const isAsked = (one: Candidate | undefined) =>
        one !== undefined && query.kind !== undefined && json.entries[one.id]?.kind === query.kind
      return {
        candidates,
        elsewhere: likeliestElsewhere(posterior),
        absent: {
          topic: topics.get(classes[absent]!)!,
          // Who asks for this kind of entry in so many words means one that is here.
          score: isAsked(candidates[0]) ? 0 : posterior[absent]!,
        },
        known: classifier.known(query.features),
      }
    },
  }

  /** One probability a class: every topic and every matter that is in no guide. */
  function posteriorOf({ features }: Query): Float32Array {
    const vector = classifier.vector(features)
    return neighbours.rescore(vector, classifier.predict(vector))
  }

  function likeliestElsewhere(posterior: Float32Array): Ranking['elsewhere'] {
    let best = -1
    let all = 0
    for (const c of matterClasses) {
      all += posterior[c]!
      if (best < 0 || posterior[c]! > posterior[best]!) best = c
    }
    return { matter: matters.get(classes[best]!)!, score: posterior[best]!, all }
  }

  function openPlace(place: EntryIndexJson) {
    const index = openEntryIndex(place)
    const entries = index.ids.map((id) => {
      const { topic, ...entry } = json.entries[id]!
      return { topic: classIndex.get(topic)!, ...entry }
    })
    const present = new Set(entries.map(({ topic }) => topic))
    const flows = classes.map((id, c) => {
      if (present.has(c)) return [{ to: c, share: 1 }]
      return json.covers
        .filter(({ from, to }) => from === id && present.has(classIndex.get(to)!))
        .map(({ to, share }) => ({ to: classIndex.get(to)!, share: FLOW[share]! }))
    })
    return {
      index,
      entries,
      flow(posterior: Float32Array) {
        const here = new Float32Array(classes.length)
        let absent = -1
        posterior.forEach((probability, c) => {
          for (const { to, share } of flows[c]!) here[to]! += probability * share
          if (flows[c]!.length > 0 || !topics.has(classes[c]!)) return
          if (absent < 0 || probability > posterior[absent]!) absent = c
        })
        return { here, absent }
      },
    }
  }
}

/** Positions of the largest values, largest first; of equal ones the earlier. */
function indicesOfLargest(values: readonly number[], count: number): number[] {
  return values
    .map((_, i) => i)
    .sort((a, b) => values[b]! - values[a]!)
    .slice(0, count)
}
