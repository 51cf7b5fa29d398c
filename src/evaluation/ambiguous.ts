import type { Answer } from './answers.js'
import { sameTitle } from './matching.js'
import type { AmbiguousRow } from './rows.js'

/** How a question came out that must be asked back on. */
export interface AmbiguousVerdict {
  readonly row: AmbiguousRow
  readonly answer: Answer
  readonly askedBack: boolean
  /** Asked back, with at least two of the right items to choose from (or all, where there are fewer). */
  readonly covered: boolean
}

export function judgeAmbiguous(row: AmbiguousRow, answer: Answer): AmbiguousVerdict {
  const offered = row.candidates.filter((right) =>
    answer.candidates.some((title) => sameTitle(title, right)),
  ).length
  const askedBack = answer.action === 'clarify'
  return { row, answer, askedBack, covered: askedBack && offered >= Math.min(2, row.candidates.length) }
}
