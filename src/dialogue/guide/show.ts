import type { GuideAnswers } from '../../core/guide-state.js'
import type { KnowledgeBase } from '../../../knowledge/base.js'
import type { Entry } from '../../../knowledge/entry.js'
import type { Block, Choice } from '../../core/reply.js'
import type { Field } from '../../core/vocabulary.js'
import { sourceBlock, sourcesOf } from '../compose/source-line.js'
import { say } from '../sentences.js'
import { guideWords } from './answered.js'
import { linesFor, waysFor } from './for-case.js'
import { noticesOf } from './notices.js'
import { materialsFor } from './materials-for.js'
import { stepsFor, type GuidePlan, type PlannedStep } from './planned.js'

/** What one step shows: its number, the guide's words, one question, and what can be answered. */
export function showStep(
  knowledge: KnowledgeBase,
  entry: Entry,
  plan: GuidePlan,
  answers: GuideAnswers,
  step: PlannedStep,
): readonly Block[] {
  const steps = stepsFor(plan, answers)
  const at = steps.indexOf(step)
  return [
    { type: 'title', text: say('guide.progress', { step: at + 1, total: steps.length }) },
    ...bodyOf(knowledge, entry, plan, answers, step),
    { type: 'choices', choices: choicesFor(step, at === 0) },
  ]
}

/** What can be answered to a step; the values are those of the answers, or next, back and quit. */
export function choicesFor(step: PlannedStep, isFirst: boolean): readonly Choice[] {
  const { kind, options = [] } = step
  const choice = (value: string, key: string): Choice => ({ value, label: say(`guide.choice.${key}`) })
  const numbered = options.map((label, index) => ({ value: String(index + 1), label }))
  const unsure = choice('unsure', 'unsure')
  switch (kind) {
    case 'condition':
    case 'whole':
      return [
        choice('yes', 'fits'),
        choice('no', 'fits_not'),
        ...(step.conditional ? [choice('absent', 'absent')] : []),
        unsure,
      ]
    case 'audience':
      return [choice('yes', 'belongs'), choice('no', 'belongs_not'), unsure]
    case 'list':
      return [choice('all', 'all'), choice('part', 'part'), choice('none', 'none'), unsure]
    case 'any':
    case 'pick':
      return [...numbered, ...(isOneOf(step) ? [] : [choice('none', 'none_of_these')]), unsure]
    case 'case':
      return [choice('yes', 'yes'), choice('no', 'no'), unsure]
    case 'channel':
      return options.map((value) => ({ value, label: say(`guide.channel.${value}`) }))
    default:
      return [
        choice('next', kind === 'outcome' ? 'finish' : 'next'),
        ...(isFirst ? [] : [choice('back', 'back')]),
        choice('quit', 'quit'),
      ]
  }
}

/** A choice of who one is: one of them always holds. */
const isOneOf = ({ kind, many }: PlannedStep) => kind === 'pick' && !many

