import Fuse from 'fuse.js'
import type { KnowledgeBase } from '../../knowledge/base.js'
import type { Entry } from '../../knowledge/entry.js'

/** Type-ahead over titles: what a person who knows the name looks up, forgiving of slips. Not the way of a turn. */
export type TitleSearch = (region: string | undefined, query: string, limit: number) => readonly Entry[]

export function openTitleSearch(knowledge: KnowledgeBase): TitleSearch {
  const fuses = new Map<string | undefined, Fuse<Entry>>()
  const entriesOf = (region: string | undefined) =>
    region === undefined ? knowledge.entries : knowledge.inPlace(region)
  const fuseOf = (region: string | undefined) => {
    const known = fuses.get(region)
    if (known) return known
    const fuse = new Fuse(entriesOf(region), {
      keys: ['title', 'aliases'],
      ignoreLocation: true,
      threshold: 0.5,
    })
    fuses.set(region, fuse)
    return fuse
  }
  return (region, query, limit) => {
    if (!query.trim()) return entriesOf(region).slice(0, limit)
    return fuseOf(region)
      .search(query.trim(), { limit })
      .map(({ item }) => item)
  }
}
