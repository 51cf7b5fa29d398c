import Fuse from 'fuse.js'
import type { Contestant } from './contestant.js'
import { wordsOf } from './words.js'

/**
 * fuse.js over jieba's words: it looks for one string, so each word is looked up and the scores are added. On the
 * whole question it finds next to nothing.
 */
export const fuse = (withWordings: boolean): Contestant => ({
  name: 'fuse.js 逐词 + jieba',
  withWordings,
  open(_, entries) {
    const index = new Fuse(
      entries.map(({ id, titleText, wordings }) => ({
        id,
        title: titleText,
        wordings: withWordings ? wordings : [],
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
