import type { Segmenter } from './segment.js'
import { soundOf } from './sound.js'

const HAN_RUN = /\p{Script=Han}+/gu
const LATIN_WORD = /[a-z0-9][a-z0-9.%-]*/g

/** How much each sort of feature counts in training and prediction; the figures come from held-out wordings. */
const WEIGHT = { pair: 1, word: 1.4, character: 2, sound: 0.5 } as const

/**
 * What the classifier sees of a normalised text: pairs of characters, jieba's words ("=失业金"), single characters
 * ("1钱"), pairs of sounds ("~siye", for mis-heard and mistyped words), words in Latin letters and figures.
 */
export function featuresOf(text: string, segmenter: Segmenter): Map<string, number> {
  const features = new Map<string, number>()
  const add = (feature: string, weight: number) =>
    features.set(feature, (features.get(feature) ?? 0) + weight)
  for (const [run] of text.matchAll(HAN_RUN)) {
    const characters = [...run]
    let sound = ''
    for (const [i, character] of characters.entries()) {
      const before = sound
      sound = soundOf(character)
      add(`1${character}`, WEIGHT.character)
      if (i === 0) continue
      add(characters[i - 1]! + character, WEIGHT.pair)
      add(`~${before}${sound}`, WEIGHT.sound)
    }
    for (const word of segmenter.search(run)) if (word.length > 1) add(`=${word}`, WEIGHT.word)
  }
  for (const [word] of text.matchAll(LATIN_WORD)) add(word, WEIGHT.word)
  return features
}
