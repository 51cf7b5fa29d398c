import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { auditReading } from '../../../knowledge/guides/audit.js'
import type { GuideText } from '../../../knowledge/guides/contract.js'
import { qinzhouReader } from '../../../knowledge/guides/qinzhou.js'
import { isOnlineAddress } from '../../../knowledge/guides/qinzhou-online.js'

const root = process.cwd()
const guides = join(root, '../shared/guides')
const samples = join(root, '../shared/eval/items.sample.jsonl')
const squeeze = (text = '') => text.replace(/\s/g, '')
const load = (path: string): GuideText => ({ guide: '000', lines: readFileSync(path, 'utf8').split('\n') })

const excerpt = load(join(root, 'test/fixtures/guides/qinzhou-excerpt.txt'))
const whole = existsSync(guides)
  ? load(
      join(
        guides,
        readdirSync(guides).find((name) => name.startsWith('000_'))!,
      ),
    )
  : undefined

describe.each([
  ['the excerpt', excerpt, 24],
  ...(whole ? ([['the whole guide', whole, 185]] as const) : []),
] as const)('reading 钦州市 from %s', (_, text, count) => {
  const reading = qinzhouReader.read(text)
  const find = (title: string) => reading.entries.find((entry) => entry.title === title)!

  test('finds every item once and accounts for every line', () => {
    expect(reading.entries).toHaveLength(count)
    expect(new Set(reading.entries.map((entry) => entry.title)).size).toBe(count)
    expect(auditReading(text, reading)).toEqual([])
  })

  test('gives every item the fields the layout always has', () => {
    for (const entry of reading.entries) {
      for (const field of [
        'time_limit',
        'department',
        'channels',
        'materials',
        'location',
        'fee',
        'result',
        'phone',
      ] as const) {
        expect([entry.title, field, entry.fields[field]]).toEqual([
          entry.title,
          field,
          expect.stringMatching(/./),
        ])
      }
      expect(entry.fields.department).toMatch(/\n总责任人：./)
      expect(Object.keys(entry.sections).sort()).toEqual(Object.keys(entry.fields).sort())
    }
  })

  test('keeps ranges inside the item and items apart', () => {
    let previous = 0
    for (const entry of reading.entries) {
      expect(entry.lines[0]).toBeGreaterThan(previous)
      previous = entry.lines[1]
      for (const { lines } of Object.values(entry.sections)) {
        expect(lines[0]).toBeGreaterThan(entry.lines[0])
        expect(lines[1]).toBeLessThanOrEqual(entry.lines[1])
        expect(lines[0]).toBeLessThanOrEqual(lines[1])
      }
    }
  })

  test.each([
    '企业社会保险登记',
    '社会保险费申报与变更——参保人员缴费基数申报',
    '机关事业单位基本养老保险与城镇企业职工基本养老保险互转申请',
    '重复领取养老保险待遇处理',
    '一次性工亡补助金（含生活困难，预支50%确认）、丧葬补助金申领',
    '存档人员党员组织关系的接转（一）——党员组织关系的转出',
    '专业技术人员资格考试报名——助理社会工作师、社会工作师、高级社会工作师',
    '专业技术人员资格考试报名——执业药师（药学、中药学）',
  ])('joins the title %s', (title) => {
    expect(find(title)).toBeDefined()
  })

  test('reads a time limit of several lines', () => {
    expect(find('个人基本信息变更').fields.time_limit).toBe(
      '1.基本信息变更变更：即时办结；\n2.条件核准信息变更、涉及缴费信息变更、供养人员信息变更：10个工作日。',
    )
    expect(find('政府信息依申请公开').fields.time_limit).toBe(
      '20个工作日\n（如需延长答复期限的，延长答复的期限最长不得超过20个工作日。）',
    )
  })

  test('keeps attachments and notes with the item before them', () => {
    expect(find('社会保险待遇领取资格确认').fields.notes).toMatch(/^附件1\n[^]*附件2\n[^]*关注二维码：$/)
    expect(find('专业技术人员资格考试报名——执业药师（药学、中药学）').fields.notes).toBe(
      '注：政务服务部门能通过数据共享核查的实行免申即办',
    )
  })

  test('takes a process only where the text tells one', () => {
    expect(find('多缴或重缴社会保险费退费——重复参保').fields.process).toBe(
      '接收申报材料并核对\n录入（即时）\n初审\n（4个工作日）\n复核\n（4个工作日）\n结果反馈\n（即时）',
    )
    expect(find('劳动人事争议仲裁申请').fields.process).toMatch(/^申请人提出申请\n受理\n/)
    // Column heads, arrows' words and OCR of pictures are no process.
    for (const title of [
      '个人基本信息变更',
      '职业指导',
      '社会保险待遇领取资格确认',
      '专业技术人员资格考试报名——执业药师（药学、中药学）',
      '单位参保证明查询打印',
      '政府信息依申请公开',
    ]) {
      expect([title, find(title).fields.process]).toEqual([title, undefined])
    }
  })

  test('tells residents about a flow drawn in two columns', () => {
    const flags = find('职工正常退休（职）申请').flags
    expect(flags).toEqual([expect.objectContaining({ field: 'process', reader: true })])
    expect(flags![0]!.message).toMatch(/左：机关事业单位养老保险待遇申请；右：企业职工基本养老保险待遇申请/)
    expect(reading.entries.filter((entry) => entry.flags?.some((flag) => flag.reader))).toHaveLength(1)
  })

  test('leaves the flow-chart fragments behind the last item out of it', () => {
    const last = reading.entries.at(-1)!
    expect(last.title).toBe('政府信息依申请公开')
    expect(last.fields.phone).toBe('0777-2812698')
    const after = reading.uses.filter((use) => use.line > last.lines[1])
    expect(after.length).toBeGreaterThan(10)
    expect(after.every((use) => 'omitted' in use && use.omitted === 'flow_chart')).toBe(true)
  })

  test('reads the labels of the card items', () => {
    const card = find('社会保障卡申领').fields
    expect(card.time_limit).toBe('批量制发卡周期不超过30个工作日，零星制卡压缩至5个工作日以内')
    expect(card.phone).toBe('0777-2825653')
    expect(card.online_url).toBe(
      '2.广西“数智人社”政务服务大厅：https://www.gx12333.net/si\n3.“广西人社服务”微信公众号\n4.“广西人社”手机APP',
    )
  })

  test('keeps odd values as they are', () => {
    expect(find('单位参保证明查询打印').fields.online_url).toBe('2.网办地址：https://www.gx12333.net/si')
    expect(find('事业单位工作人员申诉、再申诉办理').fields.online_url).toBe('此项业务暂不能在线上办理')
    expect(find('存档人员党员组织关系的接转（一）——党员组织关系的转出').fields.online_url).toBe('无')
    expect(find('劳动人事争议调解申请').fields.phone).toBe('暂无')
    expect(find('重复领取养老保险待遇处理').fields.phone).toBe('0777-2833189机关事业0777-2857108企业养老')
    expect(find('企业年金方案备案').fields.conditions).toBeUndefined()
  })

  test('keeps the cells of a flattened table', () => {
    const cells = find('专业技术人员资格考试报名——执业药师（药学、中药学）').fields.conditions!
    expect(cells).toMatch(/\n本科及以上学历层次\n大专层次\n药学类专业\n[^]*\n海洋药学\n/)
  })

  test('flags what the layout shows', () => {
    const codes = (title: string) => find(title).flags?.map((flag) => `${flag.code} ${flag.field}`)
    expect(codes('调整企业离退休人员供养直系亲属救济费申请')).toEqual(['source_slip location'])
    expect(codes('社会保障卡密码修改与重置')).toEqual(['source_slip channels'])
    expect(codes('社会保险待遇领取资格确认')).toEqual(['foreign_text location'])
    expect(codes('政府信息依申请公开')).toEqual(['source_slip process'])
  })
})

