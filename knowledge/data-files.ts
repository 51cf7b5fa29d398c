import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../src/core/package-root.js'
import { Entry } from './entry.js'
import { readers } from './guides/index.js'

const folder = join(packageRoot, 'knowledge/data')
const fileOf = (region: string) => join(folder, `${region}.jsonl`)

/** One place's entries as they stand under version control: an entry a line, in the order of the guide. */
export const entriesToText = (entries: readonly Entry[]): string =>
  entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')

export function writeEntries(region: string, entries: readonly Entry[]): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(fileOf(region), entriesToText(entries))
}

/** The text of a place's data file; empty where there is none yet. */
export const readEntriesText = (region: string): string =>
  existsSync(fileOf(region)) ? readFileSync(fileOf(region), 'utf8') : ''

/** Every entry of every place, each checked against the schema. Throws zod's error on the first that does not fit. */
export function readAllEntries(): Entry[] {
  return readers.flatMap(({ region }) =>
    readEntriesText(region)
      .split('\n')
      .filter(Boolean)
      .map((line) => Entry.parse(JSON.parse(line))),
  )
}
