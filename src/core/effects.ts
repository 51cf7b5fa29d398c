import type { WorkOrder } from './work-order.js'

/** What a turn does to the world, as data: carried out at the edge after the turn has been stored. */
export type Effect =
  | { readonly kind: 'work_order_opened'; readonly order: WorkOrder }
  /** The person asks again after an order that was opened before. */
  | { readonly kind: 'work_order_chased'; readonly number: string; readonly at: string }
  | { readonly kind: 'work_order_cancelled'; readonly number: string; readonly at: string }
  /** A person takes over, with all that is known so far. */
  | { readonly kind: 'handoff'; readonly handoff: Handoff }

/** What an operator who takes over must not ask again. */
export interface Handoff {
  readonly reason: 'wish' | 'failures' | 'emotion' | 'mongolian' | 'superior'
  /** GB/T 2260 code of the place, if known. */
  readonly place?: string | undefined
  /** The entry spoken of last. */
  readonly item?: string | undefined
  /** The question that was open, personal numbers masked. */
  readonly question?: string | undefined
}
