import type { Evaluation } from './evaluate.js'
import { noneShares, type NoneShares } from './none.js'
import { questionShares } from './questions.js'
import { calibrationError, reliabilityBins, type Claim } from './reliability.js'
import { percentile, shareOf } from './shares.js'

/** The figures of an evaluation by their stable names, shares from 0 to 1; what was not measured is left out. */
export type Figures = Readonly<Partial<Record<FigureName, number>>>

/** Every figure: its Chinese name and whether more or less of it is better. */
export const FIGURES = {
  'questions.item_at_1': { name: '事项命中（首位）', better: 'more' },
  'questions.item_at_3': { name: '事项命中（前三）', better: 'more' },
  'questions.facts': { name: '要点齐全', better: 'more' },
  'questions.item_and_facts': { name: '事项与要点都对', better: 'more' },
  'questions.wrong': { name: '答错', better: 'less' },
  'questions.clarified': { name: '反问', better: 'neither' },
  'questions.answered_anyway': { name: '本无答案却作答', better: 'less' },
  'none.precision': { name: '“指南里没有”说得准', better: 'more' },
  'none.recall': { name: '“指南里没有”说得全', better: 'more' },
  'ambiguous.asked_back': { name: '歧义问题会反问', better: 'more' },
  'ambiguous.two_right': { name: '反问给出至少两个正确选项', better: 'more' },
  'oos.false_answers': { name: '范围外却作答', better: 'less' },
  'oos.right_action': { name: '范围外动作正确', better: 'more' },
  'dialogs.turns': { name: '对话轮次正确', better: 'more' },
  'dialogs.whole': { name: '对话整段正确', better: 'more' },
  'dialogs.soft': { name: '对话软性轮次正确', better: 'neither' },
  'confidence.calibration_error': { name: '置信度校准误差', better: 'neither' },
} as const satisfies Readonly<Record<string, { name: string; better: 'more' | 'less' | 'neither' }>>
export type FigureName = keyof typeof FIGURES

export function figuresOf(evaluation: Evaluation): Figures {
  const { questions, ambiguous, outOfScope, dialogs } = evaluation
  const asked = questionShares(questions.filter(({ row }) => row.answerable))
  const none = noneOf(evaluation)
  const turns = dialogs.flatMap((dialog) => dialog.turns)
  const isRight = ({ faults }: { readonly faults: readonly string[] }) => faults.length === 0
  const figures: Record<FigureName, number | undefined> = {
    'questions.item_at_1': asked.item1,
    'questions.item_at_3': asked.item3,
    'questions.facts': asked.facts,
    'questions.item_and_facts': asked.full,
    'questions.wrong': asked.wrong,
    'questions.clarified': asked.clarified,
    'questions.answered_anyway': shareOf(
      questions.filter(({ row }) => !row.answerable),
      ({ answer }) => answer.action === 'answer',
    ),
    'none.precision': none.precision,
    'none.recall': none.recall,
    'ambiguous.asked_back': shareOf(ambiguous, ({ askedBack }) => askedBack),
    'ambiguous.two_right': shareOf(ambiguous, ({ covered }) => covered),
    'oos.false_answers': shareOf(outOfScope, ({ answer }) => answer.action === 'answer'),
    'oos.right_action': shareOf(outOfScope, ({ right }) => right),
    'dialogs.turns': shareOf(
      turns.filter(({ soft }) => !soft),
      isRight,
    ),
    'dialogs.whole': shareOf(dialogs, ({ whole }) => whole),
    'dialogs.soft': shareOf(
      turns.filter(({ soft }) => soft),
      isRight,
    ),
    'confidence.calibration_error': calibrationError(reliabilityBins(claimsOf(evaluation))),
  }
  return Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== undefined))
}

/** "Not in the guides" over all single messages; dialogues have no single right action. */
export function noneOf({ questions, ambiguous, outOfScope }: Evaluation): NoneShares {
  return noneShares([
    ...questions.map(({ row, answer }) => ({ expected: !row.answerable, said: saysNone(answer) })),
    ...ambiguous.map(({ answer }) => ({ expected: false, said: saysNone(answer) })),
    // Where another right action was taken, "not in the guides" was neither due nor said.
    ...outOfScope
      .filter(({ right, answer }) => !right || saysNone(answer))
      .map(({ expected, answer }) => ({
        expected: expected.includes('out_of_scope'),
        said: saysNone(answer),
      })),
  ])
}

/** What each answer to a single message claimed; an answer where none is right claims wrongly. */
export function claimsOf({ questions, outOfScope }: Evaluation): Claim[] {
  return [
    ...questions.map(({ row, answer, item }) => ({ answer, right: row.answerable && item })),
    ...outOfScope.map(({ answer }) => ({ answer, right: false })),
  ]
    .filter(({ answer }) => answer.action === 'answer')
    .map(({ answer, right }) => ({ confidence: answer.confidence, right }))
}

/** Time of a turn in milliseconds: the middle one and the one that 99 % do not exceed. */
export function turnTimes({ questions, ambiguous, outOfScope, dialogs }: Evaluation) {
  const answers = [...questions, ...ambiguous, ...outOfScope, ...dialogs.flatMap(({ turns }) => turns)]
  const ms = answers.map(({ answer }) => answer.ms)
  return { turns: ms.length, p50: percentile(ms, 0.5), p99: percentile(ms, 0.99) }
}

const saysNone = ({ action }: { readonly action: string }): boolean => action === 'out_of_scope'
