import { normalizePlace } from '../../intents/places/index.js'
import type { AskReply, AskRow } from '../core/ask.js'
import type { TurnContext } from '../core/context.js'
import { newConversation, type Conversation } from '../core/conversation.js'
import { CodedError } from '../core/errors.js'
import type { Effect } from '../core/effects.js'
import type { PlaceNow } from '../core/place.js'
import { renderText, type Block } from '../core/reply.js'
import { speak } from './speak.js'
import type { DialogueTools } from './tools.js'
import { turn } from './turn.js'

/** Answers one row from outside; `conversation` is what its session remembers. Throws `ask.unknown_place`. */
export function ask(
  tools: DialogueTools,
  row: AskRow,
  id: string,
  conversation: Conversation = newConversation,
): {
  reply: AskReply
  conversation: Conversation
  blocks: readonly Block[]
  effects: readonly Effect[]
} {
  const started = performance.now()
  const place = placeOfRow(row.place ?? row.region)
  const {
    conversation: after,
    reply,
    effects,
  } = turn(
    tools,
    conversation,
    { text: row.text, ...(row.media && { media: row.media }), ...(place && { place }) },
    contextOf(row, id),
  )
  const order = workOrderOf(effects)
  const entry = reply.item === undefined ? undefined : tools.knowledge.get(reply.item)
  return {
    conversation: after,
    blocks: reply.blocks,
    effects,
    reply: {
      id,
      session: row.session || id,
      action: reply.action,
      text: renderText(reply.blocks),
      item: entry
        ? {
            id: entry.id,
            title: entry.title,
            place: entry.region,
            region: entry.region,
            kind: entry.kind,
          }
        : null,
      field: reply.field ?? null,
      candidates: [...reply.candidates],
      sources: reply.sources.map(({ guide, section, lines }) => ({
        guide,
        ...(section !== undefined && { section }),
        lines: [...lines],
      })),
      confidence: Number(reply.confidence.toFixed(3)),
      ...(row.channel === 'hotline' && { spoken: speak(reply.blocks) }),
      ...(order && { work_order: order }),
      kb: tools.knowledge.version,
      ms: Number((performance.now() - started).toFixed(2)),
    },
  }
}

function placeOfRow(name: string | null | undefined): PlaceNow | undefined {
  if (!name) return undefined
  const place = normalizePlace(name)
  if (place.kind === 'unknown')
    throw new CodedError('ask.unknown_place', `不认识这个地名 · unknown place: ${name}`, name)
  return place.kind === 'ambiguous' ? { kind: 'too_wide', name, offers: place.offers } : place
}

/** A row without a clock is asked now; a local time is Beijing's. */
function contextOf({ now, channel, agents }: AskRow, id: string): TurnContext {
  const zoned = now && !/(?:Z|[+-]\d{2}:?\d{2})$/i.test(now) ? `${now}+08:00` : now
  return {
    now: zoned ? new Date(zoned) : new Date(),
    channel: channel ?? 'web',
    agents: agents ?? 'available',
    turnId: id,
  }
}

function workOrderOf(effects: readonly Effect[]): AskReply['work_order'] {
  for (const effect of effects)
    switch (effect.kind) {
      case 'work_order_opened': {
        const { number, type, passOnBy, answerBy } = effect.order
        return { number, type, state: 'opened', pass_on_by: passOnBy, answer_by: answerBy }
      }
      case 'work_order_chased':
        return { number: effect.number, state: 'chased' }
      case 'work_order_cancelled':
        return { number: effect.number, state: 'cancelled' }
    }
  return undefined
}
