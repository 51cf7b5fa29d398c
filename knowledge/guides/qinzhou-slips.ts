import type { Flag } from '../entry.js'
import type { Label } from './qinzhou-labels.js'
import type { Row } from './qinzhou-items.js'

/** What the layout alone shows to be amiss in an item's sections, for the editor; the text is kept as it is. */
export function findLayoutSlips(sections: readonly { label: Label; rows: readonly Row[] }[]): Flag[] {
  const flags: Flag[] = []
  const seen = new Set<string>()
  for (const { label, rows } of sections) {
    const { field, name, value } = label
    const lines: [number, number] = [rows[0]!.line, rows.at(-1)!.line]
    // 6037–6038
    if (seen.has(name)) flags.push({ code: 'source_slip', field, message: `栏目“${name}”重复出现。`, lines })
    seen.add(name)
    if (field !== 'channels' && field !== 'location') continue
    // "现场办理：…" before "2.网报地址：…" (1548, 1910, 2435, 2554); cards' counters (3013, 3081, 3163).
    const texts = [value, ...rows.slice(1).map((row) => row.text)].filter(Boolean)
    const numbers = texts.map((text) => /^(\d+)\s*[.．、]/.exec(text)?.[1])
    if (numbers[0] === undefined && numbers[1] === '2') {
      flags.push({ code: 'source_slip', field, message: `“${name}”首行缺少序号“1.”。`, lines })
    }
    // 资格确认 tells in its location how often to verify (1438–1446).
    const stray = rows.find((row) => /期限\s*[：:]$/.test(row.text))
    if (stray) {
      const message = `“${name}”中夹有“${stray.text}”，内容不是地点，查办理周期时须看这里。`
      flags.push({ code: 'foreign_text', field, message, lines: [stray.line, lines[1]] })
    }
  }
  return flags
}
