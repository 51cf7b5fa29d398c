import { replaceNumerals } from './numerals.js'
import type { Segmenter } from './segment.js'

const HAN_RUN = /\p{Script=Han}+/gu
const LATIN_WORD = /[a-z0-9][a-z0-9.%-]*/g

/**
 * The index terms of a normalised text with their counts: character bigrams of every Chinese run (robust against
 * wrong segmentation and typing slips), jieba's words ("=失业金"), words in Latin letters and figures. Numbers in words
 * count as figures too, so that 十五日 and 15日 meet.
 */
export function termsOf(text: string, segmenter: Segmenter): Map<string, number> {
  const terms = literalTermsOf(text, segmenter)
  const inFigures = replaceNumerals(text)
  if (inFigures !== text)
    for (const [term, count] of literalTermsOf(inFigures, segmenter))
      if (!terms.has(term)) terms.set(term, count)
  return terms
}

function literalTermsOf(text: string, segmenter: Segmenter): Map<string, number> {
  const terms = new Map<string, number>()
  const add = (term: string) => terms.set(term, (terms.get(term) ?? 0) + 1)
  for (const [run] of text.matchAll(HAN_RUN)) {
    for (let i = 0; i + 1 < run.length; i++) add(run.slice(i, i + 2))
    for (const word of segmenter.search(run)) if (word.length > 1) add(`=${word}`)
  }
  for (const [word] of text.matchAll(LATIN_WORD)) add(word)
  return terms
}
