import type { FormState } from '../../core/form-state.js'
import type { Block } from '../../core/reply.js'
import { say } from '../sentences.js'
import { openNext, withContent } from './fill.js'
import { fieldOf } from './form-spec.js'
import { stepOn, type FormStep } from './form-step.js'
import { askOn, noted, text as sentence } from './form-words.js'
import type { ReadFields } from './read-fields.js'

/** Says what kind of answer is needed; the second time an optional field is left, a required one explained. */
export function notAnswered(state: FormState, said: string, read: ReadFields): FormStep {
  const field = fieldOf(state.type, state.open!)
  const again = { ...state, unclear: state.unclear + 1 }
  if (read.wrongId) return stepOn(again, [sentence('forms.hint.id_wrong')])
  if (state.unclear > 0 && !field.required) {
    const next = openNext({ ...state, skipped: [...state.skipped, field.key] })
    return stepOn(next, askOn(next))
  }
  const isStory = [...said].length >= STORY && !/\d{5}/.test(said)
  const { state: kept, notes } = isStory ? withContent(again, said) : { state: again, notes: [] }
  const hint = state.unclear > 0 && !/\d{5}/.test(said) ? neededHint(field) : firstHint(field, said)
  return stepOn(kept, [...(isStory ? noted(kept, ['content'], 'noted') : []), ...notes, hint])
}

type Field = ReturnType<typeof fieldOf>

function neededHint({ kind, label }: Field): Block {
  return kind === 'phone' ? sentence('forms.needed.phone') : sentence('forms.needed.other', { label })
}

function firstHint({ kind, ask }: Field, said: string): Block {
  const digits = /\d{5,}/.exec(said.replace(/[\s-]/g, ''))?.[0]
  if (kind === 'phone' && digits) return sentence('forms.hint.phone_digits', { count: digits.length })
  return kind === 'text'
    ? sentence('forms.hint.text', { question: say(ask) })
    : sentence(`forms.hint.${kind}`)
}

/** A sentence this long that answers nothing belongs to the story. */
export const STORY = 8
