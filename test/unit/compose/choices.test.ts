import { readChoice } from '../../../src/dialogue/choices.js'

const choices = ['失业登记', '失业保险金申领', '失业补助金申领'].map((label, index) => ({
  value: `v${index + 1}`,
  label,
}))
const value = (text: string, from = choices) => {
  const chosen = readChoice(text, from)
  return typeof chosen === 'object' ? chosen.value : chosen
}

test.each([
  ['1', 'v1'],
  ['2', 'v2'],
  ['2.', 'v2'],
  ['（3）', 'v3'],
  [' 3 ', 'v3'],
  ['一', 'v1'],
  ['第二个', 'v2'],
  ['第2项', 'v2'],
  ['选2', 'v2'],
  ['我选第三个吧', 'v3'],
  ['要第一个', 'v1'],
  ['最后一个', 'v3'],
])('by number: "%s" is %s', (text, expected) => expect(value(text)).toBe(expected))

test.each([
  ['失业登记', 'v1'],
  ['失业登记。', 'v1'],
  ['保险金', 'v2'],
  ['补助金申领', 'v3'],
])('by words: "%s" is %s', (text, expected) => expect(value(text)).toBe(expected))

test.each(['都不是', '都不是。', '不是', '以上都不是', '没有', '4'])('none of them: "%s"', (text) => {
  expect(value(text)).toBe('none')
})

test.each(['失业', '申领', '0', '5', '99', '要带什么', '养老金怎么领', '登记怎么办', '', '。', '业'])(
  'something else: "%s"',
  (text) => expect(value(text)).toBeUndefined(),
)

test('words that are the whole of one label and part of another mean the first', () => {
  const near = [
    { value: 'a', label: '失业登记' },
    { value: 'b', label: '企业失业登记' },
  ]
  expect(value('失业登记', near)).toBe('a')
})

test('nothing can be chosen where nothing is offered, but it can be declined', () => {
  expect(value('2', [])).toBeUndefined()
  expect(value('失业登记', [])).toBeUndefined()
  expect(value('都不是', [])).toBe('none')
})
