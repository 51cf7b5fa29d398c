import type { LifeEventReader } from '../../intents/life-events.js'
import type { Understander } from '../../intents/understand.js'
import type { KnowledgeBase } from '../../knowledge/base.js'
import type { LifeEvent } from '../../knowledge/life-events.js'

/** What the dialogue stands on; the same object serves every channel. */
export interface DialogueTools {
  readonly knowledge: KnowledgeBase
  readonly understander: Understander
  readonly lifeEvents: LifeEventReader
  readonly eventsById: ReadonlyMap<string, LifeEvent>
  /** Whether a number is an office's, printed in the guides: it is not masked. */
  readonly isPublic: (number: string) => boolean
}
