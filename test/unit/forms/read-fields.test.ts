import type { WorkOrderType } from '../../../src/core/work-order.js'
import { foldAnswer } from '../../../src/dialogue/forms/numbers.js'
import { readFields } from '../../../src/dialogue/forms/read-fields.js'

const now = new Date('2025-03-05T02:00:00Z')
const read = (type: WorkOrderType, text: string, open?: string) =>
  readFields(type, foldAnswer(text), { now, open }).values

test('several fields of one message', () => {
  expect(
    read(
      'E',
      '我在鑫达建筑有限公司干活，老板姓陈，欠了我三个月工资一共15000元，还有8个工友，我叫张伟，电话13812345678',
    ),
  ).toMatchObject({
    unit: '鑫达建筑有限公司',
    charge: '陈',
    period: '三个月',
    amount: '15000元',
    coworkers: '还有8个工友',
    name: '张伟',
    phone: '13812345678',
  })
})

test.each([
  ['我叫王大海', '王大海'],
  ['我叫李建国电话13800138000', '李建国'],
  ['我姓赵', '赵'],
  ['姓名：欧阳小雨', '欧阳小雨'],
  ['我叫阿卜杜拉·买买提', '阿卜杜拉·买买提'],
  ['李女士，13800138000', '李女士'],
])('name in %s', (text, name) => expect(read('E', text)['name']).toBe(name))

test.each([
  ['欠我四万二', '42000元'],
  ['一共欠了12000块没给', '12000元'],
  ['总共两万多', '20000多元'],
  ['工资5万没结', '50000元'],
  ['月薪4500，总共22500块', '22500元'],
])('sum in %s', (text, amount) => expect(read('E', text)['amount']).toBe(amount))

test.each(['我干了三个月', '我们十几个人', '一个月5000块', '打了12345', '3月5号去的', '第一次'])(
  'no sum in %s',
  (text) => expect(read('E', text)['amount']).toBeUndefined(),
)

test.each([
  ['在华兴建筑公司上班', '华兴建筑公司'],
  ['给宏达装修队干活', '宏达装修队'],
  ['单位名称是东方红，欠薪半年', '东方红'],
  ['永盛酒店拖欠工资', '永盛酒店'],
])('employer in %s', (text, unit) => expect(read('E', text)['unit']).toBe(unit))

test.each(['我们公司不发工资', '这个厂欠钱', '老板的公司', '你们单位'])('no employer in %s', (text) =>
  expect(read('E', text)['unit']).toBeUndefined(),
)

test('a site and the firm that works there', () => {
  expect(read('E', '在华兴建筑公司的滨海花园三期工地')).toMatchObject({
    unit: '华兴建筑公司',
    site: '滨海花园三期工地',
  })
})

test('whose number it is', () => {
  expect(read('E', '老板叫王大海，电话13900005678')).toEqual({ charge: '王大海', chargePhone: '13900005678' })
  expect(read('E', '我的电话13800138000，老板电话13900005678')).toMatchObject({
    phone: '13800138000',
    chargePhone: '13900005678',
  })
  expect(read('E', '13900005678', 'charge')).toEqual({ chargePhone: '13900005678' })
  expect(read('E', '13900005678', 'phone')).toEqual({ phone: '13900005678' })
})

test('days are dated in Beijing, whatever zone the machine is in', () => {
  expect(read('D-2', '昨天上午在社保大厅3号窗口')).toMatchObject({
    when: '昨天上午（2025-03-04）',
    unit: '社保大厅3号窗口',
  })
  const late = readFields('D-2', '今天', { now: new Date('2025-03-05T17:00:00Z') })
  expect(late.values['when']).toBe('今天（2025-03-06）')
})

test('an ID that fails its check is not taken', () => {
  const { values, wrongId } = readFields('E', '身份证110101199003077513', { now })
  expect(values['id']).toBeUndefined()
  expect(wrongId).toBe(true)
})

test('what is said not to be meant is left out', () => {
  expect(read('E', '不是四万二，是三万二，一共三万二')['amount']).toBe('32000元')
})

test('the place only where it is asked for', () => {
  expect(readFields('E', '钦州', { now, open: 'place' })).toMatchObject({
    values: { place: '钦州市' },
    region: '450700',
  })
  expect(read('E', '钦州建筑公司')['place']).toBeUndefined()
})

test('worst cases take no time', () => {
  const worst = [
    '老板',
    '一',
    '公司',
    '在',
    '1',
    '不是',
    '对',
    '是的',
    '上午',
    '我叫',
    '欠',
    '·',
    '，',
    '电话',
  ]
  const started = performance.now()
  for (const piece of worst) read('E', piece.repeat(5000 / piece.length), 'content')
  expect(performance.now() - started).toBeLessThan(3000)
})
