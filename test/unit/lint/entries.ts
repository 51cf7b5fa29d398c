import type { Entry, Flag } from '../../../knowledge/entry.js'

/** A small entry of 钦州市 for lint's tests; each field stands on a line of its own. */
export function entryOf(about: Partial<Entry> & Pick<Entry, 'fields'>): Entry {
  const at = (number += 20)
  const sections = Object.fromEntries(
    Object.keys(about.fields).map((field, index) => {
      const line = at + index + 1
      return [field, { guide: '000', lines: [line, line] as [number, number] }]
    }),
  )
  return {
    id: `450700.item-${at}`,
    kind: 'service',
    region: '450700',
    place_name: '钦州市',
    title: `事项${at}`,
    topic: 'topic',
    sections,
    source: { guide: '000', lines: [at, at + 19] },
    ...about,
  }
}

/** Code, field and whether residents see it, of each flag. */
export const flagsOf = (entry: Entry | undefined): [Flag['code'], Flag['field'], boolean][] =>
  (entry?.flags ?? []).map(({ code, field, reader }) => [code, field, reader ?? false])

let number = 0
