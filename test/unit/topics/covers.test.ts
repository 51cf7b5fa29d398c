import { readFileSync } from 'node:fs'

interface Topic {
  readonly id: string
  readonly audience?: string
}

interface Cover {
  readonly from: string
  readonly to: string
  readonly share: string
}

/** Circles of people whose entries never answer for one another; an audience of none of them is open to all. */
const CIRCLES: Readonly<Record<string, RegExp>> = {
  resident: /^城乡居民/,
  enterprise: /^企业(职工|退休|离退休)/,
  publicSector: /^(机关事业单位|事业单位|机关工勤)/,
  employee: /^(职工$|灵活就业)/,
  injury: /^工[伤亡]/,
  unemployed: /^(失业|领取失业保险金)/,
}
/** 职工 and 灵活就业人员 are served by what 企业职工 or 机关事业单位 are served by, and the other way round. */
const SAME_CIRCLE = [
  ['employee', 'enterprise'],
  ['employee', 'publicSector'],
] as const

/** Crossings the entries' own text allows: each with the words it was read from. */
const READ_AND_ALLOWED = [
  // 内蒙古, 企业职工个人基本信息变更: "已参加企业职工基本养老保险、工伤保险、失业保险的人员", "领取待遇的银行账号".
  'unemployment-participant-info-maintenance → individual-info-change-enterprise',
  'unemployment-record-correction → individual-info-change-enterprise',
  'unemployment-payment-account → individual-info-change-enterprise',
  'injury-record-correction → individual-info-change-enterprise',
  // The topic's name holds no audience: where each circle has an entry of its own, all are a choice.
  'individual-account-lump-sum → individual-account-lump-sum-resident',
]

const topics = new Map(readTopics().map((topic) => [topic.id, topic]))
const rows = readRows()
const covers = rows.map(([from = '', to = '', share = '']): Cover => ({ from, to, share }))
const present = readPresent()

describe('the covers between topics', () => {
  it('are rows of three columns', () => {
    expect(rows.filter((row) => row.length !== 3)).toEqual([])
  })

  it('name topics that exist', () => {
    expect(covers.flatMap(({ from, to }) => [from, to]).filter((id) => !topics.has(id))).toEqual([])
  })

  it('never cover a topic by itself', () => {
    expect(covers.filter(({ from, to }) => from === to)).toEqual([])
  })

  it('have a share of 1, 0.7 or 0.4', () => {
    expect(covers.filter(({ share }) => !['1', '0.7', '0.4'].includes(share))).toEqual([])
  })

  it('stand once each', () => {
    const names = covers.map(arrow)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  it('each serve at least one of the places', () => {
    const idle = covers.filter(({ from, to }) => !present.some((place) => !place.has(from) && place.has(to)))
    expect(idle.map(arrow)).toEqual([])
  })

  it('never lead from one circle of people to another', () => {
    const crossing = covers.filter((cover) => crosses(cover) && !READ_AND_ALLOWED.includes(arrow(cover)))
    expect(crossing.map(arrow)).toEqual([])
  })

  it('never lead from the residents to what only employees have', () => {
    const resident = covers.filter(({ from }) => circleOf(from) === 'resident')
    const open = resident
      .filter(({ to }) => circleOf(to) !== 'resident')
      .map(({ to }) => topics.get(to)!.audience)
    expect([...new Set(open)].sort()).toEqual(['个人', '养老保险待遇人员', '退休人员'])
  })

  it('never turn an act into its opposite', () => {
    const opposites = [
      ['resumption', 'suspension'],
      ['enrollment', 'deregistration'],
      ['addition', 'reduction'],
      ['opening', 'closure'],
      ['transfer-in', 'transfer-out'],
    ] as const
    const turned = covers.filter(({ from, to }) =>
      opposites.some(
        ([one, other]) =>
          (from.includes(one) && to.includes(other)) || (from.includes(other) && to.includes(one)),
      ),
    )
    expect(turned.map(arrow)).toEqual([])
  })
})

describe('what a place without the topic offers instead', () => {
  it.each([
    ['enterprise-pension-suspension', '450700', 'pension-suspension'],
    ['employee-enrollment', '150000', 'employee-enrollment-enterprise'],
    ['employee-enrollment', '150000', 'employee-enrollment-public-sector'],
    ['enterprise-pension-claim', '450700', 'retirement-normal'],
    ['labor-capacity-review', '620402', 'labor-capacity-assessment'],
    ['labor-capacity-reassessment', '620402', 'labor-capacity-assessment'],
    ['pension-transfer-public-to-enterprise', '450700', 'pension-transfer-public-enterprise'],
    ['unemployment-benefit-transfer-in', '150000', 'unemployment-relation-transfer'],
    ['startup-subsidy-graduate', '130630', 'startup-subsidy'],
    ['work-death-grant', '620402', 'life-event-work-death'],
  ])('%s in %s: %s', (from, region, to) => {
    const place = readPlace(region)
    expect(place.has(from)).toBe(false)
    expect(
      covers.filter((cover) => cover.from === from && place.has(cover.to)).map((cover) => cover.to),
    ).toContain(to)
  })

  it.each([
    ['resident-pension-suspension', '450700'],
    ['resident-pension-resumption', '450700'],
    ['survivor-benefit-resident', '210300'],
    ['disability-allowance-public-sector', '210300'],
  ])('nothing for %s in %s', (from, region) => {
    const place = readPlace(region)
    expect(covers.filter((cover) => cover.from === from && place.has(cover.to))).toEqual([])
  })
})

function crosses({ from, to }: Cover): boolean {
  const [one, other] = [circleOf(from), circleOf(to)]
  if (!one || !other || one === other) return false
  return !SAME_CIRCLE.some((pair) => pair.includes(one as never) && pair.includes(other as never))
}

function circleOf(id: string): string | undefined {
  const audience = topics.get(id)?.audience ?? ''
  return Object.keys(CIRCLES).find((circle) => CIRCLES[circle]!.test(audience))
}

function arrow({ from, to }: Cover): string {
  return `${from} → ${to}`
}

function readRows(): string[][] {
  const lines = readFileSync('intents/data/covers.tsv', 'utf8').split('\n')
  return lines.filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t'))
}

function readTopics(): Topic[] {
  const lines = readFileSync('intents/data/topics.jsonl', 'utf8').trimEnd().split('\n')
  return lines.map((line) => JSON.parse(line) as Topic)
}

function readPresent(): ReadonlySet<string>[] {
  return ['130630', '150000', '210300', '450700', '620402'].map(readPlace)
}

function readPlace(region: string): ReadonlySet<string> {
  const lines = readFileSync(`knowledge/data/topics/${region}.tsv`, 'utf8').trimEnd().split('\n')
  return new Set(lines.filter((line) => !line.startsWith('#')).map((line) => line.split('\t')[1]!))
}
