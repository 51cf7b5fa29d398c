import type { FormState } from '../../core/form-state.js'
import type { WorkOrderType } from '../../core/work-order.js'
import { cancel, changeOf, command } from './commands.js'
import { fill, openNext, withContent, withPlace } from './fill.js'
import { fieldOf, formOf, leavesForm } from './form-spec.js'
import { stepOn, type FormContext, type FormStep } from './form-step.js'
import { askAgain, askOn, noted, remedy, text as sentence } from './form-words.js'
import { foldAnswer } from './numbers.js'
import { findRefused, hears } from './patterns.js'
import { notAnswered, STORY } from './not-answered.js'
import { hasSubstance, placeIn, readAnswer, readFields, type ReadFields } from './read-fields.js'
import { submit } from './submit.js'

export type { FormContext, FormStep } from './form-step.js'

/** Begins a form: says what can be done without it, notes what the message already holds, asks what is missing first. */
export function startForm(type: WorkOrderType, text: string, context: FormContext): FormStep {
  const said = foldAnswer(text)
  const empty: FormState = { version: 1, type, fields: {}, skipped: [], unclear: 0, fresh: true }
  const place = placeIn(said, context.place?.code)
  const there = place?.code ? place : context.place
  const { fields } = fill(empty, readFields(type, said, { now: context.now, region: there?.code }))
  const read = { ...empty, fields }
  const keys = Object.keys(fields)
  const content = hasSubstance(said, SUBSTANCE) ? said : type === 'D-1' ? context.item?.title : undefined
  const { state, notes } = content ? withContent(read, content) : { state: read, notes: [] }
  const opened = openNext(withRefused(there ? withPlace(state, there) : state, said))
  return stepOn(opened, [
    remedy(type, { ...context, place: there?.code === context.place?.code ? context.place : undefined }),
    ...noted(opened, keys, 'noted'),
    ...notes,
    ...askOn(opened),
  ])
}

/**
 * Goes on with a form. Undefined where the message is not for it (a question about something else, a wish for a
 * person): the engine answers and comes back with `resumeForm`.
 */
export function continueForm(state: FormState, text: string, context: FormContext): FormStep | undefined {
  const said = foldAnswer(text)
  if (said === '') return undefined
  const { fresh, ...settled } = placeKnown(state, context)
  if (fresh && hears('decline', said)) return cancel()
  const finished = hears('finish', said) ? withoutOptional(settled) : undefined
  if (finished) return stepOn(finished, askOn(finished))
  const byCommand = command(settled, said)
  if (byCommand) return byCommand
  if (context.act === 'cancel') return cancel()
  if (settled.open === undefined && hears('yes', said)) return submit(settled, context)
  const change = changeOf(settled, said, context)
  if (change) return change
  if (fresh && hears('yes', said)) return stepOn(settled, askOn(settled))
  return take(settled, said, context)
}

/** The open question in short, after a digression. */
export const resumeForm = (state: FormState): FormStep => stepOn(state, [askAgain(state)])

/** A start like "我要投诉" says nothing yet; counted in characters beside such words. */
const SUBSTANCE = 6
/** An answer to "what happened" this short and put as a question is a question about something else. */
const SHORT_QUESTION = 16

/** The place may have become known while something else was spoken of. */
function placeKnown(state: FormState, { place }: FormContext): FormState {
  if (!place || state.fields['place'] !== undefined || state.open === 'place') return state
  return withPlace(state, place)
}

/** "就这些": what may be left out is; undefined where something needed is missing, or nothing is open. */
function withoutOptional(state: FormState): FormState | undefined {
  const missing = formOf(state.type).fields.filter(({ key }) => state.fields[key] === undefined)
  if (state.open === undefined || missing.some(({ required }) => required)) return undefined
  return openNext({ ...state, skipped: missing.map(({ key }) => key) })
}

/** Fields said to be left empty are not asked; needed ones are, with the reason. */
function withRefused(state: FormState, said: string): FormState {
  const optional = formOf(state.type).fields.filter(
    ({ key, required }) => !required && state.fields[key] === undefined && !state.skipped.includes(key),
  )
  const refused = findRefused(
    said,
    optional.map(({ key }) => key),
  )
  return { ...state, skipped: [...state.skipped, ...refused] }
}

