import { groupBy } from '../../src/core/group-by.js'
import { Entry } from '../entry.js'
import { fieldName, fieldTexts } from './field-texts.js'
import { findingOn, type LintFinding } from './finding.js'

/** Entries that do not fit the schema, ids used twice, and fields nobody can trace to a line of the guide. */
export function schemaErrors(entries: readonly Entry[]): LintFinding[] {
  const byId = groupBy(entries, ({ id }) => id)
  return entries.flatMap((entry) => [
    ...misfits(entry),
    ...(byId.get(entry.id)!.length > 1
      ? [
          findingOn(entry, {
            code: 'schema',
            message: `编号“${entry.id}”被${byId.get(entry.id)!.length}个条目使用。`,
          }),
        ]
      : []),
    ...untraced(entry),
  ])
}

function misfits(entry: Entry): LintFinding[] {
  const parsed = Entry.safeParse(entry)
  if (parsed.success) return []
  return parsed.error.issues.map(({ path, message }) =>
    findingOn(entry, { code: 'schema', message: `不合格式：${path.join('.') || '条目'}（${message}）。` }),
  )
}

function untraced(entry: Entry): LintFinding[] {
  return fieldTexts(entry).flatMap(([field, text]) => {
    const lines = entry.sections[field]?.lines
    const say = (message: string) => [
      findingOn(entry, { code: 'schema', field, message, ...(lines && { lines }) }),
    ]
    if (!text.trim()) return say(`“${fieldName(field)}”是空的。`)
    if (!lines) return say(`“${fieldName(field)}”没有出处行号。`)
    return lines[0] > lines[1] ? say(`“${fieldName(field)}”的出处行号颠倒。`) : []
  })
}
