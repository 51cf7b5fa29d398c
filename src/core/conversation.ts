import type { PlaceNow, ServedPlace } from './place.js'
import type { Choice } from './reply.js'
import type { Field } from './vocabulary.js'

/** What a conversation remembers between turns; small, and versioned so that stored ones still load. */
export interface Conversation {
  readonly version: 1
  /** The place the person's questions are about. */
  readonly place?: ServedPlace
  /** The place the channel said last (a page's chooser), to notice when it says another. */
  readonly given?: PlaceNow
  /** The entry spoken of last. */
  readonly item?: string
  readonly field?: Field
  /** What was offered to choose from, and the question it was offered for. */
  readonly offer?: {
    readonly kind: 'item' | 'place'
    readonly choices: readonly Choice[]
    readonly text: string
  }
  /** Turns in a row that found nothing. */
  readonly failures: number
}

export const newConversation: Conversation = { version: 1, failures: 0 }
