import type { Action, Field } from './vocabulary.js'

/** Where an answer's words stand in the official guide. */
export interface SourceRef {
  readonly guide: string
  /** The guide's title, for people. */
  readonly name: string
  readonly section?: string
  readonly lines: readonly [number, number]
}

/** A thing to choose from, as "1", "2" … or by its words. */
export interface Choice {
  /** What choosing means: an entry's id or a place's code. */
  readonly value: string
  readonly label: string
}

/** One part of what a person sees; a channel decides how it looks there. */
export type Block =
  | { readonly type: 'title'; readonly text: string }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'section'; readonly title: string; readonly lines: readonly string[] }
  | { readonly type: 'checklist'; readonly title: string; readonly items: readonly ChecklistLine[] }
  | { readonly type: 'choices'; readonly choices: readonly Choice[] }
  | { readonly type: 'notice'; readonly text: string }
  | { readonly type: 'source'; readonly text: string }

/** A line of a checklist: a thing to tick, or words between such things. */
export interface ChecklistLine {
  readonly text: string
  readonly box: boolean
}

/** What the assistant says in one turn. */
export interface Reply {
  readonly action: Action
  readonly blocks: readonly Block[]
  /** The one entry the answer comes from. */
  readonly item?: string
  /** The title the answer bears, where it comes from a companion text of the entry. */
  readonly itemTitle?: string
  readonly field?: Field
  readonly candidates: readonly { readonly id: string; readonly title: string }[]
  readonly sources: readonly SourceRef[]
  /** 0 to 1. */
  readonly confidence: number
}

/** The reply as plain text, for the command line, logs of a call and channels without cards. */
export function renderText(blocks: readonly Block[]): string {
  return blocks.map(renderBlock).join('\n').trim()
}

function renderBlock(block: Block): string {
  switch (block.type) {
    case 'title':
      return `【${block.text}】`
    case 'text':
      return block.text
    case 'section':
      return [block.title, ...block.lines.map((line) => `   ${line}`)].join('\n')
    case 'checklist':
      return [block.title, ...block.items.map(({ text, box }) => `   ${box ? '□ ' : ''}${text}`)].join('\n')
    case 'choices':
      return block.choices.map(({ label }, index) => `${index + 1}. ${label}`).join('\n')
    case 'notice':
      return `※ ${block.text}`
    case 'source':
      return `——\n${block.text}`
  }
}
