import { withoutMarks } from '../src/core/without-marks.js'
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

/** What the hotline's service standard has wording for beside these (annex A). */
export const MANNER_ACTS = [
  'mongolian',
  'named_agent',
  'superior',
  'staff_name',
  'not_heard',
  'bad_line',
  'hard_to_reach',
  'dialect',
  'pension_sum',
  'blame',
  'english',
  'wage_clue',
  'help_request',
] as const
export type MannerAct = (typeof MANNER_ACTS)[number]

interface ActCues<A> {
  readonly act: A
  readonly patterns: readonly string[]
  readonly not?: readonly string[]
  /** The whole text, without marks, must fit. */
  readonly whole?: boolean
  /** Longest text the cues hold for, in characters without marks: longer ones bring a matter of their own. */
  readonly within?: number
  /** What may be heard elsewhere and yet give way to this. */
  readonly over?: readonly Act[]
}

/** Longest text that can be nothing but a courtesy, in characters without marks. */
const LONGEST_WHOLE = 40

/** The first act of the data file (intents/data/acts.json) that a normalised text fits, if any. */
export type ActReader = (text: string) => Act | undefined

export function openActReader(): ActReader {
  const find = openCues<Act>('acts.json')
  return (text) => find(text)?.act
}

/** As the reader above, with the acts of manner (intents/data/acts-manner.json) where they have precedence. */
export function openMannerReader(
  readAct: ActReader = openActReader(),
): (text: string) => Act | MannerAct | undefined {
  const find = openCues<MannerAct>('acts-manner.json')
  return (text) => {
    const act = readAct(text)
    return find(text, ({ over = [] }) => !act || over.includes(act))?.act ?? act
  }
}

type FindCues<A> = (text: string, counts?: (cues: ActCues<A>) => boolean) => ActCues<A> | undefined

function openCues<A>(file: string): FindCues<A> {
  const { acts } = JSON.parse(readIntentData(file)) as { acts: ActCues<A>[] }
  const rows = acts.map((cues) => ({
    cues,
    within: cues.within ?? (cues.whole ? LONGEST_WHOLE : Infinity),
    yes: compilePatterns(cues.patterns, cues.whole)!,
    not: compilePatterns(cues.not ?? []),
  }))
  return (text, counts = () => true) => {
    const bare = withoutMarks(text)
    return rows.find(
      ({ cues, within, yes, not }) =>
        bare.length <= within && counts(cues) && yes.test(cues.whole ? bare : text) && !not?.test(text),
    )?.cues
  }
}
