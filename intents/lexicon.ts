import { readIntentTable } from './data.js'

/** A word of residents or clerks and the term that guides print for it. */
export interface LexiconRow {
  readonly say: string
  readonly term: string
}

/** Finds the residents' words of a normalised text, the longest first, none inside a term of the guides. */
export type Lexicon = (text: string) => readonly LexiconRow[]

export const readLexicon = (): LexiconRow[] =>
  readIntentTable('lexicon.tsv').map(([say = '', term = '']) => ({ say, term }))

export function openLexicon(): Lexicon {
  const rows = readLexicon()
  const termOf = new Map(rows.map(({ say, term }) => [say, term]))
  // "老保" stands in "养老保险" too: official terms are found first and taken out of the way.
  const known = [...new Set(rows.flatMap(({ say, term }) => [say, term]))].sort((a, b) => b.length - a.length)
  const words = new RegExp(known.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'gu')
  return (text) => {
    const found = new Map<string, LexiconRow>()
    for (const [say] of text.matchAll(words)) {
      const term = termOf.get(say)
      if (term !== undefined) found.set(say, { say, term })
    }
    return [...found.values()]
  }
}
