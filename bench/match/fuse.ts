import Fuse from 'fuse.js'
import type { Contestant } from './contestant.js'
import { wordsOf } from './words.js'

/** It goes through every string for every word: of a topic's wordings it gets this many. */
const MOST_WORDINGS = 10

/**
 * fuse.js over jieba's words: it looks for one string, so each word is looked up and the scores are added. On the
 * whole question it finds next to nothing.
 */
export const fuse = (withWordings: boolean): Contestant => ({
  name: `fuse.js 逐词 + jieba${withWordings ? `（每主题 ${MOST_WORDINGS} 句）` : ''}`,
  withWordings,
  open(_, entries) {
    const index = new Fuse(
      entries.map(({ id, titleText, wordings }) => ({
        id,
        title: titleText,
        wordings: withWordings ? wordings.slice(0, MOST_WORDINGS) : [],
      })),
      {
        keys: [
          { name: 'title', weight: 4 },
          { name: 'wordings', weight: 1 },
        ],
        includeScore: true,
        ignoreLocation: true,
        threshold: 0.2,
      },
    )
    return (question) => {
      const scores = new Map<string, number>()
      for (const word of new Set(wordsOf(question).filter(({ length }) => length > 1)))
        for (const { item, score } of index.search(word))
          scores.set(item.id, (scores.get(item.id) ?? 0) + 1 - (score ?? 1))
      return [...scores]
        .sort(([, a], [, b]) => b - a)
        .slice(0, 10)
        .map(([id]) => id)
    }
  },
})