if (whole && existsSync(samples)) {
  const rows = readFileSync(samples, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((row) => JSON.parse(row) as Sample)
    .filter((row) => row.region === '钦州市')
  const entries = qinzhouReader.read(whole).entries

  test.each(rows)('reproduces the checked sample $title', (row) => {
    const entry = entries.find(({ title }) => title === row.title)!
    expect(entry.lines).toEqual([row.start_line, row.end_line])
    expect(squeezeAll(entry.fields)).toEqual(squeezeAll(row.fields))
  })
}

interface Sample {
  readonly region: string
  readonly title: string
  readonly start_line: number
  readonly end_line: number
  readonly fields: Readonly<Record<string, string>>
}

function squeezeAll(fields: Readonly<Record<string, string | undefined>>) {
  return Object.fromEntries(Object.entries(fields).map(([field, text]) => [field, squeeze(text)]))
}

test('blank lines and trailing spaces change neither entries nor the account of lines', () => {
  const plain = qinzhouReader.read(excerpt).entries.map(({ title, fields }) => ({ title, fields }))
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('', ' ', '\n', ' \n\t\n'), { minLength: 7, maxLength: 40 }),
      (tails) => {
        const noisy = excerpt.lines
          .map((line, index) => line + (tails[index % tails.length] ?? ''))
          .join('\n')
          .split('\n')
        const text = { guide: '000', lines: noisy }
        const reading = qinzhouReader.read(text)
        expect(reading.entries.map(({ title, fields }) => ({ title, fields }))).toEqual(plain)
        expect(auditReading(text, reading)).toEqual([])
      },
    ),
    { numRuns: 25 },
  )
})

test('a text of another layout is refused', () => {
  expect(() => qinzhouReader.read({ guide: '000', lines: ['1 范围', '本标准规定了……'] })).toThrow(RangeError)
})

test.each([
  ['1.现场办理；2.网上申报。', false],
  ['2.社保服务大厅自助一体机', false],
  ['2.网上申报（社保机构网上进行预审，审核通过后用人单位需现场提交材料）。', false],
  ['持身份证或社保卡到区内就近的村级人社服务平台认证', false],
  ['2.网报地址：https://www.gx12333.net/si', true],
  ['中国广西人才市场人事档案网（http：//www.gxrcda.com/）', true],
  ['2.网上申报：', true],
  ['（5）国家政务服务平台，“跨省通办服务专区”', true],
  ['3.微信：关注“广西人社服务”公众号', true],
])('%s gives an online address: %s', (line, expected) => {
  expect(isOnlineAddress(line)).toBe(expected)
})
