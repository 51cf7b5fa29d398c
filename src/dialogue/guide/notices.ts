import type { Entry } from '../../../knowledge/entry.js'
import type { Block } from '../../core/reply.js'
import type { Field } from '../../core/vocabulary.js'
import { say } from '../sentences.js'

const SENTENCES: Readonly<Record<string, string>> = {
  dated: 'answer.flag_dated',
  contradiction: 'answer.flag_contradiction',
}

/** What residents must know of the texts of some fields (perhaps out of date, contradictory); undefined: of the whole. */
export const noticesOf = (
  { flags = [] }: Entry,
  fields: readonly (Field | undefined)[],
): readonly Extract<Block, { type: 'notice' }>[] =>
  flags
    .filter(({ reader, field }) => reader && fields.includes(field))
    .map(({ code, message }) => ({
      type: 'notice',
      text: say(SENTENCES[code] ?? 'answer.flag_other', { message }),
    }))
