import { findPlaces, resolveTurnPlace } from '../../../intents/places/index.js'

/** Words found as `place/relation`, and what the turn is about: a region with the named place, or another outcome. */
type Row = readonly [text: string, mentions: string, turn: string, current?: string]

const summary = (text: string) =>
  findPlaces(text)
    .map(({ text: words, relation }) => `${words}/${relation}`)
    .join(' ')

function turn(text: string, current?: string): string {
  const place = resolveTurnPlace(findPlaces(text), current)
  switch (place.kind) {
    case 'served':
      return `${place.region} ${place.name}`
    case 'too_wide':
      return `ask ${place.name}: ${place.offers.map(({ name }) => name).join(' ')}`
    case 'not_covered':
      return `not covered ${place.name}`
    default:
      return place.kind
  }
}

const check = (rows: readonly Row[]) =>
  test.each(rows.map((row) => ({ text: row[0], row })))(
    '$text',
    ({ row: [text, mentions, expected, current] }) => {
      expect(`${summary(text)} => ${turn(text, current)}`).toBe(`${mentions} => ${expected}`)
    },
  )

describe('a place where the person is or is insured', () => {
  check([
    ['我在包头交的社保', '包头/insured', '150000 包头市'],
    ['南宁的', '南宁/in', 'not covered 南宁市'],
    ['钦州', '钦州/named', '450700 钦州市'],
    ['我是钦州的', '钦州/in', '450700 钦州市'],
    ['钦州市灵山县的职工', '钦州市灵山县/named', '450700 灵山县'],
    ['俺是浦北农村的，咋交养老', '浦北/in', '450700 浦北县'],
    ['涞源失业了能领多少钱', '涞源/insured', '130630 涞源县'],
    ['来源县社保局几点下班', '来源县/insured', '130630 涞源县'],
    ['白银区办退休去哪', '白银区/named', '620402 白银区'],
    ['鄂尔多斯东胜区工伤认定找谁', '鄂尔多斯东胜区/insured', '150000 鄂尔多斯市东胜区'],
    ['呼市失业金怎么申请', '呼市/insured', '150000 呼和浩特市'],
    ['人在锡盟上班', '锡盟/now', '150000 锡林郭勒盟'],
    ['海拉尔这边能办吗', '海拉尔/in', '150000 呼伦贝尔市海拉尔区'],
    ['科右前旗居民养老怎么认证', '科右前旗/insured', '150000 科尔沁右翼前旗'],
    ['我们前旗的社保大厅在哪', '前旗/insured', '150000 前旗'],
    ['包头昆区参保', '包头昆区/insured', '150000 包头市昆都仑区'],
    ['内蒙工伤鉴定多久', '内蒙/insured', '150000 内蒙古自治区'],
    ['鞍山铁西区就业局电话', '鞍山铁西区/insured', '210300 鞍山市铁西区'],
    ['岫岩灵活就业怎么参保', '岫岩/named', '210300 岫岩满族自治县'],
    ['我在海城，公司不给交保险', '海城/in', '210300 海城市'],
    ['鞍山高新区企业稳岗返还', '鞍山高新区/named', '210300 鞍山市'],
    ['钦州港的企业怎么开户', '钦州港/named', '450700 钦州市'],
    ['广西钦州市钦北区居民养老保险', '广西钦州市钦北区/insured', '450700 钦州市钦北区'],
    ['参保地在涞源', '涞源/insured', '130630 涞源县'],
    ['社保交在钦州了', '钦州/insured', '450700 钦州市'],
    ['满洲里的个体户能参加工伤吗', '满洲里/named', '150000 满洲里市'],
    ['杭锦后旗怎么办社保卡', '杭锦后旗/named', '150000 杭锦后旗'],
    ['赤锋市退休金啥时候发', '赤锋/insured', '150000 赤峰市'],
  ])
})

