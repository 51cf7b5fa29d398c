import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Field } from '../../../knowledge/entry.js'
import { auditReading } from '../../../knowledge/guides/audit.js'
import type { GuideText, ReadEntry } from '../../../knowledge/guides/contract.js'
import { laiyuanReader } from '../../../knowledge/guides/laiyuan.js'

const root = process.cwd()
const guides = join(root, '../shared/guides')
const samples = join(root, '../shared/eval/items.sample.jsonl')
const squeeze = (text = '') => text.replace(/\s/g, '')
const load = (path: string): GuideText => ({ guide: '001', lines: readFileSync(path, 'utf8').split('\n') })

// Whole blocks of the guide, in its order: the contents' debris and the odd items of the reading notes.
const excerpt = load(join(root, 'test/fixtures/guides/laiyuan-excerpt.txt'))
const name = existsSync(guides) && readdirSync(guides).find((file) => file.startsWith('001_'))
const whole = name ? load(join(guides, name)) : undefined

const FIELDS = [
  'channels',
  'complaint',
  'conditions',
  'fee',
  'hours',
  'location',
  'materials',
  'online_url',
  'phone',
  'result',
  'summary',
  'time_limit',
]
const SEE = '详见个人申请创业担保贷款、小微企业申请创业担保贷款'

const flagsOf = (entry: ReadEntry) =>
  (entry.flags ?? []).map(({ code, field, reader }) => [code, field, reader ?? false])

