import { compilePatterns, readIntentData } from './data.js'

/** What a sentence does beside or instead of asking about an item. */
export const ACTS = [
  'injection',
  'others_data',
  'personal_lookup',
  'human',
  'emotion',
  'abuse',
  'harassment',
  'praise',
  'suggestion',
  'media',
  'service_complaint',
  'chase',
  'identity',
  'repeat',
  'goodbye',
  'thanks',
  'greeting',
  'acknowledge',
  'deny',
  'cancel',
] as const
export type Act = (typeof ACTS)[number]

interface ActCues {
  readonly act: Act
  readonly patterns: readonly string[]
  readonly not?: readonly string[]
  /** The whole text, without marks, must fit. */
  readonly whole?: boolean
  /** Longest text the cues hold for, in characters without marks: longer ones bring a matter of their own. */
  readonly within?: number
}

/** Longest text that can be nothing but a courtesy, in characters without marks. */
const LONGEST_WHOLE = 40

/** The first act of the data file (intents/data/acts.json) that a normalised text fits, if any. */
export type ActReader = (text: string) => Act | undefined

export function openActReader(): ActReader {
  const { acts } = JSON.parse(readIntentData('acts.json')) as { acts: ActCues[] }
  const cues = acts.map(
    ({ act, patterns, not, whole = false, within = whole ? LONGEST_WHOLE : Infinity }) => ({
      act,
      whole,
      within,
      yes: compilePatterns(patterns, whole)!,
      not: compilePatterns(not ?? []),
    }),
  )
  return (text) => {
    const bare = text.replace(/[\p{P}\p{S}\s]+/gu, '')
    return cues.find(
      ({ whole, within, yes, not }) =>
        bare.length <= within && yes.test(whole ? bare : text) && !not?.test(text),
    )?.act
  }
}
