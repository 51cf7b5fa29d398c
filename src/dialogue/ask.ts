import { normalizePlace } from '../../intents/places/index.js'
import type { AskReply, AskRow } from '../core/ask.js'
import { newConversation, type Conversation } from '../core/conversation.js'
import { CodedError } from '../core/errors.js'
import type { PlaceNow } from '../core/place.js'
import { renderText, type Block } from '../core/reply.js'
import type { DialogueTools } from './tools.js'
import { turn } from './turn.js'

/** Answers one row from outside; `conversation` is what its session remembers. Throws `ask.unknown_place`. */
export function ask(
  tools: DialogueTools,
  row: AskRow,
  id: string,
  conversation: Conversation = newConversation,
): { reply: AskReply; conversation: Conversation; blocks: readonly Block[] } {
  const started = performance.now()
  const place = placeOfRow(row.place ?? row.region)
  const { conversation: after, reply } = turn(tools, conversation, {
    text: row.text,
    ...(row.media && { media: row.media }),
    ...(place && { place }),
  })
  const entry = reply.item === undefined ? undefined : tools.knowledge.get(reply.item)
  return {
    conversation: after,
    blocks: reply.blocks,
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
