import type { KnowledgeBase } from '../../../knowledge/base.js'
import type { Entry, Flag } from '../../../knowledge/entry.js'
import type { Block, Reply } from '../../core/reply.js'
import type { Field } from '../../core/vocabulary.js'
import { say } from '../sentences.js'
import { checklistOf, needsNothing } from './checklist.js'
import { fieldsFor, linesOf } from './field-text.js'
import type { Passage } from './passages.js'
import { sourceBlock, sourcesOf } from './source-line.js'
import type { TableAnswer } from './tables.js'

/** A section of a whole-item answer longer than this is cut at a line's end, with an offer to show the rest. */
const SECTION_LIMIT = 500

type Step = readonly [title: string, fields: readonly Field[]]
const STEPS: readonly Step[] = [
  ['step.conditions', ['audience', 'conditions', 'forbidden']],
  ['step.members', ['handler', 'members']],
  ['step.materials', ['materials', 'deferred']],
  ['step.where', ['channels', 'process', 'location', 'online_url']],
  ['step.outcome', ['time_limit', 'time_limit_before', 'fee', 'result']],
  ['step.contact', ['phone', 'hours', 'department', 'complaint']],
]

/** What a service item should say; where it does not, the answer says so. */
const EXPECTED: ReadonlySet<Field> = new Set(['conditions', 'materials', 'channels', 'time_limit', 'phone'])

/** How an answer is told apart from the plain one: what was found, how sure, what else bears on the question. */
export interface Found {
  readonly entry: Entry
  readonly confidence: number
  /** The sentences outside the fields shown that bear on the question. */
  readonly passages: (shown: readonly Field[]) => readonly Passage[]
  readonly candidates: Reply['candidates']
  /** The rows of the entry's tables that fit the question. */
  readonly table?: TableAnswer | undefined
}

/** The whole item as numbered steps a person can follow. */
export function composeItem(knowledge: KnowledgeBase, found: Found): Reply {
  const { entry } = found
  const shown: Field[] = []
  const blocks: Block[] = [{ type: 'title', text: titleOf(entry) }]
  blocks.push(...tableBlocks(found.table))
  if (entry.fields.summary) {
    blocks.push({ type: 'text', text: cut(entry, 'summary').join('\n') })
    shown.push('summary')
  }
  let number = 0
  for (const [title, fields] of STEPS) {
    const body = fields.flatMap((field) => fieldBlock(entry, field, shown))
    if (body.length === 0) continue
    blocks.push({ type: 'text', text: `${++number}. ${say(title)}` }, ...body)
    shown.push(...fields.filter((field) => entry.fields[field]))
  }
  if (entry.fields.notes) {
    blocks.push({ type: 'section', title: say('field.notes'), lines: cut(entry, 'notes') })
    shown.push('notes')
  }
  blocks.push(...passageBlocks(found.passages([]).filter(({ text }) => !stands(text, blocks))))
  blocks.push(...flagBlocks(entry, shown), ...siblingBlocks(knowledge, entry))
  const sources = sourcesOf(knowledge, entry, [])
  blocks.push(sourceBlock(entry.place_name, sources))
  return reply(found, blocks, sources)
}

/** One field first and complete, then what else bears on the question, then what else can be asked. */
export function composeFields(knowledge: KnowledgeBase, found: Found, fields: readonly Field[]): Reply {
  const { entry } = found
  const shown: Field[] = []
  const blocks: Block[] = [
    {
      type: 'title',
      text: say('answer.field_title', {
        place: entry.place_name,
        title: bareTitle(entry),
        field: fields.map((field) => say(`field.${field}`)).join('、'),
      }),
    },
  ]
  // A table answers how much and how long; who asks for papers or the way there does not want it first.
  if (found.table) blocks.push(...tableBlocks(found.table))
  for (const field of fields) {
    const { fields: parts, near } = fieldsFor(entry, field)
    const label = say(`field.${field}`)
    // What is only near to the field and stands above already is no answer to it.
    if (parts.length === 0 || (near && parts.every((part) => shown.includes(part)))) {
      blocks.push({ type: 'text', text: say('answer.missing_field', { field: label }) + wayOut(entry) })
      continue
    }
    if (near) blocks.push({ type: 'text', text: say('answer.nearby_field', { field: label }) })
    for (const part of parts) {
      if (shown.includes(part)) continue
      blocks.push(block(entry, part, linesOf(entry, part)))
      shown.push(part)
    }
  }
  const passages = found.passages(shown).filter(({ text }) => !stands(text, blocks))
  blocks.push(...passageBlocks(passages))
  blocks.push(...flagBlocks(entry, shown), ...siblingBlocks(knowledge, entry))
  const others = offerable(entry, shown)
  if (others.length > 0)
    blocks.push({ type: 'text', text: say('answer.also', { fields: others.join('、') }) })
  const bearing = [...passages.map(({ field }) => field), ...(found.table ? [found.table.field] : [])]
  const sources = sourcesOf(knowledge, entry, [...new Set([...shown, ...bearing])])
  blocks.push(sourceBlock(entry.place_name, sources))
  return { ...reply(found, blocks, sources), field: fields[0]! }
}

function tableBlocks(table: TableAnswer | undefined): Block[] {
  if (!table) return []
  const parts = [table, ...(table.also ? [table.also] : [])]
  const lines = parts.flatMap(({ head, rows }) => [...(head ? [head] : []), ...rows])
  const title = {
    row: 'answer.table_row',
    several: 'answer.table_rows',
    whole: 'answer.table_whole',
  } as const
  return [{ type: 'section', title: say(title[table.fit]), lines: lines.map(showRow).map(withUnit) }]
}

