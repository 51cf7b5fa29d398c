import type { Field, Flag } from '../../entry.js'
import type { ReadEntry } from '../contract.js'

/** What an editor must know about known slips of this guide that lint cannot see; the text itself stays as it is. */
export function slipsOf(entry: ReadEntry): Flag[] {
  return SLIPS.filter(
    (slip) =>
      slip.title === entry.title && slip.words.test(entry.fields[slip.field]?.replace(/\s/g, '') ?? ''),
  ).map(({ field, code, message, reader }) => ({
    code,
    field,
    message,
    ...(reader && { reader }),
    ...(entry.sections[field] && { lines: entry.sections[field].lines }),
  }))
}

/** A slip, found by the words that show it, so that a corrected edition of the guide raises no flag. */
interface Slip {
  readonly title: string
  readonly field: Field
  readonly words: RegExp
  readonly code: Flag['code']
  readonly message: string
  readonly reader?: boolean
}

const SLIPS: readonly Slip[] = [
  {
    // 16332: copied from the item before it.
    title: '职业资格证书查询',
    field: 'summary',
    words: /查询职业技能等级证书信息/,
    code: 'foreign_text',
    message: '标题为职业资格证书查询，事项描述写的是职业技能等级证书',
  },
  {
    // 3077: the list is that of the unit's registration.
    title: '机关事业单位参保人员基本信息变更规范',
    field: 'conditions',
    words: /法定代表人.*统一信用代码/,
    code: 'foreign_text',
    message: '办理条件照抄单位信息变更（法定代表人、统一信用代码），与参保人员变更不符',
  },
  {
    // 7110: copied from the pension claim.
    title: '机关事业单位基本养老保险视同缴费年限认定申请',
    field: 'summary',
    words: /待遇申领是指/,
    code: 'foreign_text',
    message: '事项描述照抄基本养老保险待遇申领，没有说明视同缴费年限认定',
  },
  {
    // 4374–4397: the annex is that of a change of the unit's registration.
    title: '单位参保证明查询打印规范',
    field: 'process',
    words: /《单位社会保险参保缴费证明》（见附录/,
    code: 'foreign_text',
    message: '附录所附表格和流程图是“企业参保单位基本信息变更”的，缺《单位社会保险参保缴费证明》样式',
  },
  {
    // 17321: the flow speaks of grants.
    title: '中等职业教育国家助学金（技工院校）',
    field: 'notes',
    words: /免学费流程/,
    code: 'source_slip',
    message: '“免学费流程”一节的标题系从免除学费事项照抄，内容是助学金流程',
  },
  {
    // 8323: the transfer leads to residents' insurance.
    title: '企业职工基本养老保险转入城乡居民基本养老保险申请',
    field: 'conditions',
    words: /户籍地已参加企业职工基本养老保险/,
    code: 'contradiction',
    message: '转入城乡居民养老保险，受理条件却写“户籍地已参加企业职工基本养老保险”，办理前请向经办机构核实',
    reader: true,
  },
  {
    // 7945 and 7957.
    title: '企业职工基本养老保险转入机关事业单位基本养老保险申请',
    field: 'channels',
    words: /^窗口办理。?$/,
    code: 'contradiction',
    message: '办理渠道只写窗口办理，同一指南又给出网办地址，能否网办请向经办机构核实',
    reader: true,
  },
  {
    // 10323 and 10335.
    title: '城乡居民基本养老保险关系转移接续申请',
    field: 'channels',
    words: /^窗口办理。?$/,
    code: 'contradiction',
    message: '办理渠道只写窗口办理，同一指南又给出网办地址，能否网办请向经办机构核实',
    reader: true,
  },
  {
    // 5351 and 5357.
    title: '社会保障卡（社会保障功能）注销规范',
    field: 'channels',
    words: /原发卡/,
    code: 'contradiction',
    message: '办理条件写到参保地一站式服务网点办理，办理渠道写到原发卡网点办理，两处不一致，去前请先问清网点',
    reader: true,
  },
  {
    // 14476 and 14492.
    title: '失业保险关系转移接续办事指南',
    field: 'channels',
    words: /si\.2333\.gov\.cn/,
    code: 'bad_url',
    message: '网址 si.2333.gov.cn 疑漏“1”，本指南别处写作 si.12333.gov.cn',
    reader: true,
  },
]
