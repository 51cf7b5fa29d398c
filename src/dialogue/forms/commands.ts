import type { FormState } from '../../core/form-state.js'
import { say } from '../sentences.js'
import { fill, openNext, reopen, withContent } from './fill.js'
import { fieldOf, formOf } from './form-spec.js'
import { stepOn, stepOut, type FormContext, type FormStep } from './form-step.js'
import { askOn, filledLabels, noted, shown, text } from './form-words.js'
import { findChange, hears, labelAlone, without } from './patterns.js'
import { readAnswer, readFields } from './read-fields.js'

/** Ends a form that was not submitted: nothing of it is kept. */
export const cancel = (): FormStep => stepOut([text('forms.cancelled')])

/** What steers the form instead of filling it: cancelling, showing, asking about the order, leaving a field empty. */
export function command(state: FormState, said: string): FormStep | undefined {
  const isConfirming = state.open === undefined
  if (hears('cancel', said) || (isConfirming && hears('third', said))) return cancel()
  if (hears('show', said))
    return stepOn(state, isConfirming ? askOn(state) : [...shown(state), ...askOn(state)])
  if (hears('when_answered', said)) {
    const key = state.type === 'callback' ? 'forms.when_answered_callback' : 'forms.when_answered'
    return stepOn(state, [text(key), ...askShort(state)])
  }
  if (hears('why_asked', said)) return stepOn(state, [text('forms.why_asked'), ...askShort(state)])
  if (isConfirming && hears('wrong', said)) return whichIsWrong(state)
  return isConfirming ? undefined : skip(state, said)
}

/** A field that is said to be wrong: its new value is taken, or asked for. */
export function changeOf(state: FormState, said: string, context: FormContext): FormStep | undefined {
  const { type } = state
  const filled = formOf(type)
    .fields.map(({ key }) => key)
    .filter((key) => state.fields[key] !== undefined)
  if (state.choosing || state.open === undefined) {
    const alone = labelAlone(said, filled)
    if (alone) return askNew(state, alone)
  }
  const change = findChange(said, filled)
  const reading = { now: context.now, region: context.place?.code }
  if (change) {
    const { key } = change
    const read = readFields(type, said, { ...reading, open: key })
    const words = without('lead_in', without('denied', change.rest))
    const value = read.values[key] ?? readAnswer(type, key, words, context.now)
    return value === undefined || value === state.fields[key]
      ? askNew(state, key)
      : changed(state, { ...read, values: { ...read.values, [key]: value } }, filled, key)
  }
  if (!hears('correct', said)) return undefined
  // "不对，是三万二": what of it the form already holds is what is meant.
  const read = readFields(type, said, reading)
  const meant = filled.filter(
    (key) => read.values[key] !== undefined && read.values[key] !== state.fields[key],
  )
  if (meant.length > 0) return changed(state, read, meant)
  return hears('wrong', said) && filled.length > 0 ? whichIsWrong(state) : undefined
}

function changed(
  state: FormState,
  read: ReturnType<typeof readFields>,
  mayChange: readonly string[],
  only?: string,
): FormStep {
  const keys = only ? [only] : mayChange
  const values = Object.fromEntries(keys.map((key) => [key, read.values[key]!]))
  const cleared = { ...state, fields: { ...state.fields } }
  const next =
    only === 'content'
      ? { state: withContent(reopen(cleared, 'content'), values['content']!).state }
      : { state: fill(cleared, { ...read, values }) }
  const opened = openNext(next.state)
  return stepOn(opened, [...noted(opened, keys, 'changed'), ...askOn(opened)])
}

function askNew(state: FormState, key: string): FormStep {
  return stepOn(reopen(state, key), [text('forms.ask.new', { label: fieldOf(state.type, key).label })])
}

function whichIsWrong(state: FormState): FormStep {
  return stepOn({ ...state, choosing: true }, [text('forms.which', { labels: filledLabels(state) })])
}

/** "没有", "不方便说": an answer where none is one, an empty field where it may be empty, else the reason it is needed. */
function skip(state: FormState, said: string): FormStep | undefined {
  const isNone = hears('skip_none', said)
  if (!isNone && !hears('skip', said)) return undefined
  const { key, kind, label, none, required, unknown } = fieldOf(state.type, state.open!)
  if (unknown === 'answer' || (isNone && none === 'answer')) {
    const value = say(isNone && none === 'answer' ? 'forms.none_said' : 'forms.unknown_said')
    const next = openNext(fill(state, { values: { [key]: value } }))
    return stepOn(next, askOn(next))
  }
  if (required) {
    const why = kind === 'phone' ? text('forms.needed.phone') : text('forms.needed.other', { label })
    return stepOn({ ...state, unclear: state.unclear + 1 }, [why])
  }
  const next = openNext({ ...state, skipped: [...state.skipped, key] })
  return stepOn(next, askOn(next))
}

/** After a word about the order itself the question is repeated; the whole form is not. */
const askShort = (state: FormState) =>
  state.open === undefined ? [text('forms.confirm_again')] : askOn(state)
