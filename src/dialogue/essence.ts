import type { Channel } from '../core/context.js'
import { renderText, type Block } from '../core/reply.js'
import { bytesOf, WECHAT_LIMIT } from './pieces.js'
import { sayOn } from './sentences.js'

/** A long answer in two parts: what is said at once, and what is kept for "继续". */
export interface Essence {
  readonly shown: readonly Block[]
  /** The blocks that were not said, in order; empty where all was. */
  readonly rest: readonly Block[]
}

/**
 * Begins a long answer with what fits into `limitBytes` and offers the rest by name. Warnings and the source are
 * always said. A first part that is too long by itself is said whole (splitForWechat cuts it).
 */
export function essenceFirst(
  blocks: readonly Block[],
  channel: Channel,
  limitBytes: number = WECHAT_LIMIT,
): Essence {
  const size = (parts: readonly Block[]) => bytesOf(renderText(parts))
  if (size(blocks) <= limitBytes) return { shown: blocks, rest: [] }
  const always = blocks.filter(({ type }) => type === 'notice' || type === 'source')
  const body = blocks.filter(({ type }) => type !== 'notice' && type !== 'source')
  const room = limitBytes - size(always) - ROOM_FOR_OFFER
  const fits = body.findLastIndex((_, index) => size(body.slice(0, index + 1)) <= room) + 1
  const count = Math.max(fits, body.findIndex(hasContent) + 1)
  // A heading that ends the first part would stand alone: it goes with what it heads.
  const cut = count > 1 && isHeading(body, count - 1) ? count - 1 : count
  const rest = body.slice(cut)
  if (rest.length === 0) return { shown: blocks, rest }
  const parts = rest.flatMap((block) => ('title' in block ? [block.title.replace(/[：:]\s*$/u, '')] : []))
  const offer =
    parts.length > 0
      ? sayOn(channel, 'manner.essence', { parts: [...new Set(parts)].join('、') })
      : sayOn(channel, 'manner.essence_plain')
  return { shown: [...body.slice(0, cut), { type: 'text', text: offer }, ...always], rest }
}

/** Bytes kept free for the sentence that offers the rest. */
const ROOM_FOR_OFFER = 200

const hasContent = (block: Block): boolean => block.type !== 'title'

/** "2. 带什么": a line of its own before a section. */
const isHeading = (body: readonly Block[], index: number): boolean => {
  const [block, next] = [body[index], body[index + 1]]
  return block?.type === 'text' && block.text.length < 20 && next !== undefined && 'title' in next
}
