import { z } from 'zod'
import { CHANNELS } from './context.js'
import { ACTIONS, FIELDS, KINDS } from './vocabulary.js'
import { WORK_ORDER_TYPES } from './work-order.js'

/** The longest text one question may have, in UTF-16 units; longer is refused at the edge. */
export const MAX_TEXT = 200_000

/** One question from outside: a row of `wenban ask --jsonl`, the body of `POST /api/v1/ask`. */
export const AskRow = z.object({
  id: z.union([z.string(), z.number()]).transform(String).optional(),
  text: z.string().max(MAX_TEXT),
  /** Rows with the same session are one conversation. */
  session: z.string().max(200).nullish(),
  /** GB/T 2260 code or a usual name. */
  place: z.string().max(100).nullish(),
  region: z.string().max(100).nullish(),
  channel: z.enum(CHANNELS).nullish(),
  /** Sets the clock. */
  now: z.iso.datetime({ offset: true, local: true }).nullish(),
  /** Who is on duty; "timeout": a transfer asked for earlier was not taken in time. */
  agents: z.enum(['available', 'none', 'timeout']).nullish(),
  media: z.string().max(40).nullish(),
})
export type AskRow = z.infer<typeof AskRow>

const SourceRef = z.object({
  guide: z.string(),
  section: z.string().optional(),
  lines: z.tuple([z.int(), z.int()]),
})

/** The answer as it goes out. `text` is all the person would see in this turn. */
export const AskReply = z.object({
  id: z.string(),
  session: z.string(),
  action: z.enum(ACTIONS),
  text: z.string(),
  item: z
    .object({
      id: z.string(),
      title: z.string(),
      place: z.string(),
      region: z.string(),
      kind: z.enum(KINDS),
    })
    .nullable(),
  field: z.enum(FIELDS).nullable(),
  candidates: z.array(z.object({ id: z.string(), title: z.string() })),
  sources: z.array(SourceRef),
  confidence: z.number().min(0).max(1),
  /** The same as it is read aloud; on the telephone only. */
  spoken: z.string().optional(),
  /** The order this turn opened, chased or cancelled: never its content. */
  work_order: z
    .object({
      number: z.string(),
      type: z.enum(WORK_ORDER_TYPES).optional(),
      state: z.enum(['opened', 'chased', 'cancelled']),
      pass_on_by: z.string().optional(),
      answer_by: z.string().optional(),
    })
    .optional(),
  kb: z.string(),
  ms: z.number(),
})
export type AskReply = z.infer<typeof AskReply>
