import type { FormState } from '../../core/form-state.js'
import type { Block, Choice } from '../../core/reply.js'
import type { WorkOrderType } from '../../core/work-order.js'
import { say } from '../sentences.js'
import { fieldOf, formOf } from './form-spec.js'
import { maskNumber, maskWithin } from './numbers.js'
import type { FormContext } from './form-step.js'

/** One sentence as a block. */
export const text = (key: string, values: Readonly<Record<string, string | number>> = {}): Block => ({
  type: 'text',
  text: say(key, values),
})

/** The question that is open, or the whole form for confirmation. */
export function askOn(state: FormState): readonly Block[] {
  return state.open === undefined ? confirmation(state) : [text(fieldOf(state.type, state.open).ask)]
}

/** The open question in short, after something else was spoken of. */
export function askAgain({ type, open }: FormState): Block {
  return open === undefined
    ? text('forms.confirm_again')
    : text('forms.resume', { question: say(fieldOf(type, open).ask) })
}

/** What can be done without registering; said before anything is recorded. */
export function remedy(type: WorkOrderType, { item, place }: FormContext): Block {
  if (type === 'E') {
    const phone = item?.phones?.[0]?.number
    const office = phone && place ? say('forms.remedy.arbitration', { place: place.name, phone }) : ''
    return text('forms.remedy.E', { office })
  }
  const ways = type === 'D-1' && item ? waysOf(item) : ''
  return ways ? text('forms.remedy.item', { title: item!.title, ways }) : text(`forms.remedy.${type}`)
}

/** What the form holds, line by line, personal numbers masked. */
export function shown(state: FormState): readonly Block[] {
  const lines = filledLines(state)
  if (lines.length === 0) return [text('forms.shown_nothing')]
  return [{ type: 'section', title: say('forms.shown'), lines }]
}

/** What was taken from the last message; the story itself is not repeated. */
export function noted(
  { type, fields }: FormState,
  keys: readonly string[],
  key: 'noted' | 'changed',
): Block[] {
  const values = keys
    .filter((each) => each !== 'content')
    .map((each) => {
      const { label } = fieldOf(type, each)
      return say('forms.value', { label, value: display(type, each, fields[each] ?? '') })
    })
  if (values.length > 0) return [text(`forms.${key}`, { values: values.join('，') })]
  return keys.includes('content') ? [text('forms.noted_content')] : []
}

/** The names of the fields that are filled, to choose the wrong one from. */
export function filledLabels({ type, fields }: FormState): string {
  return formOf(type)
    .fields.filter(({ key }) => fields[key] !== undefined)
    .map(({ label }) => label)
    .join('、')
}

/** The choices under a confirmation; they can be taken by number. */
export function confirmChoices(): readonly Choice[] {
  return ['yes', 'change', 'cancel'].map((value) => ({ value, label: say(`forms.confirm_${value}`) }))
}

function confirmation(state: FormState): readonly Block[] {
  const type = say('forms.line', { label: say('forms.type'), value: formOf(state.type).name })
  return [
    { type: 'section', title: say('forms.confirm'), lines: [type, ...filledLines(state)] },
    text('forms.confirm_ask'),
    { type: 'choices', choices: confirmChoices() },
  ]
}

function filledLines({ type, fields }: FormState): string[] {
  return formOf(type)
    .fields.filter(({ key }) => fields[key] !== undefined)
    .map(({ key, label }) => say('forms.line', { label, value: display(type, key, fields[key]!) }))
}

/** A value as it may be seen again. */
function display(type: WorkOrderType, key: string, value: string): string {
  const { kind } = fieldOf(type, key)
  return kind === 'phone' || kind === 'id' ? maskNumber(value) : maskWithin(value)
}

/** The channels of an entry in a line; long descriptions are for the entry's own answer. */
function waysOf(item: NonNullable<FormContext['item']>): string {
  const ways = new Map(
    (item.channels ?? []).map(({ type, text: words, apps, addresses, urls }) => {
      const where = apps?.[0] ?? addresses?.[0] ?? urls?.[0] ?? words
      return [type, where.length <= LONGEST_WAY ? say('forms.remedy.way', { type, text: where }) : type]
    }),
  )
  return [...ways.values()].slice(0, 3).join('、')
}

const LONGEST_WAY = 40
