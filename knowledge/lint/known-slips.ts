import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { packageRoot } from '../../src/core/package-root.js'
import { groupBy } from '../../src/core/group-by.js'
import { Field, FLAG_CODES } from '../entry.js'
import { raise, type Rule } from './finding.js'

const KnownSlip = z.strictObject({
  region: z.string().regex(/^\d{6}$/),
  /** The entry's title. */
  title: z.string().min(1),
  field: Field,
  /** Words as they stand in the field, white space aside; once they are gone, so is the flag. */
  words: z.string().min(1),
  code: z.enum(FLAG_CODES),
  message: z.string().min(1),
  reader: z.boolean().optional(),
})
type KnownSlip = z.infer<typeof KnownSlip>

/** Slips that only reading finds: reviewed rows of knowledge/data/known-slips.jsonl. Throws zod's error on a bad row. */
export const knownSlips: Rule = (entries) =>
  entries.flatMap((entry) =>
    (byTitle.get(`${entry.region} ${entry.title}`) ?? [])
      .filter(({ field, words }) => bare(entry.fields[field] ?? '').includes(bare(words)))
      .map(({ field, code, message, reader }) => raise(entry, code, field, message, reader)),
  )

const bare = (text: string): string => text.replace(/\s/g, '')

const byTitle: ReadonlyMap<string, readonly KnownSlip[]> = groupBy(
  readFileSync(join(packageRoot, 'knowledge/data/known-slips.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => KnownSlip.parse(JSON.parse(line))),
  ({ region, title }) => `${region} ${title}`,
)
