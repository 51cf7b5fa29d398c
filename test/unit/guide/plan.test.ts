import type { Entry, Material, MaterialGroup } from '../../../knowledge/entry.js'
import { materialsFor } from '../../../src/dialogue/guide/materials-for.js'
import { planGuide } from '../../../src/dialogue/guide/plan.js'
import { stepsFor, type PlannedStep } from '../../../src/dialogue/guide/planned.js'
import { entryWith, knowledge } from './knowledge.js'

const services = knowledge.entries.filter(({ kind }) => kind === 'service')
/** Words only: white space, list dashes and bold marks are not words. */
const bare = (text: string) => text.replace(/[\s*]+/gu, '')
const textOf = ({ fields }: Entry) =>
  bare(
    Object.values(fields)
      .join('\n')
      .replace(/^\s*- /gmu, ''),
  )
const wordsOf = ({ lead = '', lines, options = [], kind }: PlannedStep) =>
  kind === 'channel' ? [] : [...lead.split('\n'), ...lines, ...options]

describe('every service entry of the five guides', () => {
  test('most can be walked, each to its end', () => {
    const plans = services.map(planGuide)
    expect(plans.filter(Boolean).length).toBeGreaterThan(services.length * 0.95)
    for (const plan of plans) {
      if (!plan) continue
      const kinds = plan.steps.map(({ kind }) => kind)
      expect(kinds.slice(-3)).toEqual(['materials', 'where', 'outcome'])
      expect(new Set(plan.steps.map(({ key }) => key)).size).toBe(plan.steps.length)
      expect(plan.steps.length).toBeLessThanOrEqual(16)
    }
  })
  test('every word shown of the guide stands in the entry', () => {
    const strange = services.flatMap((entry) => {
      const text = textOf(entry)
      return (planGuide(entry)?.steps ?? [])
        .flatMap(wordsOf)
        .filter((words) => !text.includes(bare(words.replace(/^\s*- /gmu, ''))))
        .map((words) => `${entry.id}: ${words}`)
    })
    expect(strange).toEqual([])
  })
  test('no condition of the guide is lost: each line stands in a step', () => {
    const lost = services.flatMap((entry) => {
      const { conditions = '', materials = '' } = entry.fields
      if (!planGuide(entry) || bare(conditions) === bare(materials) || /^(?:无|不限)。?$/.test(conditions))
        return []
      const shown = bare(planGuide(entry)!.steps.flatMap(wordsOf).join(''))
      return conditions
        .split('\n')
        .map((line) => bare(line.replace(/^\s*- /u, '')))
        .filter((line) => !shown.includes(line))
        .map((line) => `${entry.id}: ${line}`)
    })
    // Lines that a table or a page break cuts are shown joined.
    expect(lost.filter((line) => !line.includes('[image')).slice(0, 20)).toEqual([])
  })
  test('what is always needed is on the list, whatever was answered', () => {
    const missing = services.flatMap((entry) => {
      const plan = planGuide(entry)
      if (!plan) return []
      const answers = Object.fromEntries(
        plan.steps.map(({ key, kind }) => [key, kind === 'pick' ? 'none' : 'no']),
      )
      const list = bare(
        materialsFor(entry, plan, answers)
          .map(({ text }) => text)
          .join('\n'),
      )
      return unconditional(entry.materials ?? [])
        .filter(({ name }) => !list.includes(bare(name)))
        .map(({ name }) => `${entry.id}: ${name}`)
    })
    expect(missing).toEqual([])
  })
  test('nothing on the list waits for two answers that exclude each other', () => {
    const never = services.flatMap((entry) =>
      (planGuide(entry)?.materials ?? [])
        .filter(({ when }) =>
          when.some(({ key, is }) =>
            when.some((other) => other.key === key && !other.is.some((one) => is.includes(one))),
          ),
        )
        .map(({ words }) => `${entry.id}: ${words}`),
    )
    expect(never).toEqual([])
  })
  test('what a "no" rules out is not on the list, and a "yes" puts it there', () => {
    let seen = 0
    for (const entry of services) {
      const plan = planGuide(entry)
      for (const line of plan?.materials ?? []) {
        const own = line.when.at(-1)
        if (!own || own.key === 'channel' || !line.box) continue
        const holding = Object.fromEntries(line.when.map(({ key, is }) => [key, is[0]!]))
        const count = (answers: Readonly<Record<string, string>>) =>
          materialsFor(entry, plan!, answers).filter(({ text }) => bare(text).startsWith(bare(line.words)))
            .length
        const refusing = { ...holding, [own.key]: own.is[0] === 'yes' ? 'no' : 'none' }
        expect(count(holding)).toBeGreaterThan(count(refusing))
        seen++
      }
    }
    expect(seen).toBeGreaterThan(500)
  })
})

