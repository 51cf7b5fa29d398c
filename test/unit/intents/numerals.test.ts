import { replaceNumerals } from '../../../intents/numerals.js'

test.each([
  ['交了十二年', '交了12年'],
  ['领一百二十天', '领120天'],
  ['两千零三年退的', '2003年退的'],
  ['一九九八年进厂', '1998年进厂'],
  ['裁员率百分之五', '裁员率5%'],
  ['一千五百块', '1500块'],
  ['一千五', '1500'],
  ['三个月', '3个月'],
])('puts a number in words into figures: %s', (said, written) => {
  expect(replaceNumerals(said)).toBe(written)
})

test.each(['三险一金', '一次性补助', '第十五条', '第二个', '十一二个人', '十分急', '一块儿办', '百八十块'])(
  'leaves alone what is no number: %s',
  (said) => {
    expect(replaceNumerals(said)).toBe(said)
  },
)

test('changes nothing that it has changed before', () => {
  for (const text of ['交了十二年零三个月', '百分之二十五', '一千零一夜'])
    expect(replaceNumerals(replaceNumerals(text))).toBe(replaceNumerals(text))
})
