import { renderText } from '../../../src/core/reply.js'
import { CHANNELS, type Channel } from '../../../src/core/context.js'
import { ACTS, MANNER_ACTS } from '../../../intents/acts.js'
import { mannerReply, withEmpathy, type Manner, type MannerContext } from '../../../src/dialogue/manner.js'
import { selfServiceWays } from '../../../src/dialogue/self-service.js'
import { FEELINGS } from '../../../src/dialogue/feelings.js'
import { calculator, knowledgeOf, rightsRecord, silentRecord } from './knowledge.js'

const context: MannerContext = {
  channel: 'web',
  now: new Date('2025-03-05T01:00:00Z'),
  knowledge: knowledgeOf([rightsRecord, silentRecord, calculator]),
  strikes: 0,
}
const reply = (act: Manner, more: Partial<MannerContext> = {}) => mannerReply(act, { ...context, ...more })!
const said = (act: Manner, more: Partial<MannerContext> = {}) => renderText(reply(act, more).blocks)

test('what other modules answer is left to them', () => {
  for (const act of [
    'human',
    'suggestion',
    'service_complaint',
    'chase',
    'deny',
    'cancel',
    undefined,
  ] as const)
    expect(mannerReply(act, context)).toBeUndefined()
})

test('every act of manner has words on every channel, with every value filled in', () => {
  for (const act of [...ACTS, ...MANNER_ACTS, 'silence'] as const)
    for (const channel of CHANNELS)
      for (const strikes of [0, 1, 2, 7, -1, Number.NaN])
        for (const region of [undefined, '210300', '150000', '450700']) {
          const placeName = region && '某地'
          const found = mannerReply(act, { ...context, channel, strikes, region, placeName })
          if (!found) continue
          expect(renderText(found.blocks)).not.toMatch(/[{}]|undefined|NaN/u)
          expect(renderText(found.blocks).length).toBeGreaterThan(5)
        }
})

test('greets by the hour in Beijing, whatever the machine’s zone', () => {
  expect(said('greeting', { now: new Date('2025-03-05T00:30:00Z') })).toMatch(/^您好，早上好/u)
  expect(said('greeting', { now: new Date('2025-03-05T02:30:00Z') })).toMatch(/^您好，上午好/u)
  expect(said('greeting', { now: new Date('2025-03-05T12:30:00Z') })).toMatch(/^您好，晚上好/u)
  expect(said('greeting', { now: new Date('2025-03-04T17:30:00Z') })).toMatch(/^您好/u)
})

test('wishes well on holidays, but not on a day worked in exchange nor at Qingming', () => {
  expect(said('greeting', { now: new Date('2025-10-01T02:00:00Z') })).toContain('国庆节快乐')
  expect(said('greeting', { now: new Date('2025-10-06T02:00:00Z') })).toContain('中秋节快乐')
  expect(said('greeting', { now: new Date('2025-09-28T02:00:00Z') })).not.toContain('国庆')
  expect(said('greeting', { now: new Date('2025-04-04T02:00:00Z') })).not.toContain('快乐')
  expect(said('greeting', { now: new Date('2031-10-01T02:00:00Z') })).toContain('国庆节快乐')
  expect(said('goodbye', { now: new Date('2025-10-01T02:00:00Z') })).toContain('节日愉快')
})

test('harassment is steered back, warned, ended', () => {
  expect(reply('harassment', { strikes: 0 }).ends).toBeUndefined()
  expect(reply('harassment', { strikes: 1 }).ends).toBeUndefined()
  expect(reply('harassment', { strikes: 2 }).ends).toBe(true)
  const steps = [0, 1, 2].map((strikes) => said('harassment', { strikes }))
  expect(new Set(steps).size).toBe(3)
  expect(said('harassment', { strikes: 20 })).toBe(steps[2])
})

test('insults are met with an apology first, and a person is offered', () => {
  expect(reply('abuse').offersPerson).toBe('emotion')
  expect(said('abuse')).toContain('抱歉')
  expect(reply('abuse', { strikes: 2 }).ends).toBe(true)
})

test('silence: three steps, and only a telephone hangs up', () => {
  const steps = (channel: Channel) => [0, 1, 2].map((strikes) => said('silence', { strikes, channel }))
  expect(new Set(steps('hotline')).size).toBe(3)
  expect(new Set(steps('web')).size).toBe(3)
  expect(reply('silence', { strikes: 2, channel: 'hotline' }).ends).toBe(true)
  expect(reply('silence', { strikes: 2 }).ends).toBeUndefined()
})

