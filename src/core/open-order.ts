import type { WorkOrder } from './work-order.js'

/** What a conversation remembers of an order it opened: enough to find it again, nothing of its content. */
export type OpenOrder = Pick<WorkOrder, 'number' | 'type' | 'receivedAt' | 'answerBy' | 'chaseFrom'>

/** An order as the conversation remembers it. */
export const openOrderOf = ({ number, type, receivedAt, answerBy, chaseFrom }: WorkOrder): OpenOrder => ({
  number,
  type,
  receivedAt,
  answerBy,
  chaseFrom,
})