describe('conditions', () => {
  const kinds = (conditions: string) =>
    planGuide(entryWith({ fields: { conditions, materials: '身份证' } }))!
      .steps.filter(({ key }) => key.startsWith('c'))
      .filter(({ kind }) => kind !== 'channel')
      .map(({ kind }) => kind)
  test('a list that says all must hold is asked one by one', () =>
    expect(kinds('同时符合以下条件：\n1.年满16周岁；\n2.本地户籍；')).toEqual(['condition', 'condition']))
  test('a list of requirements needs no heading', () =>
    expect(kinds('1.已办理工伤登记；\n2.未领取待遇；')).toEqual(['condition', 'condition']))
  test('alternatives are one choice', () =>
    expect(kinds('符合下列条件之一的：\n1.残疾人；\n2.低保家庭；\n3.特困人员；')).toEqual(['any']))
  test('where the guide leaves open whether all must hold, so does the question', () =>
    expect(kinds('1.因入伍的；\n2.因入学的；')).toEqual(['list']))
  test('prose is shown whole', () => expect(kinds('本地户籍的居民。可以参保。')).toEqual(['whole']))
  test('that papers are in order is not asked', () =>
    expect(kinds('情况属实，材料齐全的。')).toEqual(['info']))
  test.each(['', '无', '无。', '不限'])('nothing is invented for "%s"', (text) =>
    expect(kinds(text)).toEqual([]),
  )
  test('two lists side by side are two ways in, not two conditions', () =>
    expect(
      kinds(
        '一、初级条件，具备下列条件之一：\n1.大专；\n2.本科；\n二、中级，具备下列条件之一：\n1.硕士；\n2.博士；',
      ),
    ).toEqual(['whole']))
  test('a condition for a case may not concern the person', () =>
    expect(
      planGuide(
        entryWith({ fields: { conditions: '1.已登记；\n2.属于农民工的，已签合同。', materials: '无' } }),
      )!.steps[1],
    ).toMatchObject({ kind: 'condition', conditional: true }))
})

describe('cases of materials', () => {
  const cases = (materials: readonly MaterialGroup[], text = '身份证') =>
    planGuide(entryWith({ materials: [...materials], fields: { materials: text } }))!.steps.filter(
      ({ kind }) => kind === 'case' || kind === 'pick' || kind === 'channel',
    )
  const when = (condition: string, name = condition): Material => ({ name, condition })
  test("one case is a yes or no, with the guide's words without their verb", () =>
    expect(cases([{ materials: [when('属退伍军人的，提供')] }])).toMatchObject([
      { kind: 'case', lines: ['属退伍军人的'] },
    ]))
  test('what only the office can know is not asked', () =>
    expect(
      cases([{ materials: [when('无法通过数据共享的提供'), when('通过内部核查，核查不到需提供')] }]),
    ).toEqual([]))
  test('单位 and 个人 are one choice, and who comes for a company is not asked about agents', () => {
    const text = '单位办事时，提供甲；个人办事时，提供乙，他人代办的同时提供丙。'
    const list = [when('单位办事时，提供'), when('个人办事时，提供'), when('他人代办的同时提供')]
    const plan = planGuide(entryWith({ materials: [{ materials: list }], fields: { materials: text } }))!
    const keys = (answer: string) => stepsFor(plan, { m0: answer }).map(({ key }) => key)
    expect(keys('1')).not.toContain('m1')
    expect(keys('2')).toContain('m1')
  })
  test('the way is asked first where it decides what to bring', () =>
    expect(
      cases([
        { condition: '网上申报：无', materials: [] },
        { condition: '现场办理', materials: [when('代办的提供')] },
      ]),
    ).toMatchObject([{ kind: 'channel' }, { kind: 'case' }]))
  test('a case below another one is asked only where that one holds', () => {
    const group = {
      condition: '申请续发的',
      materials: [when('年满18岁的，还需提供')],
    }
    const plan = planGuide(
      entryWith({ materials: [{ materials: [{ name: '表' }] }, group], fields: { materials: '表' } }),
    )!
    expect(stepsFor(plan, { m0: 'no' }).map(({ key }) => key)).not.toContain('m1')
    expect(stepsFor(plan, { m0: 'yes' }).map(({ key }) => key)).toContain('m1')
  })
})

test('only services with something to walk are walked', () => {
  expect(planGuide(entryWith({ kind: 'office', fields: { location: '某路1号' } }))).toBeUndefined()
  expect(planGuide(entryWith({ fields: { phone: '12333' } }))).toBeUndefined()
})

function unconditional(groups: readonly MaterialGroup[]): Material[] {
  return groups
    .filter(({ condition }) => condition === undefined)
    .flatMap(({ materials, groups: inner = [] }) => [
      ...materials.filter(({ condition }) => condition === undefined),
      ...unconditional(inner),
    ])
}
