import type { Field } from './vocabulary.js'

/** What understanding needs to know of an entry in order to find it; made from the knowledge base by the build. */
export interface EntryDocument {
  readonly id: string
  readonly region: string
  /** Topic id in the nation-wide catalogue. */
  readonly topic: string
  readonly title: string
  readonly aliases: readonly string[]
  readonly texts: Partial<Record<Field, string>>
}
