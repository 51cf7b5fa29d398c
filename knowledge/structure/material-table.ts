import type { Material, MaterialGroup } from '../entry.js'
import { readCount } from './count.js'
import { readMaterial } from './material-name.js'

/** A row's place in the list: the case it is for ("场景", "判刑：…") and what to bring. */
export interface TableMaterial {
  readonly condition?: string
  readonly material: Material
}

/** Reads a table of materials by its column titles, in whatever order they stand (内蒙古, at least five orders). */
export function readMaterialTable(rows: readonly (readonly string[])[]): TableMaterial[] {
  const titles = rows[0] ?? []
  const column = (pattern: RegExp) => titles.findIndex((title) => pattern.test(title))
  const [name, scene] = [column(/^材料名称/), column(/^场景/)]
  const [kind, shape] = [column(/^材料类型/), column(/^材料形式/)]
  const [copies, source, need] = [column(/份数/), column(/^来源/), column(/必要性/)]
  const found: TableMaterial[] = []
  let condition: string | undefined
  for (const row of rows.slice(1)) {
    // A reader that trims its lines loses the empty first cell of "场景".
    const cells = scene === 0 && row.length === titles.length - 1 ? ['', ...row] : row
    const cell = (at: number) => (at >= 0 ? (cells[at] ?? '').trim() : '')
    if (cell(scene)) condition = cell(scene)
    const words = cell(name)
    if (!words) continue
    const told = tell(cell(kind), cell(shape))
    const count = readCount(cell(copies).replace(/[份张]$/, ''))
    const remarks = [
      told.note,
      cell(source) && !/自备$/.test(cell(source)) ? `${titles[source]!}：${cell(source)}` : undefined,
      /非必要|否/.test(cell(need)) ? `${titles[need]!}：${cell(need)}` : undefined,
    ].filter((remark): remark is string => !!remark)
    const [own, rest] = caseBefore(words)
    found.push({
      ...(condition ? { condition } : {}),
      material: complete(readMaterial(rest), own, count, told.form, remarks),
    })
  }
  return found
}

/** Rows of the same case in one group, in the order of the table. */
export function groupRows(rows: readonly TableMaterial[]): MaterialGroup[] {
  const groups: { condition?: string; materials: Material[] }[] = []
  for (const { condition, material } of rows) {
    const last = groups.at(-1)
    if (last && last.condition === condition) last.materials.push(material)
    else groups.push({ ...(condition ? { condition } : {}), materials: [material] })
  }
  return groups
}

function complete(
  material: Material,
  own: string | undefined,
  count: number | undefined,
  form: Material['form'],
  remarks: readonly string[],
): Material {
  const conditions = [own, material.condition].filter(Boolean).join('；')
  const notes = [material.note, ...remarks].filter(Boolean).join('；')
  const copies = material.copies ?? count
  const shape = form ?? material.form
  return {
    ...material,
    ...(copies && Number.isInteger(copies) ? { copies } : {}),
    ...(shape ? { form: shape } : {}),
    ...(conditions ? { condition: conditions } : {}),
    ...(notes ? { note: notes } : {}),
  }
}

function tell(kind: string, shape: string): { form?: Material['form']; note?: string } {
  if (/^电子/.test(shape) && !/纸/.test(shape)) return { form: '电子' }
  if (kind === '原件') return { form: '原件' }
  if (kind === '复印件') return { form: '复印件' }
  if (/^原件、复印件$/.test(kind)) return { form: '原件及复印件' }
  if (/^电子/.test(kind)) return { form: '电子' }
  return kind ? { note: kind } : {}
}

// "判刑：判决书送达回执": the case stands in front of the name.
function caseBefore(words: string): [string | undefined, string] {
  const match = /^([^：:《（(]{2,30})[：:](.+)$/.exec(words)
  return match ? [match[1]!.trim(), match[2]!.trim()] : [undefined, words]
}
