import fc from 'fast-check'
import { Entry, type Field, type Material, type MaterialGroup } from '../../../knowledge/entry.js'
import { structureEntry } from '../../../knowledge/structure/index.js'
import { readOutline, type Point } from '../../../knowledge/structure/outline.js'

const Structured = Entry.pick({
  materials: true,
  steps: true,
  channels: true,
  time_limits: true,
  fees: true,
  phones: true,
})
const everywhere = (text: string): Partial<Record<Field, string>> => ({
  materials: text,
  process: text,
  channels: text,
  location: text,
  online_url: text,
  time_limit: text,
  fee: text,
  phone: text,
})

// Markup and list dashes are no words of the source.
const squeeze = (text: string) => text.replace(/[\s*\-\u3000]/g, '')

function namesIn(groups: readonly MaterialGroup[]): string[] {
  const names = (material: Material): string[] => [material.name, ...(material.any_of ?? []).flatMap(names)]
  return groups.flatMap((group) => [...group.materials.flatMap(names), ...namesIn(group.groups ?? [])])
}

function wordsIn(groups: readonly MaterialGroup[]): string {
  const words = ({ name, condition, note, form, copies }: Material) =>
    [name, condition, note, form, copies ? '份一式张' : ''].join('')
  const within = (material: Material): string =>
    words(material) +
    (material.any_of ?? [])
      .filter((one) => !material.name.includes(one.name))
      .map(within)
      .join('')
  return groups
    .map(
      (group) => (group.condition ?? '') + group.materials.map(within).join('') + wordsIn(group.groups ?? []),
    )
    .join('')
}

/** Scraps guides are made of, so that random texts reach the grammar's corners. */
const scrap = fc.constantFrom(
  ...'1. 2. （1） （2） ① ② 一、 （一） a) 6.1 6.1.1 ； 。 ， 、 ： （ ） 《 》 “ ” 或 和 / 注： ** - http：// si.12333.gov.cn 0777-2810287 2824046 12333'.split(
    ' ',
  ),
  ...'身份证 社会保障卡 《申请表》 原件1份 复印件 验原件 （无法通过数据共享的提供） 他人代办的，同时提供 属于下列情况的，还需提供 之一 附件材料： 无 不需要提供要件 5个工作日 即时办结 限时办结（ 法定办理时限 不收费 10元 大厅 网上办理 掌上12333APP'.split(
    ' ',
  ),
  '\n',
  '\n',
  '\t',
  '材料名称\t材料类型\t份数\n',
)
const guideLike = fc.array(scrap, { maxLength: 60 }).map((scraps) => scraps.join(''))

describe('structureEntry', () => {
  test('leaves a key out when there is nothing', () => {
    expect(structureEntry({})).toEqual({})
    expect(
      structureEntry({ materials: '无', phone: '暂无', time_limit: '未提速', summary: '不收费' }),
    ).toEqual({})
  })

  test('reads each field into its part', () => {
    const entry = structureEntry({
      materials: '社会保障卡',
      fee: '不收费',
      phone: '12333',
      channels: '窗口办理',
    })
    expect(Object.keys(entry).sort()).toEqual(['channels', 'fees', 'materials', 'phones'])
  })

  test('never throws, always fits the schema, never invents a name', () => {
    fc.assert(
      fc.property(fc.oneof(guideLike, fc.string({ maxLength: 400, unit: 'grapheme' })), (text) => {
        const entry = structureEntry(everywhere(text))
        expect(Structured.safeParse(entry).success).toBe(true)
        const source = squeeze(text)
        for (const name of namesIn(entry.materials ?? [])) expect(source).toContain(squeeze(name))
      }),
      { numRuns: 400 },
    )
  })

  test('the outline keeps every word', () => {
    const words = (points: readonly Point[]): string =>
      points
        .map(
          (point) => point.marker + point.text + (point.rows ?? []).flat().join('') + words(point.children),
        )
        .join('')
    fc.assert(
      fc.property(guideLike, (text) => {
        expect(Array.from(squeeze(words(readOutline(text)))).sort()).toEqual(Array.from(squeeze(text)).sort())
      }),
      { numRuns: 300 },
    )
  })

  // A hundred thousand characters of the worst kinds: quadratic work would need minutes.
  const hostile = [
    '（',
    '（1）',
    '：1.',
    '\n',
    '或',
    '的，提供',
    '1.\n（1）\n',
    'a.a.',
    '5个工作日/',
    '材料：\n1.',
    '**',
    '0777-1234567、',
  ]
  test.each(hostile)(
    '100 kB of %j',
    (seed) => {
      const text = seed.repeat(Math.ceil(100_000 / seed.length)).slice(0, 100_000)
      const start = performance.now()
      structureEntry(everywhere(text))
      expect(performance.now() - start).toBeLessThan(20_000)
    },
    30_000,
  )

  // Texts of each guide as they stand; labels such as "附件材料：" and figures of points carry no words of their own.
  const real = [
    '1.机关事业养老保险的单位新增在编人员，提供：\n（1）《机关事业单位在编人员增员申报表》，原件和电子文档各1份；\n（2）录用（招聘）通知书或调动通知书（调令或干部任职文件），复印件1份；\n4.灵活就业人员，提供：\n（2）社会保障卡或居民身份证，港澳台居民提供港澳台居民居住证，验原件；\n（3）委托办理的，还需提供代办人身份证，验原件；或提供委托书，原件1份。\n注：所提供的复印件均应有申请人本人签名或加盖申报单位公章。',
    '（2）社会保障卡或居民身份证，单位申报的，提供复印件1份；灵活就业人员申请的，验原件；\n（3）如有人事档案的，需提供人事档案，验原件。',
    '①失业人员重新就业的，区内无需提供材料，区外提供就业或参保证明，验原件；\n④被判刑收监执行的，提供司法部门出具的法律文书（验原件）；',
    '（5）有下列情形之一的，还应当分别提交相应证据：\n（一）职工死亡的，提交死亡证明。\n（二）在工作时间和工作场所内，因履行工作职责受到暴力等意外伤害的，提交公安部门的证明或者其他相关证明。',
    '（1）参保人死亡，且能使用参保人社会保障卡金融账户或其他银行账户领取待遇的，提供告知承诺书（死亡信息无法共享的）。\n（5）联系电话、居住地址等信息变更的无需提供材料。',
    '①本人鞍山市社会保障卡（已开通金融功能）；\n②有劳动争议（指对失业原因、缴费时间有争议）人员另需提供《劳动仲裁调解书》《劳动仲裁裁决书》或《民事判决书》复印件1份；\n③代办人员另需提供当事人委托书原件1份和代办人身份证复印件(正反面)1份。',
    '申请人向查询对象参保的社会保险经办机构提出社会保险个人权益记录查询打印申请，并按以下情形提供材料：\na) 申请人为查询对象本人的，提供本人有效身份证；\ne) 申请人为其他单位的，提供书面查询申请。书面查询申请应当包括以下内容：申请单位的有效证明文件、单位名称、联系方式，查询目的和法律依据，查询内容。',
  ]
  test.each(real)('loses no words: %s', (text) => {
    const left = new Map<string, number>()
    for (const char of wordsIn(structureEntry({ materials: text }).materials ?? []))
      left.set(char, (left.get(char) ?? 0) + 1)
    const own = Array.from(text).filter((char) => /[\u4e00-\u9fa5]/.test(char))
    const kept = own.filter((char) => {
      const count = left.get(char) ?? 0
      left.set(char, count - 1)
      return count > 0
    })
    expect(kept.length / own.length).toBeGreaterThan(0.95)
  })
})
