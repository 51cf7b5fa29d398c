import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { auditReading } from '../../../knowledge/guides/audit.js'
import { baiyinReader } from '../../../knowledge/guides/baiyin.js'
import { readCoded } from '../../../knowledge/guides/baiyin-members.js'
import type { GuideText, ReadEntry, Reading } from '../../../knowledge/guides/contract.js'

const shared = join(process.cwd(), '..', 'shared')
const guideFile = join(shared, 'guides', '002_d4e3f231794595e4.txt')
const sampleFile = join(shared, 'eval', 'items.sample.jsonl')
const hasGuide = existsSync(guideFile)

const excerpt = textOf(join(process.cwd(), 'test', 'fixtures', 'guides', 'baiyin-excerpt.txt'))
const guide = hasGuide ? textOf(guideFile) : excerpt

describe('baiyin excerpt', () => {
  const reading = baiyinReader.read(excerpt)

  it('accounts for every line', () => expect(auditReading(excerpt, reading)).toEqual([]))

  it('finds bundles and speed-ups across repeated page headers', () => {
    expect(reading.entries.map(({ kind, title, code }) => [kind, title, code])).toEqual([
      ['bundle', '一件事:企业招用员工', undefined],
      ['bundle', '一件事:企业与员工解除终止劳动合同', undefined],
      ['bundle', '一件事:高校毕业生就业（含灵活就业）', undefined],
      ['bundle', '一件事:职工退休', undefined],
      ['bundle', '一件事:申领工亡人员有关待遇', undefined],
      ['speedup', '提速:工伤认定申请', '1.7.4'],
      [
        'speedup',
        '提速:劳动能力鉴定申请（含1.7.5劳动能力鉴定申请、1.7.6劳动能力再次鉴定申请、1.7.7劳动能力复查鉴定申请）',
        undefined,
      ],
      ['speedup', '提速:求职创业补贴申领（就业困难人员）', '2.6.4'],
      ['speedup', '提速:高等学校等毕业生接收手续办理', '2.7.1'],
    ])
  })

  it('joins a member split over two lines and lists what a composite includes', () => {
    const hiring = entry(reading, '企业招用员工')
    expect(hiring.members).toHaveLength(11)
    expect(hiring.members?.[0]).toEqual({
      name: '职工参保登记',
      code: '1.1.5',
      handler: '社保中心参保登记股',
    })
    expect(hiring.members?.[2]).toEqual({
      name: '养老保险关系转移接续',
      handler: '社保中心参保登记股、社保中心机关事业单位养老保险股',
      includes: [
        { code: '1.6.10', name: '城镇职工基本养老保险关系转移接续申请' },
        { code: '1.6.13', name: '机关事业单位基本养老保险与城镇企业职工基本养老保险互转申请' },
        { code: '1.6.15', name: '军地养老保险关系转移接续申请' },
      ],
    })
  })

  it('drops doubled markers and completes a cut code from the item of the same name', () => {
    expect(member(entry(reading, '企业与员工解除'), '存档人员党员组织关系的接转')?.code).toBe('3.4.7')
    expect(member(entry(reading, '职工退休'), '养老保险待遇发放账户维护申请')?.code).toBe('1.2.3')
    const graduates = entry(reading, '高校毕业生就业')
    expect(member(graduates, '职工参保登记')?.code).toBe('1.1.5')
    expect(graduates.flags?.map((flag) => flag.message)).toEqual(
      expect.arrayContaining([expect.stringContaining('“1.5”'), expect.stringContaining('髙等学校')]),
    )
  })

  it('keeps OCR slips in names and flags them', () => {
    const death = entry(reading, '申领工亡人员')
    expect(death.members?.map(({ name, includes }) => [name, includes?.length])).toEqual([
      ['工伤备案登记', 2],
      ['工伤医疗费用申报', 4],
      ['一次性及长期待遇申领', 2],
      ['工伤保险待遇发放账户维护申请', undefined],
    ])
    expect(death.members?.[2]?.includes).toEqual([
      { code: '1.7.27', name: '—次性工亡补助金（含生活困难，预支50%确认、丧葬补助金申领' },
      { code: '1.7.28', name: '供养亲属抚恤金申领' },
    ])
    expect(death.flags?.some((flag) => flag.message.includes('括号不配对'))).toBe(true)
    const retired = entry(reading, '职工退休')
    expect(retired.fields.members).toContain('城镇职工基本养老保险关转移 接续申请')
    expect(retired.flags?.some((flag) => flag.message.includes('关转移接续'))).toBe(true)
  })

  it('answers who handles a member per bundle', () => {
    const file = '档案的接收和转递（流动人员）'
    expect(member(entry(reading, '企业招用员工'), file)?.handler).toBe('人才交流股')
    expect(member(entry(reading, '企业与员工解除'), file)?.handler).toBe('社保中心档案室')
    expect(entry(reading, '企业与员工解除').fields.handler?.split('\n')).toContain(`${file}：社保中心档案室`)
  })

  it('tells the leading from the supporting unit, and the place from the way', () => {
    const { fields } = entry(reading, '企业招用员工')
    expect(fields.department).toBe('牵头单位：社保中心\n配合单位：就业服务中心、人才交流股、劳动监察中队')
    expect(fields.channels).toBe('现场办理。\n在白银区政府5号楼一、二楼经办大厅窗口。')
    expect(fields.location).toBe('在白银区政府5号楼一、二楼经办大厅窗口。')
    expect(fields.notes).toBe('区级全部打包办理')
  })

  it('keeps 未办理 and 未提速 and flags a cell copied from the row above', () => {
    expect(entry(reading, '求职创业补贴申领（就业困难人员）').fields).toEqual({
      time_limit: '未办理',
      time_limit_before: '无',
      department: '未办理',
    })
    const appraisal = entry(reading, '劳动能力鉴定申请')
    expect(appraisal.fields.time_limit).toBe('未提速')
    expect(appraisal.aliases).toEqual(['劳动能力鉴定申请'])
    expect(appraisal.members?.map((one) => one.code)).toEqual(['1.7.5', '1.7.6', '1.7.7'])
    expect(appraisal.flags?.map(({ code, reader }) => [code, reader])).toEqual([['foreign_text', true]])
  })
})

