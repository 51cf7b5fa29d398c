import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../src/core/package-root.js'
import type { Entry, Field } from '../entry.js'
import { fieldTexts } from './field-texts.js'
import { raise, type EntryFlag, type Rule } from './finding.js'

/**
 * The day dates are measured against, YYYY-MM-DD. A reviewed constant and not today's date: the same guides must give
 * the same flags on every machine. Move it forward when the guides are reviewed again.
 */
export const REVIEWED_ON = '2025-01-01'

/** Programmes that have ended, periods that are over, and dates without a year. */
export const dated: Rule = (entries) =>
  entries.flatMap((entry) => {
    const ended = endedProgramme(entry)
    return [
      ...ended,
      ...mentionedProgramme(entry),
      // The programme's own flag already tells the resident; its periods need no second one.
      ...(ended.length ? [] : pastPeriods(entry)),
      ...cutOffDates(entry),
      ...monthWithoutYear(entry),
      ...aims(entry),
    ]
  })

interface Programme {
  readonly programme: string
  /** Titles that are this programme. */
  readonly titles: readonly string[]
  /** Words by which other items mention it. */
  readonly mentions?: readonly string[]
  readonly message: string
}

const programmes: readonly Programme[] = readFileSync(
  join(packageRoot, 'knowledge/data/ended-programmes.jsonl'),
  'utf8',
)
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Programme)

function endedProgramme(entry: Entry): EntryFlag[] {
  return programmes
    .filter(({ titles }) => titles.some((words) => entry.title.includes(words)))
    .map(({ message }) => raise(entry, 'dated', undefined, message, true))
}

function mentionedProgramme(entry: Entry): EntryFlag[] {
  return programmes
    .filter(({ titles }) => !titles.some((words) => entry.title.includes(words)))
    .flatMap(({ programme, mentions = [] }) =>
      fieldTexts(entry)
        .filter(([, text]) => mentions.some((words) => text.includes(words)))
        .map(([field]) => raise(entry, 'dated', field, `提到“${programme}”，该政策已到期，请核对是否保留。`)),
    )
}

// Where years name documents, catalogues or plans, they date nothing.
const DATED_FIELDS: ReadonlySet<Field> = new Set([
  'summary',
  'audience',
  'conditions',
  'materials',
  'channels',
  'process',
  'location',
  'time_limit',
  'fee',
  'result',
  'notes',
])

// "2022年1月1日至2022年12月31日放宽申请条件" (技能提升补贴, 钦州市).
const PERIOD =
  /(20\d\d)年(?:(\d{1,2})月)?(?:(\d{1,2})日)?(?:（含）)?\s*(?:至|到|[-—~～－]+)\s*(?:(20\d\d)年)?(?:(\d{1,2})月)?(?:(\d{1,2})日)?/g

function pastPeriods(entry: Entry): EntryFlag[] {
  return datedSentences(entry).flatMap(([field, sentence]) =>
    [...sentence.matchAll(PERIOD)].flatMap((match) => {
      const [whole, from, , , to, month, day] = match
      if (!to && !month) return []
      const end = [to ?? from, month ?? '12', day ?? '31'].map((part) => part!.padStart(2, '0')).join('-')
      if (end >= REVIEWED_ON) return []
      const message = `这里写的“${whole}”已经过去，现在怎样规定请先电话核实。`
      return [raise(entry, 'dated', field, message, true)]
    }),
  )
}

// "2022年12月之前的高校毕业生需提供报到通知单" (鞍山市): still true, but worth a look when rules change.
const CUT_OFF = /20(?:2\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:（含）|底)?(?:之前|以前|前)/

function cutOffDates(entry: Entry): EntryFlag[] {
  return datedSentences(entry).flatMap(([field, sentence]) => {
    const words = CUT_OFF.exec(sentence)?.[0]
    return words ? [raise(entry, 'dated', field, `以“${words}”划界，请核对是否仍然适用。`)] : []
  })
}

// "5月底全面实现…" (白银区): of which year nobody knows. "每年4月底前" recurs.
function monthWithoutYear(entry: Entry): EntryFlag[] {
  return fieldTexts(entry)
    .filter(([field]) => DATED_FIELDS.has(field))
    .flatMap(([field, text]) => {
      const words = /(?<![\d年])\d{1,2}\s*月底/.exec(text)?.[0]
      if (!words || new RegExp(`(?:每年|本年度?|当年|次年)[^。；\\n]{0,6}${words}`).test(text)) return []
      const message = `原文的“${words}”没有写是哪一年，可能早已过去，请先电话核实现在的做法。`
      return [raise(entry, 'dated', field, message, true)]
    })
}

function aims(entry: Entry): EntryFlag[] {
  const words = /逐步实现|力争|即将实行/.exec(entry.fields.time_limit ?? '')?.[0]
  return words ? [raise(entry, 'dated', 'time_limit', `“${words}”写的是目标，请核对现在的时限。`)] : []
}

// Sentences outside document titles; examples ("例如：本次认证时间为2022年3月…") show a pattern and date nothing.
function datedSentences(entry: Entry): (readonly [Field, string])[] {
  return fieldTexts(entry)
    .filter(([field]) => DATED_FIELDS.has(field))
    .flatMap(([field, text]) => {
      let example = false
      return text
        .replace(/《[^》]*》/g, '《》')
        .split(/(?<=[。；;\n])/)
        .flatMap((sentence) => {
          const words = /例如|比如|如：/.exec(sentence)
          const shows = words !== null || example
          // An example in brackets goes on over its semicolons until they close.
          example = shows && !/[\n）)。]/.test(sentence.slice(words?.index ?? 0))
          return shows ? [] : [[field, sentence] as const]
        })
    })
}
