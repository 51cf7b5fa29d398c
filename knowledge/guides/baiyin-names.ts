import type { Field, Flag, LineRange } from '../entry.js'

/** One place in the guide where a coded item is named. */
export interface NamedItem {
  /** Index of the entry it stands in. */
  readonly entry: number
  readonly code: string
  readonly name: string
  /** The field it is named in; absent: the title. */
  readonly field?: Field
  readonly lines: LineRange
}

/**
 * Flags names of one code that differ by a single character (髙等 / 高等, 中请 / 申请, 关转移 / 关系转移): OCR, not
 * another item. The rarer spelling is flagged; where they are equally frequent, each is. No name is changed.
 */
export function flagSpellings(items: readonly NamedItem[]): { entry: number; flag: Flag }[] {
  return items.flatMap((item) => {
    const sameCode = items.filter((other) => other.code === item.code)
    const frequency = (name: string) => sameCode.filter((other) => other.name === name).length
    const other = sameCode.find(
      ({ name }) => isOneApart(name, item.name) && frequency(name) >= frequency(item.name),
    )
    if (!other) return []
    const message = `编码${item.code}的名称此处作“${item.name}”，第${other.lines[0]}行作“${other.name}”，疑有识别错误，原文照录。`
    const where = item.field ? { field: item.field, lines: item.lines } : { lines: item.lines }
    return [{ entry: item.entry, flag: { code: 'source_slip', message, ...where } }]
  })
}

/** One character put in, left out or exchanged. */
function isOneApart(one: string, two: string): boolean {
  if (one === two || Math.abs(one.length - two.length) > 1) return false
  let from = 0
  while (from < one.length && one[from] === two[from]) from++
  const [restOne, restTwo] = [one.slice(from), two.slice(from)]
  return restOne.slice(1) === restTwo.slice(1) || restOne.slice(1) === restTwo || restOne === restTwo.slice(1)
}
