import type { Entry, Material, MaterialGroup } from '../../../knowledge/entry.js'
import { say } from '../sentences.js'
import { caseSteps, placeBelow, readCases, TOP, type CaseBook, type CasePlace } from './cases.js'
import { materialIs } from './patterns.js'
import type { PlannedLine, PlannedStep, Requirement } from './planned.js'

/** What holds above a material: the answers it depends on, and the guide's words where nobody can be asked. */
interface Above {
  readonly when: readonly Requirement[]
  readonly cases: readonly string[]
  readonly place: CasePlace
  /** Below a heading whose things are not asked about one by one. */
  readonly closed: boolean
}
const NOTHING_ABOVE: Above = { when: [], cases: [], place: TOP, closed: false }

/** The materials as lines, each with the cases it belongs to, and the questions that tell which are the person's. */
export function planMaterials(entry: Entry): { cases: PlannedStep[]; lines: PlannedLine[] } {
  const groups = entry.materials ?? []
  const book = caseSteps(groups, entry.fields.materials ?? '')
  return {
    cases: [...book.steps],
    lines: groups.flatMap((group) => linesOfGroup(group, book, NOTHING_ABOVE)),
  }
}

function linesOfGroup(group: MaterialGroup, book: CaseBook, above: Above): PlannedLine[] {
  const { condition, materials, groups = [] } = group
  const here = condition === undefined ? { above, remarks: [] } : below(condition, book, above)
  const isEmpty = materials.length === 0 && groups.length === 0
  if (condition !== undefined && isEmpty)
    return materialIs('staff', condition)
      ? []
      : [{ words: condition, details: [], box: false, when: here.above.when, cases: [] }]
  const heading: PlannedLine[] = here.remarks.map((words) => ({
    words,
    details: [],
    box: false,
    when: here.above.when,
    cases: here.above.cases,
  }))
  return [
    ...heading,
    ...materials.flatMap((material) => linesOfMaterial(material, book, here.above)),
    ...groups.flatMap((inner) => linesOfGroup(inner, book, here.above)),
  ]
}

function linesOfMaterial(material: Material, book: CaseBook, above: Above): PlannedLine[] {
  const { name, condition, note, any_of: choices = [] } = material
  const here = condition === undefined ? { above, remarks: [] } : below(condition, book, above)
  const { when, cases } = here.above
  const details = [formOf(material), note, ...here.remarks].filter((part) => part !== undefined)
  const told = squeeze(name + (note ?? ''))
  const isTold = choices.every((choice) => told.includes(squeeze(choice.name)))
  const line = { words: name, details, when, cases }
  if (choices.length === 0 || isTold) return [{ ...line, box: !above.closed }]
  return [
    { ...line, box: false },
    ...choices.map((choice) => ({
      words: choice.name,
      details: [formOf(choice), choice.condition, choice.note].filter((part) => part !== undefined),
      box: true,
      when,
      cases: [],
    })),
  ]
}

/** What a condition adds: requirements where the person was asked, remarks where not. */
function below(condition: string, book: CaseBook, above: Above): { above: Above; remarks: string[] } {
  let { when, place, closed } = above
  const cases = [...above.cases]
  const remarks: string[] = []
  for (const part of readCases(condition)) {
    const requirements = above.closed ? [] : book.requirements(part, place)
    if (part.kind === 'closed') closed = true
    if (requirements.length > 0) {
      // "网上申报：微信办理：…": the narrower way is the one that counts.
      const kept = part.kind === 'channel' ? when.filter(({ key }) => key !== 'channel') : when
      when = [...kept, ...requirements]
      cases.push(part.words)
    } else if (part.kind !== 'always') remarks.push(part.words)
    place = placeBelow(part, place)
  }
  return { above: { when: distinct(when), cases, place, closed }, remarks }
}

function formOf({ name, form, copies }: Material): string | undefined {
  const parts = [
    form && !name.includes(form) ? form : undefined,
    copies === undefined ? undefined : say('guide.copies', { count: copies }),
  ].filter((part) => part !== undefined)
  return parts.length > 0 ? parts.join('，') : undefined
}

const squeeze = (text: string) => text.replace(/\s+/gu, '')
const distinct = (when: readonly Requirement[]) => [
  ...new Map(when.map((one) => [JSON.stringify(one), one])).values(),
]
