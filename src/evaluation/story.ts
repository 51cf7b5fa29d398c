import type { AskRow } from '../core/ask.js'
import type { CheckKey } from './story-words.js'

/** A conversation written down with what must come back; see docs/STORIES.md for the language. */
export interface Story {
  readonly name: string
  readonly file: string
  readonly line: number
  readonly channel: NonNullable<AskRow['channel']>
  /** The clock at its beginning, RFC 3339. */
  readonly now: string
  readonly agents: NonNullable<AskRow['agents']>
  /** The place the channel says the person is in. */
  readonly place?: string
  readonly turns: readonly StoryTurn[]
}

/** One message and what its reply must show; `now`, `agents` and `place` hold from here on. */
export interface StoryTurn {
  readonly line: number
  readonly text: string
  readonly media?: string
  readonly now?: string
  readonly agents?: NonNullable<AskRow['agents']>
  readonly place?: string
  readonly checks: readonly Check[]
}

/** One thing a reply must show: any of these values will do. */
export interface Check {
  readonly key: CheckKey
  readonly anyOf: readonly string[]
  readonly line: number
}
