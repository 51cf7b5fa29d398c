import type { Entry, Field, Flag, LineRange } from '../entry.js'

/** One thing an editor should look at. */
export interface LintFinding {
  /** The entry's id. */
  readonly id: string
  readonly title: string
  readonly region: string
  readonly place_name: string
  readonly code: Flag['code'] | 'personal_data' | 'schema'
  readonly field?: Field
  /** Chinese; never repeats a personal number in full. */
  readonly message: string
  /** The resident sees the message too. */
  readonly reader?: boolean
  readonly lines?: LineRange
}

/** What linting came to: errors must be mended before publication, warnings are for an editor's eye. */
export interface LintReport {
  readonly errors: readonly LintFinding[]
  readonly warnings: readonly LintFinding[]
}

/** A flag for one entry. */
export interface EntryFlag {
  readonly entry: Entry
  readonly flag: Flag
}

/** A check over the entries of one place, in the order of its guide. */
export type Rule = (entries: readonly Entry[]) => readonly EntryFlag[]

/** Makes a flag on an entry's field, with the lines where the field stands; without a field it is the whole entry's. */
export function raise(
  entry: Entry,
  code: Flag['code'],
  field: Field | undefined,
  message: string,
  reader = false,
): EntryFlag {
  const lines = field && entry.sections[field]?.lines
  return {
    entry,
    flag: {
      code,
      ...(field && { field }),
      message,
      ...(reader && { reader }),
      ...(lines && { lines }),
    },
  }
}

/** A finding about one entry, with what a report needs to name it. */
export function findingOn(
  entry: Entry,
  about: Pick<LintFinding, 'code' | 'message'> & Partial<LintFinding>,
): LintFinding {
  const { id, title, region, place_name } = entry
  return { id, title, region, place_name, ...about }
}
