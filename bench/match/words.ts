import { openSegmenter } from '../../intents/segment.js'

const segmenter = openSegmenter()

/** The words of a normalised text, marks and white space left out; the same cut for every matcher that takes words. */
export const wordsOf = (text: string): string[] =>
  segmenter.search(text).filter((word) => /[\p{Script=Han}\p{L}\p{N}]/u.test(word))

/** Pairs of characters, for matchers that need no dictionary. */
export function bigramsOf(text: string): string[] {
  const characters = [...text.replace(/[\p{P}\p{S}\s]+/gu, '')]
  return characters.slice(1).map((character, i) => characters[i]! + character)
}
