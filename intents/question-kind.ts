import type { Kind } from '../src/core/vocabulary.js'
import { compilePatterns, readIntentData } from './data.js'

/** What sort of figure a question is after. */
export type QuestionKind = 'amount' | 'duration' | 'number'

/** Tells from a normalised text what sort of figure it asks for, if any. */
export type QuestionKindReader = (text: string) => QuestionKind | undefined

export function openQuestionKindReader(): QuestionKindReader {
  const { '//': _, ...data } = JSON.parse(readIntentData('kinds.json')) as Record<string, string[]>
  const cues = Object.entries(data).map(([kind, patterns]) => [kind, compilePatterns(patterns)!] as const)
  return (text) => cues.find(([, cue]) => cue.test(text))?.[0] as QuestionKind | undefined
}

/** Tells which kind of entry a normalised text asks for in so many words, if any. */
export type EntryKindReader = (text: string) => Kind | undefined

export function openEntryKindReader(): EntryKindReader {
  const { '//': _, ...data } = JSON.parse(readIntentData('entry-kinds.json')) as Record<string, string[]>
  const cues = Object.entries(data).map(([kind, patterns]) => [kind, compilePatterns(patterns)!] as const)
  return (text) => cues.find(([, cue]) => cue.test(text))?.[0] as Kind | undefined
}
