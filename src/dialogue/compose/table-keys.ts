import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../core/package-root.js'
import type { Field } from '../../core/vocabulary.js'

/** What a figure answers: an amount of money or a length of time. */
export type Figure = 'money' | 'time'

interface TableKeysJson {
  readonly fields: readonly Field[]
  readonly keys: readonly {
    readonly group: string
    readonly alone?: boolean
    readonly lasts?: boolean
    readonly values: readonly { readonly both?: string; readonly asked?: string; readonly row?: string }[]
  }[]
  readonly columns: readonly { readonly asked: string; readonly label: string }[]
  readonly figures: Readonly<Record<Figure, string>>
  readonly tables: Readonly<Record<Figure, string>>
  readonly years_label: string
  readonly wants: Readonly<Record<Figure | 'not', readonly string[]>>
  readonly bare: string
  readonly ranges: Omit<RangeWords, 'units'> & { readonly units: Readonly<Record<string, string>> }
  readonly dropped: string
  readonly generic: string
}

/** The words that make a number a range, as sources of regular expressions. */
export interface RangeWords {
  readonly units: Readonly<Record<string, string>>
  readonly below_before: string
  readonly above_before: string
  readonly period_before: string
  readonly below_after: string
  readonly above_after: string
  readonly later_after: string
  readonly paid: string
  readonly contributed: string
  readonly received: string
  readonly skip_after: string
}

/** The words by which rows are told apart (src/dialogue/data/table-keys.json). */
export const tableKeys = JSON.parse(
  readFileSync(join(packageRoot, 'src/dialogue/data/table-keys.json'), 'utf8'),
) as TableKeysJson

/** For each group of keys, the numbers of those a text names ("level" → 初级, 中级). */
export type Keys = ReadonlyMap<string, ReadonlySet<number>>

const groups = tableKeys.keys.map(({ group, values }) => ({
  group,
  asked: values.map(({ both, asked = both! }) => new RegExp(asked, 'gu')),
  row: values.map(({ both, row = both! }) => new RegExp(row, 'u')),
}))

/** The keys a question names. */
export const keysAsked = (text: string): Keys => keysBy(text, 'asked')

/** The keys a row's words name. */
export const keysOfRow = (text: string): Keys => keysBy(text, 'row')

const alone = tableKeys.keys.filter((group) => group.alone).map(({ group }) => group)

/** Whether keys are those of a case that borrows nothing from what stands before it (an enrolment fee). */
export const standsAlone = (keys: Keys): boolean => alone.some((group) => keys.has(group))

const lasting = tableKeys.keys.filter((group) => group.lasts).map(({ group }) => group)

/** Whether keys are among those that decide how many years something takes (education). */
export const decideYears = (keys: Keys): boolean => lasting.some((group) => keys.has(group))

const order = tableKeys.keys.map(({ group }) => group)

/**
 * The keys of a case that stands after another: what it names itself, and what it leaves unsaid of the one before.
 * Where it names another value of a group, nothing finer is taken over ("二级口译同声传译…，一级口译…").
 */
export function takeOver(own: Keys, before: Keys): Keys {
  const changed = order.findIndex((group) => {
    const [now, then] = [own.get(group), before.get(group)]
    return now && then && ![...now].some((value) => then.has(value))
  })
  const kept = [...before].filter(([group]) => changed < 0 || order.indexOf(group) < changed)
  return new Map([...kept, ...own])
}

/** The keys of a text under a heading: what it names against the heading is said in passing ("取得中级资格后"). */
export const under = (heading: Keys, own: Keys): Keys =>
  new Map(
    [...own].map(([group, values]) => {
      const above = heading.get(group)
      return [group, !above || [...values].some((value) => above.has(value)) ? values : above]
    }),
  )

function keysBy(text: string, side: 'asked' | 'row'): Keys {
  const found = new Map<string, Set<number>>()
  for (const group of groups) {
    const named = group[side].flatMap((pattern, index) => (text.search(pattern) >= 0 ? [index] : []))
    if (named.length > 0) found.set(group.group, new Set(named))
  }
  return found
}

/** The question without the words that name keys, to see what else it says. */
export const withoutKeys = (text: string): string =>
  groups.reduce((rest, { asked }) => asked.reduce((left, key) => left.replace(key, ' '), rest), text)

/** One form for comparing: half width, lower case, no white space, no mark-up. */
export const squeeze = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*]+/gu, '')
