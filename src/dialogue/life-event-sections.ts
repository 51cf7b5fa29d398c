import type { KnowledgeBase } from '../../knowledge/base.js'
import type { Entry, Flag } from '../../knowledge/entry.js'
import type { Block } from '../core/reply.js'
import type { Field } from '../core/vocabulary.js'
import { linesOf } from './compose/field-text.js'
import type { LifeItem } from './life-event-items.js'
import { say } from './sentences.js'

/** One line of a field longer than this is cut, in characters: the whole stands in the item's own answer. */
const LONGEST_LINE = 90

/** Each item in a few lines: what it is for, time limit, place, phone, lines of the guide; then flags on these. */
export function itemSections(knowledge: KnowledgeBase, items: readonly LifeItem[]): Block[] {
  const seen = new Map<string, number>()
  /** What an earlier item has in the same words is not said again. */
  const once = (key: string, text: string, number: number): string => {
    const line = say(key, { text })
    const first = seen.get(line)
    if (first === undefined) seen.set(line, number)
    return first === undefined ? line : say(key, { text: say('life.same', { number: first }) })
  }
  const titles = items.map(({ entry }) => entry.title)
  return items.flatMap(({ entry, number, when }) => {
    // Two offices that share a matter have entries of the same title.
    const twin = titles.filter((title) => title === entry.title).length > 1
    const department = linesOf(entry, 'department')[0]
    const title =
      twin && department ? say('life.title_department', { title: entry.title, department }) : entry.title
    const purpose = purposeOf(entry)
    const phone = linesOf(entry, 'phone')[0]
    const section: Block = {
      type: 'section',
      title: say(when === undefined ? 'life.item' : 'life.item_when', { number, title, when: when ?? '' }),
      lines: [
        ...(purpose ? [purpose] : []),
        say('life.time_limit', { text: timeLimitOf(entry) }),
        once('life.where', whereOf(entry), number),
        ...(phone ? [once('life.phone', phone, number)] : []),
        say('life.lines', {
          name: knowledge.guides[entry.source.guide] ?? entry.source.guide,
          lines: [...new Set(entry.source.lines)].join('–'),
        }),
      ],
    }
    return [section, ...flagsOf(entry, number)]
  })
}

/** "以下情形之一的：" says nothing by itself. */
const HEADING = /[:：]\s*$/

/** The first sentence of what the guide says the item is, or whom it is for. */
function purposeOf(entry: Entry): string | undefined {
  const line = (['summary', 'conditions', 'audience'] as const)
    .flatMap((field) => linesOf(entry, field))
    .find((text) => !HEADING.test(text))
  if (line === undefined) return undefined
  return brief(/^[^。；;]*[。；;]?/u.exec(line)![0])
}

function timeLimitOf({ time_limits = [], fields }: Entry): string {
  // What is promised to the public is what residents are told; the legal one is the longer.
  const promised = time_limits.filter(({ type }) => type !== '法定')
  const texts = (promised.length > 0 ? promised : time_limits).map(({ text }) => text)
  return brief(texts.join('；') || fields.time_limit?.split('\n')[0] || say('answer.missing'))
}

/** The first address; where the guide gives none, the ways it can be done. */
function whereOf(entry: Entry): string {
  const [line, ...more] = linesOf(entry, 'location')
  if (line !== undefined)
    return more.length > 0 && line.length < LONGEST_LINE / 2 ? brief(`${line} ${more[0]!}`) : brief(line)
  return brief(linesOf(entry, 'channels').join(' ') || say('answer.missing'))
}

const brief = (text: string): string =>
  text.length > LONGEST_LINE ? say('life.cut', { text: text.slice(0, LONGEST_LINE) }) : text

const SHOWN: readonly Field[] = ['summary', 'materials', 'time_limit', 'location', 'phone']
const FLAG_SENTENCES: Partial<Record<Flag['code'], string>> = {
  dated: 'answer.flag_dated',
  contradiction: 'answer.flag_contradiction',
}

const flagsOf = ({ flags = [] }: Entry, number: number): Block[] =>
  flags
    .filter(({ reader, field }) => reader && (!field || SHOWN.includes(field)))
    .map(({ code, message }) => ({
      type: 'notice',
      text: say('life.flag', { number, text: say(FLAG_SENTENCES[code] ?? 'answer.flag_other', { message }) }),
    }))
