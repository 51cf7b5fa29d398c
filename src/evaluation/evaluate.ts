import type { Conversation } from '../core/conversation.js'
import type { DialogueTools } from '../dialogue/tools.js'
import { judgeAmbiguous, type AmbiguousVerdict } from './ambiguous.js'
import { answerRow, type Answer } from './answers.js'
import { judgeDialog, type DialogVerdict } from './dialogs.js'
import { judgeOutOfScope, type OutOfScopeVerdict } from './out-of-scope.js'
import { judgeQuestion, type QuestionVerdict } from './questions.js'
import type { DialogRow, EvaluationRows } from './rows.js'

/** Every row with how it came out. */
export interface Evaluation {
  /** Version of the knowledge that answered. */
  readonly kb: string
  readonly questions: readonly QuestionVerdict[]
  readonly ambiguous: readonly AmbiguousVerdict[]
  readonly outOfScope: readonly OutOfScopeVerdict[]
  readonly dialogs: readonly DialogVerdict[]
}

/** Says every row to the product and judges what it says; every dialogue and every message starts fresh. */
export function evaluate(tools: DialogueTools, rows: EvaluationRows): Evaluation {
  const answer = ({ ask, region }: { readonly ask: string; readonly region?: string | null | undefined }) =>
    answerRow(tools, { text: ask, region }).answer
  const codeOf = (place: string) =>
    tools.knowledge.entries.find(({ source }) => source.guide === place)?.region ?? place
  return {
    kb: tools.knowledge.version,
    questions: rows.questions.map((row) => judgeQuestion(row, answer(row))),
    ambiguous: rows.ambiguous.map((row) => judgeAmbiguous(row, answer(row))),
    outOfScope: rows.outOfScope.map((row) => judgeOutOfScope(row, answer(row))),
    dialogs: rows.dialogs.map((row) => judgeDialog(row, holdDialog(tools, row), codeOf)),
  }
}

function holdDialog(tools: DialogueTools, { channel, now, agents, turns }: DialogRow): Answer[] {
  let conversation: Conversation | undefined
  return turns.map(({ user, media }) => {
    const row = { text: user, channel, now, agents, session: 'eval', media }
    const said = answerRow(tools, row, conversation)
    conversation = said.conversation
    return said.answer
  })
}
