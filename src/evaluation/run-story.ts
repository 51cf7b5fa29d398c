import type { AskReply, AskRow } from '../core/ask.js'
import type { Conversation } from '../core/conversation.js'
import { ask } from '../dialogue/ask.js'
import type { DialogueTools } from '../dialogue/tools.js'
import { compareReply, type Departure } from './story-compare.js'
import type { Story, StoryTurn } from './story.js'

/** How one message was answered; no departures: as written. */
export interface PlayedTurn {
  readonly turn: StoryTurn
  /** Absent where the turn broke. */
  readonly reply?: AskReply
  readonly departures: readonly Departure[]
}

/** How a story went. */
export interface StoryRun {
  readonly story: Story
  /** Those played; after a turn that broke, none. */
  readonly turns: readonly PlayedTurn[]
  readonly whole: boolean
}

/** Plays a story from a new conversation, through the same `ask` that residents use. Never throws. */
export function runStory(tools: DialogueTools, story: Story): StoryRun {
  const turns: PlayedTurn[] = []
  let conversation: Conversation | undefined
  let { now, agents, place } = story
  for (const turn of story.turns) {
    now = turn.now ?? now
    agents = turn.agents ?? agents
    place = turn.place ?? place
    const { channel } = story
    const row: AskRow = {
      text: turn.text,
      session: story.name,
      channel,
      now,
      agents,
      place,
      media: turn.media,
    }
    try {
      const asked = ask(tools, row, String(turns.length + 1), conversation)
      conversation = asked.conversation
      turns.push({ turn, reply: asked.reply, departures: compareReply(turn.checks, asked.reply) })
    } catch (error) {
      const came = error instanceof Error ? error.message : String(error)
      turns.push({ turn, departures: [{ line: turn.line, expected: '有回复', came: `程序出错：${came}` }] })
      break
    }
  }
  return { story, turns, whole: turns.every(({ departures }) => departures.length === 0) }
}
