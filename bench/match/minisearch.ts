import MiniSearch from 'minisearch'
import type { Contestant } from './contestant.js'
import { wordsOf } from './words.js'

/** MiniSearch with jieba's words, the title boosted. */
export const minisearch = (withWordings: boolean): Contestant => ({
  name: 'MiniSearch + jieba',
  withWordings,
  open(_, entries) {
    const index = new MiniSearch({
      fields: ['title', 'body', 'wordings'],
      tokenize: wordsOf,
      searchOptions: { boost: { title: 4 }, tokenize: wordsOf },
    })
    index.addAll(
      entries.map(({ id, titleText, body, wordings }) => ({
        id,
        title: titleText,
        body,
        wordings: withWordings ? wordings.join(' ') : '',
      })),
    )
    return (question) =>
      index
        .search(question)
        .slice(0, 10)
        .map(({ id }) => id as string)
  },
})
