import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CodedError } from '../src/core/errors.js'
import { Entry } from './entry.js'
import { auditReading, type AuditFinding } from './guides/audit.js'
import type { GuideReader, GuideText, Omission, ReadEntry, Reading } from './guides/contract.js'
import { readers } from './guides/index.js'
import { lintGuide } from './lint/index.js'
import { structureEntry } from './structure/index.js'
import { openTopicTable, type TopicRow } from './topic-table.js'

/** What one guide's import came to. */
export interface GuideImport {
  readonly reader: GuideReader
  readonly entries: readonly Entry[]
  /** Non-blank lines in all, in entries, and left out by reason; a line used twice counts once, in the entry. */
  readonly lines: {
    readonly total: number
    readonly used: number
    readonly omitted: Readonly<Partial<Record<Omission, number>>>
  }
  /** Lines nobody accounts for, or whose words are not where they should be; any of them fails the import. */
  readonly findings: readonly AuditFinding[]
  /** Titles no reviewed topic row names; any of them fails the import. */
  readonly unplaced: readonly string[]
}

/** Reads every guide found in a folder. Throws `import.no_guide` when a guide is missing. */
export function importGuides(folder: string): GuideImport[] {
  return readers.map((reader) => importGuide(reader, readGuide(folder, reader.guide)))
}

function readGuide(folder: string, guide: string): GuideText {
  const files = existsSync(folder) ? readdirSync(folder) : []
  const file = files.find((name) => name.startsWith(`${guide}_`) && name.endsWith('.txt'))
  if (!file)
    throw new CodedError('import.no_guide', `指南 ${guide} 不在该文件夹 · guide ${guide} not found`, folder)
  return { guide, lines: readFileSync(join(folder, file), 'utf8').split(/\r?\n/) }
}

/** Reads, audits, structures and lints one guide. */
export function importGuide(reader: GuideReader, text: GuideText): GuideImport {
  const reading = reader.read(text)
  const place = openTopicTable(reader.region)
  const unplaced: string[] = []
  const original = ({ duplicate_of }: ReadEntry) => {
    const twin = reading.entries.find(({ title }) => title === duplicate_of)
    const row = twin && place(twin)
    return row && `${reader.region}.${row.slug}`
  }
  const placed = (read: ReadEntry, partOf?: string): Entry | undefined => {
    const row = place(read)
    if (row) return completeEntry(reader, read, row, { part_of: partOf, duplicate_of: original(read) })
    unplaced.push(read.title)
    return undefined
  }
  const entries = reading.entries.flatMap((read): Entry[] => {
    const whole = placed(read)
    const parts = (read.companions ?? []).map((companion) =>
      placed({ kind: 'service', sections: {}, ...companion, lines: companion.source.lines }, whole?.id),
    )
    return [whole, ...parts].filter((entry) => entry !== undefined)
  })
  return {
    reader,
    entries: lintGuide(entries),
    lines: countLines(text, reading),
    findings: auditReading(text, reading),
    unplaced,
  }
}

function completeEntry(
  reader: GuideReader,
  read: ReadEntry,
  row: TopicRow,
  links: Pick<Entry, 'part_of' | 'duplicate_of'>,
): Entry {
  const { guide, region, place_name } = reader
  const { kind, title, code, aliases, chapter, fields, members, operator, flags } = read
  return Entry.parse({
    id: `${region}.${row.slug}`,
    kind,
    region,
    place_name,
    title,
    code,
    aliases,
    topic: row.topic,
    ...links,
    chapter,
    fields,
    sections: Object.fromEntries(
      Object.entries(read.sections).map(([field, { section, lines }]) => [field, { guide, section, lines }]),
    ),
    ...structureEntry(fields),
    members,
    operator,
    source: { guide, lines: read.lines },
    flags,
  })
}

function countLines(text: GuideText, reading: Reading): GuideImport['lines'] {
  const inEntries = new Set<number>()
  const reasons = new Map<number, Omission>()
  for (const use of reading.uses)
    if ('omitted' in use) reasons.set(use.line, use.omitted)
    else inEntries.add(use.line)
  const omitted: Partial<Record<Omission, number>> = {}
  for (const [line, reason] of reasons) if (!inEntries.has(line)) omitted[reason] = (omitted[reason] ?? 0) + 1
  return { total: text.lines.filter((line) => line.trim()).length, used: inEntries.size, omitted }
}
