import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../src/core/package-root.js'
import type { ReadEntry } from './guides/contract.js'

/** Which topic an entry belongs to and the last part of its id: reviewed data (knowledge/data/topics/REGION.tsv). */
export interface TopicRow {
  readonly topic: string
  readonly slug: string
}

/** Looks up the reviewed row of an entry; undefined where nobody has placed it yet. */
export type TopicTable = (entry: Pick<ReadEntry, 'title' | 'code' | 'lines'>) => TopicRow | undefined

/** Reads a place's table. A row: title, topic, slug, and a code or first line where two entries share a title. */
export function openTopicTable(region: string): TopicTable {
  const file = join(packageRoot, 'knowledge/data/topics', `${region}.tsv`)
  const rows = new Map<string, { topic: string; slug: string; mark: string | undefined }[]>()
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (!line || line.startsWith('#')) continue
    const [title, topic, slug, mark] = line.split('\t')
    if (!title || !topic || !slug)
      throw new Error(`${region}.tsv: a row needs title, topic and slug: "${line}"`)
    rows.set(title, [...(rows.get(title) ?? []), { topic, slug, mark }])
  }
  return ({ title, code, lines }) => {
    const found = rows.get(title.replace(/\s+/g, '')) ?? []
    if (found.length < 2) return found[0]
    return found.find(({ mark }) => mark === code || mark === String(lines[0]))
  }
}
