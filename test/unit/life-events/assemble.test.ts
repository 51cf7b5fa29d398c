import { compileKnowledge, openKnowledge } from '../../../knowledge/base.js'
import { readAllEntries } from '../../../knowledge/data-files.js'
import type { Entry } from '../../../knowledge/entry.js'
import { readLifeEvents, type LifeEvent } from '../../../knowledge/life-events.js'
import { renderText } from '../../../src/core/reply.js'
import { askCase, assembleLifeEvent, officialBundle } from '../../../src/dialogue/life-event.js'

const knowledge = openKnowledge(compileKnowledge(readAllEntries(), { '000': '甲市指南' }))
const events = readLifeEvents()
const place = (region: string, name: string) => ({ region, code: region, name })
const PLACES = [
  place('450700', '钦州市'),
  place('130630', '涞源县'),
  place('150000', '内蒙古'),
  place('210300', '鞍山市'),
]
const BAIYIN = place('620402', '白银区')

const assembled = [...events.values()].flatMap((event) =>
  PLACES.flatMap((where) =>
    [undefined, ...(event.asks?.choices.map(({ id }) => id) ?? [])].map((chosen) => ({
      event,
      where,
      chosen,
      result: assembleLifeEvent(knowledge, event, where, chosen)!,
    })),
  ),
)

const phonesOf = (entries: readonly Entry[]) =>
  new Set(entries.flatMap(({ phones = [] }) => phones.map(({ number }) => number)))

test('every event is assembled for every other place, from its own entries only', () => {
  const foreign = assembled.flatMap(({ where, result }) =>
    result.entries.filter((id) => knowledge.get(id)?.region !== where.region),
  )
  expect(foreign).toEqual([])
})

test('no other place’s phone is named', () => {
  for (const { where, result } of assembled) {
    const text = renderText(result.blocks)
    const own = JSON.stringify(knowledge.inPlace(where.region))
    const others = phonesOf(knowledge.entries.filter(({ region }) => region !== where.region))
    expect(
      [...others].filter((number) => number.length > 6 && text.includes(number) && !own.includes(number)),
    ).toEqual([])
  }
})

test('no item and no material stands twice', () => {
  for (const { result } of assembled) {
    expect(new Set(result.entries).size).toBe(result.entries.length)
    const names = result.blocks.flatMap((block) =>
      block.type === 'checklist'
        ? block.items.filter(({ box }) => box).map(({ text }) => text.replace(/：第 [\d、]+ 项.*$/su, ''))
        : [],
    )
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  }
})

test('it is said to be assembled, every item has its lines, every entry its source', () => {
  for (const { result } of assembled.filter(({ result: { entries } }) => entries.length > 0)) {
    const text = renderText(result.blocks)
    expect(text).toContain('不是官方的“一件事”套餐')
    expect(text.match(/原文：《/g)).toHaveLength(result.entries.length)
    expect(result.sources).toHaveLength(result.entries.length)
    expect(result.blocks.at(-1)?.type).toBe('source')
  }
})

test('a place that has none of it says so, for the case asked', () => {
  const result = assembleLifeEvent(knowledge, events.get('retirement')!, PLACES[3]!, 'resident')!
  expect(result.entries).toEqual([])
  expect(renderText(result.blocks)).toContain('“退休”（城乡居民养老保险）')
})

test('an official bundle answers itself', () => {
  for (const event of events.values()) {
    const bundle = officialBundle(knowledge, event, BAIYIN)
    expect(bundle?.topic).toBe(event.topic)
    if (bundle) expect(assembleLifeEvent(knowledge, event, BAIYIN)).toBeUndefined()
  }
})

test('a case the event does not know counts as none', () => {
  const [event, where] = [events.get('retirement')!, PLACES[0]!]
  expect(assembleLifeEvent(knowledge, event, where, 'nobody')).toEqual(
    assembleLifeEvent(knowledge, event, where),
  )
})

test('the question back offers at most three cases and none of them', () => {
  for (const event of events.values()) {
    const asked = askCase(event)
    expect(asked === undefined).toBe(event.asks === undefined)
    if (!asked) continue
    expect(asked.choices.length).toBeLessThanOrEqual(3)
    expect(renderText(asked.blocks)).toMatch(/都不是$/)
  }
})

describe('in a small place', () => {
  const entry = (slug: string, topic: string, rest: Partial<Entry>): Entry => ({
    id: `450700.${slug}`,
    kind: 'service',
    region: '450700',
    place_name: '甲市',
    title: slug,
    topic,
    fields: {},
    sections: {},
    source: { guide: '000', lines: [1, 9] },
    ...rest,
  })
  const event: LifeEvent = {
    id: 'some-event',
    name: '某事',
    steps: [
      { topic: 'one', name: '一' },
      { topic: 'two', name: '二', when: '有需要的' },
      { topic: 'three', name: '三', instead: [{ topic: 'other', in: ['150000'] }, { topic: 'one' }] },
      { topic: 'four', name: '四' },
      { topic: 'five', name: '五', extra: true },
    ],
  }
  const card = { name: '居民身份证' } as const
  const small = openKnowledge(
    compileKnowledge(
      [
        entry('one', 'one', {
          fields: { materials: '…', time_limit: '3 日', location: '甲路 1 号', phone: '12333' },
          materials: [
            {
              materials: [
                { ...card, form: '原件' },
                { name: '申请表', copies: 2 },
              ],
            },
            { condition: '代办的还需提供', materials: [{ name: '委托书' }] },
          ],
        }),
        entry('two', 'two', {
          fields: { materials: '…', location: '甲路 1 号' },
          materials: [{ materials: [{ name: '《身份证》', form: '复印件' }, { name: '存折' }] }],
        }),
        entry('other', 'other', {}),
      ],
      { '000': '甲市指南' },
    ),
  )
  const text = renderText(assembleLifeEvent(small, event, place('450700', '甲市'))!.blocks)

  test('the same thing stands once, with each item’s form', () => {
    expect(text).toContain('□ 居民身份证：第 1 项（原件）；第 2 项（复印件）')
    expect(text).toContain('□ 申请表：第 1 项（2 份）')
  })
  test('conditions stay in the guide’s words', () =>
    expect(text).toContain('□ 委托书：第 1 项（代办的还需提供）'))
  test('a step for some is marked', () => expect(text).toContain('2. two（有需要的）'))
  test('another topic serves in its places only, and one entry stands once', () => {
    expect(text).not.toContain('other')
    expect(text).not.toContain('3. ')
  })
  test('what the guide does not have is said, extras are not missed', () => {
    expect(text).toContain('没有：“四”')
    expect(text).not.toContain('“五”')
    expect(text).toContain('时限：指南未写明')
  })
  test('the same address is not said again', () => expect(text).toContain('地点：同第 1 项'))
})
