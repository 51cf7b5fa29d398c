/** What a speaker says about a place; those marked stated in `ROLE_OF` are where the question is about. */
export type PlaceRelation =
  | 'insured' // 在X交的社保, X参保, X社保局
  | 'moved' // 现在回X了, 换到X上班
  | 'now' // 现在在X
  | 'in' // 在X
  | 'to' // 去X, 到X, 上X
  | 'named' // X alone
  | 'kin' // 我妈在X
  | 'employer' // 公司在X
  | 'event' // 在X受伤
  | 'household' // 户口在X
  | 'home' // X老家
  | 'origin' // 从X转来
  | 'destination' // 转到X
  | 'past' // 以前在X交过
  | 'visit' // 去X旅游
  | 'category' // 台湾居民, 内地与香港合作
  | 'denied' // 不是X
  | 'unnamed' // 外地

export type PlaceRole = 'stated' | 'other'

/**
 * How strongly a relation says that the question is about the place; 0: it is not; below 1: said in passing, which
 * counts only while no place is known.
 */
export const RELATION_WEIGHT: Readonly<Record<PlaceRelation, number>> = {
  moved: 4,
  insured: 3,
  now: 2.5,
  in: 2,
  to: 2,
  named: 1,
  kin: 0.5,
  employer: 0.5,
  event: 0.5,
  household: 0,
  home: 0,
  origin: 0,
  destination: 0,
  past: 0,
  visit: 0,
  category: 0,
  denied: 0,
  unnamed: 0,
}

export const roleOf = (relation: PlaceRelation): PlaceRole =>
  RELATION_WEIGHT[relation] > 0 ? 'stated' : 'other'

/** Reads the relation from the words of the clause before and after a name; the first rule that fits decides. */
export function relationOf(text: string, start: number, end: number): PlaceRelation {
  const left = text.slice(Math.max(0, start - 16), start).replace(/^.*[，。？！；,.?!;\s]/su, '')
  const right = text.slice(end, end + 18).replace(/[，。？！；,.?!;\s].*$/su, '')
  const words = text.slice(start, end)
  const rule = RULES.find(
    ({ name, before, after }) =>
      (name?.test(words) ?? true) && (before?.test(left) ?? true) && (after?.test(right) ?? true),
  )
  return rule?.relation ?? 'named'
}

interface Rule {
  readonly relation: PlaceRelation
  /** The name itself. */
  readonly name?: RegExp
  readonly before?: RegExp
  readonly after?: RegExp
}

const MATTER = '(?:社保|养老|医保|保险|失业|工伤|生育|关系|年限|账户|档案)'
const SETTLED =
  '(?:上班|工作|打工|务工|做事|干活|生活|长住|常住|住|定居|发展|入职|就业|创业|养老|带孙|找工作)'

