import type { GuideAnswers, GuideState } from '../../core/guide-state.js'
import type { KnowledgeBase } from '../../../knowledge/base.js'
import type { Entry } from '../../../knowledge/entry.js'
import type { Block } from '../../core/reply.js'
import { say } from '../sentences.js'
import { isUnmet, isUnsure } from './answered.js'
import { noticesOf } from './notices.js'
import { saysWord } from './patterns.js'
import { planGuide } from './plan.js'
import { stepsFor, type GuidePlan, type PlannedStep } from './planned.js'
import { bareAnswer, chosen, readAnswer } from './read-answer.js'
import { checklistFor, sheetBlocks, type TaskSheet } from './sheet.js'
import { choicesFor, showStep, unmetBlocks, unmetChoices, wayToAsk } from './show.js'

/** What one message of being led yields; without a state the person is led no more. */
export interface GuideStep {
  readonly state?: GuideState
  readonly blocks: readonly Block[]
  readonly done?: boolean
  /** The sheet to keep, at the end. */
  readonly sheet?: TaskSheet
}

interface Walk {
  readonly knowledge: KnowledgeBase
  readonly entry: Entry
  readonly plan: GuidePlan
}

/** The first step; undefined where the entry gives nothing to walk. */
export function startGuide(knowledge: KnowledgeBase, entry: Entry): GuideStep | undefined {
  const plan = planGuide(entry)
  if (!plan) return undefined
  const intro = say('guide.start', { title: entry.title, place: entry.place_name })
  const before = [
    { type: 'text', text: intro } as const,
    ...noticesOf(entry, [undefined, 'audience', 'conditions']),
  ]
  return at({ knowledge, entry, plan }, 0, {}, before)
}

/** The current step once more, after a digression. */
export function resumeGuide(knowledge: KnowledgeBase, entry: Entry, state: GuideState): GuideStep {
  const walk = walkOf(knowledge, entry, state)
  if ('blocks' in walk) return walk
  const { step } = position(walk, state)
  if (state.unmet) return { state, blocks: unmetBlocks(knowledge, entry, step) }
  return at(walk, state.step, state.answers)
}

/** The next step for a message; undefined where it is no answer: a digression. `now` dates the sheet at the end. */
export function continueGuide(
  knowledge: KnowledgeBase,
  entry: Entry,
  state: GuideState,
  text: string,
  now: Date,
): GuideStep | undefined {
  const walk = walkOf(knowledge, entry, state)
  if ('blocks' in walk) return walk
  const { step, index } = position(walk, state)
  const bare = bareAnswer(text)
  const said = bare === undefined ? undefined : controlOf(state, step, index, text, bare)
  if (said === 'quit') return quit()
  if (said === 'back')
    return index === 0
      ? at(walk, 0, state.answers, [{ type: 'text', text: say('guide.first') }])
      : at(walk, state.unmet ? index : index - 1, state.answers)
  const answer = readAnswer(step, choicesFor(step, index === 0), text)
  if (state.unmet) {
    if (said === 'next') return forward(walk, state, index, now)
    if (said === 'help') return help(walk, state)
    // "不对，我符合": the answer is put right.
    return answer !== undefined && !isUnmet(step, answer) && bare !== undefined && !/^\d/.test(bare)
      ? answered(walk, state, index, step, answer, now)
      : undefined
  }
  if (said === 'next') {
    const isOpen = isQuestion(step) && state.answers[step.key] === undefined
    return isOpen ? answered(walk, state, index, step, 'unsure', now) : forward(walk, state, index, now)
  }
  if (!isQuestion(step)) return undefined
  if (answer !== undefined) return answered(walk, state, index, step, answer, now)
  // "符合" to a choice of several answers nothing yet, and is no digression either.
  const isEmpty = bare !== undefined && AGREEING.some((word) => saysWord(word, bare))
  return isEmpty ? at(walk, index, state.answers) : undefined
}

