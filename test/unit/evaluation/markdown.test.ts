import { bar, percent, table } from '../../../src/evaluation/markdown.js'

test('bar fills by eighths', () => {
  expect(bar(1, 4)).toBe('████')
  expect(bar(0.5, 4)).toBe('██')
  expect(bar(0.53, 4)).toBe('██▏')
  expect(bar(undefined, 4)).toBe('')
  expect(bar(1.7, 4)).toBe('████')
})

test('percent has one decimal, a dash where nothing was measured', () => {
  expect(percent(0.8975)).toBe('89.8%')
  expect(percent(undefined)).toBe('—')
})

test('table escapes what would break it and sets numbers to the right', () => {
  expect(table(['名', '数'], [['甲|乙\n丙', '1.5%']])).toBe(
    '| 名 | 数 |\n| --- | ---: |\n| 甲\\|乙 丙 | 1.5% |',
  )
})