function bodyOf(
  knowledge: KnowledgeBase,
  entry: Entry,
  plan: GuidePlan,
  answers: GuideAnswers,
  step: PlannedStep,
): readonly Block[] {
  const { kind, lead, lines, options = [] } = step
  const text = (key: string, values = {}): Block => ({ type: 'text', text: say(`guide.ask.${key}`, values) })
  const section = (key: string, words: readonly string[]): Block => ({
    type: 'section',
    title: say(`guide.ask.${key}`),
    lines: readable(words),
  })
  const above = lead ? lead.split('\n') : []
  const source = (fields: readonly Field[]) =>
    sourceBlock(entry.place_name, sourcesOf(knowledge, entry, fields))
  switch (kind) {
    case 'condition':
      return [section('condition', [...above, ...lines]), text(step.conditional ? 'conditional' : 'fits')]
    case 'whole':
      return [section('whole', lines), text('fits')]
    case 'audience':
      return [section('audience', lines), text('belongs')]
    case 'list':
      return [section('list', [...above, ...lines]), text('compare')]
    case 'any':
      return [section('condition', above), text('any')]
    case 'info':
      return [section('info', lines)]
    case 'case':
      return [text('case', { words: lines[0] })]
    case 'pick':
      return [text(step.many ? 'picks' : 'pick')]
    case 'channel':
      return [text('channel', { count: options.length })]
    case 'materials':
      return [
        { type: 'checklist', title: say('guide.materials'), items: materialsFor(entry, plan, answers) },
        ...(entry.fields.materials ? [{ type: 'text', text: say('guide.materials_full') } as const] : []),
        ...noticesOf(entry, ['materials']),
        source(['materials']),
      ]
    case 'where':
      return contents(
        [...waysFor(entry, answers), sectionOf(entry, 'hours'), sectionOf(entry, 'process')],
        'guide.where',
        noticesOf(entry, ['channels', 'location', 'online_url', 'hours', 'process']),
        source(['channels', 'location', 'online_url', 'hours', 'process']),
      )
    case 'outcome':
      return contents(
        (['time_limit', 'result', 'fee', 'phone'] as const).map((field) => sectionOf(entry, field)),
        'guide.outcome',
        [
          ...(entry.fields.phone ? [] : [{ type: 'text', text: wayToAsk(entry) } as const]),
          ...noticesOf(entry, ['time_limit', 'result', 'fee', 'phone']),
        ],
        source(['time_limit', 'result', 'fee', 'phone']),
      )
  }
}

/** Says that a condition is not met: the guide's line, its source, and the ways on. */
export const unmetBlocks = (knowledge: KnowledgeBase, entry: Entry, step: PlannedStep): readonly Block[] => [
  {
    type: 'section',
    title: say(
      step.kind === 'any' ? 'guide.unmet_any' : step.kind === 'list' ? 'guide.unmet_list' : 'guide.unmet',
    ),
    lines: readable(guideWords(step)),
  },
  sourceBlock(
    entry.place_name,
    sourcesOf(knowledge, entry, [step.kind === 'audience' ? 'audience' : 'conditions']),
  ),
  { type: 'text', text: say('guide.unmet_end') },
  { type: 'choices', choices: unmetChoices() },
]

/** What can be done when a condition is not met. */
export const unmetChoices = (): readonly Choice[] => [
  { value: 'next', label: say('guide.choice.go_on') },
  { value: 'help', label: say('guide.choice.help') },
  { value: 'quit', label: say('guide.choice.quit') },
]

/** Whom to ask: the phone the guide gives, or 12333. */
export const wayToAsk = ({ phones = [] }: Entry): string =>
  phones.length > 0
    ? say('guide.way_phone', { phone: phones.map(({ number }) => number).join('、') })
    : say('guide.way_12333')

const sectionOf = (entry: Entry, field: Field) => ({
  title: say(`field.${field}`),
  lines: linesFor(entry, field),
})

function contents(
  sections: readonly { readonly title: string; readonly lines: readonly string[] }[],
  title: string,
  more: readonly Block[],
  source: Block,
): readonly Block[] {
  const given = sections.filter(({ lines }) => lines.length > 0)
  const blocks = given.map((one) => ({ type: 'section', ...one }) as const)
  const missing = { type: 'text', text: say('guide.missing') } as const
  return [{ type: 'text', text: say(title) }, ...(blocks.length > 0 ? blocks : [missing]), ...more, source]
}

/** The longest text of conditions in one message, in characters; cut at a line's end. */
const LIMIT = 900

function readable(lines: readonly string[]): string[] {
  let length = 0
  const shown = lines.map((line) => line.replaceAll('\t', ' '))
  const kept = shown.filter((line, index) => (length += line.length) <= LIMIT || index === 0)
  return kept.length === shown.length
    ? shown
    : [...kept, say('guide.more', { field: say('field.conditions') })]
}