test('who wants a superior is recorded, with the days of the standard', () => {
  expect(reply('superior')).toMatchObject({
    action: 'register',
    offersPerson: 'superior',
    registers: 'callback',
  })
  expect(said('superior')).toContain('3 天内')
})

test('the Mongolian seat is offered where there is one', () => {
  expect(reply('mongolian', { region: '150000' }).offersPerson).toBe('mongolian')
  expect(said('mongolian', { region: '150000' })).toContain('蒙语专席')
  expect(reply('mongolian', { region: '450700' }).offersPerson).toBe('wish')
  expect(said('mongolian', { region: '450700' })).not.toContain('专席')
})

test('English is answered in both languages', () => {
  expect(said('english')).toMatch(/12333/u)
  expect(said('english')).toMatch(/which city/u)
})

test('a look-up is declined with the ways of that place and their source', () => {
  const { action, sources } = reply('personal_lookup', { region: '210300', placeName: '鞍山市' })
  const text = said('personal_lookup', { region: '210300', placeName: '鞍山市' })
  expect(action).toBe('refuse')
  expect(sources).toMatchObject([{ guide: '001', lines: [10, 14] }])
  expect(text).toContain('某APP')
  expect(text).toContain('某政务网https://a.cn/login')
  expect(text).toContain('国家社会保险公共服务平台（si.12333.gov.cn）')
  expect(text).toContain('大厅自助查询打印机')
  expect(text).toContain('0412-5580303')
})

test('an entry that names nothing new is not quoted', () => {
  const twin = { ...rightsRecord, id: '210300.participant-info-query', topic: 'participant-info-query' }
  const knowledge = knowledgeOf([rightsRecord, twin])
  expect(selfServiceWays(knowledge, '210300').entries.map(({ id }) => id)).toEqual([rightsRecord.id])
  expect(selfServiceWays(knowledge, '999999').entries).toEqual([])
})

test('without a place the nationwide ways are named, with no address, and the place is asked for', () => {
  const text = said('personal_lookup')
  expect(text).toContain('掌上12333')
  expect(text).not.toMatch(/gov\.cn|https?:/u)
  expect(text).toContain('哪里参保')
})

test('a guide that names no way is said to name none', () => {
  const text = said('personal_lookup', { region: '150000', placeName: '内蒙古自治区' })
  expect(text).toContain('没有写明')
  expect(text).not.toContain('网络办理')
})

test('no addresses on the telephone', () => {
  const text = said('personal_lookup', { region: '210300', placeName: '鞍山市', channel: 'hotline' })
  expect(text).not.toContain('https://b.cn')
})

test('a pension is not computed; the place’s own service is named', () => {
  expect(said('pension_sum', { region: '210300' })).toContain('人社待遇测算服务')
  expect(said('pension_sum', { region: '450700' })).toContain('12333')
  expect(reply('pension_sum').action).toBe('refuse')
})

test('media are sent to the office and told nothing', () => {
  expect(reply('media', { placeName: '钦州市' }).action).toBe('out_of_scope')
  expect(said('media', { placeName: '钦州市' })).toContain('钦州市人社部门的办公室')
})

test('repeats what was said last', () => {
  expect(said('repeat', { last: [{ type: 'text', text: '带身份证。' }] })).toContain('带身份证。')
  expect(said('repeat')).toContain('还没有')
})

test('comfort fits the feeling; who despairs is told whom to call', () => {
  expect(said('emotion', { feeling: 'grief' })).toContain('节哀')
  expect(said('emotion', { feeling: 'despair' })).toContain('12356')
  expect(reply('emotion', { feeling: 'despair' }).offersPerson).toBe('emotion')
  expect(new Set(FEELINGS.map((feeling) => said('emotion', { feeling }))).size).toBe(FEELINGS.length)
})

test('sympathy comes before the answer', () => {
  const answer = [{ type: 'text', text: '可以领丧葬补助金。' }] as const
  expect(renderText(withEmpathy(answer, 'grief', 'web'))).toMatch(/^请您节哀.*\n可以领/u)
  expect(withEmpathy(answer, undefined, 'web')).toBe(answer)
})
