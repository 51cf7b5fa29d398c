import type { GuideAnswers } from '../../core/guide-state.js'
import type { Channel, Entry } from '../../../knowledge/entry.js'
import type { Field } from '../../core/vocabulary.js'
import { linesOf } from '../compose/field-text.js'
import { say } from '../sentences.js'
import type { SheetSection } from './planned.js'

/** A field longer than this, in characters, is cut at a line's end, with the words to ask for the rest. */
const LIMIT = 400

/** A field's text in lines to be read in one message. */
export function linesFor(entry: Entry, field: Field): string[] {
  const lines = linesOf(entry, field)
    .filter((_, index, all) => field !== 'process' || index > 0 || all.length > 1)
    .map((line) => line.replaceAll('\t', /\t[^\t]*\t/.test(line) ? ' ／ ' : ' '))
  let length = 0
  const kept = lines.filter((line, index) => (length += line.length) <= LIMIT || index === 0)
  return kept.length === lines.length ? lines : [...kept, say('guide.more', { field: say(`field.${field}`) })]
}

/** Where and how, for the way chosen; all of it where none was chosen or the guide does not tell the ways apart. */
export function waysFor(entry: Entry, { channel }: GuideAnswers): SheetSection[] {
  const chosen = (entry.channels ?? []).filter(({ type }) => type === channel)
  const own = unique(chosen.flatMap(wordsOf))
  const section = (field: Field) => ({ title: say(`field.${field}`), lines: linesFor(entry, field) })
  if (own.length > 0) {
    const isThere = channel === '窗口' && chosen.every(({ addresses = [] }) => addresses.length === 0)
    return [
      { title: say('sheet.channel', { way: say(`guide.channel.${channel}`) }), lines: own },
      ...(isThere ? [section('location')] : []),
      ...(channel === '网上' && chosen.every(({ urls = [] }) => urls.length === 0)
        ? [section('online_url')]
        : []),
    ]
  }
  const all = (['channels', 'location', 'online_url'] as const).map(section)
  const texts = all.map(({ lines }) => lines.join('\n'))
  // Channels and addresses repeat each other in some layouts.
  return all.filter((_, at) => !texts.some((other, from) => from < at && other.includes(texts[at]!)))
}

const wordsOf = ({ text, addresses = [], urls = [], apps = [] }: Channel): string[] => [
  text,
  ...[...addresses, ...urls, ...apps].filter((one) => !text.includes(one)),
]

const unique = (lines: readonly string[]) => [...new Set(lines)]
