import type { EntryDocument } from '../../src/core/document.js'
import type { Field } from '../../src/core/vocabulary.js'
import { normalize } from '../normalize.js'
import type { Segmenter } from '../segment.js'
import { termsOf } from '../terms.js'
import {
  buildPostings,
  openPostings,
  postingsFromJson,
  postingsToJson,
  type Postings,
  type PostingsJson,
} from './postings.js'

/**
 * BM25F over the entries of one place. What is not listed is not searched: boiler-plate such as opening hours,
 * addresses and telephone numbers is the same in hundreds of entries and says nothing about which one is meant.
 */
const FIELD_WEIGHTS: Partial<Record<Field | 'title', number>> = {
  title: 4,
  summary: 1.2,
  audience: 0.8,
  conditions: 1,
  materials: 0.7,
  notes: 0.6,
  members: 1.5,
  handler: 0.3,
  forbidden: 1.5,
  deferred: 1,
  process: 0.3,
  channels: 0.2,
  location: 0.15,
  department: 0.15,
  policy_basis: 0.1,
  fee: 0.2,
}
const K1 = 1.2
const B = 0.6

export interface EntryIndexJson {
  readonly region: string
  readonly ids: readonly string[]
  readonly postings: PostingsJson
}

/** Builds the index of one place's entries; all documents must be of that place. */
export function buildEntryIndex(
  region: string,
  documents: readonly EntryDocument[],
  segmenter: Segmenter,
): EntryIndexJson {
  const fielded = documents.map((document) => {
    const texts: [number, string, Map<string, number>][] = []
    for (const [name, weight] of Object.entries(FIELD_WEIGHTS)) {
      const text =
        name === 'title' ? [document.title, ...document.aliases].join('\n') : document.texts[name as Field]
      if (text) texts.push([weight, name, termsOf(normalize(text), segmenter)])
    }
    return texts
  })
  const averages = averageLengths(fielded)
  const weighted = fielded.map((texts) => {
    const frequency = new Map<string, number>()
    for (const [weight, name, terms] of texts) {
      const norm = 1 - B + (B * terms.size) / averages.get(name)!
      for (const [term, count] of terms)
        frequency.set(term, (frequency.get(term) ?? 0) + (weight * count) / norm)
    }
    return new Map([...frequency].map(([term, tf]) => [term, (tf * (K1 + 1)) / (tf + K1)]))
  })
  return {
    region,
    ids: documents.map((document) => document.id),
    postings: postingsToJson(buildPostings(weighted)),
  }
}

function averageLengths(fielded: readonly (readonly [number, string, Map<string, number>])[][]) {
  const sums = new Map<string, [total: number, count: number]>()
  for (const texts of fielded)
    for (const [, name, terms] of texts) {
      const [total, count] = sums.get(name) ?? [0, 0]
      sums.set(name, [total + terms.size, count + 1])
    }
  return new Map([...sums].map(([name, [total, count]]) => [name, total / count]))
}

/** One place's entries, searchable. Scores are the share of the query's weight an entry covers, 0 to about 1. */
export interface EntryIndex {
  readonly ids: readonly string[]
  score(terms: ReadonlyMap<string, number>): Float32Array
  /** How telling a term is here; a term no entry holds is as telling as one that stands in one only. */
  idf(term: string): number
}

export function openEntryIndex(json: EntryIndexJson): EntryIndex {
  const postings = openPostings(postingsFromJson(json.postings))
  const idf = (term: string) => inverseFrequency(postings, term)
  return {
    ids: json.ids,
    idf,
    score(terms) {
      const scores = new Float32Array(postings.size)
      let whole = 0
      for (const [term, weight] of terms) {
        const value = weight * idf(term)
        whole += value * (K1 + 1)
        postings.each(term, (doc, impact) => (scores[doc]! += value * impact))
      }
      if (whole > 0) for (let doc = 0; doc < scores.length; doc++) scores[doc]! /= whole
      return scores
    },
  }
}

function inverseFrequency(postings: Postings, term: string): number {
  const df = postings.frequency(term)
  return Math.log(1 + (postings.size - df + 0.5) / (df + 0.5))
}
