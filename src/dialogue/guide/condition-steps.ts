import { pointLines, readOutline, type Point } from '../../../knowledge/base.js'
import type { Entry } from '../../../knowledge/entry.js'
import { conditionIs } from './patterns.js'
import type { PlannedStep } from './planned.js'

/** More conditions than this are shown together: nobody answers twenty questions. */
const MOST = 10
/** A point longer than this, in characters, is prose that no yes or no answers. */
const LONGEST = 240

type Draft = Omit<PlannedStep, 'key'>

/** Who it is for and the conditions, one by one where the guide enumerates them. Nothing is invented. */
export function conditionSteps({ fields }: Entry): PlannedStep[] {
  // Some layouts have one text for both; it is shown as what to bring.
  const isOther = bare(fields.conditions ?? '') !== bare(fields.materials ?? '')
  const drafts = [
    ...audience(fields.audience, fields.conditions),
    ...(isOther ? conditions(fields.conditions) : []),
  ]
  return joined(drafts).map((draft, index) => ({ key: `c${index}`, ...draft }))
}

/** What is only to be known is said in one step where it stands together. */
function joined(drafts: readonly Draft[]): Draft[] {
  const steps: Draft[] = []
  for (const draft of drafts) {
    const last = steps.at(-1)
    if (draft.kind === 'info' && last?.kind === 'info')
      steps[steps.length - 1] = { ...last, lines: [...last.lines, ...draft.lines] }
    else steps.push(draft)
  }
  return steps
}

function audience(text = '', conditionText = ''): Draft[] {
  if (!text || conditionIs('anyone', text) || bare(conditionText).includes(bare(text))) return []
  return [{ kind: 'audience', lines: linesOf(text) }]
}

function conditions(text = ''): Draft[] {
  const words = text.trim()
  if (!words || conditionIs('nothing', trimmed(words))) return []
  const points = readOutline(words)
  const steps =
    points.some(isNumbered) || points.some(({ children }) => children.length > 0)
      ? together(points, undefined)
      : undefined
  if (steps && steps.length <= MOST) return steps
  return prose(words)
}

/** A text that cannot be split is shown whole; that papers are in order is nothing to ask a person. */
function prose(text: string): Draft[] {
  const lines = linesOf(text)
  const sentences = lines.flatMap((line) => line.split(/(?<=[。；;])/u))
  if (sentences.every((one) => conditionIs('formal', trimmed(one)))) return [{ kind: 'info', lines }]
  return [{ kind: 'whole', lines }]
}

/** The steps of points on one level; undefined where it is not clear how they hang together. */
function together(points: readonly Point[], lead: string | undefined): Draft[] | undefined {
  const headed = points.filter(({ children }) => children.length > 0)
  // Two lists side by side are two ways in ("初级", "中级"), not two conditions.
  if (headed.filter(({ text }) => !conditionIs('extra', text) && !isCase(text)).length > 1) return undefined
  const items = points.filter((point) => isNumbered(point) && point.children.length === 0)
  if (items.length > 1 && !mustAllHold(items, lead))
    return headed.length > 0 ? undefined : compared(points, lead)
  const steps = points.map((point) => stepOf(point, lead))
  return steps.every((step) => step !== undefined) ? steps.flat() : undefined
}

/** A list that leaves open whether all must hold: shown together, with what stands before and behind it. */
function compared(points: readonly Point[], lead: string | undefined): Draft[] | undefined {
  const from = points.findIndex(isNumbered)
  const to = points.findLastIndex(isNumbered) + 1
  const items = points.slice(from, to)
  if (!items.every(isNumbered) || points.some(({ rows }) => rows)) return undefined
  const above = [...(lead ? [lead] : []), ...points.slice(0, from).map(wordsOf)].join('\n')
  const after = points.slice(to).flatMap(pointLines)
  return [
    { kind: 'list', lines: items.map(wordsOf), ...(above && { lead: above }) },
    ...(after.length > 0 ? [{ kind: 'info', lines: after } as const] : []),
  ]
}

function stepOf(point: Point, lead: string | undefined): Draft[] | undefined {
  const { text, children, rows } = point
  if (rows) return undefined
  const lines = pointLines(point)
  const first = wordsOf(point)
  if (children.length === 0) {
    if (conditionIs('formal', trimmed(text)) || point.kind === 'note') return [{ kind: 'info', lines }]
    if (text.length > LONGEST || conditionIs('heading', text)) return undefined
    if (conditionIs('extra', text) || conditionIs('statement', text)) return [{ kind: 'info', lines }]
    const conditional = isCase(text)
    return [{ kind: 'condition', lines: [first], ...(lead && { lead }), ...(conditional && { conditional }) }]
  }
  if (conditionIs('extra', text)) return [{ kind: 'info', lines }]
  if (conditionIs('any', text)) {
    const options = children.filter(isNumbered)
    if (options.length < 2 || options.length > 12 || options.length !== children.length) return undefined
    return [{ kind: 'any', lead: first, lines: [], options: options.map((one) => pointLines(one).join('')) }]
  }
  if (conditionIs('all', text)) return together(children, first)
  if (isCase(text)) return [{ kind: 'condition', lines, conditional: true }]
  return undefined
}

/** Whether the guide's words make every point of a list a condition of its own. */
function mustAllHold(items: readonly Point[], lead = ''): boolean {
  if (items.some(({ text }) => text.length > LONGEST)) return false
  if (conditionIs('all', lead) && !conditionIs('any', lead)) return true
  return items.every(
    ({ text }) => isCase(text) || conditionIs('requirement', text) || conditionIs('statement', text),
  )
}

const isNumbered = ({ kind }: Point) => !['plain', 'heading', 'note', 'table'].includes(kind)
const isCase = (text: string) => conditionIs('case', text)
const wordsOf = ({ marker, text }: Point) => marker + text
const trimmed = (text: string) => text.replace(/[。；;，,\s]+$/u, '')
const bare = (text: string) => text.replace(/[\p{P}\s]+/gu, '')
const linesOf = (text: string) => text.split('\n').filter((line) => line.trim())