describe('a place that is too wide or bears a name of several', () => {
  check([
    ['广西失业保险关系怎么转', '广西/insured', 'ask 广西壮族自治区: 钦州市'],
    ['我在辽宁参保', '辽宁/insured', 'ask 辽宁省: 鞍山市'],
    ['河北的', '河北/in', 'ask 河北省: 涞源县'],
    ['保定社保卡怎么补办', '保定/insured', 'ask 保定市: 涞源县'],
    ['白银市退休怎么办', '白银市/insured', 'ask 白银市: 白银区'],
    ['我在白银', '白银/in', 'ask 白银: 白银区'],
    ['甘肃那边工伤怎么报', '甘肃/in', 'ask 甘肃省: 白银区'],
    ['我在铁西', '铁西/in', 'ask 铁西: 鞍山市铁西区'],
    ['我在铁西', '铁西/in', '210300 鞍山市铁西区', '210300'],
    ['我在鞍山，铁西这边', '鞍山/in 铁西/in', '210300 鞍山市铁西区'],
    ['沈阳铁西区的', '沈阳铁西区/in', 'not covered 沈阳市铁西区'],
    ['青山区社保中心', '青山区/insured', 'ask 青山区: 包头市青山区'],
    ['兴安这边怎么办', '兴安/in', 'ask 兴安: 兴安盟'],
    ['内蒙兴安的', '内蒙兴安/in', '150000 兴安盟'],
    ['广西社保怎么查', '广西/insured', '450700 钦州市', '450700'],
    ['辽宁省内转移要啥', '辽宁省/named', '210300 海城市', '210381'],
  ])
})

describe('a place without a guide', () => {
  check([
    ['我在平川区', '平川区/in', 'not covered 白银市平川区'],
    ['靖远县的养老金', '靖远县/insured', 'not covered 靖远县'],
    ['会宁社保电话', '会宁/insured', 'not covered 会宁县'],
    ['易县失业金怎么领', '易县/insured', 'not covered 易县'],
    ['资源县社保局电话', '资源县/insured', 'not covered 资源县'],
    ['互助县怎么办退休', '互助县/named', 'not covered 互助土族自治县'],
    ['合作市参保', '合作市/insured', 'not covered 合作市'],
    ['天水秦州区的', '天水秦州区/in', 'not covered 天水市秦州区'],
    ['我在朝阳区上班', '朝阳区/in', 'not covered 朝阳区'],
    ['义乌社保怎么断缴', '义乌/insured', 'not covered 义乌市'],
    ['吉林市怎么交', '吉林市/named', 'not covered 吉林市'],
    ['我在北京朝阳', '北京朝阳/in', 'not covered 北京市朝阳区'],
    ['在横县参保', '横县/insured', 'not covered 横州市'],
    ['马鞍山市失业金', '马鞍山市/insured', 'not covered 马鞍山市'],
    ['我在上海参保呢', '上海/insured', 'not covered 上海市', '450700'],
  ])
})

