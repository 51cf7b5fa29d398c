import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { auditReading } from '../../../knowledge/guides/audit.js'
import type { GuideText, ReadEntry } from '../../../knowledge/guides/contract.js'
import { neimengguReader } from '../../../knowledge/guides/neimenggu/index.js'
import { holdsPersonalData } from '../../../knowledge/guides/neimenggu/personal.js'

const root = process.cwd()
const guides = join(root, '../shared/guides')
const samples = join(root, '../shared/eval/items.sample.jsonl')
const squeeze = (text = '') => text.replace(/\s/g, '')
const load = (path: string): GuideText => ({ guide: '003', lines: readFileSync(path, 'utf8').split('\n') })

const excerpt = load(join(root, 'test/fixtures/guides/neimenggu-excerpt.txt'))
const whole = existsSync(guides)
  ? load(
      join(
        guides,
        readdirSync(guides).find((name) => name.startsWith('003_'))!,
      ),
    )
  : undefined

/** Everything a person or an operator could ever be shown of an entry. */
const partsOf = (entry: ReadEntry): string[] => [
  entry.title,
  ...(entry.aliases ?? []),
  ...Object.values(entry.fields),
  ...(entry.operator ?? []).flatMap((note) => [note.section, note.text]),
  ...(entry.companions ?? []).flatMap((one) => [one.title, ...Object.values(one.fields)]),
  ...(entry.flags ?? []).map((flag) => flag.message),
]

