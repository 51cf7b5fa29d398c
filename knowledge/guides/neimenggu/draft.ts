import { Field, type Flag, type LineRange } from '../../entry.js'
import type { LineUse, Omission, ReadEntry } from '../contract.js'
import { holdsPersonalData } from './personal.js'
import type { Row } from './rows.js'

/** Where a row goes. `under` names the section it stands in. */
export type Place =
  | { readonly field: Field; readonly under?: string | undefined }
  | { readonly operator: string }
  | { readonly companion: number; readonly field: Field | 'title' }
  | { readonly alias: string }
  | { readonly omitted: Omission }

/** An entry while it is read: every row with all its places. */
export interface Draft {
  readonly title: string
  readonly chapter: string
  readonly titleRows: readonly Row[]
  readonly placed: { readonly row: Row; readonly places: readonly Place[] }[]
  /** Titles of the companions, in order; a place names them by index. */
  readonly companions: string[]
  readonly flags: Flag[]
  /** Title of the entry that this text prints once more. */
  duplicateOf?: string
  /** Last line of the entry's own text: companions may follow it, or services of its own stand inside. */
  end?: number
}

export function openDraft(title: string, chapter: string, titleRows: readonly Row[]): Draft {
  return { title, chapter, titleRows, placed: [], companions: [], flags: [] }
}

export function place(draft: Draft, row: Row, ...places: readonly Place[]): void {
  draft.placed.push({ row, places })
}

export function placeAll(draft: Draft, rows: readonly Row[], ...places: readonly Place[]): void {
  for (const row of rows) place(draft, row, ...places)
}

/** Rows that went into a field so far. */
export function rowsOf(draft: Draft, field: Field): Row[] {
  return draft.placed.flatMap(({ row, places }) =>
    places.some((to) => 'field' in to && !('companion' in to) && to.field === field) ? [row] : [],
  )
}

/** Adds a field to rows that are already placed; rows that are not placed in the draft are passed over. */
export function placeAgain(draft: Draft, rows: readonly Row[], field: Field, under?: string): void {
  const lines = new Set(rows.map((row) => row.line))
  draft.placed.forEach((item, index) => {
    if (lines.has(item.row.line))
      draft.placed[index] = { row: item.row, places: [...item.places, { field, under }] }
  })
}

/** Makes the entry and the account of its lines. `index` is the entry's place in the reading. */
export function closeDraft(draft: Draft, index: number): { entry: ReadEntry; uses: LineUse[] } {
  const uses: LineUse[] = draft.titleRows.map((row) => ({ line: row.line, entry: index, part: 'title' }))
  const fields = new Map<Field, { rows: Row[]; under: string | undefined }>()
  const operator = new Map<string, Row[]>()
  const companions = draft.companions.map((title) => ({
    title,
    fields: new Map<Field, Row[]>(),
    rows: [] as Row[],
  }))
  const bodyTitle = draft.titleRows
    .map((row) => row.text)
    .join('')
    .replace(/\s/g, '')
  const aliases = new Set(bodyTitle && bodyTitle !== draft.title ? [bodyTitle] : [])
  for (const { row, places } of draft.placed) {
    // Whatever a row says besides, one that shows a person's data or a default PIN enters nothing at all.
    const safe: readonly Place[] = holdsPersonalData(row.text) ? [{ omitted: 'personal_data' }] : places
    for (const to of safe) {
      if ('omitted' in to) {
        uses.push({ line: row.line, omitted: to.omitted })
      } else if ('alias' in to) {
        if (to.alias !== draft.title) aliases.add(to.alias)
        // The value ends with a full stop, which is no part of a title.
        uses.push({
          line: row.line,
          entry: index,
          part: 'title',
          ...(/。$/.test(row.text) && { label: '。' }),
        })
      } else if ('operator' in to) {
        operator.set(to.operator, [...(operator.get(to.operator) ?? []), row])
        uses.push({ line: row.line, entry: index, part: 'operator' })
      } else if ('companion' in to) {
        const companion = companions[to.companion]!
        companion.rows.push(row)
        if (to.field !== 'title')
          companion.fields.set(to.field, [...(companion.fields.get(to.field) ?? []), row])
        uses.push({ line: row.line, entry: index, part: 'companion' })
      } else {
        const field = fields.get(to.field) ?? { rows: [], under: to.under }
        field.rows.push(row)
        fields.set(to.field, field)
        uses.push({ line: row.line, entry: index, part: to.field })
      }
    }
  }
  const present = Field.options.filter((field) => fields.has(field))
  const lines: LineRange = [
    draft.titleRows[0]!.line,
    draft.end ??
      Math.max(...[...draft.titleRows, ...draft.placed.map((item) => item.row)].map((row) => row.line)),
  ]
  const notes = [...operator].map(([section, rows]) => ({
    section,
    text: textOf(rows),
    lines: rangeOf(rows),
  }))
  return {
    uses,
    entry: {
      kind: 'service',
      title: draft.title,
      ...(aliases.size && { aliases: [...aliases] }),
      chapter: draft.chapter,
      fields: Object.fromEntries(present.map((name) => [name, textOf(fields.get(name)!.rows)])),
      sections: Object.fromEntries(
        present.map((name) => {
          const { rows, under } = fields.get(name)!
          return [name, { ...(under && { section: under }), lines: rangeOf(rows) }]
        }),
      ),
      ...(companions.length && {
        companions: companions.map(({ title, fields: texts, rows }) => ({
          title,
          fields: Object.fromEntries([...texts].map(([name, of]) => [name, textOf(of)])),
          sections: Object.fromEntries([...texts].map(([name, of]) => [name, { lines: rangeOf(of) }])),
          source: { lines: rangeOf(rows) },
        })),
      }),
      ...(notes.length && { operator: notes }),
      lines,
      ...(draft.duplicateOf && { duplicate_of: draft.duplicateOf }),
      ...(draft.flags.length && { flags: draft.flags }),
    },
  }
}

function textOf(rows: readonly Row[]): string {
  return rows.map((row) => row.text).join('\n')
}

function rangeOf(rows: readonly Row[]): LineRange {
  const numbers = rows.map((row) => row.line)
  return [Math.min(...numbers), Math.max(...numbers)]
}
