import type { GuideAnswers } from '../../core/guide-state.js'
/** An answer's key and what it must be; an answer of several ("1,3") holds where one of them fits. */
export interface Requirement {
  readonly key: string
  readonly is: readonly string[]
}

/**
 * One step of being led. `lead`, `lines` and `options` are the guide's own words.
 * condition: one condition · any: one of `options` is enough · list: a list that does not say whether all must hold ·
 * whole: a text that cannot be split · info: nothing to answer · audience · case: one case with materials of its own ·
 * pick: which of the cases in `options` · channel · materials, where, outcome: what the guide says for this very case.
 */
export interface PlannedStep {
  readonly key: string
  readonly kind:
    | 'condition'
    | 'any'
    | 'list'
    | 'whole'
    | 'info'
    | 'audience'
    | 'case'
    | 'pick'
    | 'channel'
    | 'materials'
    | 'where'
    | 'outcome'
  readonly lead?: string
  readonly lines: readonly string[]
  readonly options?: readonly string[]
  /** Several options may be chosen. */
  readonly many?: boolean
  /** The condition holds for a case only, which need not be the person's. */
  readonly conditional?: boolean
  /** Asked only while none of these is answered otherwise. */
  readonly when?: readonly Requirement[]
}

/** A line of the checklist with the answers it depends on. */
export interface PlannedLine {
  /** The guide's words: a thing to bring, a heading or a remark. */
  readonly words: string
  /** What else the guide says of it: form, copies, remarks. */
  readonly details: readonly string[]
  readonly box: boolean
  readonly when: readonly Requirement[]
  /** The guide's words for the case, shown while it is not known whether it is the person's. */
  readonly cases: readonly string[]
}

/** How one entry is walked: its steps in order, and its materials with the cases they belong to. */
export interface GuidePlan {
  readonly steps: readonly PlannedStep[]
  readonly materials: readonly PlannedLine[]
}

/** One heading of the sheet with its lines. */
export interface SheetSection {
  readonly title: string
  readonly lines: readonly string[]
}

/** Whether what is required holds by the answers; unsure where it was not answered or not known. */
export function judge(when: readonly Requirement[], answers: GuideAnswers): 'yes' | 'no' | 'unsure' {
  let result: 'yes' | 'unsure' = 'yes'
  for (const { key, is } of when) {
    const answer = answers[key]
    if (answer === undefined || answer === 'unsure') result = 'unsure'
    else if (!answer.split(',').some((one) => is.includes(one))) return 'no'
  }
  return result
}

/** The steps that are the person's, as far as the answers tell. */
export const stepsFor = ({ steps }: GuidePlan, answers: GuideAnswers): readonly PlannedStep[] =>
  steps.filter(({ when = [] }) => judge(when, answers) !== 'no')