describe.each([
  ['the excerpt', excerpt, 31, 4],
  ...(whole ? ([['the whole guide', whole, 157, 4]] as const) : []),
] as const)('reading 内蒙古 from %s', (_, text, count, companions) => {
  const reading = neimengguReader.read(text)
  const find = (title: string) => reading.entries.find((entry) => entry.title === title)!
  const linesWith = (words: RegExp) =>
    text.lines.flatMap((line, index) => (words.test(line) ? [index + 1] : []))
  const usesOf = (line: number) => reading.uses.filter((use) => use.line === line)

  test('finds every service once and accounts for every line', () => {
    expect(reading.entries).toHaveLength(count)
    expect(new Set(reading.entries.map((entry) => entry.title)).size).toBe(count)
    expect(new Set(reading.entries.map((entry) => entry.kind))).toEqual(new Set(['service']))
    expect(reading.entries.flatMap((entry) => entry.companions ?? [])).toHaveLength(companions)
    expect(auditReading(text, reading)).toEqual([])
  })

  test('says for every field where it stands', () => {
    for (const entry of reading.entries) {
      expect(Object.keys(entry.sections).sort()).toEqual(Object.keys(entry.fields).sort())
      for (const { lines } of Object.values(entry.sections)) {
        expect(lines[0]).toBeGreaterThanOrEqual(entry.lines[0])
        expect(lines[1]).toBeLessThanOrEqual(entry.lines[1])
      }
    }
  })

  test('never lets a number of a person or a default PIN into any part of any entry', () => {
    for (const part of reading.entries.flatMap(partsOf)) {
      const plain = part.normalize('NFKC').replace(/https?:\/\/\S+/g, '')
      expect(plain).not.toMatch(/(?<!\d)\d(?:[ \n]?\d){16}[\dXx](?!\d)/)
      expect(plain).not.toMatch(/(?<!\d)1[3-9](?:[ \n-]?\d){9}(?!\d)/)
      expect(plain).not.toMatch(/(?<!\d)\d(?:[ \n]?\d){15,18}(?!\d)/)
      expect(plain).not.toMatch(/初始密码|请您选择|操作日志 操作说明|个人编号[:：]? ?\d|screenshot/)
      expect(part.split('\n').filter(holdsPersonalData)).toEqual([])
    }
  })

  test('keeps the default PIN and the report of a wage claim out as personal data', () => {
    for (const line of [...linesWith(/初始密码为/), ...linesWith(/^例：\t/)])
      expect(usesOf(line)).toEqual([{ line, omitted: 'personal_data' }])
  })

  test('reads a standard: limits with their headings, materials from the step 申请, a step that is missing', () => {
    const entry = find('企业职工参保登记规范')
    expect(entry.fields.time_limit).toBe(
      '5.3 办理时限\n5.3.1 法定办理时限\n无。\n5.3.2 承诺办理时限\n即时办结。',
    )
    expect(entry.sections.conditions?.section).toBe('5.1 办理条件')
    expect(entry.fields.materials).toMatch(/^用人单位向参保的社会保险经办机构提出职工参保登记申请/)
    expect(entry.fields.process).toMatch(/^6\.1 申请\n[^]*\n6\.6 流程图\n流程图见附录 B。$/)
    expect(entry.flags).toEqual([expect.objectContaining({ code: 'source_slip', field: 'process' })])
    expect(entry.operator?.map((note) => note.section)).toEqual(['7 风险控制', '8 业务档案管理'])
  })

  test('takes the list of the next step where 申请 only says 相关材料', () => {
    expect(find('工程建设项目延期变更规范').fields.materials).toMatch(/《追加造价表》/)
  })

  test('stops at a form whose annex heading is missing', () => {
    expect(find('机关事业单位养老保险断缴补缴申报规范').fields.policy_basis).toMatch(
      /（人社部发〔2015〕32）号。$/,
    )
  })

  test('names the documents for a social security card, not the steps at the counter', () => {
    const entry = find('实体社会保障卡（社会保障功能）密码修改与重置（含本地、异地）规范')
    expect(entry.fields.materials).toMatch(/有效身份证件包括/)
    expect(entry.fields.process).toMatch(/6\.2\.2 社会保障卡密码修改/)
  })

  test('leaves the form after 结果反馈 to itself', () => {
    expect(find('企业职工养老保险个人账户一次性待遇申领').fields.result).toBe(
      '（一）线上反馈\n《事项办结通知单》。\n（二）线下反馈\n《事项办结通知单》。',
    )
  })

  test('reads the parts of 基本信息', () => {
    const entry = find('停工留薪期延长申请')
    expect(entry.fields.department).toBe('盟市级劳动能力鉴定委员会。')
    expect(entry.fields.fee).toMatch(/收费标准：200 元\/人/)
    expect(entry.fields.online_url).toMatch(/personl>\nogin。$/)
    expect(entry.fields.notes).toMatch(/必须到现场原因/)
  })

  test('calls an item by the contents and knows its own title', () => {
    expect(find('统筹地区以外交通、住宿费申请').aliases).toEqual(['统筹地区以外交通、食宿费申请'])
    expect(find('企业实行不定时工作制和综合计算工时工作制审批').aliases).toEqual([
      '企业实行不定时工作制度和综合计算工时工作制度审批',
    ])
    expect(find('失业保险金申领办事指南').aliases).toEqual(['失业保险金申领'])
  })

  test('parts screenshots from what an operator may read', () => {
    const notes = find('辅助器具异地配置申请').operator!
    const steps = notes.find((note) => note.section === '二十一、经办操作要点')!
    expect(steps.text).toMatch(/如图所示：\n点击【操作日志】/)
    expect(steps.text).toMatch(/3\.选择配置项目时，可输入两到三个字模糊搜索。$/)
    const flags = find('辅助器具配置（更换）费用申报').flags
    expect(flags).toEqual([expect.objectContaining({ message: expect.stringContaining('业务共享需求') })])
  })

  test('keeps the cells of the unemployment tables apart', () => {
    const { notes, hours, phone } = find('失业保险金申领办事指南').fields
    const rows = notes!.split('\n').map((row) => row.split('\t'))
    const years = rows.find((row) => row[0] === '缴费年限')!
    const months = rows.find((row) => row[0] === '享受月数')!
    expect(months[years.indexOf('4')]).toBe('12')
    expect(months[years.indexOf('10')]).toBe('24')
    expect(rows.find((row) => row[0] === '第 1-12 个月')?.[1]).toBe('1782')
    expect(hours).toMatch(/1 日至 15 日/)
    expect(phone).toBe('各地自行公布咨询电话和查询电话。')
  })

  test('adds manuals, notices and working rules to the service they belong to', () => {
    const titles = (title: string) =>
      find(title).companions?.map((one) => [one.title, Object.keys(one.fields)])
    expect(titles('职业供求信息、市场工资指导价位信息、培训信息发布办事指南')).toEqual([
      ['职业供求信息、市场工资指导价位信息、培训信息发布操作手册', ['process']],
    ])
    expect(titles('个人创业担保贷款')).toEqual([['创业担保贷款告知书', ['notes']]])
    expect(titles('劳动人事争议仲裁申请流程指南')).toEqual([['劳动人事争议仲裁申请工作细则', ['process']]])
    const manual = find('职业供求信息、市场工资指导价位信息、培训信息发布办事指南').companions![0]!
    expect(manual.fields.process).toMatch(/zwfw\.nmg\.gov\.cn[^]*第四步：按照系统步骤填写所需信息即可。$/)
  })

  test('reads the limit that stands after 附件 and marks the copy under a wrong title', () => {
    const entry = find('一次性创业补贴申领')
    expect(entry.fields.time_limit).toMatch(/^六、办理时限\n各盟市/)
    expect(entry.fields.process).toMatch(/补贴标准 10000 元/)
    const again = find('公共就业创业服务标准')
    expect(again).toMatchObject({ duplicate_of: entry.title, aliases: [entry.title] })
    expect(again.flags).toEqual([expect.objectContaining({ code: 'duplicate_title' })])
  })

  test('answers how to query, what to submit and what it costs from where these stand', () => {
    const diploma = find('技工院校毕业证书查询、核验').fields
    expect(diploma.channels).toMatch(/^1\.线上查询核验/)
    expect(diploma.policy_basis).toContain(diploma.channels)
    const arbitration = find('劳动人事争议仲裁申请流程指南').fields
    expect(arbitration.materials).toMatch(/^1\. 申请人系劳动者需提交的材料\n[^]*与案件相关的证据材料。$/)
    expect(arbitration.fee).toBe('(一) 劳动人事争议仲裁申请不收取费用。')
  })

  test('reads the hotline and its three flows', () => {
    const hotline = find('12333人力资源和社会保障咨询服务工作办事指南')
    expect(hotline.fields.hours).toMatch(/法定工作时间“人工咨询服务”/)
    expect(hotline.operator?.map((note) => note.section)).toEqual([
      '附录 A（规范性） 服务用语',
      '附录 B（规范性） 监听评分细则（扣分制）',
    ])
    for (const title of ['政策咨询服务流程', '办事指南服务流程', '投诉举报服务流程']) {
      const { fields } = find(title)
      expect(fields.fee).toMatch(/电话服务不收费/)
      expect(fields.time_limit).toMatch(/^3 办理时限\n/)
      expect(fields.process).toMatch(/核实参保地/)
    }
    expect(find('投诉举报服务流程').fields.summary).toMatch(/拖欠工资/)
  })

  test('reads the six services for personnel archives', () => {
    for (const title of [
      '档案的接收',
      '档案的转递',
      '依据档案记载出具相关证明',
      '为符合相关规定的单位提供档案查（借）阅服务',
      '为相关单位提供政审考察服务',
      '档案材料的收集、鉴别和归档',
    ])
      expect(Object.keys(find(title).fields).sort()).toEqual(
        expect.arrayContaining(['audience', 'conditions', 'materials', 'notes', 'policy_basis', 'process']),
      )
    const whole = find('内蒙古自治区流动人员人事档案管理服务标准化流程')
    expect(whole.operator?.map((note) => note.section)).toEqual([
      '档案的整理和保管',
      '日常管理',
      expect.stringMatching(/^附录 4/),
    ])
  })
})

