import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { readIntentData } from './data.js'
import { readLexicon } from './lexicon.js'

/** As the words of dictionary.txt: more than any common word's. */
const FREQUENCY = 20000

/** Cuts normalised text into words. `search` also yields the shorter words inside long ones. */
export interface Segmenter {
  cut(text: string): string[]
  search(text: string): string[]
}

/** The segmenter of the product: jieba with its own dictionary and the domain's (intents/data/dictionary.txt, lexicon.tsv). */
export function openSegmenter(): Segmenter {
  const jieba = Jieba.withDict(dict)
  jieba.loadDict(Buffer.from(readIntentData('dictionary.txt')))
  // What residents and guides call a thing is one word each.
  const words = new Set(readLexicon().flatMap(({ say, term }) => [say, term]))
  const short = [...words].filter((word) => /^\p{Script=Han}{2,6}$/u.test(word))
  jieba.loadDict(Buffer.from(short.map((word) => `${word} ${FREQUENCY} n\n`).join('')))
  return {
    cut: (text) => jieba.cut(text, true),
    search: (text) => jieba.cutForSearch(text, true),
  }
}
