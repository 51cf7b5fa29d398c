import type { Field } from '../src/core/vocabulary.js'
import { compilePatterns, readIntentData } from './data.js'

interface FieldCues {
  readonly strong: readonly string[]
  readonly weak: readonly string[]
  readonly not?: readonly string[]
}

/** What of an item a text asks for: fields in the order asked, and whether it asks how the whole thing is done. */
export interface Asked {
  readonly fields: readonly Field[]
  readonly how: boolean
  /** The text without the words that ask: what names the matter. */
  readonly matter: string
}

/** Reads what is asked from a normalised text. */
export type FieldReader = (text: string) => Asked

export function openFieldReader(): FieldReader {
  const { '//': _, how, ...data } = JSON.parse(readIntentData('fields.json')) as Record<string, FieldCues>
  const howClauses = how!.strong
  const howCue = compileClauses(howClauses)!
  const asking = Object.values(data).flatMap(({ strong, weak }) => [...strong, ...weak])
  const anyCue = new RegExp(compileClauses([...asking, ...howClauses])!.source, 'gu')
  const withoutCues = (text: string) => text.replace(anyCue, ' ')
  const cues = Object.entries(data).map(([field, { strong, weak, not }]) => ({
    field: field as Field,
    strong: compileClauses(strong),
    weak: compileClauses(weak),
    not: compileClauses(not ?? []),
  }))
  return (text) => {
    const found = (strength: 'strong' | 'weak') =>
      cues.flatMap((cue) => {
        const at = cue.not?.test(text) ? -1 : text.search(cue[strength] ?? /$^/)
        return at < 0 ? [] : [{ field: cue.field, at }]
      })
    const strong = found('strong')
    const asked = strong.length > 0 ? strong : found('weak')
    return {
      fields: asked.sort((a, b) => a.at - b.at).map(({ field }) => field),
      how: howCue.test(text),
      matter: withoutCues(text),
    }
  }
}

/** In the data file `$` is the end of a clause: people put several questions in one message, and marks behind them. */
function compileClauses(patterns: readonly string[]): RegExp | undefined {
  return compilePatterns(patterns.map((pattern) => pattern.replaceAll('$', '(?=$|[,.。?!;、\\s])')))
}
