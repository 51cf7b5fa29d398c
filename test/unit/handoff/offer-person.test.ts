import type { TurnContext } from '../../../src/core/context.js'
import { renderText } from '../../../src/core/reply.js'
import { offerPerson, sayWhen } from '../../../src/dialogue/handoff.js'

const at = (text: string) => new Date(`${text}+08:00`)
const context = (now: string, agents: TurnContext['agents'] = 'available'): TurnContext => ({
  now: at(now),
  channel: 'web',
  agents,
  turnId: 't1',
})
const WORKING = '2025-03-05T10:00'
const EVENING = '2025-03-05T20:00'
const known = { place: '450700', item: '450700.unemployment-benefit', question: '失业金怎么领' }

test('in duty hours a wish is honoured at once, with all that is known', () => {
  const offer = offerPerson(context(WORKING), known, 'wish')
  expect(offer.action).toBe('handoff')
  expect(offer.wants).toBeUndefined()
  expect(offer.effects).toEqual([{ kind: 'handoff', handoff: { ...known, reason: 'wish' } }])
  expect(renderText(offer.blocks)).toMatch(/转接人工.*地方、事项、问题/s)
})

test('what is not known is not said to be passed on', () => {
  const offer = offerPerson(context(WORKING), {}, 'wish')
  expect(offer.effects).toEqual([{ kind: 'handoff', handoff: { reason: 'wish' } }])
  expect(renderText(offer.blocks)).not.toContain('一并转过去')
})

test('numbers in the question do not go along whole', () => {
  const question = '我13800138000，身份证450702199001011234，钱没到'
  const [effect] = offerPerson(context(WORKING), { question }, 'wish').effects
  expect(effect).toMatchObject({ handoff: { question: '我138****8000，身份证450****34，钱没到' } })
})

test.each(['failures', 'emotion'] as const)('nobody is called for %s without consent', (reason) => {
  const offer = offerPerson(context(WORKING), known, reason)
  expect(offer).toMatchObject({ effects: [], wants: 'consent' })
  expect(renderText(offer.blocks)).toContain('转人工')
  const agreed = offerPerson(context(WORKING), known, reason, true)
  expect(agreed.effects).toHaveLength(1)
})

test('outside duty hours: apology, the next opening in words, 12333, a message', () => {
  const offer = offerPerson(context(EVENING), known, 'wish')
  expect(offer).toMatchObject({ action: 'handoff', effects: [], wants: 'callback' })
  const text = renderText(offer.blocks)
  for (const part of ['抱歉', '明天（3月6日，星期四）上午8:30', '12333', '联系电话', '工单'])
    expect(text).toContain(part)
  // What was asked is known already.
  expect(text).not.toContain('想问的问题')
  expect(renderText(offerPerson(context(EVENING), {}, 'wish').blocks)).toContain('想问的问题')
})

test.each(['none', 'timeout'] as const)(
  'agents %s in duty hours: apology, the hours, the same offer',
  (agents) => {
    const offer = offerPerson(context(WORKING, agents), known, 'wish')
    expect(offer).toMatchObject({ action: 'handoff', effects: [], wants: 'callback' })
    const text = renderText(offer.blocks)
    expect(text).toContain('抱歉')
    expect(text).toContain('法定工作日上午8:30至12:00')
    expect(text).toContain('12333')
    expect(text).not.toContain('不是人工服务时间')
    if (agents === 'timeout') expect(text).toContain('转接未能成功')
  },
)

test('the Mongolian seat is named; it is promised only where there is one', () => {
  const taken = (place?: string) =>
    renderText(offerPerson(context(WORKING), place ? { place } : {}, 'mongolian').blocks)
  expect(taken('150000')).toContain('为您转接蒙语专席')
  expect(taken()).toContain('为您转接蒙语专席')
  expect(taken('450700')).toContain('为您转接人工咨询员')
  expect(taken('450700')).toContain('内蒙古 12333 热线，转蒙语专席')
  for (const agents of ['available', 'none', 'timeout'] as const)
    expect(renderText(offerPerson(context(EVENING, agents), {}, 'mongolian').blocks)).toContain('蒙语专席')
})

test('holidays that are not known are told', () => {
  expect(renderText(offerPerson(context('2026-12-31T18:00'), {}, 'wish').blocks)).toContain('2027年1月1日')
  expect(renderText(offerPerson(context('2026-12-31T18:00'), {}, 'wish').blocks)).toContain('放假安排')
  expect(renderText(offerPerson(context(EVENING), {}, 'wish').blocks)).not.toContain('放假安排')
})

test('every reason and state has its sentences, all filled in', () => {
  for (const reason of ['wish', 'failures', 'emotion', 'mongolian', 'superior'] as const)
    for (const agents of ['available', 'none', 'timeout'] as const)
      for (const now of [WORKING, EVENING, '2025-03-05T13:00'])
        for (const agreed of [true, false])
          for (const place of [undefined, '130630', '210300'])
            expect(
              renderText(offerPerson(context(now, agents), { place }, reason, agreed).blocks),
            ).not.toMatch(/[{}]|undefined/)
})

test.each([
  ['2025-03-05T12:30', '2025-03-05T14:30', '今天（3月5日，星期三）下午14:30'],
  ['2025-03-05T23:59', '2025-03-06T08:30', '明天（3月6日，星期四）上午8:30'],
  ['2025-03-08T10:00', '2025-03-10T08:30', '后天（3月10日，星期一）上午8:30'],
  ['2025-03-07T18:00', '2025-03-10T08:30', '3月10日（星期一）上午8:30'],
  ['2025-12-31T18:00', '2026-01-04T08:30', '2026年1月4日（星期日）上午8:30'],
])('at %s, %s is said "%s"', (now, time, words) => {
  expect(sayWhen(at(now), at(time))).toBe(words)
})
