import type { KnowledgeBase } from '../../../knowledge/base.js'
import type { Entry, Source } from '../../../knowledge/entry.js'
import type { Block, SourceRef } from '../../core/reply.js'
import { groupBy } from '../../core/group-by.js'
import type { Field } from '../../core/vocabulary.js'
import { say } from '../sentences.js'

/** Where the fields shown stand in the guide; the whole entry where none is named. */
export function sourcesOf(knowledge: KnowledgeBase, entry: Entry, fields: readonly Field[]): SourceRef[] {
  const found = fields.flatMap((field) => entry.sections[field] ?? [])
  const sources: Source[] = found.length > 0 ? found : [entry.source]
  const unique = new Map(sources.map((source) => [source.lines.join('-'), source]))
  return [...unique.values()].map(({ guide, section, lines }) => ({
    guide,
    name: knowledge.guides[guide] ?? guide,
    section: section ?? entry.title,
    lines,
  }))
}

/** The line under an answer that says which place it holds for and where its words stand. */
export function sourceBlock(place: string, sources: readonly SourceRef[]): Block {
  const guides = [...groupBy(sources, ({ name }) => name)].map(([name, parts]) =>
    say('answer.source_guide', { name, parts: parts.map(partOf).join('、') }),
  )
  return { type: 'source', text: say('answer.source', { place, sources: guides.join('；') }) }
}

function partOf({ section, lines: [from, to] }: SourceRef): string {
  const lines = from === to ? String(from) : `${from}–${to}`
  return say('answer.source_part', { section: section ? `“${section}”` : '', lines })
}