// The order is the order of precedence. An ending `$` of `before` means: right before the name.
const RULES: readonly Rule[] = [
  {
    relation: 'household',
    before:
      /(?:户口|户籍|籍贯|身份证)(?:所在地|地|本)?[也还仍都原就不没]*(?:是|在|落在|落到|落|迁到|迁入|迁|转到|属于|上)?$/,
    after: /^(?![市区县]?(?:打工|上班|工作|务工|参保|[交缴]))/,
  },
  {
    relation: 'household',
    after: /^的?(?:省|市|县)?(?:农村|城镇|农业|非农|本地)?(?:户口|户籍|籍(?!贯)|身份证|居民身份证|居住证)/,
  },
  {
    relation: 'category',
    name: /^(?:香港|澳门|台湾)/,
    after: /^(?:地区|特别行政区)?(?:居民|同胞|人(?!社|力)|学生|毕业生|合作|投资|机构|[、和或与])/,
  },
  { relation: 'category', name: /^(?:香港|澳门|台湾)/, before: /(?:大陆|内地|香港|澳门|台湾)[、和或与及]$/ },
  { relation: 'denied', before: /(?<!是)(?:不是|并非|不在|没在|不算|别查|不要)(?:在|说|问|查)?$/ },
  { relation: 'home', before: /老家(?:是|在)?$/ },
  { relation: 'home', after: /^的?老家/ },
  {
    relation: 'visit',
    after: /^(?:市|那边)?(?:出差|旅游|旅行|看病|就医|住院|玩|探亲|读书|上学|念书|读大学|上大学|当兵|服役)/,
  },
  {
    relation: 'visit',
    before: /(?:去|到|来|赴)$/,
    after: /^[^，]{0,4}?(?:配|看|治|检查|手术|学习|培训|考试|面试|开会|复查|康复|开庭)/,
  },
  { relation: 'origin', before: /(?:从|由|自)$/, after: /(?:转|迁|调|来|换|搬|移|到|回|返|毕业|退伍|转业)/ },
  {
    relation: 'origin',
    before: /(?:把|将)(?:我|之前|以前|原来)?(?:在|的)?$/,
    after: /^[^到]{0,14}(?:转|移|迁|并|合)/,
  },
  {
    relation: 'origin',
    after: new RegExp(
      `^(?:那边|那里|那)?的?(?:养老|医疗|失业)?${MATTER}{0,2}(?:关系)?(?:转|迁|移)(?:过来|来|回|入|进)`,
    ),
  },
  {
    relation: 'origin',
    after: new RegExp(
      `^(?:那边|那里|那)?的?[^到]{0,8}${MATTER}[^到]{0,6}(?:转|迁|移|并|接)(?:移|接)?(?:到|去|往|回|出|至)`,
    ),
  },
  {
    relation: 'moved',
    before: /(?:换到|调到|调回|搬到|搬回|跳到|派到|嫁到|来到|转到|转来|转去|到|去|来)(?:了)?$/,
    after: new RegExp(`^(?:市|这边|那边|这里)?${SETTLED}`),
  },
  { relation: 'destination', before: /(?:转|迁|移|转移|接续|并|转接)(?:到|回|至|去|入|往|进|来)(?:到|去)?$/ },
  { relation: 'destination', before: /(?:转移|转入地|迁入地)[^，]{0,2}(?:在|是)?$/ },
  {
    relation: 'destination',
    before: /(?:想|打算|准备|以后|将来|要是|如果|退休后)[^，]{0,5}(?:回|去|到|转到|搬到|回到)$/,
  },
  { relation: 'moved', before: /(?:换到|调到|调回|搬到|搬回|跳到|派到|嫁到|来到)(?:了)?$/ },
  {
    relation: 'moved',
    before: /(?:现在|如今|目前|已经|刚刚?|又|后来|最近|今年|去年|前年)[^，]{0,4}(?:回|回到|返回|来|到)$/,
  },
  {
    relation: 'moved',
    before: /(?:回|回到|返回)$/,
    after: /^(?:市|这边)?(?:了|后|以后|来|工作|上班|就业|创业|发展|交|接着|继续)/,
  },
  {
    relation: 'past',
    before:
      /(?:以前|之前|原来|原先|曾经|过去|早年|前几年|前些年|年轻时|当年|那时候?|先前|早些年|上家)[^，现]{0,6}$/,
  },
  {
    relation: 'past',
    after: /^[^，现回]{0,9}?(?:交|缴|参|买|上|办|干|待|呆|做|住|工作|打工|务工|领|参加|参保)过/,
  },
  {
    relation: 'past',
    before: /(?:在|到)$/,
    after:
      /^[^，现回]{0,6}?(?:打工|务工|干活|上班|工作|干|待|呆)[^，现回]{0,8}?(?:了[一二两三四五六七八九十几多半\d]+|过)/,
  },
  { relation: 'past', after: /^(?:打工|工作|上班|务工|干|待|呆|做)?(?:的时候|时|期间|那会|那几年|那些年)/ },
  {
    relation: 'insured',
    before:
      /(?:参保地?|缴费地|社保|养老保险?|保险|关系|医保|[交缴买挂])(?:是|都|也|一直|现在)?(?:交|缴|落|放|参保|买|挂)?(?:是|在|于|的)$/,
  },
  {
    relation: 'insured',
    after:
      /^(?:省|市|县|区|这边|这里|这儿|本地|当地)?的?(?:企业|机关|事业|城乡|城镇|灵活就业|单位|公司)*(?:居民|职工)?(?:参保|社保|社会保|养老|医保|医疗|保险|失业|工伤|生育|人社|就业局|就业服务|退休|年金|劳动|人才|职称|档案|一件事|政务)/,
  },
  {
    relation: 'insured',
    after:
      /^(?:这边|这里|本地|市|县)?(?:上班|工作|打工)?(?:的?公司|的?单位|的?企业|厂里?)?(?:正常|一直|自己|给)?(?:[交缴买]|参保|参的|上(?:的|了|着|社|养|保))(?!通|警|管)/,
  },
  {
    relation: 'employer',
    before: /(?:公司|单位|企业|工厂|厂子?|总部|老板)(?:总部|注册)?[^，的]{0,3}(?:在|是)$/,
  },
  {
    relation: 'kin',
    before:
      /(?:儿子|女儿|孩子|小孩|老公|丈夫|老婆|妻子|爱人|[爸妈弟妹哥姐爷奶]|父亲|母亲|父母|朋友|亲戚|同事|对象|老人)(?:现在|目前|也|都|人|一直)?(?:是|在)?$/,
  },
  {
    relation: 'event',
    before: /(?<![我俺咱现])(?:在|到|去)$/,
    after: /^[^，]{0,6}?(?:受(?:了)?伤|出(?:了)?(?:事|车祸)|摔|砸|碰|被打|事故|去世|没了)/,
  },
  { relation: 'now', before: /(?:现在|目前|如今|眼下|现|人)(?:又|就|已经|已|一直)?(?:在|是|住在?)$/ },
  { relation: 'in', before: /(?:在|住|是|系|喺)$/ },
  { relation: 'to', before: /(?:来|到|去|回|赴|往|(?<![晚早马网以线])上)$/ },
  { relation: 'in', after: /^(?:的$|这边|这里|这儿|那边|那里)/ },
]
