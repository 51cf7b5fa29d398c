import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { anshanReader } from '../../../knowledge/guides/anshan.js'
import { auditReading } from '../../../knowledge/guides/audit.js'
import type { GuideText, ReadEntry, Reading } from '../../../knowledge/guides/contract.js'

const shared = join(process.cwd(), '..', 'shared')
const guideFile = join(shared, 'guides', '004_be9634e0e35f9835.txt')
const sampleFile = join(shared, 'eval', 'items.sample.jsonl')
const hasGuide = existsSync(guideFile)

const excerpt = textOf(join(process.cwd(), 'test', 'fixtures', 'guides', 'anshan-excerpt.txt'))
const guide = hasGuide ? textOf(guideFile) : excerpt

describe('anshan excerpt', () => {
  const reading = anshanReader.read(excerpt)

  it('accounts for every line', () => expect(auditReading(excerpt, reading)).toEqual([]))

  it('finds all kinds of entries under their titles', () => {
    expect(reading.entries.map(({ kind, title }) => [kind, title])).toEqual([
      ['service', '用工备案（就业登记）'],
      ['service', '失业登记'],
      ['service', '个人失业原因修改变更'],
      ['service', '出具流动人员人事档案相关证明'],
      ['service', '职工正常退休(职)申请'],
      ['service', '社会保障卡补领、换领、换发'],
      ['office', '窗口地址:铁东区劳动就业和社会保障服务中心'],
      ['office', '窗口地址:铁西区人力资源就业服务中心'],
      ['office', '窗口地址:千山区人力资源和社会保障服务中心'],
      ['office', '窗口地址:台安县劳动和社会保障事务服务中心'],
      ['office', '窗口地址:岫岩满族自治县人力资源事务服务中心'],
      ['forbidden', '禁办:遗失技能人员职业资格证书补发证明的申请'],
      ['forbidden', '禁办:免费职业技能培训报名'],
      ['forbidden', '禁办:外省市评审的职称证书补发'],
      ['deferral', '容缺:免费职业技能培训'],
      ['deferral', '容缺:流动人员人事档案转入'],
    ])
  })

  it('keeps the title of the directory where it differs from the body', () => {
    expect(entry(reading, '用工备案').aliases).toEqual(['就业登记（用工备案）'])
    expect(entry(reading, '职工正常退休').aliases).toEqual(['职工正常退休（退职）申请'])
    expect(entry(reading, '失业登记').aliases).toBeUndefined()
  })

  it('does not take a numbered list for an item', () => {
    const { fields } = entry(reading, '个人失业原因')
    expect(fields.materials).toBe(
      '以下所有材料必须有甲方单位公章及乙方指印：\n1.情况说明\n2.解除劳动合同证明复印件',
    )
    expect(fields.notes).toBeUndefined()
    expect(fields.summary).toBeUndefined()
  })

  it('takes the place without the way, and the web address alone', () => {
    expect(entry(reading, '用工备案').fields).toMatchObject({
      channels:
        '①窗口办：市、区（县）级公共就业服务机构\n②网上办：辽宁省人力资源和社会保障公共服务平台：https://ggfw.lnrc.com.cn/ehrss/login/',
      location: '市、区（县）级公共就业服务机构',
      online_url: 'https://ggfw.lnrc.com.cn/ehrss/login/',
    })
    expect(entry(reading, '出具流动人员').fields.location?.split('\n')).toEqual([
      '师范类、医学类：铁西区三道街81号劳动大厦院后楼综合业务窗口',
      '其它专业类别 ：铁东区莘英路889号一楼综合业务窗口',
    ])
  })

  it('takes phones with whom they serve, and without an area code where there is none', () => {
    expect(entry(reading, '出具流动人员').fields.phone).toBe(
      '0412-2216349（师范类、医学类）、0412-5517322（其它专业类别）',
    )
    expect(entry(reading, '职工正常退休').fields.phone).toBe('5542127')
    const card = entry(reading, '社会保障卡补领')
    expect(card.fields.phone).toBe('0412-5580303、5596188')
    expect(card.fields.complaint).toBeUndefined()
  })

  it('reads values below their label', () => {
    expect(entry(reading, '社会保障卡补领').fields.time_limit).toBe(
      '“窗口办”即时办结；\n“掌上办”5个工作日（从申请到发生邮寄）',
    )
    expect(entry(reading, '职工正常退休').sections.materials?.section).toBe('需要提供的材料')
  })

  it('reads an office whose row a blank line breaks', () => {
    expect(entry(reading, '铁西区人力资源').fields).toEqual({
      location: '铁西区千山西路30栋',
      phone: '0412-7166410',
    })
  })

  it('flags contradictions at each item and changes no word', () => {
    expect(flagged(reading, '失业登记')).toEqual([['contradiction', 'channels', true]])
    expect(flagged(reading, '出具流动人员')).toEqual([['contradiction', 'location', true]])
    expect(flagged(reading, '职工正常退休')).toEqual([['contradiction', 'location', true]])
    expect(flagged(reading, '社会保障卡补领')).toEqual([['contradiction', 'time_limit', undefined]])
    expect(flagged(reading, '千山区')).toContainEqual(['contradiction', 'location', undefined])
    expect(flagged(reading, '台安县')).toEqual([['source_slip', undefined, undefined]])
  })

  it('keeps both reasons of a forbidden case and all columns of a deferral', () => {
    expect(entry(reading, '禁办:遗失').fields.forbidden).toBe(
      '1.证书信息网上不可查\n2.不是原证书颁发机构所发的证书',
    )
    expect(entry(reading, '容缺:流动人员').fields).toEqual({
      deferred: '可容缺资料：身份证复印件\n资料来源：当事人提供\n补正时间：15个工作日',
      time_limit: '15个工作日',
    })
  })
})

