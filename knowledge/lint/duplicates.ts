import { groupBy } from '../../src/core/group-by.js'
import type { Entry } from '../entry.js'
import { raise, type Rule } from './finding.js'

/** Titles and item codes that two entries of one place share. */
export const duplicates: Rule = (entries) => [
  ...pairs(entries, ({ title }) => bareTitle(title)).map(([entry, other]) =>
    raise(entry, 'duplicate_title', undefined, `与第${other.source.lines[0]}行的“${other.title}”标题相同。`),
  ),
  ...pairs(
    entries.filter(({ code }) => code),
    ({ kind, code }) => `${kind} ${code}`,
  ).map(([entry, other]) =>
    raise(entry, 'duplicate_code', undefined, `事项编码${entry.code}与“${other.title}”相同。`),
  ),
]

// Every entry with every other one of its group. A reprint is told of by its reader.
function pairs(entries: readonly Entry[], keyOf: (entry: Entry) => string): (readonly [Entry, Entry])[] {
  return [...groupBy(entries, keyOf).values()]
    .filter((group) => group.length > 1)
    .flatMap((group) =>
      group.flatMap((one) => group.filter((two) => two !== one).map((two) => [one, two] as const)),
    )
}

// Titles that differ in brackets' width or white space only are the same to a reader.
const bareTitle = (title: string): string => title.normalize('NFKC').replace(/[\s《》“”"]/g, '')