test('loses nothing when blank lines and trailing spaces are added', () => {
  const expected = neimengguReader.read(excerpt).entries.map((entry) => [entry.title, entry.fields])
  fc.assert(
    fc.property(fc.array(fc.nat(excerpt.lines.length - 1), { maxLength: 60 }), fc.nat(7), (places, step) => {
      const blanks = new Set(places)
      const lines = excerpt.lines.flatMap((line, index) => [
        ...(blanks.has(index) ? [''] : []),
        line && index % (step + 2) === 0 ? `${line}  ` : line,
      ])
      const text = { guide: '003', lines }
      const reading = neimengguReader.read(text)
      expect(reading.entries.map((entry) => [entry.title, entry.fields])).toEqual(expected)
      expect(auditReading(text, reading)).toEqual([])
    }),
    { numRuns: 10 },
  )
})

test('refuses a text without the table of contents', () => {
  expect(() => neimengguReader.read({ guide: '003', lines: ['1 范围', '无。'] })).toThrow(
    'neimenggu.no_contents',
  )
})

test.each([
  ['1101011900010100 00', true],
  ['电话 1390000000 0', true],
  ['个人编号 1500000000000000', true],
  ['身份证号 15010...41', true],
  ['初始密码为“000000”', true],
  ['拨打 12333，或 0471-1234567', false],
  ['（内人社办发〔2023〕192号）2024 年 6 月 28 日', false],
  ['2138.4\t1924.56\t2280.96', false],
])('holdsPersonalData(%j) is %j', (text, expected) => expect(holdsPersonalData(text)).toBe(expected))

