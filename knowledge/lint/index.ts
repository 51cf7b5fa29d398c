import { groupBy } from '../../src/core/group-by.js'
import type { Entry, Flag } from '../entry.js'
import { contradictions } from './contradictions.js'
import { copiedSentences } from './copied-sentences.js'
import { dated } from './dated.js'
import { duplicates } from './duplicates.js'
import { findingOn, type LintFinding, type LintReport, type Rule } from './finding.js'
import { foreignText } from './foreign-text.js'
import { knownSlips } from './known-slips.js'
import { missingElements } from './missing-elements.js'
import { personalDataIn } from './personal-data.js'
import { badPhones } from './phones.js'
import { schemaErrors } from './schema.js'
import { sourceSlips } from './source-slips.js'
import { umbrellas } from './umbrellas.js'
import { badUrls } from './urls.js'

export { formatLint } from './format.js'
export type { LintFinding, LintReport } from './finding.js'

const RULES: readonly Rule[] = [
  umbrellas,
  missingElements,
  duplicates,
  contradictions,
  dated,
  badUrls,
  badPhones,
  foreignText,
  sourceSlips,
  knownSlips,
]

/**
 * Completes the flags of one guide's entries: the reader's own stay first, in their order, lint's follow by rule. Texts
 * are never changed. Running it again on its own result changes nothing.
 */
export function lintGuide(entries: readonly Entry[]): Entry[] {
  const found = new Map<Entry, Flag[]>(entries.map((entry) => [entry, []]))
  for (const rule of RULES) for (const { entry, flag } of rule(entries)) found.get(entry)!.push(flag)
  return entries.map((entry) => {
    const flags = [...(entry.flags ?? [])]
    for (const flag of found.get(entry)!) if (isNew(flag, entry.flags ?? [], flags)) flags.push(flag)
    return flags.length ? { ...entry, flags } : entry
  })
}

// These a reader tells of once a field; lint's wording of the same thing would be a double. The others may come often.
const ONCE_A_FIELD: ReadonlySet<Flag['code']> = new Set([
  'contradiction',
  'bad_url',
  'foreign_text',
  'duplicate_title',
  'duplicate_code',
  'umbrella',
])

function isNew(flag: Flag, readers: readonly Flag[], all: readonly Flag[]): boolean {
  if (
    all.some(
      (other) => other.code === flag.code && other.field === flag.field && other.message === flag.message,
    )
  )
    return false
  return !readers.some(
    (other) => other.code === flag.code && other.field === flag.field && ONCE_A_FIELD.has(flag.code),
  )
}

/** Lints the whole base: every place by itself, then places against each other, personal data and the schema. */
export function lintKnowledge(entries: readonly Entry[]): LintReport {
  const schema = schemaErrors(entries)
  const personal = entries.map(personalDataIn)
  const flagged = [...groupBy(entries, ({ region }) => region).values()].flatMap(lintGuide)
  return {
    errors: [...schema, ...personal.flatMap(({ certain }) => certain)],
    warnings: [
      ...flagged.flatMap((entry) => (entry.flags ?? []).map((flag) => flagFinding(entry, flag))),
      ...personal.flatMap(({ doubtful }) => doubtful),
      ...copiedSentences(entries),
    ],
  }
}

function flagFinding(entry: Entry, flag: Flag): LintFinding {
  return findingOn(entry, flag as Flag & LintFinding)
}
