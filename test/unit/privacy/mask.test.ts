import fc from 'fast-check'
import { maskPersonalData } from '../../../src/privacy/mask.js'
import { publicNumbers } from '../../../src/privacy/public-numbers.js'

const MOBILE = '13800138000'
const ID = '450702199001011234'

test.each([
  ['我姓王，13800138000，下午打', '我姓王，138****8000，下午打', ['phone']],
  ['138 0013 8000', '138****8000', ['phone']],
  ['138-0013-8000', '138****8000', ['phone']],
  ['138\u200b0013\u200b8000', '138****8000', ['phone']],
  ['1 3 8 0 0 1 3 8 0 0 0', '138****8000', ['phone']],
  ['**13800138000**', '**138****8000**', ['phone']],
  ['138**0013**8000', '138****8000', ['phone']],
  ['+86 138 0013 8000', '+861****8000', ['phone']],
  ['１３８００１３８０００', '１３８****８０００', ['phone']],
  ['᠑᠓᠘᠐᠐᠑᠓᠘᠐᠐᠐', '᠑᠓᠘****᠘᠐᠐᠐', ['phone']],
  ['一三八零零一三八零零零', '一三八****八零零零', ['phone']],
  ['幺三八，零零幺三，八零零零', '幺三八****八零零零', ['phone']],
  ['打我家0777-2830000', '打我家077****0000', ['phone']],
  ['电话是2830000', '电话是28****00', ['phone']],
  ['身份证号450702199001011234', '身份证号450****34', ['id']],
  ['45070219900101123x', '450****3x', ['id']],
  ['450702 19900101 1234', '450****34', ['id']],
  ['450702900101123', '450****23', ['id']],
  ['四五零七零二一九九零零一零一一二三叉', '四五零****三叉', ['id']],
  ['身份证 4507021990010', '身份证 450****10', ['id']],
  ['6228480012345678901', '6228****8901', ['card']],
  ['6222 0212 3456 7890 123', '6222****0123', ['card']],
  ['卡号A12345678', '卡号A12****78', ['card']],
])('%s is hidden', (text, masked, found) => {
  expect(maskPersonalData(text)).toEqual({ text: masked, found })
})

test('several numbers of a message are all hidden, each kind is named once', () => {
  expect(maskPersonalData(`${MOBILE}、13900139000，身份证${ID}，卡6217001234567890123`)).toEqual({
    text: '138****8000、139****9000，身份证450****34，卡6217****0123',
    found: ['phone', 'id', 'card'],
  })
})

test.each([
  '打12333还是12345，外地打0777-12333，急了打110',
  '400-123-4567 和 800-820-8820',
  '2021 2022 2023 2024年断缴',
  '工资3000、4000、5000、6000',
  '2025-03-05 10:00到2025-03-06 12:30',
  '20240101-20241231',
  '二〇二一、二〇二二、二〇二三年',
  '交了15年，每月1234.56元',
  '登记号20250305-D1-001AB2',
  '138****8000',
  '身份证450****34',
  '',
  '\ud800',
])('%s stays', (text) => {
  expect(maskPersonalData(text)).toEqual({ text, found: [] })
})

test('phones of offices stay, with and without area code', () => {
  const isPublic = publicNumbers(['咨询：0777—2810287、2824046', '03127318400'])
  for (const text of ['电话0777-2810287对吗', '电话2824046', '0777 2824046', '0312-7318400'])
    expect(maskPersonalData(text, isPublic)).toEqual({ text, found: [] })
  expect(maskPersonalData('0777-2811111', isPublic).found).toEqual(['phone'])
})

const gap = fc.constantFrom('', ' ', '-', ' - ', '·', '\u200b', '　', '\n')
const script = fc.constantFrom(
  '0123456789',
  '０１２３４５６７８９',
  '零一二三四五六七八九',
  '〇幺二三四五六七八九',
)
const mobile = fc.stringMatching(/^1[3-9]\d{9}$/)
const identity = fc.stringMatching(/^45070219[4-9]\d(?:0[1-9]|1[0-2])(?:0[1-9]|1\d|2[0-8])\d{3}[\dX]$/)
const written = fc
  .tuple(fc.oneof(mobile, identity), script, fc.array(gap, { minLength: 18, maxLength: 18 }))
  .map(([number, figures, gaps]) => ({
    number,
    text: [...number].map((sign, at) => (at ? gaps[at]! : '') + (figures[Number(sign)] ?? sign)).join(''),
  }))
const words = fc.constantFrom(
  '我叫王五，',
  '电话',
  '；身份证号',
  '谢谢',
  '在钦州 ',
  '1. ',
  '卡号：',
  '2024年',
  '**',
  '',
)
const pieces = fc.oneof(
  words,
  written.map(({ text }) => text),
  fc.string({ unit: 'grapheme' }),
  fc.stringMatching(/^[\d*一二零 -]{0,24}$/),
)
const message = fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join(''))

/** The figures of a text in a row, whatever stands between them. */
const figuresOf = (text: string): string =>
  [...text.normalize('NFKC')]
    .map((sign) => ('零一二三四五六七八九'.indexOf(sign) + 1 ? '零一二三四五六七八九'.indexOf(sign) : sign))
    .map((sign) => (sign === '幺' ? '1' : sign === '〇' ? '0' : String(sign)))
    .filter((sign) => /[\dX*]/.test(sign))
    .join('')

test('no mobile or identity number between words comes out whole, however it is written', () => {
  fc.assert(
    fc.property(fc.constantFrom('我的号是', '电话：', '', '王五，'), written, (before, { number, text }) => {
      const masked = maskPersonalData(`${before}${text}。谢谢`)
      expect(masked.found.length).toBeGreaterThan(0)
      expect(figuresOf(masked.text)).not.toContain(number)
    }),
    { numRuns: 500 },
  )
})

test('masking twice is masking once, and hides only figures', () => {
  fc.assert(
    fc.property(message, (text) => {
      const once = maskPersonalData(text)
      expect(maskPersonalData(once.text)).toEqual({ text: once.text, found: [] })
      if (once.found.length === 0) expect(once.text).toBe(text)
    }),
    { numRuns: 2000 },
  )
})

test('time grows with the length of the text, not faster', () => {
  const time = (unit: string, length: number) => {
    const text = unit.repeat(length / unit.length)
    const start = performance.now()
    maskPersonalData(text)
    return performance.now() - start
  }
  for (const unit of ['1', '12 ', '1 ', '一二', '138 0013 8000 ', '*1*', '1   '])
    expect(time(unit, 200_000)).toBeLessThan(5_000)
})
