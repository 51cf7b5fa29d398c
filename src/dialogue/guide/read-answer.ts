import { withoutMarks } from '../../core/without-marks.js'
import type { Choice } from '../../core/reply.js'
import { readChoice } from '../choices.js'
import { channelNamed, saysWord, type Word } from './patterns.js'
import type { PlannedStep } from './planned.js'

/** Longer messages bring a matter of their own. In characters without marks. */
const LONGEST = 24
/** So many characters of a choice's words are enough to mean it. */
const ENOUGH = 3

/** Words that answer a step, by the value they stand for; in the order they are tried. */
const ANSWERS: Readonly<Record<PlannedStep['kind'], Readonly<Partial<Record<Word, string>>>>> = {
  condition: { absent: 'absent', yes: 'yes', no: 'no', unsure: 'unsure' },
  audience: { yes: 'yes', no: 'no', unsure: 'unsure' },
  whole: { yes: 'yes', no: 'no', unsure: 'unsure' },
  case: { absent: 'no', yes: 'yes', no: 'no', unsure: 'unsure' },
  list: { all: 'all', part: 'part', absent: 'none', yes: 'all', no: 'none', unsure: 'unsure' },
  any: { absent: 'none', no: 'none', unsure: 'unsure' },
  pick: { absent: 'none', no: 'none', unsure: 'unsure' },
  channel: { unsure: 'unsure' },
  info: {},
  materials: {},
  where: {},
  outcome: {},
}

/** The message without marks and blanks, or undefined where it is too long to be an answer. */
export function bareAnswer(text: string): string | undefined {
  const bare = labelOf(text)
  return bare.length > 0 && bare.length <= LONGEST ? bare : undefined
}

/** What a message answers to a step: a value for the answers; undefined where it answers nothing. */
export function readAnswer(step: PlannedStep, choices: readonly Choice[], text: string): string | undefined {
  const label = labelOf(text)
  const exact = choices.find((choice) => labelOf(choice.label) === label)
  if (exact) return exact.value
  const several = step.many ? severalOf(text, step.options?.length ?? 0) : undefined
  if (several !== undefined) return several
  const bare = bareAnswer(text)
  if (bare === undefined) return undefined
  const word = (Object.keys(ANSWERS[step.kind]) as Word[]).find((one) => saysWord(one, bare))
  if (word === 'absent' && step.kind === 'condition' && !step.conditional) return 'no'
  if (step.many && saysWord('all', bare)) return step.options!.map((_, index) => index + 1).join(',')
  if (step.kind === 'pick' && !step.many && (word === 'no' || word === 'absent')) return undefined
  if (word) return ANSWERS[step.kind][word]
  const way = step.kind === 'channel' ? channelNamed(bare, step.options ?? []) : undefined
  if (way) return way
  return chosen(choices, text, bare, step.kind === 'channel' ? 2 : ENOUGH)
}

const labelOf = (text: string) => withoutMarks(text.normalize('NFKC').toLowerCase())

/** The choice that a message names by its number or by enough of its words. */
export function chosen(
  choices: readonly Choice[],
  text: string,
  bare: string,
  enough = ENOUGH,
): string | undefined {
  const found = readChoice(text.normalize('NFKC').toLowerCase(), choices)
  if (typeof found !== 'object') return undefined
  const isNumber = /^(?:选|我选|要|回复)?第?(?:\d{1,2}|[一二三四五六七八九十])|^最后/u.test(bare)
  const isWhole = labelOf(found.label) === bare
  return isNumber || isWhole || bare.length >= enough ? found.value : undefined
}

/** "1、3", "1和3", "13" is no list of two. */
function severalOf(text: string, count: number): string | undefined {
  const words = text
    .normalize('NFKC')
    .replace(/[第个项条号选我是的。.!！]/gu, '')
    .trim()
  if (!/^\d{1,2}(?:[\s、,，和跟与及]+\d{1,2})+$/u.test(words)) return undefined
  const numbers = words.match(/\d+/gu)!.map(Number)
  return numbers.every((number) => number >= 1 && number <= count)
    ? [...new Set(numbers)].sort((a, b) => a - b).join(',')
    : undefined
}
