import { baselineOf, undercuts } from '../../../src/evaluation/baseline.js'
import { confusedPairs } from '../../../src/evaluation/confusion.js'
import { figuresOf } from '../../../src/evaluation/figures.js'
import { noneShares } from '../../../src/evaluation/none.js'
import { judgeOutOfScope } from '../../../src/evaluation/out-of-scope.js'
import { judgeQuestion } from '../../../src/evaluation/questions.js'
import { calibrationError, reliabilityBins } from '../../../src/evaluation/reliability.js'
import { OutOfScopeRow, QuestionRow } from '../../../src/evaluation/rows.js'
import { percentile } from '../../../src/evaluation/shares.js'
import { answer } from './answer.js'

test('noneShares: precision of what was said, recall of what should have been', () => {
  const cases = [
    { expected: true, said: true },
    { expected: true, said: false },
    { expected: false, said: true },
    { expected: false, said: true },
    { expected: false, said: false },
  ]
  expect(noneShares(cases)).toEqual({ expected: 2, said: 3, precision: 1 / 3, recall: 1 / 2 })
  expect(noneShares([]).precision).toBeUndefined()
})

describe('reliability', () => {
  const bins = reliabilityBins([
    { confidence: 0.95, right: true },
    { confidence: 1, right: false },
    { confidence: 0.9, right: true },
    { confidence: 0.05, right: false },
  ])

  test('ten bins, their ends where they belong', () => {
    expect(bins.map(({ count }) => count)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 3])
    expect(bins[9]).toMatchObject({ from: 0.9, to: 1, right: 2, shareRight: 2 / 3 })
    expect(bins[9]!.meanConfidence).toBeCloseTo(0.95)
    expect(bins[1]!.meanConfidence).toBeUndefined()
  })

  test('the calibration error weighs bins by their claims', () => {
    expect(calibrationError(bins)).toBeCloseTo((1 * 0.05 + 3 * (0.95 - 2 / 3)) / 4)
    expect(calibrationError(reliabilityBins([]))).toBeUndefined()
  })
})

test.each([
  [0.5, 3],
  [0.99, 5],
  [0, 1],
])('percentile %d', (p, value) => {
  expect(percentile([5, 1, 4, 2, 3], p)).toBe(value)
})

test('confusedPairs: most frequent first, each direction by itself', () => {
  const pairs = confusedPairs([
    { meant: '甲', taken: '乙', example: '一' },
    { meant: '乙', taken: '甲', example: '二' },
    { meant: '乙', taken: '甲', example: '三' },
  ])
  expect(pairs).toEqual([
    { meant: '乙', taken: '甲', count: 2, examples: ['二', '三'] },
    { meant: '甲', taken: '乙', count: 1, examples: ['一'] },
  ])
})

describe('figures and baseline', () => {
  const row = QuestionRow.parse({ id: 'q', ask: '问', items: ['失业登记'], facts: ['当场'] })
  const none = OutOfScopeRow.parse({ id: 'o', ask: '问', expect_action: 'smalltalk|out_of_scope' })
  const right = answer({ title: '失业登记', text: '当场办结' })
  const evaluation = {
    kb: 'kb-test',
    questions: [
      judgeQuestion(row, right),
      judgeQuestion(row, right),
      judgeQuestion(row, answer({ title: '就业登记' })),
    ],
    ambiguous: [],
    outOfScope: [
      judgeOutOfScope(none, answer({ action: 'smalltalk' })),
      judgeOutOfScope(none, answer({ action: 'out_of_scope' })),
      judgeOutOfScope(none, answer({ action: 'refuse' })),
    ],
    dialogs: [],
  }
  const figures = figuresOf(evaluation)

  test('only what was measured is there', () => {
    expect(figures['questions.item_at_1']).toBeCloseTo(2 / 3)
    expect(figures).not.toHaveProperty('dialogs.turns')
    expect(figures).not.toHaveProperty('ambiguous.asked_back')
  })

  test('another right action is no missed "not in the guides"', () => {
    expect(figures['none.recall']).toBe(1 / 2)
    expect(figures['none.precision']).toBe(1)
  })

  test('a run keeps the baseline it wrote, whatever rounding does', () => {
    expect(undercuts(baselineOf(figures), figures)).toEqual([])
  })

  test('one line for each limit that is not kept', () => {
    const baseline = {
      'questions.item_at_1': { least: 0.7 },
      'questions.wrong': { most: 0.1 },
      'questions.facts': { least: 0.6 },
      'dialogs.turns': { least: 0.5 },
    }
    const lines = undercuts(baseline, figures)
    expect(lines).toHaveLength(3)
    expect(lines[0]).toContain('questions.item_at_1')
    expect(lines[0]).toContain('66.67%')
    expect(lines[2]).toContain('dialogs.turns')
  })
})
