import type { GuideAnswers } from '../../core/guide-state.js'
import type { Entry } from '../../../knowledge/entry.js'
import type { ChecklistLine } from '../../core/reply.js'
import { checklistOf, needsNothing } from '../compose/checklist.js'
import { linesOf } from '../compose/field-text.js'
import { say } from '../sentences.js'
import { judge, type GuidePlan } from './planned.js'

/** What to bring for this very case: what a "no" rules out is left out, what is not known bears the guide's words. */
export function materialsFor(entry: Entry, plan: GuidePlan, answers: GuideAnswers): readonly ChecklistLine[] {
  const lines = linesOf(entry, 'materials')
  const text = lines.join('\n')
  if (!text) return [{ text: say('guide.missing'), box: false }]
  if (needsNothing(text)) return [{ text: say('guide.no_materials', { text }), box: false }]
  // Where no answer bears on the list, the guide's own lines are shown, unless they are a table's.
  const isPlain = plan.materials.every(({ when }) => when.length === 0) && !text.includes('\t')
  if (isPlain || plan.materials.length === 0) return checklistOf(lines).map(withoutTabs)
  const own = plan.materials.flatMap(({ words, details, box, when, cases }) => {
    const holds = judge(when, answers)
    if (holds === 'no') return []
    const told = holds === 'unsure' ? [...details, ...cases] : details
    return [{ text: told.length > 0 ? say('guide.line', { words, details: told.join('；') }) : words, box }]
  })
  return own.length > 0 ? own : [{ text: say('guide.nothing_listed'), box: false }]
}

const withoutTabs = ({ text, box }: ChecklistLine): ChecklistLine => ({
  text: text.replaceAll('\t', /\t[^\t]*\t/.test(text) ? ' ／ ' : ' '),
  box,
})
