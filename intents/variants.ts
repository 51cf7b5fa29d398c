import { readIntentData } from './data.js'

interface Variants {
  readonly words: Readonly<Record<string, string>>
  readonly contexts: readonly (readonly [pattern: string, standard: string])[]
  readonly fillers: readonly string[]
  readonly repeats: readonly string[]
}

/**
 * Speech as writing (intents/data/variants.json): fillers and repetitions gone, spelt-out characters joined, dialect
 * words in standard ones. Takes simplified, lower-case text. A text of nothing but fillers stays as it is.
 */
export function replaceVariants(text: string): string {
  const spoken = joinSingles(withoutFillers(text).replace(/\s+/g, ' ').trim())
  const joined = spoken || joinSingles(text.replace(/\s+/g, ' ').trim())
  const placed = CONTEXTS.reduce((result, [pattern, standard]) => result.replace(pattern, standard), joined)
  return placed.replace(WORDS, (word) => words[word]!).replace(REPEATS, '$1')
}

const { words, contexts, fillers, repeats } = JSON.parse(readIntentData('variants.json')) as Variants
const longestFirst = Object.keys(words).sort((a, b) => b.length - a.length)

const WORDS = new RegExp(longestFirst.join('|'), 'gu')
const CONTEXTS = contexts.map(([pattern, standard]) => [new RegExp(pattern, 'gu'), standard] as const)
const FILLERS = new RegExp(`[${fillers.join('')}]+`, 'gu')
const FILLERS_IN_LETTERS = new RegExp(`(?<=[!-~])[${fillers.join('')}]+(?=[!-~])`, 'gu')
const REPEATS = new RegExp(`(${repeats.join('|')})(?:[,、.。\\s]{0,3}\\1)+`, 'gu')

/** Letters on both sides of a filler must not grow together. */
const withoutFillers = (text: string): string => text.replace(FILLERS_IN_LETTERS, ' ').replace(FILLERS, '')

/** "失 业 金 怎么领": characters typed one by one are a word; words apart stay apart. */
function joinSingles(text: string): string {
  return text.replace(/(?<=(?:^|\s)\p{Script=Han})\s(?=\p{Script=Han}(?:\s|$))/gu, '')
}
