import type { Entry } from '../../../knowledge/entry.js'
import type { Field } from '../../core/vocabulary.js'
import { residentLines } from './resident-lines.js'

/** Where the answer to a field may stand when the guide's layout has no row of that name; first found is taken. */
const NEARBY: Partial<Record<Field, readonly Field[]>> = {
  conditions: ['audience', 'summary', 'forbidden'],
  location: ['channels', 'department'],
  online_url: ['channels', 'location'],
  channels: ['location', 'online_url', 'process'],
  process: ['channels'],
  phone: ['department', 'notes'],
  handler: ['department', 'members'],
  department: ['handler', 'location'],
  members: ['summary'],
  summary: ['conditions', 'audience'],
  result: ['channels'],
  time_limit_before: ['time_limit'],
  deferred: ['notes', 'materials'],
  forbidden: ['conditions'],
  notes: ['summary'],
  complaint: ['phone'],
}

/** Fields whose texts belong together in an answer: who asks for the first is told the rest as well. */
const TOGETHER: Partial<Record<Field, readonly Field[]>> = {
  conditions: ['audience', 'summary'],
  location: ['channels'],
  channels: ['online_url'],
  time_limit: ['time_limit_before'],
  time_limit_before: ['time_limit'],
  department: ['handler'],
  deferred: ['time_limit'],
  summary: ['conditions'],
}

/** The fields that answer a question for `field`, and whether they are only near to it. */
export function fieldsFor(entry: Entry, field: Field): { fields: readonly Field[]; near: boolean } {
  const has = (name: Field) => linesOf(entry, name).length > 0
  if (has(field)) return { fields: [field, ...(TOGETHER[field] ?? []).filter(has)], near: false }
  const nearby = (NEARBY[field] ?? []).find(has)
  return { fields: nearby ? [nearby] : [], near: true }
}

/** A field's text as lines, as residents may see them. */
export function linesOf(entry: Entry, field: Field): string[] {
  const lines = (entry.fields[field] ?? '').split('\n').filter((line) => line.trim())
  return field === 'process' ? residentLines(lines) : lines
}
