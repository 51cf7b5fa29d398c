import type { MatchEntry } from './entries.js'

/** A matcher opened on one place's entries: ids, best first, at most ten. */
export type Search = (question: string) => readonly string[] | Promise<readonly string[]>

/** A matcher that can be measured against the others. */
export interface Contestant {
  readonly name: string
  /** `withWordings`: the everyday wordings are given as well. */
  readonly withWordings: boolean
  open(region: string, entries: readonly MatchEntry[]): Search | Promise<Search>
}
