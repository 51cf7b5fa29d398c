import { renderText, type Block } from '../core/reply.js'
import { say } from './sentences.js'
import { spoken } from './spoken.js'

/** From so many lines on, people are asked to take notes before they hear them. */
const LONG_LIST = 4

/** A reply as it is read aloud: figures in words, no addresses, and time to take notes before a long list. */
export function speak(blocks: readonly Block[]): string {
  const first = blocks.findIndex((block) => linesIn(block) >= LONG_LIST)
  return blocks
    .map((block, index) => {
      const said = spoken(renderText([audible(block)]))
      return index === first ? `${say('manner.note_down')}\n${said}` : said
    })
    .filter(Boolean)
    .join('\n')
}

const linesIn = (block: Block): number =>
  block.type === 'section' ? block.lines.length : block.type === 'checklist' ? block.items.length : 0

/** Of a source nobody wants to hear line numbers: its last line says where the answer holds. */
const audible = (block: Block): Block =>
  block.type === 'source' ? { type: 'text', text: block.text.split('\n').at(-1) ?? '' } : block
