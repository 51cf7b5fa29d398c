import { z } from 'zod'
import { Entry, Material, MaterialGroup } from './entry.js'

/** An entry as `wenban kb export` and the API give it: materials flat beside their tree, nothing internal. */
export const OpenEntry = Entry.omit({ operator: true, sections: true, materials: true }).extend({
  /** Every thing to bring in reading order; each bears all conditions it stands under. */
  materials: z.array(Material).optional(),
  material_tree: z.array(MaterialGroup).optional(),
  /** Where each field's text stands. */
  field_sources: Entry.shape.sections,
})
export type OpenEntry = z.infer<typeof OpenEntry>

/** Makes an entry fit for outside. */
export function exportEntry(entry: Entry): OpenEntry {
  const { operator: _internal, materials, sections, ...open } = entry
  return {
    ...open,
    ...(materials && { materials: flattenMaterials(materials), material_tree: materials }),
    field_sources: sections,
  }
}

/** All things to bring in reading order, each with every condition it stands under. */
export function flattenMaterials(groups: readonly MaterialGroup[], under?: string): Material[] {
  return groups.flatMap(({ condition, materials, groups: inner = [] }) => {
    const case_ = joinConditions(under, condition)
    return [
      ...materials.map((material) => {
        const all = joinConditions(case_, material.condition)
        return all === undefined ? material : { ...material, condition: all }
      }),
      ...flattenMaterials(inner, case_),
    ]
  })
}

const joinConditions = (...conditions: readonly (string | undefined)[]): string | undefined =>
  conditions.filter(Boolean).join('；') || undefined
