import type { TurnContext } from '../core/context.js'
import type { Conversation } from '../core/conversation.js'
import type { Effect } from '../core/effects.js'
import type { Reply } from '../core/reply.js'
import type { DialogueTools } from './tools.js'

/** What every part of a turn needs: what the dialogue stands on, and what the turn may not find out by itself. */
export interface Scene {
  readonly tools: DialogueTools
  readonly context: TurnContext
}

/** What a turn yields: the conversation as it is afterwards, what to say, what to do. */
export interface Turn {
  readonly conversation: Conversation
  readonly reply: Reply
  readonly effects: readonly Effect[]
}

/** A turn that only says something. */
export const saying = (conversation: Conversation, reply: Reply): Turn => ({
  conversation,
  reply,
  effects: [],
})
