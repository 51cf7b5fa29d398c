import type { GuideText, LineUse, Reading, ReadEntry } from './contract.js'

/** A line nobody accounts for, or one whose words do not stand where the reader says they do. */
export interface AuditFinding {
  readonly line: number
  readonly text: string
  readonly problem: 'unaccounted' | 'words_missing'
}

// White space, markup and list dashes may differ between a line and the field it went into; words may not.
const squeeze = (text: string) => text.replace(/<\/?[a-zA-Z][^>]*>|[\s*<>|\u00a0\u3000-]/g, '')

/** Checks a reading against its guide: every non-blank line is used, and used lines' words really stand in their part. */
export function auditReading(text: GuideText, reading: Reading): AuditFinding[] {
  const used = new Map<number, LineUse[]>()
  for (const use of reading.uses) used.set(use.line, [...(used.get(use.line) ?? []), use])
  const parts = reading.entries.map(() => new Map<string, string>())
  const findings: AuditFinding[] = []
  text.lines.forEach((raw, index) => {
    const line = index + 1
    if (!raw.trim()) return
    const uses = used.get(line)
    if (!uses) return void findings.push({ line, text: raw, problem: 'unaccounted' })
    for (const use of uses) {
      if ('omitted' in use) continue
      const entry = reading.entries[use.entry]
      if (!entry) throw new RangeError(`line ${line} names entry ${use.entry}, which does not exist`)
      const cache = parts[use.entry]!
      const part = cache.get(use.part) ?? squeeze(partText(entry, use.part))
      cache.set(use.part, part)
      const words = squeeze(raw).replace(squeeze(use.label ?? ''), '')
      if (!part.includes(words)) findings.push({ line, text: raw, problem: 'words_missing' })
    }
  })
  return findings
}

function partText(entry: ReadEntry, part: string): string {
  switch (part) {
    case 'title':
      return [entry.title, ...(entry.aliases ?? [])].join('\n')
    case 'code':
      return entry.code ?? ''
    case 'members':
      return JSON.stringify(entry.members ?? []) + (entry.fields.members ?? '')
    case 'operator':
      return (entry.operator ?? []).map((note) => `${note.section}\n${note.text}`).join('\n')
    case 'companion':
      return (entry.companions ?? []).map((c) => [c.title, ...Object.values(c.fields)].join('\n')).join('\n')
    default:
      return entry.fields[part as keyof typeof entry.fields] ?? ''
  }
}
