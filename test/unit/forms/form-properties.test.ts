import fc from 'fast-check'
import { WORK_ORDER_TYPES, type WorkOrderType } from '../../../src/core/work-order.js'
import { continueForm, startForm, type FormStep } from '../../../src/dialogue/forms/form.js'
import { context, textOf } from './play.js'

const PHONE = '13812345678'
const ID = '110101199003077512'
const WHOLE = new RegExp(`${PHONE}|${ID}`)
const pieces = [
  '老板拖欠工资',
  '在华兴建筑公司的滨海花园三期工地',
  '欠我四万二',
  '我叫李建国',
  `电话${PHONE}`,
  '138 1234 5678',
  '一三八一二三四五六七八',
  `身份证${ID}`,
  '钦州',
  '昨天上午',
  '不对',
  '电话错了',
  '是',
  '没有',
  '不方便说',
  '我填了什么',
  '失业登记要带什么',
  '“态度”很差\\',
  '3',
  '，',
  ' ',
]
const piece = fc.constantFrom(...pieces)
const message = fc.oneof(
  { weight: 5, arbitrary: fc.array(piece, { minLength: 1, maxLength: 5 }).map((all) => all.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  { weight: 1, arbitrary: piece.map((each) => each.repeat(200)) },
)

function run(type: WorkOrderType, messages: readonly string[]): FormStep[] {
  const steps = [startForm(type, messages[0] ?? '', context)]
  for (const text of messages.slice(1)) {
    const { state } = steps.at(-1)!
    if (!state) break
    // The state passes through the store between turns.
    const stored = JSON.parse(JSON.stringify(state)) as typeof state
    const next = continueForm(stored, text, context)
    if (next) steps.push(next)
  }
  return steps
}

test('whatever is said: no throw, a small state, no number shown whole, the same on replay', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...WORK_ORDER_TYPES),
      fc.array(message, { maxLength: 12 }),
      (type, messages) => {
        const steps = run(type, messages)
        expect(run(type, messages)).toEqual(steps)
        for (const step of steps) {
          expect(Buffer.byteLength(JSON.stringify(step.state ?? {}))).toBeLessThan(2048)
          expect(textOf(step)).not.toMatch(WHOLE)
          expect(step.blocks.length).toBeGreaterThan(0)
          // Beside the fields meant for them, numbers are nowhere in the state.
          const { phone: _, chargePhone: __, id: ___, ...others } = step.state?.fields ?? {}
          expect(JSON.stringify(others)).not.toMatch(WHOLE)
        }
      },
    ),
    { numRuns: 400 },
  )
})

test('the fullest form stays below two kilobytes', () => {
  for (const type of WORK_ORDER_TYPES) {
    const quotes = '\\"'.repeat(3000)
    const said = [`我要投诉${'说'.repeat(3000)}`, quotes, '好😀'.repeat(900), PHONE, '叫'.repeat(900)]
    for (const { state } of run(type, said))
      expect(Buffer.byteLength(JSON.stringify(state ?? {}))).toBeLessThan(2048)
  }
})

test('long messages take no time', () => {
  const started = performance.now()
  for (const each of pieces) run('E', ['欠薪', each.repeat(1000).slice(0, 5000), each])
  expect(performance.now() - started).toBeLessThan(3000)
})
