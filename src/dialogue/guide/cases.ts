import type { MaterialGroup } from '../../../knowledge/entry.js'
import { groupBy } from '../../core/group-by.js'
import { channelsIn, materialIs, withoutVerb } from './patterns.js'
import type { PlannedStep, Requirement } from './planned.js'

/** One part of a material's condition and whether a person can be asked about it. */
export interface CasePart {
  /**
   * case: the person's own situation · channel: the way chosen · remark: shown, not asked (the office looks it up,
   * a note) · closed: a heading whose things are alternatives · always: no condition at all.
   */
  readonly kind: 'case' | 'channel' | 'remark' | 'closed' | 'always'
  readonly words: string
}

/** The questions of one entry's materials and what each condition means by them. */
export interface CaseBook {
  readonly steps: readonly PlannedStep[]
  /** What must be answered for a part to hold; none where it is not asked about. */
  requirements(part: CasePart, place: CasePlace): readonly Requirement[]
}

/** Where in the tree something stands: below which case, and for which ways only. */
export interface CasePlace {
  readonly above: string | undefined
  readonly channels: readonly string[]
}
/** The place of the list itself. */
export const TOP: CasePlace = { above: undefined, channels: [] }

interface Found extends CasePlace {
  readonly words: string
}

/** A question with this many alternatives is still one that can be read. */
const MOST_OPTIONS = 8
const LONGEST_CASE = 80

/** The conditions of all materials as questions: cases that stand side by side in one choice, others as yes or no. */
export function caseSteps(groups: readonly MaterialGroup[], text: string): CaseBook {
  const found = new Map<string, Found>()
  for (const group of groups) collect(group, TOP, found)
  const all = isAlwaysTheOne(groups, found) ? [] : [...found.values()]
  const steps: PlannedStep[] = []
  const keys = new Map<string, readonly Requirement[]>()
  const owners = new Map<string, readonly Requirement[]>()

  for (const level of groupBy(all, ({ above, channels }) => `${above ?? ''}|${channels.join()}`).values()) {
    const isOwn = ({ words }: Found) => materialIs('personal', words) || materialIs('unit', words)
    const isAgent = ({ words }: Found) => materialIs('agent', words) && !isOwn({ words } as Found)
    const own = level.filter(isOwn)
    const isChoice = own.some(({ words }) => materialIs('personal', words)) && own.length > 1
    const others = level.filter((one) => !(isChoice && isOwn(one)) && !isAgent(one))
    if (isChoice) ask(own, false)
    for (let i = 0; i < others.length; i += MOST_OPTIONS) ask(others.slice(i, i + MOST_OPTIONS), true)
    level.filter(isAgent).forEach((one) => ask([one], false))
  }
  return { steps, requirements: (part, place) => requirementsOf(part, place, keys) }

  function ask(cases: readonly Found[], many: boolean) {
    const [first] = cases as [Found]
    const key = `m${steps.length}`
    const options = cases.map(({ words }) => words)
    const when = whenOf(first)
    const rest = when.length > 0 ? { when } : {}
    steps.push(
      cases.length === 1
        ? { key, kind: 'case', lines: options, ...rest }
        : { key, kind: 'pick', lines: [], options, many, ...rest },
    )
    cases.forEach((one, index) => {
      const needed = [...when, { key, is: [cases.length === 1 ? 'yes' : String(index + 1)] }]
      keys.set(idOf(one.words, one), needed)
      if (materialIs('personal', one.words)) owners.set(one.words, needed)
    })
  }

  function whenOf({ words, above, channels }: Found): readonly Requirement[] {
    return [
      ...(channels.length > 0 ? [{ key: 'channel', is: channels }] : []),
      ...(above === undefined ? [] : (keys.get(above) ?? [])),
      ...ownerOf(words),
    ]
  }

  /** "个人办事时，提供…；他人代办的，还要提供…": who comes for a company is not asked whether someone stands in. */
  function ownerOf(words: string): readonly Requirement[] {
    const [owner] = materialIs('agent', words) ? owners : []
    if (!owner) return []
    const stand = text
      .split(/[\n。]/u)
      .some((one) => one.includes(owner[0]) && one.indexOf(words) > one.indexOf(owner[0]))
    return stand ? owner[1] : []
  }
}

/** A heading over the whole list ("企业或培训机构") tells no case from another. */
const isAlwaysTheOne = (groups: readonly MaterialGroup[], found: ReadonlyMap<string, Found>) =>
  groups.length === 1 && groups[0]!.condition !== undefined && found.size === 1

/** The same words below another case are another question. */
const idOf = (words: string, { above = '', channels }: CasePlace) => `${above}/${channels.join()}/${words}`

/** Where things below a part of a condition stand. */
export function placeBelow(part: CasePart, place: CasePlace): CasePlace {
  if (part.kind === 'channel') return { ...place, channels: channelsIn(part.words) }
  return part.kind === 'case' ? { ...place, above: idOf(withoutVerb(part.words), place) } : place
}

function requirementsOf(
  part: CasePart,
  place: CasePlace,
  keys: ReadonlyMap<string, readonly Requirement[]>,
): readonly Requirement[] {
  if (part.kind === 'channel') return [{ key: 'channel', is: channelsIn(part.words) }]
  return part.kind === 'case' ? (keys.get(idOf(withoutVerb(part.words), place)) ?? []) : []
}

function collect(group: MaterialGroup, place: CasePlace, found: Map<string, Found>): void {
  const parts = group.condition === undefined ? [] : readCases(group.condition)
  if (parts.some(({ kind }) => kind === 'closed')) return
  const isEmpty = group.materials.length === 0 && (group.groups ?? []).length === 0
  if (isEmpty) return
  const inner = add(parts, place, found)
  for (const { condition } of group.materials)
    if (condition !== undefined) add(readCases(condition), inner, found)
  for (const one of group.groups ?? []) collect(one, inner, found)
}

function add(parts: readonly CasePart[], place: CasePlace, found: Map<string, Found>): CasePlace {
  let inner = place
  for (const part of parts) {
    const words = withoutVerb(part.words)
    if (part.kind === 'case' && !found.has(idOf(words, inner)))
      found.set(idOf(words, inner), { words, ...inner })
    inner = placeBelow(part, inner)
  }
  return inner
}

/** Cuts "高校毕业生提供；无法通过数据共享的提供" into its parts and tells of each what it is. */
export function readCases(condition: string): CasePart[] {
  return condition
    .split(/；(?![^（(]*[）)])/u)
    .map((words) => words.trim())
    .filter(Boolean)
    .map((words) => ({ words, kind: kindOf(words) }))
}

function kindOf(words: string): CasePart['kind'] {
  if (materialIs('closed', words)) return 'closed'
  if (channelsIn(words).length > 0) return 'channel'
  if (materialIs('office', words) || materialIs('remark', words) || materialIs('heading', words))
    return 'remark'
  const bare = withoutVerb(words)
  if (!bare || materialIs('always', words) || materialIs('always', bare)) return 'always'
  return bare.length > LONGEST_CASE ? 'remark' : 'case'
}
