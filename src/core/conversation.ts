import type { FormState } from './form-state.js'
import type { GuideState } from './guide-state.js'
import type { Handoff } from './effects.js'
import type { OpenOrder } from './open-order.js'
import type { PlaceNow, ServedPlace } from './place.js'
import type { Choice } from './reply.js'
import type { Field } from './vocabulary.js'

/** What a conversation remembers between turns; small plain data, and versioned so that stored ones still load. */
export interface Conversation {
  readonly version: 2
  /** The place the person's questions are about. */
  readonly place?: ServedPlace
  /** The place the channel said last (a page's chooser), to notice when it says another. */
  readonly given?: PlaceNow
  /** Whose matter was spoken of last ("母亲"); absent: the speaker's own. */
  readonly person?: string
  /** Where the people spoken of are insured; the speaker under "self". */
  readonly places?: Readonly<Record<string, ServedPlace>>
  /** The entry spoken of last. */
  readonly item?: string
  readonly field?: Field
  /** Entries spoken of before it, the latest first. */
  readonly earlier?: readonly string[]
  /** The question answered last, its personal numbers masked. */
  readonly asked?: string
  /** What was offered to choose from, and the question it was offered for. */
  readonly offer?: Offer
  /** A form being filled in, or an item being walked through. */
  readonly form?: FormState
  readonly guide?: GuideState
  /** Orders opened in this conversation. */
  readonly orders?: readonly OpenOrder[]
  /** A person was called and has not taken over yet. */
  readonly waiting?: true
  /** Turns in a row that found nothing. */
  readonly failures: number
  /** How often the person had to be steered back, by act. */
  readonly strikes?: Readonly<Record<string, number>>
  /** When the last turn was, RFC 3339. */
  readonly at?: string
}

export type Offer =
  | { readonly kind: 'item' | 'place'; readonly choices: readonly Choice[]; readonly text: string }
  /** Which case of a life event. */
  | {
      readonly kind: 'case'
      readonly event: string
      readonly choices: readonly Choice[]
      readonly text: string
    }
  /** A person, if the resident agrees. */
  | { readonly kind: 'person'; readonly reason: Handoff['reason'] }
  /** A message to be taken for when people are there. */
  | { readonly kind: 'message' }

export const newConversation: Conversation = { version: 2, failures: 0 }

/** After this long nothing that was offered or begun is still open; after a day only place and orders are kept. */
const OFFER_MINUTES = 60
const MEMORY_HOURS = 24

/** What is still remembered of a conversation at a later time. */
export function recall(conversation: Conversation, now: Date): Conversation {
  if (!conversation.at) return conversation
  const minutes = (now.getTime() - Date.parse(conversation.at)) / 60_000
  if (minutes > MEMORY_HOURS * 60) return lastingOf(conversation)
  if (minutes <= OFFER_MINUTES) return conversation
  const { offer: _, guide: __, form: ___, ...kept } = conversation
  return kept
}

/** What outlasts the talk itself: where the people are insured, and the orders. */
export function lastingOf({ place, given, places, orders }: Conversation): Conversation {
  return {
    ...newConversation,
    ...(place && { place }),
    ...(given && { given }),
    ...(places && { places }),
    ...(orders && { orders }),
  }
}

/** Reads a conversation stored by this or an earlier version; what cannot be read begins anew. */
export function loadConversation(stored: unknown): Conversation {
  if (typeof stored !== 'object' || stored === null) return newConversation
  const { version } = stored as { version?: unknown }
  if (version === 2) return stored as Conversation
  // Version 1 knew neither persons nor forms: all it held has kept its meaning.
  if (version === 1) return { ...(stored as Omit<Conversation, 'version'>), version: 2 }
  return newConversation
}
