import type { Entry } from '../../../knowledge/entry.js'
import { WORK_ORDER_TYPES } from '../../../src/core/work-order.js'
import { formOf } from '../../../src/dialogue/forms/form-spec.js'
import { resumeForm, startForm } from '../../../src/dialogue/forms/form.js'
import { say } from '../../../src/dialogue/sentences.js'
import { context, play, QINZHOU, textOf } from './play.js'

const WAGES = [
  '老板拖欠工资不给',
  '在华兴建筑公司的滨海花园三期工地，欠我四万二',
  '钦州',
  '老板叫王大海，电话13900005678',
  '还有十几个人',
  '没有',
  '我叫李建国，电话13800138000',
  '跳过',
]
const COMPLAINT = [
  '我要投诉',
  '昨天上午在社保大厅3号窗口，工作人员骂人',
  '鞍山',
  '匿名',
  '13812345678',
  '跳过',
]

test('every question and hint of the forms has its sentence', () => {
  for (const type of WORK_ORDER_TYPES) {
    expect(() => say(`forms.remedy.${type}`)).not.toThrow()
    for (const { ask, kind } of formOf(type).fields) {
      expect(() => say(ask)).not.toThrow()
      expect(() => say(`forms.hint.${kind}`)).not.toThrow()
    }
  }
})

test('unpaid wages: the remedy first, then field by field, then confirmation and number', () => {
  const { steps, state } = play('E', WAGES)
  expect(textOf(steps[0])).toMatch(/劳动保障监察[\s\S]*仲裁[\s\S]*12333[\s\S]*哪家单位/)
  expect(steps.map((step) => step?.state?.open)).toEqual([
    'unit',
    'place',
    'charge',
    'coworkers',
    'steps',
    'name',
    'id',
    undefined,
  ])
  expect(textOf(steps.at(-1))).toMatch(/核对[\s\S]*42000元[\s\S]*139\*{4}5678[\s\S]*138\*{4}8000/)
  expect(state?.region).toBe('450700')

  const { last, text } = play('E', [...WAGES, '没问题'])
  expect(last.state).toBeUndefined()
  expect(last.effects).toMatchObject([
    {
      kind: 'work_order_opened',
      order: {
        type: 'E',
        region: '450700',
        fields: {
          unit: '华兴建筑公司',
          amount: '42000元',
          name: '李建国',
          phone: '13800138000',
          steps: '没有',
        },
        receivedAt: '2025-03-05T02:00:00.000Z',
        passOnBy: '2025-03-06T02:00:00.000Z',
        answerBy: '2025-03-12T02:00:00.000Z',
        chaseFrom: '2025-03-10T02:00:00.000Z',
      },
    },
  ])
  expect(text).toMatch(/20250305-E-[0-9A-Z]{6}（欠薪线索）/)
  expect(text).toMatch(/一般7个工作日内（3月12日前）答复。超过5个工作日（3月10日以后）/)
})

test('a number is the turn’s own: the same on replay, another one in another turn', () => {
  const said = (turnId: string) => textOf(play('E', [...WAGES, '是'], { ...context, turnId }).last)
  expect(said('a')).toBe(said('a'))
  expect(said('a')).not.toBe(said('b'))
})

test('all in one message: only what is missing is asked', () => {
  const { state } = play('E', [
    '我在钦州鑫达建筑有限公司干活，老板姓陈，欠了我三个月工资一共15000元，还有8个工友，找过劳动监察没结果，我叫张伟，电话13812345678，身份证不方便',
  ])
  // A firm's name does not say where the work is.
  expect(state?.skipped).toEqual(['id'])
  expect(state?.fields['content']).toContain('138****5678')
  expect([undefined, 'place']).toContain(state?.open)
})

test('a complaint: apology first; window, day and story from one message', () => {
  const { steps, last } = play('D-2', [...COMPLAINT, '提交'])
  expect(textOf(steps[0])).toMatch(/^很抱歉/)
  expect(steps.map((step) => step?.state?.open)).toEqual([
    'content',
    'place',
    'name',
    'phone',
    'id',
    undefined,
    undefined,
  ])
  expect(last.effects).toMatchObject([
    {
      order: {
        type: 'D-2',
        region: '210300',
        fields: { unit: '社保大厅3号窗口', when: '昨天上午（2025-03-04）' },
      },
    },
  ])
})

