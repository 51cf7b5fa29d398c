import type { Answer } from './answers.js'
import type { OutOfScopeRow } from './rows.js'

/** How a message came out that no item answers. */
export interface OutOfScopeVerdict {
  readonly row: OutOfScopeRow
  readonly answer: Answer
  /** The first is the usual one. */
  readonly expected: readonly string[]
  readonly right: boolean
}

export function judgeOutOfScope(row: OutOfScopeRow, answer: Answer): OutOfScopeVerdict {
  const expected = row.expect_action.split('|')
  return { row, answer, expected, right: expected.includes(answer.action) }
}