describe('a text of another layout', () => {
  it('is refused', () => {
    expect(() => anshanReader.read({ guide: '004', lines: ['一、事项描述', '略'] })).toThrow(RangeError)
  })
})

describe('white space', () => {
  it('neither loses lines nor changes a field', () => {
    const plain = anshanReader.read(excerpt).entries.map((one) => one.fields)
    fc.assert(
      fc.property(fc.infiniteStream(fc.constantFrom('', '', '', '\n', ' ', '\n\t\n')), (noise) => {
        const lines = excerpt.lines.flatMap((line) => `${line}${noise.next().value}`.split('\n'))
        const noisy = { guide: '004', lines }
        const reading = anshanReader.read(noisy)
        expect(auditReading(noisy, reading)).toEqual([])
        expect(reading.entries.map((one) => one.fields)).toEqual(plain)
      }),
      { numRuns: 30 },
    )
  })
})

const ofGuide = hasGuide ? describe : describe.skip
// Skipped where the official guides are not at hand: they are not part of the repository.
ofGuide('anshan guide', () => {
  const reading = anshanReader.read(guide)
  const services = reading.entries.filter((one) => one.kind === 'service')

  it('accounts for every line', () => expect(auditReading(guide, reading)).toEqual([]))

  it('has 36 items, 9 offices, 6 forbidden cases and 4 deferrals', () => {
    const count = (kind: string) => reading.entries.filter((one) => one.kind === kind).length
    expect(['service', 'office', 'forbidden', 'deferral'].map(count)).toEqual([36, 9, 6, 4])
    expect(new Set(reading.entries.map((one) => one.title)).size).toBe(55)
    expect(services.filter((one) => one.aliases).map((one) => one.title)).toEqual([
      '用工备案（就业登记）',
      '就业创业证申领',
      '职工正常退休(职)申请',
    ])
  })

  it('gives every item materials, ways, a place and a time', () => {
    for (const field of ['materials', 'channels', 'location', 'time_limit'] as const)
      expect(services.filter((one) => !one.fields[field]).map((one) => one.title)).toEqual([])
  })

  it('lacks notes and introductions only where the guide does', () => {
    const numbers = (field: 'notes' | 'summary') =>
      services.flatMap((one, index) => (one.fields[field] ? [] : [index + 1]))
    expect(numbers('notes')).toEqual([11, 12, 13, 18, 19])
    expect(numbers('summary')).toEqual([11, 12, 13, 15, 16, 24, 25, 26, 30])
  })

  it('never lets a picture into a text', () => {
    for (const one of reading.entries) expect(Object.values(one.fields).join('\n')).not.toMatch(/\[image/)
  })

  it('flags each item by itself', () => {
    const numbersOf = (words: RegExp) =>
      services.flatMap((one, index) =>
        one.flags?.some((flag) => words.test(flag.message)) ? [index + 1] : [],
      )
    expect(numbersOf(/不同门牌/)).toEqual([14, 15, 16, 18, 19, 24, 25, 26])
    expect(numbersOf(/其他事项多作/)).toEqual([9])
    expect(numbersOf(/没有列出/)).toEqual([2])
    expect(numbersOf(/没有写明/)).toEqual([33])
    expect(numbersOf(/同一网址/)).toEqual([
      1, 4, 15, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 34, 35, 36,
    ])
    const offices = reading.entries.filter((one) => one.kind === 'office')
    expect(offices.map((one) => one.flags?.length ?? 0)).toEqual([0, 0, 0, 1, 0, 1, 1, 0, 0])
  })

  it('reproduces the sample', () => expect(sampleMisses(reading, '鞍山市')).toEqual([]))
})

function flagged(reading: Reading, words: string) {
  return entry(reading, words).flags?.map(({ code, field, reader }) => [code, field, reader])
}

function entry(reading: Reading, words: string): ReadEntry {
  const found = reading.entries.find((one) => one.title.includes(words))
  if (!found) throw new Error(`no entry ${words}`)
  return found
}

function textOf(file: string): GuideText {
  return { guide: '004', lines: readFileSync(file, 'utf8').split('\n') }
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
    return Object.entries<string>(row.fields)
      .filter(([field, text]) => bare(found.fields[field as keyof ReadEntry['fields']]) !== bare(text))
      .map(([field]) => `${row.title} ${field}`)
  })
}
