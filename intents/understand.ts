import type { Field } from '../src/core/vocabulary.js'
import { openActReader, type Act } from './acts.js'
import { compilePatterns, readIntentData } from './data.js'
import { openElsewhereReader, type Elsewhere } from './elsewhere.js'
import { openFieldReader } from './fields.js'
import { openMatcher, type Matcher, type MatcherJson } from './matcher.js'
import { normalize } from './normalize.js'
import { findPlaces, type Mention } from './places/index.js'
import { openSegmenter, type Segmenter } from './segment.js'
import { termsOf } from './terms.js'

/** What a message says, before any entry is looked for. */
export interface Understanding {
  /** Normalised; for matching only. */
  readonly text: string
  readonly act: Act | undefined
  /** The fields asked for, in the order asked; empty: none in particular. */
  readonly fields: readonly Field[]
  readonly elsewhere: Elsewhere | undefined
  /** The places the message names, and in which role. */
  readonly mentions: readonly Mention[]
  /** Index terms of what is left when places and courtesies are taken away. */
  readonly terms: ReadonlyMap<string, number>
  /** Chinese characters, letters and figures that speak of a matter: neither place nor courtesy nor field asked. */
  readonly substance: number
}

/** The face of this room: what a message means, and which entries of a place it may be about. */
export interface Understander {
  read(text: string): Understanding
  readonly matcher: Matcher
}

/** Opens the product's understanding on a compiled matcher. */
export function openUnderstander(compiled: MatcherJson, segmenter: Segmenter = openSegmenter()): Understander {
  const readFields = openFieldReader()
  const readAct = openActReader()
  const readElsewhere = openElsewhereReader()
  const { patterns } = JSON.parse(readIntentData('courtesy.json')) as { patterns: string[] }
  const courtesy = new RegExp(compilePatterns(patterns)!.source, 'gu')
  const stopwords = new Set(readIntentData('stopwords.txt').split('\n').filter(Boolean))
  return {
    matcher: openMatcher(compiled),
    read(raw) {
      const text = normalize(raw)
      const mentions = findPlaces(text)
      const rest = cutOut(text, mentions)
      const terms = termsOf(rest, segmenter)
      for (const term of terms.keys()) if (stopwords.has(term.replace('=', ''))) terms.delete(term)
      return {
        text,
        act: readAct(text),
        fields: readFields(rest),
        elsewhere: readElsewhere(text),
        mentions,
        terms,
        substance: [...rest.replace(courtesy, ' ').matchAll(/[\p{Script=Han}a-z0-9]/gu)].length,
      }
    },
  }
}

function cutOut(text: string, mentions: readonly Mention[]): string {
  let rest = ''
  let from = 0
  for (const { start, end } of mentions) {
    if (start < from) continue
    rest += `${text.slice(from, start)} `
    from = end
  }
  return rest + text.slice(from)
}