describe('a place of the story that is not where the question is about', () => {
  check([
    ['户口在河南', '河南/household', 'none'],
    ['户口在河南，在鞍山上班交了保险', '河南/household 鞍山/insured', '210300 鞍山市'],
    ['四川户口能在钦州参保吗', '四川/household 钦州/insured', '450700 钦州市'],
    ['我户口在灵山县', '灵山县/household', 'ask 灵山县: 灵山县'],
    ['户口不在包头，能领失业金不', '包头/household', 'none', '150000'],
    ['我想回四川老家，钦州的社保咋办', '四川/home 钦州/insured', '450700 钦州市'],
    ['从广东转来的养老保险怎么接', '广东/origin', 'none'],
    ['从广东转来的养老保险怎么接', '广东/origin', 'none', '450700'],
    ['把社保从深圳转到钦州', '深圳/origin 钦州/destination', '450700 钦州市'],
    ['钦州的养老保险怎么转到深圳', '钦州/origin 深圳/destination', '450700 钦州市'],
    ['失业保险关系转到外省', '外省/unnamed', 'none'],
    ['以前在东莞厂里干过，怎么查', '东莞/past', 'none'],
    ['在广州打工交过五年，现在回浦北种地了', '广州/past 浦北/moved', '450700 浦北县'],
    ['我以前在钦州交过社保', '钦州/past', '450700 钦州市'],
    ['孩子在北京上大学，我在涞源', '北京/visit 涞源/in', '130630 涞源县'],
    ['去三亚旅游受伤了算工伤吗', '三亚/visit', 'none'],
    ['公司在上海，社保交在包头', '上海/employer 包头/insured', '150000 包头市'],
    ['我爸在西安，我在鞍山参保', '西安/kin 鞍山/insured', '210300 鞍山市'],
    ['我现在在南宁，社保是钦州交的', '南宁/now 钦州/insured', '450700 钦州市'],
    ['香港居民在钦州上班怎么参保', '香港/category 钦州/in', '450700 钦州市'],
    ['异地就医怎么备案', '异地/unnamed', 'none'],
    ['台湾居民怎么办就业登记', '台湾/category', 'none'],
    ['内地和香港合办培训要谁批', '香港/category', 'none', '130630'],
    ['职工在上海工地摔伤了', '上海/event', 'none', '210300'],
    ['我在包头工地受伤了', '包头/in', '150000 包头市'],
    ['让我去沈阳做复查', '沈阳/visit', 'none', '210300'],
    ['公司在杭州', '杭州/employer', 'none', '450700'],
    ['我妈在包头参保，怎么认证', '包头/insured', '150000 包头市', '450700'],
    ['河南户口在呼市打工，社保卡怎么申请', '河南/household 呼市/in', '150000 呼和浩特市'],
    ['我系灵山噶', '灵山/in', '450700 灵山县'],
    ['我老家鞍山的，在大连打工，社保转回去咋弄', '鞍山/home 大连/in', 'not covered 大连市'],
    ['户籍地是陕西，现在鄂尔多斯干活受伤了', '陕西/household 鄂尔多斯/now', '150000 鄂尔多斯市'],
    ['我女儿在包头，她失业了', '包头/kin', '150000 包头市'],
    ['北京那边交的养老能并到涞源不', '北京/origin 涞源/destination', '130630 涞源县'],
    ['我在深圳参保，想把社保转回钦州', '深圳/insured 钦州/destination', '450700 钦州市'],
  ])
})

describe('changes and corrections', () => {
  check([
    ['在深圳打工交过七年 现在回钦州', '深圳/past 钦州/moved', '450700 钦州市'],
    ['我从包头换到呼市上班', '包头/origin 呼市/moved', '150000 呼和浩特市'],
    ['我在钦州，哦不对，我是涞源参保的', '钦州/in 涞源/insured', '130630 涞源县'],
    ['钦州交的社保，说错了，是鞍山', '钦州/insured 鞍山/in', '210300 鞍山市'],
    ['我不是钦州的，我是包头的', '钦州/denied 包头/in', '150000 包头市'],
    ['我不是钦州的', '钦州/denied', 'unknown', '450700'],
    ['是不是在钦州办', '钦州/in', '450700 钦州市'],
    ['钦州和包头退休年龄一样吗', '钦州/named 包头/insured', '150000 包头市'],
    ['鞍山、涞源', '鞍山/named 涞源/named', 'ask 鞍山市、涞源县: 鞍山市 涞源县'],
    ['换成涞源的', '涞源/in', '130630 涞源县', '450700'],
  ])
})

describe('words that are no place', () => {
  check(
    (
      [
        '白银怎么卖',
        '买白银投资赚的钱要交税吗',
        '今天津贴发了吗',
        '医保定点医院有哪些',
        '社保定期缴费多少',
        '审批完成都要几天',
        '平台安全吗',
        '劳动合作市场怎么进',
        '校企合作怎么申请补贴',
        '人力资源服务许可证怎么办',
        '平安养老保险是社保吗',
        '建设银行的社保卡怎么激活',
        '和平里能办吗',
        '朝阳产业有补贴吗',
        '中国公民参保条件',
        '国家规定退休年龄',
        '股东营业执照要不要带',
        '沿海城市工资标准',
        '安康码怎么弄',
        '账户最新余额怎么查',
        '同一单位二连冠',
        '材料来源要写吗',
        '开发区在哪办',
        '新区和高新区政策一样吗',
        '北京路那个大厅几点开门',
        '河北大学毕业能落户吗',
        '日照时间太长算高温津贴吗',
        '社区和县里哪个办得快',
        '非常熟悉流程了',
        '易地搬迁安置户有补贴吗',
        '新兴城市的工资标准',
        '资金来源县里能查吗',
        '社保安排到下月',
        '开封的药能退吗',
      ] as const
    ).map((text) => [text, '', 'none'] as const),
  )
})
