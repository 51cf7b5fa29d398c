import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { normalize } from '../../../intents/normalize.js'
import { openQuestionKindReader } from '../../../intents/question-kind.js'
import type { Entry } from '../../../knowledge/entry.js'
import { packageRoot } from '../../../src/core/package-root.js'
import { answerFromTables, type TableAnswer } from '../../../src/dialogue/compose/tables.js'

const entries = ['150000', '450700', '130630', '210300'].flatMap((region) =>
  readFileSync(join(packageRoot, `knowledge/data/${region}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Entry),
)
const readKind = openQuestionKindReader()

function ask(id: string, said: string): TableAnswer | undefined {
  const text = normalize(said)
  return answerFromTables(
    entries.find((entry) => entry.id === id)!,
    { text, kind: readKind(text) },
  )
}
const rows = (id: string, said: string) => ask(id, said)?.rows

describe('months of unemployment benefit by years paid', () => {
  test.each([
    ['失业保险缴满4年能领几个月', ['缴费年限：4；享受月数：12']],
    ['失业险交了十年，能领多久', ['缴费年限：10；享受月数：24']],
    ['干了六七年被裁，失业金能领几个月', ['缴费年限：6；享受月数：15', '缴费年限：7；享受月数：16']],
    ['交了48个月能领几个月', ['缴费年限：4；享受月数：12']],
    ['缴费2年3个月能领多久', ['缴费年限：2；享受月数：4']],
    ['我干了5年，失业险只缴了3年，能领几个月', ['缴费年限：3；享受月数：8']],
    ['断断续续加起来8年，失业金能领几个月', ['缴费年限：8；享受月数：17']],
    ['要是缴了10年呢', ['缴费年限：10；享受月数：24']],
    ['那三年呢', ['缴费年限：3；享受月数：8']],
    ['那三年半呢', ['缴费年限：3；享受月数：8']],
  ])('%s', (said, expected) => {
    expect(ask('150000.unemployment-benefit', said)).toMatchObject({
      field: 'notes',
      head: '八、补贴标准',
      rows: expected,
    })
  })

  it('gives the amounts beside the months where money is asked', () => {
    const answer = ask('150000.unemployment-benefit', '缴了4年能领多少钱')
    expect(answer?.rows).toEqual(['缴费年限：4；享受月数：12'])
    expect(answer?.also?.head).toContain('元/月')
    expect(answer?.also?.rows.map((row) => /基础标准：(\d+)/u.exec(row)?.[1])).toEqual(['1782', '1584'])
  })

  it('gives the whole table, and says so, where it ends before the years asked', () => {
    const answer = ask('150000.unemployment-benefit', '交了十五年能领几个月')
    expect(answer?.fit).toBe('whole')
    expect(answer?.rows).toHaveLength(10)
    expect(ask('150000.unemployment-benefit', '十几年工龄能领多久')?.fit).toBe('whole')
  })
})

describe('monthly amounts by month of payment', () => {
  test.each([
    ['失业金第一年每个月领多少', ['1782']],
    ['第二年呢', ['1584']],
    ['领满一年以后每月多少', ['1584']],
    ['从第13个月开始是多少钱', ['1584']],
    ['前12个月每月多少钱', ['1782']],
  ])('%s', (said, amounts) => {
    const shown = rows('150000.unemployment-benefit', said)
    expect(shown?.map((row) => /基础标准：(\d+)/u.exec(row)?.[1])).toEqual(amounts)
  })

  it('shows only the columns that are asked for', () => {
    expect(rows('150000.unemployment-benefit', '要是夫妻都失业呢')).toEqual([
      '期 间：第 1-12 个月；夫妻双方同时失业增发 8%：1924.56；前两者兼有者增发 28%：2280.96',
      '期 间：第 13 个月起；夫妻双方同时失业增发 8%：1710.72；前两者兼有者增发 28%：2027.52',
    ])
    expect(rows('150000.unemployment-benefit', '取暖补贴多少')?.[0]).toBe(
      '期 间：第 1-12 个月；取暖补贴（每年 1.4 季度）：80；备注：取暖补贴按各盟市标准执行',
    )
  })
})

describe('amounts enumerated in sentences', () => {
  test.each([
    ['150000.skill-upgrade-subsidy', '中级工补多少钱', '中级（四级）1500 元'],
    ['150000.skill-upgrade-subsidy', '那高级呢', '高级（三级）2000 元。'],
    ['150000.skill-upgrade-subsidy', '五级证能领多少', '初级（五级）1000 元'],
    [
      '150000.stabilization-refund',
      '大型企业返多少',
      '大型企业按企业及其职工上年度实际缴纳当年度失业保险费的 30% 返还',
    ],
    ['130630.title-review', '评高级职称收多少钱', '高级360元'],
    ['130630.title-review', '中级呢', '中级160元。'],
    ['130630.special-ability-assessment', 'B类考核收费多少', 'B类130元/人'],
    [
      '130630.startup-rent-subsidy',
      '80平的店一年补多少',
      '补贴标准为租赁场地面积100平方米以下的，每年3000元',
    ],
    ['130630.startup-rent-subsidy', '店面150平方米，补多少钱', '100平方米以上的每年5000元。'],
    ['450700.exam-supervision-engineer', '主观题一科多少钱', '主观题科目69元/科。'],
    ['450700.exam-constructor', '客观题多少钱一科', '客观题考试费每人每科为61元'],
    ['450700.exam-social-worker', '高级社工考试费多少', '高级社会工作师考试费主观题69元/科。'],
    ['450700.exam-social-worker', '报名费多少钱', '报名不收报名费。'],
    [
      '130630.exam-supervision-engineer',
      '案例分析那科多少钱',
      '《建设工程监理案例分析》代国家收取每人每科19元',
    ],
    [
      '130630.exam-economist',
      '中级经济师考试费多少',
      '初中级经济考试上机考试费代国家收取考务费每人每科11元。',
    ],
    ['130630.exam-translation', '同传多少钱一科', '二级口译同声传译每人每科代国家收取400元'],
  ])('%s %s', (id, said, row) => {
    expect(rows(id, said)).toEqual([row])
  })

  it('shows a case together with the words it borrows', () => {
    expect(rows('450700.exam-social-worker', '助理社工主观题多少钱')).toEqual([
      '助理社会工作师、社会工作师考试费客观题科目61元/科；主观题科目65元/科。',
    ])
    expect(rows('130630.exam-metrologist', '一级计量师主观题多少钱')?.[0]).toMatch(
      /^一级.*20元，主观题.*25元$/u,
    )
  })

  it('names the heading an amount stands under, and its lines where they are known', () => {
    expect(ask('130630.exam-survey-design-engineer', '暖通专业考试费多少')).toEqual({
      field: 'fee',
      head: '2、公用设备工程师考试收费：（2）暖通空调专业：',
      rows: [expect.stringMatching(/^基础考试.*14元.*18元.*22元，报名费每人10元。$/u)],
      fit: 'row',
      lines: [13589, 13589],
    })
  })

  it('tells how many years each degree takes', () => {
    expect(ask('450700.exam-social-worker', '大专毕业要工作几年才能考助理社工')).toMatchObject({
      head: '一、助理社会工作师考试报名条件：',
      rows: ['2.取得社会工作专业大专学历，从事社会工作满2年', '4.取得其他专业大专学历，从事社会工作满4年'],
    })
    // "取得中级资格后" under the heading of 高级 is no condition of 中级.
    expect(rows('450700.exam-economist', '大专毕业几年能报中级经济师')).toEqual([
      '2.具备大学专科学历，从事相关专业工作满6年',
    ])
  })
})

describe('tables no guide has yet', () => {
  const entry = (notes: string) =>
    ({ title: '失业保险金申领', fields: { notes }, sections: {} }) as unknown as Entry
  const first = (notes: string, text: string) =>
    answerFromTables(entry(notes), { text, kind: undefined })?.rows

  it('resolves intervals by comparing numbers', () => {
    const table = '缴费时间\t月数\n满1年不满2年\t3个月\n满2年不满5年\t6个月\n5年以上\t12个月'
    expect(first(table, '缴了一年半能领几个月')).toEqual(['缴费时间：满1年不满2年；月数：3个月'])
    expect(first(table, '缴满2年能领几个月')).toEqual(['缴费时间：满2年不满5年；月数：6个月'])
    expect(first(table, '那20年呢')).toEqual(['缴费时间：5年以上；月数：12个月'])
  })

  it('resolves intervals in a sentence', () => {
    const text = '满1年不满5年的，每满1年领取2个月；满5年不满10年的，领取18个月；满10年以上的，领取24个月。'
    expect(first(text, '缴了7年能领几个月')).toEqual(['满5年不满10年的，领取18个月'])
    expect(first(text, '要是缴了12年呢')).toEqual(['满10年以上的，领取24个月。'])
  })

  it('finds a row by the name of a district', () => {
    const table = '地区\t标准（元/月）\n东河县\t1200\n西岭县、南山县\t1100'
    expect(first(table, '西岭县每个月多少钱')).toEqual(['地区：西岭县、南山县；标准（元/月）：1100'])
    expect(first(table, '那东河县呢')).toEqual(['地区：东河县；标准（元/月）：1200'])
  })
})

describe('no row', () => {
  test.each([
    ['150000.unemployment-benefit', '失业金每月多少钱'],
    ['150000.unemployment-benefit', '失业金能领几个月，一个月多少'],
    ['150000.unemployment-benefit', '一年能领多少钱'],
    ['150000.unemployment-benefit', '缴满1年多久到账'],
    ['150000.unemployment-benefit', '交满1年可以领吗'],
    ['150000.unemployment-benefit', '2019年失业的能领几个月'],
    ['150000.skill-upgrade-subsidy', '技师补贴多少'],
    ['150000.skill-upgrade-subsidy', '中级工要带什么材料'],
    ['450700.exam-supervision-engineer', '监理工程师考试多少钱'],
    ['450700.labor-capacity-assessment', '鉴定费多少'],
    ['130630.startup-subsidy', '补贴多少钱'],
    ['150000.unemployment-benefit', ''],
    ['150000.unemployment-benefit', '？？？'],
    ['150000.unemployment-benefit', '9'.repeat(100) + '年'],
    ['150000.unemployment-benefit', '年'.repeat(5000)],
  ])('%s %s', (id, said) => {
    expect(ask(id, said)).toBeUndefined()
  })

  it('bears broken tables', () => {
    for (const notes of ['', '\t', '\t\n\t', '缴费年限\t\t\n', '缴费年限\t1\t2', '（《“：；，1元'])
      expect(() =>
        answerFromTables({ title: '', fields: { notes }, sections: {} } as unknown as Entry, {
          text: '缴了2年呢',
          kind: 'amount',
        }),
      ).not.toThrow()
  })
})

/** Every row shown stands in the guide, marks of tables aside. */
test('figures are as printed', () => {
  const questions = [
    '缴了4年能领多少钱',
    '中级多少钱',
    '主观题多少钱',
    '报名费多少',
    '二级呢',
    '本科几年能考',
  ]
  for (const entry of entries)
    for (const text of questions) {
      const answer = answerFromTables(entry, { text, kind: 'amount' })
      if (!answer) continue
      const printed = entry.fields[answer.field]!.replace(/\s+/gu, '')
      const parts = answer.rows.flatMap((row) =>
        printed.includes(row.replace(/\s+/gu, '')) ? [] : row.split(/[；：:]/u),
      )
      for (const part of parts) expect(printed).toContain(part.replace(/\s+/gu, ''))
    }
})

test('gives no row to whoever paid less than the table’s first', () => {
  for (const said of ['交了半年失业保险能领几个月失业金', '失业保险交了8个月能领几个月'])
    expect(ask('150000.unemployment-benefit', said)?.fit).not.toBe('row')
})
