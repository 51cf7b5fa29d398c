import fc from 'fast-check'
import { bytesOf, splitForWechat } from '../../../src/dialogue/pieces.js'

const bare = (text: string): string => text.toWellFormed().replace(/\s+/gu, '')

test('a short text stays one message, an empty one is none', () => {
  expect(splitForWechat('您好。')).toEqual(['您好。'])
  expect(splitForWechat('')).toEqual([])
  expect(splitForWechat(' \n ')).toEqual([])
})

test('cuts at the end of a line first, then of a sentence, then at a comma', () => {
  expect(splitForWechat('甲甲甲。乙乙乙。\n丙丙丙。', 30)).toEqual(['甲甲甲。乙乙乙。', '丙丙丙。'])
  expect(splitForWechat('甲甲甲。乙乙乙。丙丙丙。', 26)).toEqual(['甲甲甲。乙乙乙。', '丙丙丙。'])
  expect(splitForWechat('甲甲甲，乙乙乙，丙丙丙', 26)).toEqual(['甲甲甲，乙乙乙，', '丙丙丙'])
})

test('lines keep their indentation, the line break between messages goes', () => {
  expect(splitForWechat('材料\n   □ 身份证\n   □ 社保卡', 24)).toEqual(['材料\n   □ 身份证', '   □ 社保卡'])
})

test('addresses and numbers stay whole', () => {
  const text = '请登录https://he.12333.gov.cn/portal/index或拨打0312-7318400咨询办理进度'
  for (let limit = 48; limit < 80; limit++) {
    const pieces = splitForWechat(text, limit)
    expect(pieces.some((piece) => piece.includes('https://he.12333.gov.cn/portal/index'))).toBe(true)
    expect(pieces.some((piece) => piece.includes('0312-7318400'))).toBe(true)
  }
})

test('characters made of several code points stay whole where they fit', () => {
  const family = '👨‍👩‍👧'
  expect(splitForWechat(family.repeat(4), 40)).toEqual([family.repeat(2), family.repeat(2)])
})

test('an address longer than a message is cut all the same', () => {
  const pieces = splitForWechat(`https://a.cn/${'x'.repeat(300)}`, 100)
  expect(pieces.join('')).toBe(`https://a.cn/${'x'.repeat(300)}`)
})

test('a limit that cannot hold a character is refused', () => {
  expect(() => splitForWechat('您好', 3)).toThrow(RangeError)
  expect(() => splitForWechat('您好', Number.NaN)).toThrow(RangeError)
})

const pieceOfText = fc.oneof(
  fc.constantFrom(
    '。',
    '！',
    '\n',
    '\n\n   ',
    '，',
    '、',
    '您好',
    '养老保险',
    ' ',
    '👨‍👩‍👧',
    'e\u0301',
    '\u200d',
  ),
  fc.constantFrom('https://si.12333.gov.cn/index?a=1', '0777-2828452', '13800000000', '8:30-12:00', '\ud800'),
  fc.string({ unit: 'binary', maxLength: 12 }),
)

test('every piece fits, none is empty, and nothing but white space is lost', () => {
  fc.assert(
    fc.property(
      fc.array(pieceOfText, { maxLength: 60 }),
      fc.integer({ min: 4, max: 120 }),
      (parts, limit) => {
        const text = parts.join('')
        const pieces = splitForWechat(text, limit)
        for (const piece of pieces) {
          expect(bytesOf(piece)).toBeLessThanOrEqual(limit)
          expect(piece.trim()).not.toBe('')
        }
        expect(bare(pieces.join(''))).toBe(bare(text))
      },
    ),
    { numRuns: 300 },
  )
})

test('long texts without any border take no time', () => {
  const started = performance.now()
  for (const text of [
    '甲'.repeat(100_000),
    '1'.repeat(100_000),
    'a.'.repeat(50_000),
    '\u200d'.repeat(100_000),
  ])
    expect(splitForWechat(text).join('')).toBe(text)
  expect(performance.now() - started).toBeLessThan(4000)
})