const AGREEING = ['yes', 'no', 'all', 'part'] as const

/** Words that move through the steps whatever is asked; on a step without a question "好" goes on as well. */
function controlOf(
  { unmet }: GuideState,
  step: PlannedStep,
  index: number,
  text: string,
  bare: string,
): 'quit' | 'back' | 'next' | 'help' | undefined {
  if (saysWord('quit', bare)) return 'quit'
  if (saysWord('back', bare)) return 'back'
  if (saysWord('next', bare)) return 'next'
  if (unmet && saysWord('help', bare)) return 'help'
  if (!unmet && isQuestion(step)) return undefined
  if (!unmet && saysWord('seen', bare)) return 'next'
  const value = chosen(unmet ? unmetChoices() : choicesFor(step, index === 0), text, bare)
  return value === 'quit' || value === 'back' || value === 'next' || value === 'help' ? value : undefined
}

function answered(
  walk: Walk,
  state: GuideState,
  index: number,
  step: PlannedStep,
  answer: string,
  now: Date,
): GuideStep {
  const answers = { ...state.answers, [step.key]: answer }
  const { unmet: _, ...settled } = { ...state, answers }
  if (isUnmet(step, answer))
    return {
      state: { ...settled, step: index, unmet: true },
      blocks: unmetBlocks(walk.knowledge, walk.entry, step),
    }
  const key = answer === 'part' ? 'guide.part' : 'guide.unsure'
  const note: readonly Block[] = isUnsure(step, answer)
    ? [{ type: 'notice', text: say(key, { way: wayToAsk(walk.entry) }) }]
    : []
  return forward(walk, settled, index, now, note)
}

function forward(
  walk: Walk,
  { answers }: GuideState,
  index: number,
  now: Date,
  before: readonly Block[] = [],
): GuideStep {
  if (index + 1 < stepsFor(walk.plan, answers).length) return at(walk, index + 1, answers, before)
  const sheet = checklistFor(walk.knowledge, walk.entry, walk.plan, answers, now)
  return { blocks: [{ type: 'text', text: say('guide.done') }, ...sheetBlocks(sheet)], done: true, sheet }
}

function at(walk: Walk, index: number, answers: GuideAnswers, before: readonly Block[] = []): GuideStep {
  const { knowledge, entry, plan } = walk
  const step = stepsFor(plan, answers)[index]!
  return {
    state: { entry: entry.id, kb: knowledge.version, step: index, answers },
    blocks: [...before, ...showStep(knowledge, entry, plan, answers, step)],
  }
}

const quit = (): GuideStep => ({ blocks: [{ type: 'text', text: say('guide.quit') }], done: true })

const help = ({ entry }: Walk, state: GuideState): GuideStep => ({
  state,
  blocks: [
    {
      type: 'section',
      title: say('guide.help'),
      lines: [...new Set([wayToAsk(entry), say('guide.way_12333')])],
    },
    { type: 'choices', choices: unmetChoices() },
  ],
})

/** What is to be walked, or the step that says why it cannot be gone on with. */
function walkOf(knowledge: KnowledgeBase, entry: Entry, state: GuideState): Walk | GuideStep {
  const plan = planGuide(entry)
  if (!plan) return { blocks: [{ type: 'text', text: say('guide.gone') }], done: true }
  const walk = { knowledge, entry, plan }
  // Answers hold for the steps they were given to.
  if (state.kb !== knowledge.version || state.entry !== entry.id)
    return at(walk, 0, {}, [{ type: 'text', text: say('guide.updated') }])
  return walk
}

function position({ plan }: Walk, { step, answers }: GuideState): { step: PlannedStep; index: number } {
  const steps = stepsFor(plan, answers)
  const index = Math.min(Math.max(0, Math.trunc(step) || 0), steps.length - 1)
  return { step: steps[index]!, index }
}

const isQuestion = ({ kind }: PlannedStep) => !['info', 'materials', 'where', 'outcome'].includes(kind)
