import { z } from 'zod'
import { groupBy } from '../core/group-by.js'
import { readAllEntries, readEntriesText, entriesToText, writeEntries } from '../../knowledge/data-files.js'
import { exportEntry, OpenEntry } from '../../knowledge/export.js'
import { OMISSIONS, type Omission } from '../../knowledge/guides/contract.js'
import { importGuides, type GuideImport } from '../../knowledge/import.js'
import { formatLint, lintKnowledge } from '../../knowledge/lint/index.js'

/** `wenban kb import`: 0 when every line is accounted for, every entry placed and (with check) nothing differs. */
export function runImport({ from, check }: { from: string; check: boolean }): number {
  const imports = importGuides(from)
  let failed = false
  for (const guide of imports) {
    printImport(guide)
    const differs = entriesToText(guide.entries) !== readEntriesText(guide.reader.region)
    if (guide.findings.length > 0 || guide.unplaced.length > 0) failed = true
    else if (check && differs) {
      failed = true
      console.log('  与现有数据不同，请运行 wenban kb import 并复核差异')
    } else if (!check && differs) writeEntries(guide.reader.region, guide.entries)
  }
  const entries = imports.flatMap((guide) => guide.entries)
  console.log(`合计 ${entries.length} 条；${failed ? '未通过' : check ? '与现有数据一致' : '已写入'}`)
  return failed ? 1 : 0
}

function printImport({ reader, entries, lines, findings, unplaced }: GuideImport): void {
  const kinds = groupBy(entries, (entry) => entry.kind)
  const counts = [...kinds].map(([kind, of]) => `${kind} ${of.length}`).join('，')
  console.log(`\n${reader.guide} ${reader.place_name}《${reader.name}》：${entries.length} 条（${counts}）`)
  console.log(`  非空行 ${lines.total}：进入条目 ${lines.used}`)
  for (const [reason, count] of Object.entries(lines.omitted))
    console.log(`  略去 ${OMISSIONS[reason as Omission]}：${count}`)
  console.log(`  未交代的行：${findings.length}`)
  for (const { line, problem, text } of findings.slice(0, 20))
    console.log(`    第${line}行 ${problem}：${text.slice(0, 60)}`)
  for (const title of unplaced) console.log(`  没有主题的条目：${title}`)
  for (const entry of entries)
    for (const flag of entry.flags ?? [])
      console.log(`  标记 ${entry.title}：${flag.code}${flag.field ? `(${flag.field})` : ''} ${flag.message}`)
}

/** `wenban kb export --jsonl`: an entry a line, as the contract names its parts. */
export function runExport(): void {
  for (const entry of readAllEntries()) process.stdout.write(`${JSON.stringify(exportEntry(entry))}\n`)
}

/** `wenban kb lint`: 1 on personal data or schema errors. */
export function runLint(): number {
  const report = lintKnowledge(readAllEntries())
  console.log(formatLint(report))
  return report.errors.length > 0 ? 1 : 0
}

/** `wenban kb schema`: the JSON Schema (2020-12) that every exported line satisfies. */
export function printSchema(): void {
  console.log(JSON.stringify(z.toJSONSchema(OpenEntry), null, 2))
}