describe('readCoded', () => {
  it.each([
    ['1. 1.5职工参保登记', '1.1.5', '职工参保登记'],
    ['01. 1.5职工参保登记', '1.1.5', '职工参保登记'],
    ['1.6. 16多重养老保险关系个人账户退费', '1.6.16', '多重养老保险关系个人账户退费'],
    ['养老保险关系转移接续', undefined, '养老保险关系转移接续'],
  ])('%s', (text, code, name) => expect(readCoded(text)).toMatchObject({ ...(code ? { code } : {}), name }))
})

describe('a text of another layout', () => {
  it('is refused', () => {
    expect(() => baiyinReader.read({ guide: '002', lines: ['一、事项描述', '略'] })).toThrow(RangeError)
  })
})

describe('white space', () => {
  it('neither loses lines nor changes a field', () => {
    const plain = baiyinReader.read(excerpt).entries.map((one) => one.fields)
    fc.assert(
      fc.property(fc.infiniteStream(fc.constantFrom('', '', '', '\n', ' ', '\n\t\n')), (noise) => {
        const lines = excerpt.lines.flatMap((line) => `${line}${noise.next().value}`.split('\n'))
        const noisy = { guide: '002', lines }
        const reading = baiyinReader.read(noisy)
        expect(auditReading(noisy, reading)).toEqual([])
        expect(reading.entries.map((one) => one.fields)).toEqual(plain)
      }),
      { numRuns: 30 },
    )
  })
})

const ofGuide = hasGuide ? describe : describe.skip
// Skipped where the official guides are not at hand: they are not part of the repository.
ofGuide('baiyin guide', () => {
  const reading = baiyinReader.read(guide)
  const bundles = reading.entries.filter((one) => one.kind === 'bundle')
  const speedups = reading.entries.filter((one) => one.kind === 'speedup')

  it('accounts for every line', () => expect(auditReading(guide, reading)).toEqual([]))

  it('has 10 bundles with 86 members and 25 speed-ups', () => {
    expect(bundles.map((one) => one.members?.length)).toEqual([11, 6, 8, 15, 9, 15, 7, 4, 6, 5])
    expect(speedups).toHaveLength(25)
    expect(new Set(reading.entries.map((one) => one.title)).size).toBe(35)
  })

  it('gives every member a handler and every single member a whole code', () => {
    const members = bundles.flatMap((one) => one.members ?? [])
    expect(members.filter((one) => !one.handler)).toEqual([])
    expect(members.filter((one) => one.includes)).toHaveLength(7)
    const singles = members.flatMap((one) => one.includes ?? [one])
    expect(singles.filter((one) => !/^\d+\.\d+\.\d+$/.test(one.code ?? ''))).toEqual([])
  })

  it('has the same fields in every bundle and in every speed-up', () => {
    const fieldsOf = (one: ReadEntry) => Object.keys(one.fields).sort()
    for (const one of bundles)
      expect(fieldsOf(one)).toEqual(
        ['channels', 'department', 'handler', 'location', 'members', 'notes', 'process', 'time_limit'].sort(),
      )
    for (const one of speedups)
      expect(fieldsOf(one)).toEqual(['department', 'time_limit', 'time_limit_before'])
  })

  it('puts on an address only what stands under 现场办理', () => {
    expect(entry(reading, '一件事:失业').fields.location).toBe('在白银区政府5号楼二楼经办大厅窗 口。')
    expect(entry(reading, '一件事:失业').fields.channels).toContain('掌上12333APP')
  })

  it('reproduces the sample', () => expect(sampleMisses(reading, '白银区')).toEqual([]))
})

function entry(reading: Reading, words: string): ReadEntry {
  const found = reading.entries.find((one) => one.title.includes(words))
  if (!found) throw new Error(`no entry ${words}`)
  return found
}

function member(bundle: ReadEntry, name: string) {
  return bundle.members?.find((one) => one.name === name)
}

function textOf(file: string): GuideText {
  return { guide: '002', lines: readFileSync(file, 'utf8').split('\n') }
}

function sampleMisses(reading: Reading, region: string): string[] {
  const bare = (text: string | undefined) => text?.replace(/\s/g, '')
  const rows = readFileSync(sampleFile, 'utf8')
    .trim()
    .split('\n')
    .map((row) => JSON.parse(row))
  const own = rows.filter((row) => row.region === region)
  expect(own.length).toBeGreaterThan(0)
  return own.flatMap((row) => {
    const found = reading.entries.find((one) => one.title === row.title)
    if (!found || found.lines[0] !== row.start_line || found.lines[1] !== row.end_line) return [row.title]
    if (row.code !== found.code) return [`${row.title} code`]
    return Object.entries<string>(row.fields)
      .filter(([field, text]) => bare(found.fields[field as keyof ReadEntry['fields']]) !== bare(text))
      .map(([field]) => `${row.title} ${field}`)
  })
}
