import type { Answer } from './answers.js'
import { sameTitle, states } from './matching.js'
import type { QuestionRow } from './rows.js'
import { shareOf } from './shares.js'

/** How a question came out. */
export interface QuestionVerdict {
  readonly row: QuestionRow
  readonly answer: Answer
  /** Answered from the right item. */
  readonly item: boolean
  /** The right item is among the first three that were answered from or offered. */
  readonly amongThree: boolean
  /** Everything that must be said is said. */
  readonly facts: boolean
}

export function judgeQuestion(row: QuestionRow, answer: Answer): QuestionVerdict {
  const isRight = (title: string) => [...row.items, ...row.also].some((right) => sameTitle(title, right))
  const title = answer.item?.title
  const item = answer.action === 'answer' && title !== undefined && isRight(title)
  const shown = [...(title === undefined ? [] : [title]), ...answer.candidates].slice(0, 3)
  return {
    row,
    answer,
    item,
    amongThree: item || shown.some(isRight),
    facts: row.facts.every((fact) => states(answer.text, fact)),
  }
}

/** Shares over questions that can be answered; undefined where there are none. */
export interface QuestionShares {
  readonly count: number
  readonly item1: number | undefined
  readonly item3: number | undefined
  readonly facts: number | undefined
  /** Right item and all facts. */
  readonly full: number | undefined
  /** Answered from another item, without the facts. */
  readonly wrong: number | undefined
  readonly clarified: number | undefined
}

export function questionShares(verdicts: readonly QuestionVerdict[]): QuestionShares {
  return {
    count: verdicts.length,
    item1: shareOf(verdicts, ({ item }) => item),
    item3: shareOf(verdicts, ({ amongThree }) => amongThree),
    facts: shareOf(verdicts, ({ facts }) => facts),
    full: shareOf(verdicts, ({ item, facts }) => item && facts),
    wrong: shareOf(verdicts, ({ answer, item, facts }) => answer.action === 'answer' && !item && !facts),
    clarified: shareOf(verdicts, ({ answer }) => answer.action === 'clarify'),
  }
}
