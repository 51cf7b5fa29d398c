import { createHash } from 'node:crypto'
import { groupBy } from '../src/core/group-by.js'
import type { Entry } from './entry.js'

/** How a text numbers its points: the dialogue walks conditions point by point. */
export { pointLines, readOutline, type Point } from './structure/outline.js'

/** The compiled form the build writes and start-up reads. */
export interface KnowledgeJson {
  readonly version: string
  /** Guide number → title. */
  readonly guides: Readonly<Record<string, string>>
  readonly entries: readonly Entry[]
}

/** Puts entries into the compiled form; the version is a digest of what they say. */
export function compileKnowledge(
  entries: readonly Entry[],
  guides: Readonly<Record<string, string>>,
): KnowledgeJson {
  const digest = createHash('sha256').update(JSON.stringify({ guides, entries })).digest('hex')
  return { version: `kb-${digest.slice(0, 12)}`, guides, entries }
}

/** The knowledge base as the dialogue asks it. Immutable; a new version is a new object. */
export interface KnowledgeBase {
  readonly version: string
  readonly guides: Readonly<Record<string, string>>
  readonly entries: readonly Entry[]
  get(id: string): Entry | undefined
  /** The entries of one place, in the order of its guide. */
  inPlace(region: string): readonly Entry[]
  /** The entries that say what holds for a topic in a place. */
  onTopic(topic: string, region: string): readonly Entry[]
}

export function openKnowledge(json: KnowledgeJson): KnowledgeBase {
  const byId = new Map(json.entries.map((entry) => [entry.id, entry]))
  const byPlace = groupBy(json.entries, (entry) => entry.region)
  return {
    version: json.version,
    guides: json.guides,
    entries: json.entries,
    get: (id) => byId.get(id),
    inPlace: (region) => byPlace.get(region) ?? [],
    onTopic: (topic, region) => (byPlace.get(region) ?? []).filter((entry) => entry.topic === topic),
  }
}
