import { openOrderOf, type OpenOrder } from '../../../src/core/open-order.js'
import { chaseReply, withdrawReply } from '../../../src/dialogue/forms/chase.js'
import { context, play, textOf } from './play.js'

const order = (number: string, receivedAt: string): OpenOrder => ({
  number,
  type: 'E',
  receivedAt,
  answerBy: '2025-03-14T02:00:00Z',
  chaseFrom: '2025-03-12T02:00:00Z',
})
const first = order('20250303-E-AAAAAA', '2025-03-03T02:00:00Z')
const second = order('20250304-E-BBBBBB', '2025-03-04T02:00:00Z')
const at = (day: string) => ({ now: new Date(`${day}T02:00:00Z`) })

test('the latest order where none is named; state and due date', () => {
  const step = chaseReply([second, first], '催一下', at('2025-03-06'))
  expect(step.effects).toEqual([
    { kind: 'work_order_chased', number: second.number, at: '2025-03-06T02:00:00.000Z' },
  ])
  expect(textOf(step)).toMatch(/20250304-E-BBBBBB.*3月4日登记.*3月14日/)
  expect(step.state).toBeUndefined()
})

test.each([
  ['2025-03-06', /处理时限内/],
  ['2025-03-12', /已满催办时间/],
  ['2025-03-17', /已超过3月14日/],
])('on %s', (day, said) => expect(textOf(chaseReply([first], '催一下', at(day)))).toMatch(said))

test.each(['催一下20250303-E-AAAAAA', '20250303 e aaaaaa怎么样了', '２０２５０３０３－Ｅ－ＡＡＡＡＡＡ'])(
  'by its number: %s',
  (text) => {
    const { effects } = chaseReply([first, second], text, at('2025-03-06'))
    expect(effects).toMatchObject([{ number: first.number }])
  },
)

test('a number nobody has is told, with those there are', () => {
  const step = chaseReply([first], '催一下20250101-D2-ZZZZZZ', at('2025-03-06'))
  expect(step.effects).toEqual([])
  expect(textOf(step)).toMatch(/没有找到登记号20250101-D2-ZZZZZZ[\s\S]*20250303-E-AAAAAA/)
})

test('no order at all: said so, and a registration offered', () => {
  const step = chaseReply([], '上次反映的没下文', at('2025-03-06'))
  expect(step.effects).toEqual([])
  expect(textOf(step)).toMatch(/没有找到[\s\S]*为您登记/)
})

test('taking back', () => {
  expect(withdrawReply([first], '我要撤销投诉', at('2025-03-06')).effects).toMatchObject([
    { kind: 'work_order_cancelled', number: first.number },
  ])
  expect(withdrawReply([], '撤销', at('2025-03-06')).effects).toEqual([])
})

test('what a conversation keeps of an order it opened', () => {
  const { last } = play('callback', ['社保转移的事想问问', '张三 13712345678', '对'])
  const [effect] = last.effects
  if (effect?.kind !== 'work_order_opened') throw new Error('not opened')
  const kept = openOrderOf(effect.order)
  expect(JSON.stringify(kept)).not.toContain('137')
  expect(chaseReply([kept], '催一下', context).effects).toMatchObject([{ number: effect.order.number }])
})
