import type { Field } from '../entry.js'
import type { LineUse, ReadEntry } from './contract.js'
import { rangeOf, type Line } from './tabbed-rows.js'

/** One entry's texts while its lines are read: fields, where they stand, and what became of each line. */
export interface EntryParts {
  readonly fields: ReadEntry['fields']
  readonly sections: ReadEntry['sections']
  /**
   * Sets a field from some lines (at least one). `uses: false` where the lines are already accounted for whole
   * in another field and this one takes only some of their words.
   */
  put(field: Field, lines: readonly Line[], text: string, options?: PutOptions): void
  /** Accounts for lines that stand in a part other than a field. */
  mark(part: Extract<LineUse, { entry: number }>['part'], lines: readonly Line[], label?: string): void
}

export interface PutOptions {
  /** The source's own heading of the field. */
  readonly section?: string
  /** The first line's leading words that do not enter the text. */
  readonly label?: string
  readonly uses?: boolean
}

/** Starts the parts of the entry that will stand at `entry` in `Reading.entries`; line uses go to `uses`. */
export function openEntryParts(uses: LineUse[], entry: number): EntryParts {
  const fields: ReadEntry['fields'] = {}
  const sections: ReadEntry['sections'] = {}
  const mark: EntryParts['mark'] = (part, lines, label) => {
    for (const [index, line] of lines.entries())
      uses.push({ line: line.number, entry, part, ...(label && index === 0 ? { label } : {}) })
  }
  return {
    fields,
    sections,
    mark,
    put(field, lines, text, options = {}) {
      fields[field] = text
      sections[field] = { ...(options.section ? { section: options.section } : {}), lines: rangeOf(lines) }
      if (options.uses !== false) mark(field, lines, options.label)
    },
  }
}