/** A column that counts months says so in each figure ("享受月数：24"), as the figure stands by itself here. */
const withUnit = (line: string): string =>
  line.replace(
    /(月数|天数)：(\d+)(?![\d.个天])/gu,
    (_, of, n) => `${of}：${n}${of === '月数' ? '个月' : '天'}`,
  )

const reply = (found: Found, blocks: readonly Block[], sources: Reply['sources']): Reply => ({
  action: 'answer',
  blocks,
  item: found.entry.id,
  candidates: found.candidates,
  sources,
  confidence: found.confidence,
})

const KIND_TITLES = {
  service: 'answer.title',
  office: 'answer.office',
  bundle: 'answer.bundle_title',
  speedup: 'answer.speedup_title',
  forbidden: 'answer.forbidden_title',
  deferral: 'answer.deferral_title',
} as const

const titleOf = (entry: Entry): string =>
  say(KIND_TITLES[entry.kind], { place: entry.place_name, title: bareTitle(entry) })

/** The title without its kind's prefix ("窗口地址:"). */
const bareTitle = ({ kind, title }: Entry): string =>
  kind === 'service' ? title : title.replace(/^[^:]+:/, '')

function fieldBlock(entry: Entry, field: Field, shown: readonly Field[]): Block[] {
  const text = entry.fields[field]
  if (!text)
    return entry.kind === 'service' && EXPECTED.has(field)
      ? [{ type: 'section', title: say(`field.${field}`), lines: [say('answer.missing')] }]
      : []
  // Members and handlers, channels and addresses repeat each other in some layouts.
  if (shown.some((other) => entry.fields[other]?.includes(text))) return []
  return [block(entry, field, cut(entry, field))]
}

function block(entry: Entry, field: Field, lines: readonly string[]): Block {
  const title = say(`field.${field}`)
  if (field !== 'materials' && field !== 'deferred')
    return { type: 'section', title, lines: lines.map(showRow) }
  const text = lines.join('\n')
  if (needsNothing(text)) return { type: 'section', title, lines: [say('answer.no_materials', { text })] }
  return {
    type: 'checklist',
    title,
    items: checklistOf(lines).map(({ text: line, box }) => ({ text: showRow(line), box })),
  }
}

function cut(entry: Entry, field: Field): string[] {
  const lines = linesOf(entry, field)
  if (field === 'materials' || field === 'conditions') return lines
  let length = 0
  const kept = lines.filter((line, index) => index === 0 || (length += line.length) <= SECTION_LIMIT)
  return kept.length === lines.length
    ? lines
    : [...kept, say('answer.more', { field: say(`field.${field}`) })]
}

const passageBlocks = (passages: readonly Passage[]): Block[] =>
  passages.map(({ field, text }) => ({
    type: 'section',
    title: say('answer.passage', { field: say(`field.${field}`) }),
    lines: text.split('\n').map(showRow),
  }))

/** A row of a table as people read it; a single tab only sets a mark apart ("②\t就业登记"). */
const showRow = (line: string): string => line.replaceAll('\t', /\t[^\t]*\t/.test(line) ? ' ／ ' : ' ')

const stands = (text: string, blocks: readonly Block[]): boolean =>
  blocks.some((part) =>
    part.type === 'section'
      ? part.lines.join('\n').includes(text)
      : part.type === 'checklist'
        ? part.items.some((item) => item.text.includes(text))
        : 'text' in part && part.text.includes(text),
  )

const FLAG_SENTENCES: Partial<Record<Flag['code'], string>> = {
  dated: 'answer.flag_dated',
  contradiction: 'answer.flag_contradiction',
}

function flagBlocks({ flags = [] }: Entry, shown: readonly Field[]): Block[] {
  return flags
    .filter((flag) => flag.reader && (!flag.field || shown.includes(flag.field)))
    .map(({ code, message }) => ({
      type: 'notice',
      text: say(FLAG_SENTENCES[code] ?? 'answer.flag_other', { message }),
    }))
}

/** What the place's guide says of the same matter in other entries: another office's share, refusals, deferrals. */
function siblingBlocks(knowledge: KnowledgeBase, entry: Entry): Block[] {
  if (entry.kind !== 'service') return []
  const siblings = knowledge.onTopic(entry.topic, entry.region).filter(({ id }) => id !== entry.id)
  const ofKind = (kind: Entry['kind']) => siblings.filter((other) => other.kind === kind)
  const departmentOf = ({ fields }: Entry) => fields.department?.split('\n')[0] ?? ''
  const twins = ofKind('service').filter((twin) => departmentOf(twin) !== departmentOf(entry))
  const forbidden = ofKind('forbidden').map((other) => `“${bareTitle(other)}”`)
  const notices = [
    twins.length > 0 &&
      say('answer.sibling_twin', {
        department: departmentOf(entry),
        others: twins
          .map((twin) => say('answer.sibling_other', { title: twin.title, department: departmentOf(twin) }))
          .join('，'),
      }),
    forbidden.length > 0 &&
      say('answer.sibling_forbidden', { place: entry.place_name, titles: forbidden.join('、') }),
    ofKind('deferral').length > 0 && say('answer.sibling_deferral'),
  ]
  return notices.filter((text) => text !== false).map((text) => ({ type: 'notice', text }))
}

function wayOut({ place_name, phones = [] }: Entry): string {
  return phones.length > 0
    ? say('answer.ask_phone', {
        place: place_name,
        phone: phones.map(({ number }) => number).join('、'),
      })
    : say('answer.ask_12333')
}

const OFFERED: readonly Field[] = ['conditions', 'materials', 'location', 'time_limit', 'fee', 'phone']

const offerable = (entry: Entry, shown: readonly Field[]): string[] =>
  OFFERED.filter((field) => entry.fields[field] && !shown.includes(field)).map((field) =>
    say(`field.${field}`),
  )
