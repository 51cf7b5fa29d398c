import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { packageRoot } from '../src/core/package-root.js'

/** Cuts normalised text into words. `search` also yields the shorter words inside long ones. */
export interface Segmenter {
  cut(text: string): string[]
  search(text: string): string[]
}

/** The segmenter of the product: jieba with its own dictionary and the domain's (intents/data/dictionary.txt). */
export function openSegmenter(): Segmenter {
  const jieba = Jieba.withDict(dict)
  jieba.loadDict(readFileSync(join(packageRoot, 'intents/data/dictionary.txt')))
  return {
    cut: (text) => jieba.cut(text, true),
    search: (text) => jieba.cutForSearch(text, true),
  }
}
