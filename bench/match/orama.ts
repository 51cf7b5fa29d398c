import { create, insertMultiple, search } from '@orama/orama'
import type { Contestant } from './contestant.js'
import { wordsOf } from './words.js'

/** Orama with jieba's words, the title boosted. `threshold: 1` takes entries that hold any of the words. */
export const orama = (withWordings: boolean): Contestant => ({
  name: 'Orama + jieba',
  withWordings,
  async open(_, entries) {
    const database = create({
      schema: { title: 'string', body: 'string', wordings: 'string' },
      components: {
        tokenizer: {
          language: 'chinese',
          normalizationCache: new Map(),
          tokenize: (text) => [...new Set(wordsOf(text))],
        },
      },
    })
    await insertMultiple(
      database,
      entries.map(({ id, titleText, body, wordings }) => ({
        id,
        title: titleText,
        body,
        wordings: withWordings ? wordings.join(' ') : '',
      })),
    )
    return async (question) => {
      const { hits } = await search(database, {
        term: question,
        boost: { title: 4 },
        threshold: 1,
        limit: 10,
      })
      return hits.map(({ id }) => id)
    }
  },
})
