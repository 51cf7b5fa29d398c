import fc from 'fast-check'
import {
  findNumbers,
  foldAnswer,
  isIdNumber,
  maskNumber,
  maskWithin,
} from '../../../src/dialogue/forms/numbers.js'
import { yuanOf } from '../../../src/dialogue/forms/yuan.js'

test.each([
  ['13800138000', '13800138000'],
  ['138 0013 8000', '13800138000'],
  ['138-0013-8000', '13800138000'],
  ['１３８００１３８０００', '13800138000'],
  ['+86 13800138000', '13800138000'],
  ['一三八零零一三八零零零', '13800138000'],
  ['幺三八〇〇幺三八〇〇〇', '13800138000'],
  ['电话是13800138000。', '13800138000'],
])('reads the mobile number in %s', (said, number) => {
  expect(findNumbers(foldAnswer(said))).toMatchObject([{ kind: 'mobile', value: number }])
})

test('tells landlines, IDs and cards apart, and leaves service numbers alone', () => {
  const kinds = (text: string) => findNumbers(foldAnswer(text)).map(({ kind }) => kind)
  expect(kinds('座机0777-2850000')).toEqual(['landline'])
  expect(kinds('110101 19900307 7512')).toEqual(['id'])
  expect(kinds('110101199003077513')).toEqual(['wrong_id'])
  expect(kinds('卡号6222021234567890123')).toEqual(['long'])
  expect(kinds('打过12333和12345，2024-03-05去的，欠42000元')).toEqual([])
})

test('checks the last sign of an ID', () => {
  expect(isIdNumber('110101199003077512')).toBe(true)
  expect(isIdNumber('11010119900307751X')).toBe(false)
  expect(isIdNumber('__proto__')).toBe(false)
  expect(isIdNumber('')).toBe(false)
})

test('masks: a mobile’s middle, an ID’s first six and last two stay', () => {
  expect(maskNumber('13800131234')).toBe('138****1234')
  expect(maskNumber('110101199003077512')).toBe('110101**********12')
  expect(maskWithin('我13800131234，窗口0777-2850000')).toBe('我138****1234，窗口0777-2850000')
  expect(maskWithin('我家07772850000', ['07772850000'])).not.toContain('2850')
})

test('masking again changes nothing, and no mobile number stays', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\d我，Xx -]{0,60}$/), (text) => {
      const once = maskWithin(foldAnswer(text))
      expect(maskWithin(once)).toBe(once)
      expect(once).not.toMatch(/(?<![\dA-Za-z])1[3-9]\d{9}(?!\d)/)
    }),
  )
})

test.each([
  ['四万二', '42000元'],
  ['四万二千', '42000元'],
  ['四万零二百', '40200元'],
  ['4万2', '42000元'],
  ['4.2万', '42000元'],
  ['42000', '42000元'],
  ['12,500元', '12500元'],
  ['三千五百块', '3500元'],
  ['三千五', '3500元'],
  ['一百五', '150元'],
  ['两万多', '20000多元'],
  ['3w', '30000元'],
  ['八千左右', '8000元左右'],
])('%s is %s', (words, sum) => expect(yuanOf(words)).toBe(sum))

test.each(['', '元', '万', '很多', '零', '一二三四万五万'])('%s is no sum', (words) =>
  expect(yuanOf(words)).toBeUndefined(),
)
