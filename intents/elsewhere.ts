import { compilePatterns, readIntentData } from './data.js'

/** A matter that is not this service's: what it is, whose it is, how to reach them. */
export interface Elsewhere {
  readonly name: string
  readonly owner: string | null
  readonly way: string | null
}

/** Recognises matters that other authorities (or nobody) answer for. */
export type ElsewhereReader = (text: string) => Elsewhere | undefined

export function openElsewhereReader(): ElsewhereReader {
  const { matters } = JSON.parse(readIntentData('elsewhere.json')) as {
    matters: (Elsewhere & { patterns: string[]; unless: string[] })[]
  }
  const cues = matters.map(({ name, owner, way, patterns, unless }) => ({
    matter: { name, owner, way },
    yes: compilePatterns(patterns)!,
    unless: compilePatterns(unless),
  }))
  return (text) => cues.find(({ yes, unless }) => yes.test(text) && !unless?.test(text))?.matter
}
