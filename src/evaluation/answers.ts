import type { AskRow } from '../core/ask.js'
import type { Conversation } from '../core/conversation.js'
import type { Action } from '../core/vocabulary.js'
import { ask } from '../dialogue/ask.js'
import type { DialogueTools } from '../dialogue/tools.js'

/** What came back to a row, as far as it is judged. */
export interface Answer {
  /** "error": the row was refused or broke; it counts as an answer without words. */
  readonly action: Action | 'error'
  readonly text: string
  readonly item?: { readonly id: string; readonly title: string; readonly region: string }
  /** Titles, best first. */
  readonly candidates: readonly string[]
  /** 0 to 1. */
  readonly confidence: number
  /** Time of the whole turn in milliseconds. */
  readonly ms: number
}

/** Says one row, in a conversation or as its first message, the way the command line and the API do. */
export function answerRow(
  tools: DialogueTools,
  row: AskRow,
  conversation?: Conversation,
): { readonly answer: Answer; readonly conversation: Conversation | undefined } {
  const started = performance.now()
  try {
    const { reply, conversation: after } = ask(tools, row, row.id ?? 'eval', conversation)
    const { action, text, item, candidates, confidence } = reply
    return {
      conversation: after,
      answer: {
        action,
        text,
        ...(item && { item }),
        candidates: candidates.map(({ title }) => title),
        confidence,
        ms: performance.now() - started,
      },
    }
  } catch {
    const silence = { action: 'error', text: '', candidates: [], confidence: 0 } as const
    return { conversation, answer: { ...silence, ms: performance.now() - started } }
  }
}
