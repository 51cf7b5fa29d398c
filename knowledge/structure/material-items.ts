import type { Material, MaterialGroup } from '../entry.js'

/** One thing in the order of the text: something to bring (with its point's number) or a group under a case. */
export type Item =
  { readonly material: Material; readonly number?: number | undefined } | { readonly group: MaterialGroup }

/** Turns things in their order into groups: a run of materials between two groups becomes a group without condition. */
export function arrange(items: readonly Item[]): MaterialGroup[] {
  const groups: MaterialGroup[] = []
  let run: Material[] = []
  const close = () => {
    if (run.length) groups.push({ materials: run })
    run = []
  }
  for (const item of items) {
    if ('material' in item) run.push(item.material)
    else {
      close()
      groups.push(item.group)
    }
  }
  close()
  return groups
}

/** Puts things under a condition; without one they always apply. */
export function groupUnder(condition: string | undefined, items: readonly Item[]): MaterialGroup {
  const [first, ...rest] = arrange(items)
  const own = first && first.condition === undefined && !first.groups ? first.materials : []
  const groups = own.length || !first ? rest : [first, ...rest]
  return {
    ...(condition ? { condition } : {}),
    materials: own,
    ...(groups.length ? { groups } : {}),
  }
}

/** A group that only states something in the source's words. */
export const stating = (words: string): Item => ({ group: { condition: words.trim(), materials: [] } })

/** Adds a remark to a thing of the list (by default the last); where there is none the remark states itself. */
export function addNote(items: Item[], words: string, at = items.length - 1) {
  const item = items[at]
  if (!item || !('material' in item)) return void items.push(stating(words))
  items[at] = { ...item, material: noted(item.material, words) }
}

/** A material with one more remark. */
export const noted = (material: Material, words: string): Material =>
  words ? { ...material, note: material.note ? `${material.note}；${words}` : words } : material