describe.each([
  ['the excerpt', excerpt, 16],
  ...(whole ? ([['the whole guide', whole, 365]] as const) : []),
] as const)('reading 涞源县 from %s', (_, text, count) => {
  const reading = laiyuanReader.read(text)
  const find = (title: string) => reading.entries.find((entry) => entry.title === title)!

  test('finds every item once and accounts for every line', () => {
    expect(reading.entries).toHaveLength(count)
    expect(new Set(reading.entries.map((entry) => entry.title)).size).toBe(count)
    expect(auditReading(text, reading)).toEqual([])
  })

  test('gives every item its code and the same twelve fields', () => {
    for (const entry of reading.entries) {
      expect([entry.title, entry.code]).toEqual([entry.title, expect.stringMatching(/^\d{12}$/)])
      expect([entry.title, Object.keys(entry.fields).sort()]).toEqual([entry.title, FIELDS])
      expect(Object.keys(entry.sections).sort()).toEqual(FIELDS)
    }
  })

  // The audit sees one label a line, so where phone and site share a line it cannot see the phone.
  test('keeps the phone of every inquiry row', () => {
    const rows = text.lines.join('\n').match(/咨询电话：[\d-]+/g)!
    const phones = reading.entries.flatMap(({ fields }) =>
      fields.phone === SEE ? [] : [`咨询电话：${fields.phone}`],
    )
    expect(phones).toEqual(rows)
  })

  test('puts every section inside its item and every item after the one before', () => {
    let end = 0
    for (const { lines, sections } of reading.entries) {
      expect(lines[0]).toBeGreaterThan(end)
      end = lines[1]
      for (const section of Object.values(sections)) {
        expect(section.section).toMatch(/\p{Script=Han}/u)
        expect(section.lines[0]).toBeGreaterThan(lines[0])
        expect(section.lines[1]).toBeLessThanOrEqual(end)
      }
    }
  })

  test('leaves headings, bookmarks and the debris of the contents out of every text', () => {
    expect(JSON.stringify(reading.entries)).not.toMatch(/bookmark|_Toc|\\t/)
    for (const { title, fields } of reading.entries) {
      expect([title, fields.complaint]).toEqual([title, expect.not.stringContaining('办事指南')])
    }
    expect(
      reading.uses.flatMap((use) => ('omitted' in use && use.omitted === 'contents' ? [use.line] : [])),
    ).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  test('takes a name with a bookmark inside and the other brackets of a heading', () => {
    expect(find('拔尖人才项目（专技平台）选拔报名').code).toBe('132014207012')
    expect(find('职工正常退休(职)申请').aliases).toEqual(['职工正常退休（职）申请'])
  })

  test('finds the heading over a blank line and begins at the code where there is none', () => {
    const line = (entry: ReadEntry) => text.lines[entry.lines[0] - 1]!.trim()
    expect(line(find('小微企业申请创业担保贷款'))).toBe('49.小微企业申请创业担保贷款办事指南')
    expect(line(find('工伤保险定期待遇暂停申请'))).toBe('事项编码：132014007037')
  })

  test('keeps the bureau that a heading names for operators', () => {
    expect(find('监理工程师').operator).toEqual([
      { section: '标题', text: '市局302.监理工程师办事指南', lines: expect.anything() },
    ])
  })

  test('reads an inquiry row split in two, and one with another site', () => {
    expect(find('事业单位岗位聘用核准').fields).toMatchObject({
      phone: '0312-7318400',
      online_url: 'https://he.12333.gov.cn',
    })
    const fair = reading.entries.find((entry) => entry.code === '132014107008')!
    expect(fair.fields).toMatchObject({
      phone: '0312-7318400',
      online_url: 'www.hbrc.com.cn',
      complaint: '监督电话：0312-7844619，查询网址：www.hbrc.com.cn',
      hours: '线上：活动期间24小时。\n线下：招聘会举办期间 8：30-14：00。',
    })
  })

  test('flags the umbrella item and answers with its references', () => {
    const umbrella = find('创业担保贷款申请')
    expect(flagsOf(umbrella)).toEqual([['umbrella', undefined, true]])
    expect(umbrella.flags![0]!.message).toContain('“个人申请创业担保贷款”、“小微企业申请创业担保贷款”')
    for (const field of ['fee', 'hours', 'location', 'phone', 'online_url', 'complaint'] as const) {
      expect(umbrella.fields[field]).toBe(SEE)
    }
    expect(find('个人申请创业担保贷款').flags).toBeUndefined()
  })

  test('flags a code used twice', () => {
    for (const title of ['职业培训学校办学许可', '中外、内地与港澳、大陆与台湾合作职业技能培训项目审批']) {
      expect(flagsOf(find(title))).toContainEqual(['duplicate_code', undefined, false])
    }
  })

  test('keeps swapped, foreign and copied rows as they are, and flags them for residents', () => {
    const paused = find('机关事业养老保险待遇暂停申请')
    expect(paused.fields.channels).toMatch(/^大厅自取/)
    expect(flagsOf(paused)).toEqual([
      ['source_slip', 'channels', true],
      ['source_slip', 'result', true],
    ])
    const injury = find('工伤保险定期待遇暂停申请')
    expect(injury.fields.fee).toBe('本业务为即时业务：即时办结。')
    expect(flagsOf(injury)).toContainEqual(['foreign_text', 'fee', true])
    const refund = find('多重养老保险关系个人账户退费（账户合并）')
    expect(refund.fields.summary).toBe(find('工伤复发治疗申请').fields.summary)
    expect(flagsOf(refund)).toEqual([['foreign_text', 'summary', true]])
    expect(find('工伤复发治疗申请').flags).toBeUndefined()
  })
})

if (whole) {
  const reading = laiyuanReader.read(whole)
  const byLine = (line: number) => reading.entries.find(({ lines }) => lines[0] <= line && line <= lines[1])!

  test('gives every sampled item of 涞源县 exactly, its lines included', () => {
    const rows = readFileSync(samples, 'utf8')
      .trim()
      .split('\n')
      .map((row) => JSON.parse(row) as Sample)
      .filter(({ region }) => region === '涞源县')
    expect(rows).toHaveLength(44)
    for (const { title, code, start_line, end_line, fields } of rows) {
      const entry = reading.entries.find((found) => found.title === title && found.code === code)!
      expect([title, entry.lines]).toEqual([title, [start_line, end_line]])
      for (const [field, text] of Object.entries(fields)) {
        expect([title, field, squeeze(entry.fields[field as Field])]).toEqual([title, field, squeeze(text)])
      }
    }
  })

  test.each([
    [717, 'source_slip', 'materials'],
    [1471, 'source_slip', 'conditions'],
    [2836, 'source_slip', 'materials'],
    [6261, 'source_slip', 'channels'],
    [7483, 'foreign_text', 'summary'],
    [8602, 'foreign_text', 'fee'],
    [10532, 'source_slip', 'conditions'],
    [10978, 'foreign_text', 'summary'],
    [11031, 'source_slip', 'conditions'],
    [11084, 'source_slip', 'channels'],
    [12091, 'foreign_text', 'summary'],
    [12314, 'source_slip', 'materials'],
    [12709, 'foreign_text', 'materials'],
    [14519, 'source_slip', 'materials'],
    [15407, 'foreign_text', 'summary'],
  ])('flags what the reading notes name at line %d', (line, code, field) => {
    expect(flagsOf(byLine(line)).map(([found, at]) => [found, at])).toContainEqual([code, field])
  })

  test('counts what the guide repeats', () => {
    const count = (field: Field, text: string) =>
      reading.entries.filter(({ fields }) => fields[field]?.includes(text)).length
    expect(count('phone', '0312-7318400')).toBe(364)
    expect(count('complaint', '0312-7844619')).toBe(364)
    expect(count('fee', '不收费')).toBe(335)
    expect(count('location', '广平大街2号')).toBe(306)
    expect(count('location', '广昌大街73号')).toBe(48)
    expect(count('location', '石家庄')).toBe(2)
    expect(count('online_url', 'www.hbrc.com.cn')).toBe(2)
  })

  test('warns residents of no more than the few rows that mislead', () => {
    const warned = reading.entries.flatMap(({ flags = [] }) => flags.filter(({ reader }) => reader))
    expect(warned).toHaveLength(8)
  })
}

interface Sample {
  readonly region: string
  readonly title: string
  readonly code: string
  readonly start_line: number
  readonly end_line: number
  readonly fields: Record<string, string>
}

test('refuses a text of another layout', () => {
  expect(() => laiyuanReader.read({ guide: '001', lines: ['一、事项名称', '失业登记'] })).toThrow(RangeError)
})

test('leaves a line nobody knows to the audit', () => {
  const lines = [...excerpt.lines.slice(0, 8), '一句不在目录里的话', ...excerpt.lines.slice(8)]
  const text = { guide: '001', lines }
  expect(auditReading(text, laiyuanReader.read(text))).toEqual([
    { line: 9, text: '一句不在目录里的话', problem: 'unaccounted' },
  ])
})

test('blank lines and spaces at the end of a line change nothing', () => {
  const plain = laiyuanReader
    .read(excerpt)
    .entries.map(({ title, code, fields }) => ({ title, code, fields }))
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(excerpt.lines.length - 1), fc.constantFrom('', '  ', '\t')), {
        maxLength: 30,
      }),
      fc.array(fc.nat(excerpt.lines.length - 1), { maxLength: 30 }),
      (blanks, padded) => {
        const lines = excerpt.lines.flatMap((line, index) => [
          ...blanks.filter(([at]) => at === index).map(([, blank]) => blank),
          padded.includes(index) ? `${line} \t\u3000` : line,
        ])
        const text = { guide: '001', lines }
        const reading = laiyuanReader.read(text)
        expect(auditReading(text, reading)).toEqual([])
        expect(reading.entries.map(({ title, code, fields }) => ({ title, code, fields }))).toEqual(plain)
      },
    ),
    { numRuns: 25 },
  )
})
