import type { Understander } from '../../intents/understand.js'
import type { KnowledgeBase } from '../../knowledge/base.js'

/** What the dialogue stands on; the same object serves every channel. */
export interface DialogueTools {
  readonly knowledge: KnowledgeBase
  readonly understander: Understander
}
