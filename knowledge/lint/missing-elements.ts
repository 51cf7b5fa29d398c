import { FIELDS } from '../../src/core/vocabulary.js'
import { groupBy } from '../../src/core/group-by.js'
import type { Entry, Field } from '../entry.js'
import { findUrls } from '../structure/index.js'
import { fieldName, fieldTexts } from './field-texts.js'
import { raise, type EntryFlag, type Rule } from './finding.js'
import { isUmbrella } from './umbrellas.js'

/** Elements an entry lacks where its siblings have them, and elements that stand there without saying anything. */
export const missingElements: Rule = (entries) => {
  const whole = entries.filter(isWhole)
  return [
    ...[...groupBy(whole, ({ kind }) => kind).values()].flatMap(absentFields),
    ...whole.flatMap((entry) => [
      ...emptyWords(entry),
      ...withoutDays(entry),
      ...onlineWithoutAddress(entry),
      ...withoutStreet(entry, entries),
    ]),
  ]
}

// Companion texts and reprints are parts of other entries and need no elements of their own.
const isWhole = (entry: Entry): boolean => !isUmbrella(entry) && !entry.part_of && !entry.duplicate_of

// What a guide may leave out at will.
const OPTIONAL: ReadonlySet<Field> = new Set(['notes', 'online_url', 'summary', 'audience'])
const NEIGHBOURS = 4
const USUAL = 0.8

// Expected is what most entries of the kind have in this place and most neighbours in the guide have too: a guide
// may join several layouts (内蒙古 has five), and whole chapters know no 流程 or no 依据.
function absentFields(siblings: readonly Entry[]): EntryFlag[] {
  if (siblings.length < 5) return []
  const usual = FIELDS.filter((field) => !OPTIONAL.has(field) && share(siblings, field) >= USUAL)
  return siblings.flatMap((entry, at) => {
    const absent = usual.filter(
      (field) => entry.fields[field] === undefined && !isTelephoneOnly(entry, field),
    )
    const near = siblings
      .slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS + 1)
      .filter((other) => other !== entry)
    return absent
      .filter((field) => share(near, field) > 0.5)
      .map((field) => raise(entry, 'missing_element', field, `缺“${fieldName(field)}”，同类事项都有这一项。`))
  })
}

const share = (entries: readonly Entry[], field: Field): number =>
  entries.length ? entries.filter((entry) => entry.fields[field] !== undefined).length / entries.length : 0

// A hotline's own flows ask for no papers and end with the call.
const isTelephoneOnly = ({ fields: { channels = '' } }: Entry, field: Field): boolean =>
  /电话|来电/.test(channels) &&
  !/窗口|现场|网上|线下/.test(channels) &&
  ['materials', 'conditions', 'policy_basis', 'process', 'time_limit'].includes(field)

const EMPTY: Readonly<Partial<Record<Field, RegExp>>> = {
  phone: /^(?:暂无|无|待定|空)$/,
  conditions: /^(?:无|情况属实，材料齐全的)$/,
  location: /^(?:暂无|无)$/,
  online_url: /^(?:个人|单位)?(?:网厅|网上大厅|网站)$/,
  department: /^(?:未办理|无|暂无)$/,
  hours: /^(?:暂无|无)$/,
}

function emptyWords(entry: Entry): EntryFlag[] {
  return fieldTexts(entry).flatMap(([field, text]) => {
    const words = bare(text)
    if (field === 'phone' && /自行公布|^各级/.test(words))
      return [raise(entry, 'missing_element', field, `“${fieldName(field)}”没有写号码，只写“${words}”。`)]
    if (!EMPTY[field]?.test(words)) return []
    return [raise(entry, 'missing_element', field, `“${fieldName(field)}”只写“${words}”，没有具体内容。`)]
  })
}

const bare = (text: string): string => text.replace(/\s/g, '').replace(/[。.]$/, '')

// "未提速" beside "无", "未办理" (白银区's rows 17 and 25), a row of prose: no number of days exists.
function withoutDays(entry: Entry): EntryFlag[] {
  const { time_limit: limit, time_limit_before: before = '' } = entry.fields
  if (limit === undefined || says(`${limit}\n${before}`)) return []
  const words = limit.replace(/\s/g, '')
  if (entry.kind === 'speedup') {
    const message = words.includes('未办理')
      ? '原文时限一栏写“未办理”，没有办理天数，能否办理请先电话核实。'
      : '原文没有给出办理天数，“未提速”“无”不表示可以马上办好。'
    return [raise(entry, 'missing_element', 'time_limit', message, true)]
  }
  if (entry.kind !== 'service') return []
  return [raise(entry, 'missing_element', 'time_limit', '办理时限没有写明天数。')]
}

const says = (limit: string): boolean =>
  /[\d一二三四五六七八九十]\s*\**\s*(?:个?\s*工作日|个?\s*自然日|日|天|个?月)|即时|即办|当场|立等|及时|现场|来即办|告知承诺|详见|\d\s*月底|\d+\s*工作/.test(
    limit,
  )

// "线上办理、线下办理" without any site, app or mini-program named anywhere.
function onlineWithoutAddress(entry: Entry): EntryFlag[] {
  const { channels = '', online_url: url = '' } = entry.fields
  // A row of its own that says nothing is already told of.
  if (!offersOnline(channels) || saysNoSite(url) || EMPTY.online_url!.test(bare(url))) return []
  const named = fieldTexts(entry).some(
    ([field, text]) =>
      !['policy_basis', 'complaint', 'materials'].includes(field) &&
      (findUrls(text).length > 0 ||
        /app|小程序|公众号|平台|网上(?:办事|服务)?大厅|网上服务|政务(?:服务)?网|门户网|综合办理/i.test(text)),
  )
  if (named) return []
  return [raise(entry, 'missing_element', 'online_url', '写明可以网上办理，但没有给出网址或手机应用。')]
}

/** Whether channels promise a way over the net; 网点 are counters, and bookings or queries are not the business itself. */
export function offersOnline(channels: string): boolean {
  return /网上(?!预约)|线上|网络|网厅|互联网/.test(channels)
}

/** Whether the row of the web address says that there is none. */
export function saysNoSite(url: string): boolean {
  return /^无[。.]?$|暂?不能在?(?:线上|网上)|暂无/.test(url.trim())
}

// 鞍山市社会保险事业服务中心综合窗口1-7号: an institution without a street, nowhere in the guide.
function withoutStreet(entry: Entry, entries: readonly Entry[]): EntryFlag[] {
  const { location } = entry.fields
  const name = /^[^\n，。（）]{0,20}?(?:中心|局|大厦)(?=(?:综合)?窗口|大厅|$)/.exec(location ?? '')?.[0]
  if (!location || !name || /路|街|号门|\d楼|[一二三四五六]楼|各|任一|户籍|经办机构/.test(location)) return []
  if (entries.some(({ fields }) => new RegExp(`(?:路|街)[^\\n]{0,20}${name}`).test(fields.location ?? '')))
    return []
  return [raise(entry, 'missing_element', 'location', `只写了“${name}”，指南中没有它的街道门牌。`)]
}
