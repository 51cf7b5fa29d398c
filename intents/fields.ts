import type { Field } from '../src/core/vocabulary.js'
import { compilePatterns, readIntentData } from './data.js'

interface FieldCues {
  readonly strong: readonly string[]
  readonly weak: readonly string[]
  readonly not?: readonly string[]
}

/** Tells which fields of an item a normalised text asks for, in the order they are asked; empty: the whole item. */
export type FieldReader = (text: string) => Field[]

export function openFieldReader(): FieldReader {
  const { '//': _comment, ...data } = JSON.parse(readIntentData('fields.json')) as Record<string, FieldCues>
  const cues = Object.entries(data).map(([field, { strong, weak, not }]) => ({
    field: field as Field,
    strong: compilePatterns(strong),
    weak: compilePatterns(weak),
    not: compilePatterns(not ?? []),
  }))
  return (text) => {
    const found = (strength: 'strong' | 'weak') =>
      cues.flatMap((cue) => {
        const at = cue.not?.test(text) ? -1 : text.search(cue[strength] ?? /$^/)
        return at < 0 ? [] : [{ field: cue.field, at }]
      })
    const strong = found('strong')
    return (strong.length > 0 ? strong : found('weak')).sort((a, b) => a.at - b.at).map(({ field }) => field)
  }
}
