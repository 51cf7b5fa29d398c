/** D-1 help with a matter, D-2 complaint about a service, E clue on unpaid wages (hotline standard, annexes D and E); callback: a message for when people are there. */
export const WORK_ORDER_TYPES = ['D-1', 'D-2', 'E', 'callback'] as const
export type WorkOrderType = (typeof WORK_ORDER_TYPES)[number]

/** What was registered for people to take up. Times are RFC 3339. */
export interface WorkOrder {
  /** "20250305-D1-001AB2": day, type, and a part that no other order has. */
  readonly number: string
  readonly type: WorkOrderType
  readonly region?: string | undefined
  /** The form's fields by their key, as the person gave them (unmasked: the store encrypts them). */
  readonly fields: Readonly<Record<string, string>>
  readonly receivedAt: string
  /** To be passed on by then (1 working day), answered by then (7), chased from then (5). */
  readonly passOnBy: string
  readonly answerBy: string
  readonly chaseFrom: string
}
