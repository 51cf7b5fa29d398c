import type { GuideAnswers } from '../../core/guide-state.js'
import type { GuidePlan, PlannedStep } from './planned.js'

const UNMET = new Set(['no', 'none'])
const UNSURE = new Set(['unsure', 'part'])

/** Whether an answer says that what the guide asks is not given. */
export const isUnmet = ({ kind }: PlannedStep, answer: string): boolean =>
  isCondition(kind) && UNMET.has(answer)

/** Whether an answer leaves open what the guide asks. */
export const isUnsure = ({ kind }: PlannedStep, answer: string): boolean =>
  isCondition(kind) && UNSURE.has(answer)

/** The conditions that were said not to hold, and those to be asked about, in the guide's words. */
export function answeredConditions(plan: GuidePlan, answers: GuideAnswers) {
  const those = (is: typeof isUnmet) =>
    plan.steps
      .filter((step) => answers[step.key] !== undefined && is(step, answers[step.key]!))
      .flatMap(guideWords)
  return { unmet: those(isUnmet), unsure: those(isUnsure) }
}

/** The guide's words of a step that asks about conditions. */
export const guideWords = ({ lead, lines, options = [], kind }: PlannedStep): string[] => [
  ...(lead && kind !== 'condition' ? lead.split('\n') : []),
  ...lines,
  ...options,
]

const isCondition = (kind: PlannedStep['kind']) =>
  ['condition', 'any', 'list', 'whole', 'audience'].includes(kind)
