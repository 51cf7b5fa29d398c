import type { GuideAnswers } from '../../core/guide-state.js'
import type { KnowledgeBase } from '../../../knowledge/base.js'
import type { Entry } from '../../../knowledge/entry.js'
import { groupBy } from '../../core/group-by.js'
import type { Block, ChecklistLine } from '../../core/reply.js'
import type { Field } from '../../core/vocabulary.js'
import { sourcesOf } from '../compose/source-line.js'
import { say } from '../sentences.js'
import { answeredConditions } from './answered.js'
import { linesFor, waysFor } from './for-case.js'
import { noticesOf } from './notices.js'
import { materialsFor } from './materials-for.js'
import type { GuidePlan, SheetSection } from './planned.js'

/** 办事清单: what a person takes along for one matter in one place, for this very case. */
export interface TaskSheet {
  readonly title: string
  readonly place: string
  readonly materials: { readonly title: string; readonly items: readonly ChecklistLine[] }
  readonly sections: readonly SheetSection[]
  /** Where the words stand, and for which place they hold. */
  readonly source: readonly string[]
  readonly date: string
}

const SECTIONS: readonly Field[] = ['hours', 'phone', 'time_limit', 'result', 'fee']
const SHOWN = [
  undefined,
  'conditions',
  'audience',
  'materials',
  'channels',
  'location',
  'online_url',
  ...SECTIONS,
] as const

/** The sheet of an entry for what was answered; what is not answered stays on it with the guide's words for the case. */
export function checklistFor(
  knowledge: KnowledgeBase,
  entry: Entry,
  plan: GuidePlan,
  answers: GuideAnswers,
  date: Date,
): TaskSheet {
  const place = entry.place_name
  const { unmet, unsure } = answeredConditions(plan, answers)
  const sections: SheetSection[] = [
    { title: say('sheet.unmet'), lines: unmet },
    { title: say('sheet.unsure'), lines: unsure },
    ...waysFor(entry, answers),
    ...SECTIONS.map((field) => ({ title: say(`field.${field}`), lines: linesFor(entry, field) })),
    { title: say('sheet.ask'), lines: entry.fields.phone ? [] : [say('guide.way_12333')] },
    { title: say('sheet.notices'), lines: noticesOf(entry, SHOWN).map(({ text }) => text) },
  ]
  return {
    title: say('sheet.title', { title: entry.title }),
    place: say('sheet.place', { place }),
    materials: { title: say('sheet.materials'), items: materialsFor(entry, plan, answers) },
    sections: sections.filter(({ lines }) => lines.length > 0),
    source: [say('sheet.source', { sources: sourceOf(knowledge, entry) }), say('sheet.holds', { place })],
    date: say('sheet.date', { date: chineseDate(date) }),
  }
}

/** The sheet as blocks of a reply. */
export const sheetBlocks = (sheet: TaskSheet): Block[] => [
  { type: 'title', text: sheet.title },
  { type: 'text', text: sheet.place },
  { type: 'checklist', ...sheet.materials },
  ...sheet.sections.map((section) => ({ type: 'section', ...section }) as const),
  { type: 'source', text: [...sheet.source, sheet.date].join('\n') },
]

/** The sheet as plain text to keep, for WeChat. */
export const sheetText = (sheet: TaskSheet): string =>
  [
    `【${sheet.title}】`,
    sheet.place,
    '',
    sheet.materials.title,
    ...sheet.materials.items.map(({ text, box }) => (box ? `□ ${text}` : text)),
    ...sheet.sections.flatMap(({ title, lines }) => ['', title, ...lines]),
    '',
    ...sheet.source,
    sheet.date,
  ].join('\n')

function sourceOf(knowledge: KnowledgeBase, entry: Entry): string {
  const sources = sourcesOf(knowledge, entry, [])
  return [...groupBy(sources, ({ name }) => name)]
    .map(([name, parts]) =>
      say('answer.source_guide', {
        name,
        parts: parts
          .map(({ section, lines: [from, to] }) =>
            say('answer.source_part', {
              section: section ? `“${section}”` : '',
              lines: from === to ? from : `${from}–${to}`,
            }),
          )
          .join('、'),
      }),
    )
    .join('；')
}

/** The day in China, wherever the server stands. */
const chineseDate = (date: Date): string =>
  new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'Asia/Shanghai' }).format(date)
