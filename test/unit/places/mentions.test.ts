import fc from 'fast-check'
import { findPlaces, places, resolveTurnPlace, servingRegion } from '../../../intents/places/index.js'

test('a mention says where it stands, what it may mean and who serves it', () => {
  expect(findPlaces('户口在河南，在包头市昆区交的社保')).toEqual([
    {
      start: 3,
      end: 5,
      text: '河南',
      name: '河南省',
      codes: ['410000'],
      level: 'province',
      coverage: { kind: 'not_covered' },
      role: 'other',
      relation: 'household',
      corrects: false,
    },
    {
      start: 7,
      end: 12,
      text: '包头市昆区',
      name: '包头市昆都仑区',
      codes: ['150203'],
      level: 'county',
      coverage: { kind: 'served', region: '150000' },
      role: 'stated',
      relation: 'insured',
      corrects: false,
    },
  ])
})

test('a name several places bear keeps them all and offers the served one', () => {
  expect(findPlaces('我在铁西区')).toMatchObject([
    {
      name: '铁西区',
      codes: ['210106', '210303', '220302'],
      coverage: { kind: 'ambiguous', offers: [{ region: '210300', code: '210303', name: '鞍山市铁西区' }] },
    },
  ])
})

test('every served place is recognised by its full name in a sentence', () => {
  for (const { code, name } of places.values()) {
    const region = servingRegion(code)
    // 新城区 stands in every second town: it needs its city in front.
    if (region === undefined || code === '150102') continue
    expect(findPlaces(`你好我在${name}参保的`)).toMatchObject([{ text: name, role: 'stated' }])
    expect(findPlaces(`你好我在${name}参保的`)[0]!.codes).toContain(code)
  }
})

test('any text: offsets are its own, mentions are in order and do not overlap', () => {
  const pieces = fc.constantFrom(
    '在',
    '钦州',
    '广西',
    '白银',
    '我',
    '，',
    '不是',
    '铁西',
    '的社保',
    '转到',
    '外地',
    '😀',
    ' ',
    '市',
    '区',
  )
  fc.assert(
    fc.property(
      fc.array(fc.oneof(pieces, fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 12 }),
      (words) => {
        const text = words.join('')
        let last = 0
        const mentions = findPlaces(text)
        for (const { start, end, text: words } of mentions) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(text.slice(start, end)).toBe(words)
          last = end
        }
        resolveTurnPlace(mentions)
        resolveTurnPlace(mentions, '450700')
      },
    ),
  )
})

test('a normal question takes less than a tenth of a millisecond', () => {
  const text = '我在深圳打工交过七年社保，现在回钦州了，失业保险关系怎么转'
  for (let n = 0; n < 2000; n++) findPlaces(text)
  const started = performance.now()
  for (let n = 0; n < 2000; n++) resolveTurnPlace(findPlaces(text))
  // Five times the target: the machine that runs the tests is shared.
  expect((performance.now() - started) / 2000).toBeLessThan(0.5)
})
