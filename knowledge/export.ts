import type { Entry, Material, MaterialGroup } from './entry.js'

/** An entry as `wenban kb export` and the API give it: materials flat beside their tree, nothing internal. */
export function exportEntry(entry: Entry) {
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
