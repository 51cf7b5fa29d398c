import type { GuideState } from '../../../src/core/guide-state.js'
import { renderText } from '../../../src/core/reply.js'
import { continueGuide, resumeGuide, startGuide, type GuideStep } from '../../../src/dialogue/guide/guide.js'
import { entryWith, knowledge } from './knowledge.js'

const now = new Date('2025-03-04T17:30:00Z')
const rehabilitation = knowledge.get('450700.injury-rehabilitation')!

/** Says the messages one after another and gives the last step. */
function walk(says: readonly string[], entry = rehabilitation): GuideStep | undefined {
  let step = startGuide(knowledge, entry)
  for (const text of says) {
    if (!step?.state) throw new Error(`nobody is led when "${text}" is said`)
    step = continueGuide(knowledge, entry, step.state, text, now)
  }
  return step
}
const seen = (says: readonly string[], entry = rehabilitation) => renderText(walk(says, entry)!.blocks)

describe('being led', () => {
  test('begins with one condition and says how far it is', () => {
    const text = seen([])
    expect(text).toContain('第1步，共7步')
    expect(text).toContain('1.已办理工伤登记')
    expect(text).not.toContain('2.除已办理')
  })
  test.each(['符合', '是', '对', '有', '是的', '1', '第一个', '有的', '嗯', ' 符合。'])(
    '"%s" is a yes',
    (text) => expect(walk([text])!.state!.answers).toEqual({ c0: 'yes' }),
  )
  test.each(['不符合', '不是', '没有', '2', '还没有', '没'])('"%s" is a no, said honestly', (text) => {
    const step = walk([text])!
    expect(step.state).toMatchObject({ unmet: true, step: 0 })
    const told = renderText(step.blocks)
    expect(told).toContain('1.已办理工伤登记')
    expect(told).toMatch(/第\d+–\d+行/)
    expect(told).toContain('由经办机构认定')
  })
  test.each(['不确定', '不清楚', '3', '说不准', '下一步'])('"%s" leaves it open and goes on', (text) => {
    const step = walk([text])!
    expect(step.state).toMatchObject({ step: 1, answers: { c0: 'unsure' } })
    expect(renderText(step.blocks)).toContain('核实')
  })
  test('after a no one can go on, ask, leave, or put it right', () => {
    expect(walk(['不符合', '还是往下看'])!.state!.step).toBe(1)
    expect(walk(['不符合', '继续'])!.state!.step).toBe(1)
    expect(seen(['不符合', '2'])).toContain('0777-2851661')
    expect(walk(['不符合', '2', '1'])!.state!.step).toBe(1)
    expect(walk(['不符合', '3'])!.done).toBe(true)
    expect(walk(['不符合', '符合'])!.state).toMatchObject({ step: 1, answers: { c0: 'yes' } })
  })
  test('goes back and changes an answer', () => {
    expect(walk(['符合', '上一步', '不确定'])!.state).toMatchObject({ step: 1, answers: { c0: 'unsure' } })
    expect(seen(['上一步'])).toContain('已经是第一步')
    expect(walk(['符合', '不符合', '上一步'])!.state).toMatchObject({ step: 1 })
  })
  test.each(['退出', '不办了', '算了'])('"%s" ends it', (text) => {
    const step = walk(['符合', text])!
    expect(step).toMatchObject({ done: true })
    expect(step.state).toBeUndefined()
  })
  test.each(['要带什么', '那电话呢', '失业金怎么领', '', '？？', '网上能办吗', '是'.repeat(300)])(
    '"%s" is a digression',
    (text) => expect(walk(['符合', text])).toBeUndefined(),
  )
  test('the step is shown again after a digression', () => {
    const { state } = walk(['符合'])!
    expect(renderText(resumeGuide(knowledge, rehabilitation, state!).blocks)).toContain('第2步，共7步')
    const unmet = walk(['不符合'])!
    expect(resumeGuide(knowledge, rehabilitation, unmet.state!)).toEqual({
      state: unmet.state,
      blocks: unmet.blocks,
    })
  })
  test('ends with the sheet to keep', () => {
    const end = walk(['符合', '不符合', '1', '不确定', '窗口', '下一步', '好的', '完成，看办事清单'])!
    expect(end).toMatchObject({ done: true, sheet: { date: '整理日期：2025年3月5日' } })
    expect(end.state).toBeUndefined()
    const text = renderText(end.blocks)
    expect(text).toContain('□ 《工伤康复申请表》')
    expect(text).toContain('您说目前不符合的条件')
    expect(text).toContain('办之前请先核实的条件')
  })
})

test('several cases can be chosen at once', () => {
  const entry = knowledge.get('450700.pension-suspension')!
  expect(walk(['符合', '1、3'], entry)!.state!.answers).toMatchObject({ m0: '1,3' })
  expect(walk(['符合', '都不是'], entry)!.state!.answers).toMatchObject({ m0: 'none' })
  expect(walk(['符合', '1、9'], entry)).toBeUndefined()
})

test('a whole long label can be sent back as an answer', () => {
  const entry = knowledge.get('450700.job-seeking-subsidy')!
  const choices = startGuide(knowledge, entry)!.blocks.find(({ type }) => type === 'choices')
  const label = choices?.type === 'choices' ? choices.choices[3]!.label : ''
  expect(walk([label], entry)!.state!.answers).toEqual({ c0: '4' })
})

describe('what was stored earlier', () => {
  const state: GuideState = {
    entry: rehabilitation.id,
    kb: knowledge.version,
    step: 1,
    answers: { c0: 'yes' },
  }
  test('a new knowledge base starts over and says so', () => {
    const step = continueGuide(knowledge, rehabilitation, { ...state, kb: 'kb-old' }, '符合', now)!
    expect(step.state).toMatchObject({ step: 0, answers: {}, kb: knowledge.version })
    expect(renderText(step.blocks)).toContain('有更新')
  })
  test.each([-5, 99, Number.NaN, 1.5])('step %d does no harm', (step) =>
    expect(() => continueGuide(knowledge, rehabilitation, { ...state, step }, '下一步', now)).not.toThrow(),
  )
  test('an entry that can no longer be walked ends it', () =>
    expect(resumeGuide(knowledge, entryWith({ kind: 'office' }), state).done).toBe(true))
})

test('any words in any entry leave a valid state, and "下一步" leads everyone to the end', () => {
  const words = ['是', '不是', '不确定', '1', '2、3', '上一步', '还是往下看', '都符合', '要带什么', '下一步']
  for (const [index, entry] of knowledge.entries.entries()) {
    let step = startGuide(knowledge, entry)
    for (let turn = 0; turn < 12 && step?.state; turn++) {
      const text = words[(index * 7 + turn * 3) % words.length]!
      const next = continueGuide(knowledge, entry, step.state, text, now)
      expect(JSON.stringify(step.state).length).toBeLessThan(1000)
      expect(JSON.parse(JSON.stringify(step.state))).toEqual(step.state)
      step = next ?? resumeGuide(knowledge, entry, step.state)
    }
    for (let turn = 0; turn < 30 && step?.state; turn++)
      step = continueGuide(knowledge, entry, step.state, '下一步', now)
    expect(step === undefined || step.done).toBe(true)
  }
})