;(whole ? describe : describe.skip)('with the whole guide at hand', () => {
  const reading = whole ? neimengguReader.read(whole) : { entries: [], uses: [] }

  test('reproduces every field of every sample entry', () => {
    const companions = reading.entries.flatMap((entry) => entry.companions ?? [])
    const rows = readFileSync(samples, 'utf8')
      .trim()
      .split('\n')
      .map((row) => JSON.parse(row) as SampleRow)
      .filter((row) => row.region === '内蒙古')
    expect(rows.length).toBeGreaterThan(15)
    for (const row of rows) {
      const found = [...reading.entries, ...companions].find(
        (one) => squeeze(one.title) === squeeze(row.title),
      )
      for (const [field, value] of Object.entries(row.fields))
        expect([row.title, field, squeeze(found?.fields[field as 'fee'])]).toEqual([
          row.title,
          field,
          squeeze(value),
        ])
      if (row.kind === 'standard') expect(found).toMatchObject({ lines: [row.start_line, row.end_line] })
    }
  })

  test('lets no name of a sample person or employer through', () => {
    const named: readonly (readonly [line: number, pattern: RegExp])[] = [
      [11059, /单位名称 (\S+)/],
      [11256, /单位名称 (\S+)/],
      [11606, /欢迎您: (\S+)/],
      [11822, /Name\) ([^ ,]{2,}),/],
      [11822, /Unit Name\) ([^,]+),/],
      [12796, /名称 (\D\S+)/],
      [13166, /单位名称: (\S+)/],
      [13359, /单位名称\t(\S+)/],
      [13541, /姓名 (\S+)/],
      [13727, /姓名: (\S+)/],
      [13727, /单位名称: (\S+)/],
      [14260, /单位名称: (\S+)/],
      [18179, /\t(\S+) \(农民工\)/],
      [18179, /负责人：(\S+?)（/],
      [18179, /单位名称：(\S+?)（/],
    ]
    const parts = reading.entries.flatMap(partsOf).join('\n')
    for (const [line, pattern] of named) {
      const name = pattern.exec(whole!.lines[line - 1]!)?.[1]
      expect([line, name]).toEqual([line, expect.stringMatching(/^.{2,}/)])
      expect([line, parts.includes(name!)]).toEqual([line, false])
    }
  })

  test('finds 46 local standards and none of the four texts that are no services', () => {
    const standards = reading.entries.filter((entry) => /^5\.[1-9] /.test(entry.sections.fee?.section ?? ''))
    expect(standards).toHaveLength(46)
    for (const title of ['操作手册', '告知书', '工作细则'])
      expect(reading.entries.filter((entry) => entry.title.endsWith(title))).toEqual([])
  })

  test('flags what contradicts itself for the resident', () => {
    const told = reading.entries.flatMap((entry) =>
      (entry.flags ?? []).filter((flag) => flag.reader).map(() => entry.title),
    )
    expect(told).toEqual([
      '社会保障卡（社会保障功能）注销规范',
      '企业职工基本养老保险转入机关事业单位基本养老保险申请',
      '企业职工基本养老保险转入城乡居民基本养老保险申请',
      '城乡居民基本养老保险关系转移接续申请',
      '失业保险关系转移接续办事指南',
    ])
  })
})

interface SampleRow {
  readonly region: string
  readonly kind: string
  readonly title: string
  readonly start_line: number
  readonly end_line: number
  readonly fields: Readonly<Record<string, string>>
}
