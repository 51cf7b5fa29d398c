import { withoutMarks } from '../core/without-marks.js'
import type { Material, MaterialGroup } from '../../knowledge/entry.js'
import type { LifeCase } from '../../knowledge/life-events.js'
import { groupBy } from '../core/group-by.js'
import type { Block, ChecklistLine } from '../core/reply.js'
import { needsNothing } from './compose/checklist.js'
import type { LifeItem } from './life-event-items.js'
import { say } from './sentences.js'

/** One entry's need for one thing: for which item, and with which words of the guide. */
interface Use {
  readonly name: string
  readonly number: number
  /** What must be read with it: conditions verbatim, form, copies, notes. */
  readonly details: string
  readonly share: Share
}

/** Whether everybody brings a thing, or in some cases, or only for an item that itself is for some. */
type Share = 'always' | 'sometimes' | 'steps'
const SHARES: readonly Share[] = ['always', 'sometimes', 'steps']

/**
 * The materials of all items as checklists, what everybody brings first: a thing that several items ask for stands
 * once, with the items it is for; forms, numbers of copies and the guide's conditions stay. What stands under a
 * heading for other cases only is left out.
 */
export function mergedMaterials(items: readonly LifeItem[], chosen: LifeCase | undefined): Block[] {
  const others = chosen?.others === undefined ? undefined : new RegExp(chosen.others, 'u')
  const own = items.map((item) => ({ ...item, groups: ownGroups(item.entry.materials, others) }))
  const things = [...groupBy(own.flatMap(usesOf), ({ name }) => keyOf(name)).values()]
  const shareOf = (thing: readonly Use[]) => SHARES.find((share) => thing.some((use) => use.share === share))
  return SHARES.flatMap((share) => {
    const lines = things.filter((thing) => shareOf(thing) === share).map(lineOf)
    const more = share === 'always' ? remarks(items) : share === 'steps' ? notes(own) : []
    const all = [...lines, ...more]
    return all.length > 0
      ? [{ type: 'checklist' as const, title: say(`life.materials_${share}`), items: all }]
      : []
  })
}

/** An item with those of its materials that are for the person's case. */
interface OwnItem extends LifeItem {
  readonly groups: readonly MaterialGroup[] | undefined
}

const ownGroups = (groups: readonly MaterialGroup[] | undefined, others: RegExp | undefined) =>
  groups?.filter(({ condition }) => condition === undefined || !others?.test(condition))

const lineOf = (thing: readonly Use[]): ChecklistLine => ({
  text: say('life.material', { name: thing[0]!.name, uses: describe(thing) }),
  box: true,
})

/** The same thing is written with and without marks, and 身份证 with and without 居民. */
const keyOf = (name: string): string =>
  withoutMarks(name.normalize('NFKC')).replaceAll('居民身份证', '身份证').replaceAll('社保卡', '社会保障卡')

function usesOf({ entry, number, when, groups }: OwnItem): Use[] {
  const shareOf = (conditions: readonly string[]): Share =>
    when !== undefined ? 'steps' : conditions.length > 0 ? 'sometimes' : 'always'
  const inGroup = (group: MaterialGroup, above: readonly string[]): Use[] => {
    const conditions = [...above, ...(group.condition ? [group.condition] : [])]
    return [
      ...group.materials.map((material) => useOf(material, conditions)),
      ...(group.groups ?? []).flatMap((inner) => inGroup(inner, conditions)),
    ]
  }
  const useOf = (material: Material, above: readonly string[]): Use => {
    const conditions = [...above, ...(material.condition ? [material.condition] : [])]
    return {
      name: material.name,
      number,
      details: [...conditions, ...remarksOf(material)].join('；'),
      share: shareOf(conditions),
    }
  }
  if (groups) return groups.flatMap((group) => inGroup(group, []))
  // What could not be taken apart stands as the guide has it.
  const text = entry.fields.materials
  if (!text || needsNothing(text)) return []
  return text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => ({ name: line.trim(), number, details: '', share: shareOf([]) }))
}

function remarksOf({ name, form, copies, note, any_of = [] }: Material): string[] {
  const others = any_of.filter((one) => !name.includes(one.name))
  return [
    form,
    copies && say('life.copies', { count: copies }),
    others.length > 0 && say('life.any_of', { names: any_of.map(alternative).join('、') }),
    note,
  ].filter((part): part is string => typeof part === 'string')
}

const alternative = (one: Material): string => {
  const details = [one.condition, ...remarksOf(one)].filter(Boolean).join('；')
  return details ? `${one.name}（${details}）` : one.name
}

/** "第 1、3 项（验原件）；第 2 项": items that ask for it in the same words stand together. */
function describe(thing: readonly Use[]): string {
  return [...groupBy(thing, ({ details }) => details)]
    .map(([details, uses]) => {
      const numbers = listed(uses.map(({ number }) => number))
      return say(details ? 'life.use_details' : 'life.use', { numbers, details })
    })
    .join('；')
}

const listed = (numbers: readonly number[]): string => [...new Set(numbers)].join('、')

/** Which items need nothing, and of which the guide does not say. */
function remarks(items: readonly LifeItem[]): ChecklistLine[] {
  const numbersOf = (fits: (text: string | undefined) => boolean) =>
    listed(items.filter(({ entry }) => fits(entry.fields.materials)).map(({ number }) => number))
  const nothing = numbersOf((text) => text !== undefined && needsNothing(text))
  const unsaid = numbersOf((text) => !text)
  return [
    nothing && say('life.no_materials', { numbers: nothing }),
    unsaid && say('life.materials_missing', { numbers: unsaid }),
  ]
    .filter((text) => text !== '')
    .map((text) => ({ text, box: false }))
}

/** Shorter words with nothing below them are headings that lost their list. */
const SHORTEST_NOTE = 10

/** The guide's notes on the materials as a whole: groups of words with nothing to bring in them. */
function notes(items: readonly OwnItem[]): ChecklistLine[] {
  const found = items.flatMap(({ groups, number }) =>
    emptyGroups(groups ?? []).map((text) => ({ text, number })),
  )
  return [...groupBy(found, ({ text }) => text)].map(([text, all]) => ({
    text: say('life.material_note', { numbers: listed(all.map(({ number }) => number)), text }),
    box: false,
  }))
}

const emptyGroups = (groups: readonly MaterialGroup[]): string[] =>
  groups.flatMap(({ condition, materials, groups: inner = [] }) =>
    materials.length === 0 && inner.length === 0 && condition && condition.length >= SHORTEST_NOTE
      ? [condition.replace(/^注[:：]\s*/u, '')]
      : emptyGroups(inner),
  )