/** Takes a message as answers: to the open question and to whatever else it holds. */
function take(state: FormState, said: string, context: FormContext): FormStep | undefined {
  const { open, type } = state
  const read = readFields(type, said, { open, now: context.now, region: context.place?.code })
  const known = new Set(Object.keys(state.fields))
  const fresh = Object.keys(read.values).filter((key) => key === open || !known.has(key))
  const isAnswered = fresh.some((key) => key === open || key === fieldOr(type, open))
  const hasNumber = fresh.some((key) => NUMBERS.has(fieldOf(type, key).kind)) || read.wrongId
  if (!isAnswered && !hasNumber && isAside(state, said, context)) return undefined

  if (open === undefined) return addToConfirmed(state, said, read, fresh)
  const answer = isAnswered ? undefined : wholeAnswer(state, said, read, context)
  const values = { ...read.values, ...(answer !== undefined && { [open]: answer }) }
  // Only what is new or asked: what was settled before is changed by saying so.
  const keys = answer === undefined ? fresh : [...new Set([...fresh, open])]
  const taken = Object.fromEntries(keys.map((key) => [key, values[key]!]))
  // The story is added as a whole; the rest of its message may hold other fields.
  const { content: _, ...others } = taken
  const filled = withRefused(fill(state, { ...read, values: others }), said)
  if (keys.length > 0) {
    const { state: whole, notes } = keys.includes('content')
      ? withContent(filled, said)
      : { state: filled, notes: [] }
    const next = openNext(whole)
    const wrong = read.wrongId && !next.fields['id'] ? [sentence('forms.hint.id_wrong')] : []
    return stepOn(next, [...noted(next, keys, 'noted'), ...notes, ...wrong, ...askOn(next)])
  }
  return notAnswered(state, said, read)
}

/** Whether a message is for the engine: another act, or a question. */
function isAside({ open, type }: FormState, said: string, { act }: FormContext): boolean {
  if (act !== undefined && leavesForm(act)) return true
  if (!hears('question', said) || hears('statement', said) || hears('skip', said)) return false
  if (open !== 'content') return true
  return !fieldOf(type, open).mayAsk && [...said].length < SHORT_QUESTION
}

/** The open field's answer without a pattern: the message, less the parts that told other fields. */
function wholeAnswer(
  { type, open, unclear }: FormState,
  said: string,
  { values }: ReadFields,
  { now }: FormContext,
): string | undefined {
  if (open === 'content') return readAnswer(type, open, said, now)
  const others = Object.values(values)
  // "张三 13712345678": a name stands beside its number without a mark.
  const separators = fieldOf(type, open!).kind === 'name' ? /[,，。;；!！\s]+/u : /[,，。;；!！\n]+/u
  const clauses = said.split(separators).filter(Boolean)
  const free = clauses.filter(
    (clause) => !others.some((value) => clause.includes(value)) && !/\d{7}/.test(clause),
  )
  if (others.length === 0 && free.length === clauses.length) return readAnswer(type, open!, said, now)
  const [first] = free
    .map((clause) => readAnswer(type, open!, clause, now))
    .filter((each) => each !== undefined)
  return unclear > 0 || first !== undefined ? first : undefined
}

/** At the confirmation every further statement corrects or completes. */
function addToConfirmed(
  state: FormState,
  said: string,
  read: ReadFields,
  fresh: readonly string[],
): FormStep {
  if (read.wrongId) return stepOn(state, [sentence('forms.hint.id_wrong'), sentence('forms.confirm_again')])
  const keys = Object.keys(read.values).filter((key) => read.values[key] !== state.fields[key])
  // "今天天气" holds a day and changes nothing: what corrects is mostly the value itself.
  const share = keys.reduce((sum, key) => sum + wordsOf(read.values[key]!).length, 0) / said.length
  if (keys.length > 0 && (share > 0.5 || fresh.length > 0)) {
    const next = openNext(fill(state, read))
    return stepOn(next, [...noted(next, keys, fresh.length > 0 ? 'noted' : 'changed'), ...askOn(next)])
  }
  if ([...said].length < STORY) return stepOn(state, [sentence('forms.confirm_again')])
  const { state: next, notes } = withContent(state, said)
  return stepOn(next, [...noted(next, ['content'], 'noted'), ...notes, ...askOn(next)])
}

/** A value as it was said, without the date that reading put behind it. */
const wordsOf = (value: string): string => value.replace(/（\d{4}-\d{2}-\d{2}）/u, '')

/** The field that makes the open one needless ("在哪个工地" for "哪家单位"). */
const fieldOr = (type: WorkOrderType, open: string | undefined): string | undefined =>
  formOf(type).fields.find(({ key }) => key === open)?.or

const NUMBERS: ReadonlySet<string> = new Set(['phone', 'id'])
