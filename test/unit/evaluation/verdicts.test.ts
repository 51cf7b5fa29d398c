import { judgeAmbiguous } from '../../../src/evaluation/ambiguous.js'
import { judgeDialog } from '../../../src/evaluation/dialogs.js'
import { judgeOutOfScope } from '../../../src/evaluation/out-of-scope.js'
import { judgeQuestion, questionShares } from '../../../src/evaluation/questions.js'
import { AmbiguousRow, DialogRow, OutOfScopeRow, QuestionRow } from '../../../src/evaluation/rows.js'
import { answer } from './answer.js'

const question = (of: object = {}) =>
  QuestionRow.parse({
    id: 'q',
    region: '钦州市',
    ask: '问',
    items: ['失业登记'],
    facts: ['5个工作日'],
    ...of,
  })

describe('judgeQuestion', () => {
  test('right item and facts', () => {
    expect(judgeQuestion(question(), answer({ title: '失业登记', text: '5个工作日' }))).toMatchObject({
      item: true,
      amongThree: true,
      facts: true,
    })
  })

  test('another accepted form counts as right', () => {
    const row = question({ also: ['失业人员登记'] })
    expect(judgeQuestion(row, answer({ title: '失业人员登记' })).item).toBe(true)
  })

  test('a right title asked back with is among three but no hit', () => {
    const asked = answer({ action: 'clarify', candidates: ['就业登记', '失业登记'] })
    expect(judgeQuestion(question(), asked)).toMatchObject({ item: false, amongThree: true, facts: false })
  })

  test('the entry answered from takes one of the three places', () => {
    const candidates = ['就业登记', '社会保障卡申领', '失业登记']
    expect(judgeQuestion(question(), answer({ title: '就业登记', candidates })).amongThree).toBe(false)
  })
})

test('questionShares counts answers without item and facts as wrong', () => {
  const verdicts = [
    judgeQuestion(question(), answer({ title: '失业登记', text: '5个工作日' })),
    judgeQuestion(question(), answer({ title: '就业登记', text: '5个工作日' })),
    judgeQuestion(question(), answer({ title: '就业登记' })),
    judgeQuestion(question(), answer({ action: 'clarify' })),
  ]
  expect(questionShares(verdicts)).toEqual({
    count: 4,
    item1: 0.25,
    item3: 0.25,
    facts: 0.5,
    full: 0.25,
    wrong: 0.25,
    clarified: 0.25,
  })
  expect(questionShares([]).item1).toBeUndefined()
})

describe('judgeAmbiguous', () => {
  const row = AmbiguousRow.parse({
    id: 'a',
    ask: '问',
    candidates: ['失业登记', '就业登记', '社会保障卡申领'],
  })

  test('two right choices are enough', () => {
    const two = answer({ action: 'clarify', candidates: ['失业登记', '就业登记'] })
    expect(judgeAmbiguous(row, two)).toMatchObject({ askedBack: true, covered: true })
  })

  test('one is not, and an answer never is', () => {
    const one = answer({ action: 'clarify', candidates: ['失业登记', '别的'] })
    expect(judgeAmbiguous(row, one)).toMatchObject({ askedBack: true, covered: false })
    const answered = answer({ candidates: ['失业登记', '就业登记'] })
    expect(judgeAmbiguous(row, answered)).toMatchObject({ askedBack: false, covered: false })
  })
})

test('judgeOutOfScope takes any of the expected actions', () => {
  const row = OutOfScopeRow.parse({ id: 'o', ask: '问', expect_action: 'smalltalk|out_of_scope' })
  expect(judgeOutOfScope(row, answer({ action: 'out_of_scope' })).right).toBe(true)
  expect(judgeOutOfScope(row, answer({ action: 'refuse' })).right).toBe(false)
})

describe('judgeDialog', () => {
  const judge = (expect: object, given: Parameters<typeof answer>[0]) =>
    judgeDialog(
      DialogRow.parse({ id: 'd', channel: 'web', turns: [{ user: '问', expect }] }),
      [answer(given)],
      (place) => (place === '000' ? '450700' : place),
    )

  test('everything expected holds', () => {
    const expected = {
      action: 'answer|clarify',
      contains_any: [['7个工作日', '七个工作日']],
      not_contains: ['0312'],
      item: '失业登记|就业登记',
      region: '000|620402',
    }
    const { turns, whole } = judge(expected, { title: '失业登记', text: '需 7 个工作日' })
    expect(turns[0]!.faults).toEqual([])
    expect(whole).toBe(true)
  })

  test('every fault is told', () => {
    const expected = {
      action: 'answer',
      contains_any: [['7个工作日']],
      not_contains: ['0312'],
      item: '就业登记',
      region: '620402',
    }
    const { turns, whole } = judge(expected, { title: '失业登记', text: '0312' })
    expect(turns[0]!.faults).toHaveLength(4)
    expect(whole).toBe(false)
  })

  test('an item is not asked of a question back', () => {
    expect(judge({ action: 'clarify', item: '就业登记' }, { action: 'clarify' }).whole).toBe(true)
  })

  test('a soft turn may fail', () => {
    expect(judge({ action: 'answer', soft: true }, { action: 'clarify' }).whole).toBe(true)
  })
})