test('help: the item’s own ways are offered first, and why they do not do is asked', () => {
  const item = { title: '失业登记', channels: [{ type: '网上', text: '网上', urls: ['https://example.cn'] }] }
  const step = startForm('D-1', '帮我登记', { ...context, place: QINZHOU, item: item as unknown as Entry })
  expect(textOf(step)).toMatch(/“失业登记”可以自己办理：网上/)
  expect(step.state).toMatchObject({ open: 'reason', fields: { content: '失业登记', place: '钦州市' } })
  const told = startForm('D-1', '我妈卧床没法去做认证，帮帮我', { ...context, place: QINZHOU })
  expect(told.state?.open).toBe('name')
})

test('wages: the place’s arbitration office is named where the engine gives its entry', () => {
  const item = { title: '仲裁', phones: [{ number: '0777-2850859' }] } as unknown as Entry
  expect(textOf(startForm('E', '欠薪', { ...context, place: QINZHOU, item }))).toContain('0777-2850859')
  // Never the number of another place than the one the message names.
  const elsewhere = startForm('E', '在鞍山干活欠薪', { ...context, place: QINZHOU, item })
  expect(textOf(elsewhere)).not.toContain('0777')
  expect(elsewhere.state?.region).toBe('210300')
})

test('a message for when people are there', () => {
  const { last, steps } = play('callback', ['转人工', '我的失业金停了想问怎么回事', '张三 13712345678', '对'])
  expect(steps.every((step) => step !== undefined)).toBe(true)
  expect(last.effects).toMatchObject([
    {
      order: {
        type: 'callback',
        fields: { name: '张三', phone: '13712345678' },
        answerBy: '2025-03-08T02:00:00.000Z',
      },
    },
  ])
})

test('the place in force is not asked for', () => {
  const { state } = play('E', ['欠薪', '华兴建筑公司'], { ...context, place: QINZHOU })
  expect(state).toMatchObject({ open: 'amount', region: '450700' })
})

test('a question about something else, thanks, a wish for a person are for the engine', () => {
  const asked = WAGES.slice(0, 2)
  expect(play('E', [...asked, '失业登记要带什么']).steps.at(-1)).toBeUndefined()
  const { state } = play('E', asked)
  for (const act of ['human', 'thanks', 'personal_lookup', 'greeting'])
    expect(play('E', ['欠薪', '劳驾您'], { ...context, act }).steps[1]).toBeUndefined()
  expect(textOf(resumeForm(state!))).toMatch(/^接着刚才的登记：.*市、县/)
})

test('at the confirmation a question is for the engine too, and a day in passing changes nothing', () => {
  expect(play('D-2', [...COMPLAINT, '失业登记要带什么']).steps.at(-1)).toBeUndefined()
  expect(play('D-2', [...COMPLAINT, '今天天气']).text).toMatch(/还没有提交/)
})

test.each([
  ['电话错了，是13800138001', 'phone', '13800138001'],
  ['不对，电话是13800138001', 'phone', '13800138001'],
  ['金额不对，是一万八', 'amount', '18000元'],
  ['不是四万二，是三万二', 'amount', '32000元'],
  ['姓名不是李建国，是李建军', 'name', '李建军'],
  ['工地改成滨海新城', 'site', '滨海新城'],
  ['老板电话错了，是13900005679', 'chargePhone', '13900005679'],
  ['身份证是110101199003077512', 'id', '110101199003077512'],
])('changing: %s', (text, key, value) => {
  const { state } = play('E', [...WAGES, text])
  expect(state?.fields[key]).toBe(value)
  expect(state?.open).toBeUndefined()
  expect(Object.keys(state!.fields).length).toBeGreaterThanOrEqual(10)
})

test('a wrong field without its new value is asked for alone', () => {
  const { steps, state } = play('E', [...WAGES, '不对', '姓名', '李建军'])
  expect(textOf(steps.at(-3))).toMatch(/哪一项要改/)
  expect(textOf(steps.at(-2))).toMatch(/正确的姓名/)
  expect(state).toMatchObject({ fields: { name: '李建军' } })
  expect(state?.open).toBeUndefined()
})

