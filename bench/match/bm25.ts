import type { Contestant } from './contestant.js'
import { bigramsOf } from './words.js'

const K1 = 1.2
const B = 0.75
/** A title says more than a line of conditions. */
const TITLE_TIMES = 4

/** Plain BM25 over pairs of characters: what one writes in an afternoon. */
export const bm25 = (withWordings: boolean): Contestant => ({
  name: 'BM25 字二元组',
  withWordings,
  open(_, entries) {
    const documents = entries.map(({ titleText, body, wordings }) => {
      const counts = new Map<string, number>()
      const add = (text: string, times: number) => {
        for (const pair of bigramsOf(text)) counts.set(pair, (counts.get(pair) ?? 0) + times)
      }
      add(titleText, TITLE_TIMES)
      add(body, 1)
      if (withWordings) for (const wording of wordings) add(wording, 1)
      return counts
    })
    const lengths = documents.map((counts) => [...counts.values()].reduce((sum, count) => sum + count, 0))
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
    const postings = new Map<string, [document: number, weight: number][]>()
    documents.forEach((counts, document) => {
      const norm = K1 * (1 - B + (B * lengths[document]!) / mean)
      for (const [pair, count] of counts) {
        const list = postings.get(pair) ?? []
        if (list.length === 0) postings.set(pair, list)
        list.push([document, (count * (K1 + 1)) / (count + norm)])
      }
    })
    return (question) => {
      const scores = new Float64Array(entries.length)
      for (const pair of new Set(bigramsOf(question))) {
        const list = postings.get(pair) ?? []
        const idf = Math.log(1 + (entries.length - list.length + 0.5) / (list.length + 0.5))
        for (const [document, weight] of list) scores[document]! += idf * weight
      }
      return entries
        .map(({ id }, i) => ({ id, score: scores[i]! }))
        .sort((a, b) => b.score - a.score)
        .slice(0, 10)
        .map(({ id }) => id)
    }
  },
})
