import { feelingOf } from '../../../src/dialogue/feelings.js'
import { normalize } from '../../../intents/normalize.js'

const of = (text: string) => feelingOf(normalize(text))

test.each([
  ['我老伴上个月走了，丧葬费怎么领', 'grief'],
  ['我爸去世了', 'grief'],
  ['妈妈刚刚过世，养老金要停吗', 'grief'],
  ['我儿子在工地出事，孩子没了', 'grief'],
  ['老公在单位猝死了，能认工伤吗', 'grief'],
  ['气死我了，跑了三趟还办不成', 'anger'],
  ['凭什么不给我办', 'anger'],
  ['你们太欺负人了', 'anger'],
  ['急死我了，失业金还没到账', 'worry'],
  ['心里很着急，等着用钱', 'worry'],
  ['愁得睡不着', 'worry'],
  ['我不想活了', 'despair'],
  ['活着没意思', 'despair'],
])('%s: %s', (text, feeling) => {
  expect(of(text)).toBe(feeling)
})

test.each([
  '参保人死亡要带什么材料',
  '我妈的社保卡没了怎么补',
  '我爸退休证没了',
  '职工因公死亡认定',
  '自杀算不算工伤',
  '我老公走了几年工龄',
  '凭什么证件领取',
  '怎么办理失业登记',
  '职业中介许可怎么办',
  '凭什么单子领',
  '以后老人去世了怎么办手续',
  '',
])('%s: nothing to comfort', (text) => {
  expect(of(text)).toBeUndefined()
})