test('in the midst of asking, a correction does not lose the open question', () => {
  const { state, text } = play('E', [...WAGES.slice(0, 5), '不是四万二，是三万二'])
  expect(state).toMatchObject({ open: 'steps', fields: { amount: '32000元' } })
  expect(text).toMatch(/找过哪些部门/)
})

test('showing what is filled in, masked, goes on with the open question', () => {
  const { text, state } = play('E', [...WAGES.slice(0, 7), '我填了什么'])
  expect(text).toMatch(/华兴建筑公司[\s\S]*138\*{4}8000[\s\S]*身份证号/)
  expect(state?.open).toBe('id')
})

test.each(['算了', '算了不登了', '不投诉了', '取消', '不登记了吧', '不填了'])(
  '%s ends it, nothing is kept',
  (text) => {
    const { last } = play('D-2', [...COMPLAINT.slice(0, 4), text])
    expect(last.state).toBeUndefined()
    expect(last.effects).toEqual([])
  },
)

test('after the remedy alone, “不用了” is the whole; later it leaves a field empty', () => {
  expect(play('E', ['欠薪', '不用了']).state).toBeUndefined()
  expect(play('E', ['欠薪', '我自己去仲裁']).state).toBeUndefined()
  expect(play('E', [...WAGES.slice(0, 7), '不用了']).state).toMatchObject({ skipped: ['id'] })
})

test.each(['不想留', '没有', '不方便说'])('a phone is needed: %s is answered with the reason', (text) => {
  const { state, text: said } = play('D-2', [...COMPLAINT.slice(0, 4), text])
  expect(state?.open).toBe('phone')
  expect(said).toMatch(/没有联系电话.*12333/)
})

test.each(['不知道', '记不清了', '不知道老板叫什么', '我们老板叫什么我也不清楚'])(
  '%s skips what may be empty',
  (text) => {
    const asked = ['欠薪', '华兴建筑公司，欠我四万二', '钦州']
    expect(play('E', [...asked, text]).state?.open).toBe('coworkers')
  },
)

test('who does not know the firm is still registered', () => {
  expect(play('E', ['欠薪', '不知道公司叫什么']).state).toMatchObject({ fields: { unit: '不清楚' } })
})

test('an incomplete phone and a wrong ID are told, not taken', () => {
  const phone = play('D-2', [...COMPLAINT.slice(0, 4), '1381234'])
  expect(phone.text).toMatch(/7位/)
  expect(phone.state?.fields['phone']).toBeUndefined()
  const id = play('D-2', [...COMPLAINT.slice(0, 5), '110101199003077513'])
  expect(id.text).toMatch(/核对不上/)
  expect(id.text).not.toContain('110101199003077513')
  expect(id.state).toMatchObject({ open: 'id' })
})

test('asked about the form itself it answers and asks on', () => {
  const asked = COMPLAINT.slice(0, 4)
  expect(play('D-2', [...asked, '什么时候给答复']).text).toMatch(/7个工作日[\s\S]*电话/)
  expect(play('D-2', [...asked, '为什么要电话']).text).toMatch(/只用于登记[\s\S]*电话/)
})

test('what belongs to the story is added to it wherever it comes', () => {
  const { state } = play('D-2', [...COMPLAINT.slice(0, 4), '那个人还把我的材料扔到地上了'])
  expect(state).toMatchObject({ open: 'phone' })
  expect(state?.fields['content']).toMatch(/骂人；那个人还把我的材料扔到地上了/)
})

test('a very long story is cut, and said to be', () => {
  const { state, text } = play('D-2', ['我要投诉', '工作人员态度不好，推来推去。'.repeat(300)])
  expect([...state!.fields['content']!]).toHaveLength(200)
  expect(text).toMatch(/前200个字/)
})

test('empty and odd messages leave the form as it is', () => {
  for (const text of ['', '   ', '\u200b']) expect(play('E', ['欠薪', text]).steps.at(-1)).toBeUndefined()
  for (const text of ['😀', '？？？', '\ud800', '1']) expect(() => play('E', ['欠薪', text])).not.toThrow()
})
