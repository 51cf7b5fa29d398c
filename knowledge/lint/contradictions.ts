import type { Entry, Field } from '../entry.js'
import { findUrls, readFees } from '../structure/index.js'
import { fieldName, fieldTexts } from './field-texts.js'
import { raise, type EntryFlag, type Rule } from './finding.js'
import { offersOnline, saysNoSite } from './missing-elements.js'
import { isUmbrella } from './umbrellas.js'

/** What an entry says twice, and not the same both times; and house numbers of one street that differ by entry. */
export const contradictions: Rule = (entries) => [
  ...entries
    .filter((entry) => !isUmbrella(entry))
    .flatMap((entry) => [
      ...resultAgainstLimit(entry),
      ...promiseAgainstLaw(entry),
      ...doubleLimit(entry),
      ...siteAgainstChannels(entry),
      ...freeAgainstAmount(entry),
    ]),
  ...houseNumbers(entries),
]

// 高校毕业生创业: the result is told within 15 working days, the limit is 12; 创业担保贷款: 3 and 5.
function resultAgainstLimit(entry: Entry): EntryFlag[] {
  const { result, time_limit: limit } = entry.fields
  if (!result || !limit) return []
  const promised = workingDays(limit)
  const odd = workingDays(result).filter((days) => promised.length && !promised.includes(days))
  return odd.map((days) =>
    raise(
      entry,
      'contradiction',
      'result',
      `结果送达写${days}个工作日，办理时限写${promised.join('、')}个工作日，两处不一致，以窗口答复为准。`,
      true,
    ),
  )
}

const workingDays = (text: string): number[] => [
  ...new Set([...text.matchAll(/(\d+)\**\s*个?\s*工作日/g)].map((match) => Number(match[1]))),
]

// A promised limit is never longer than the legal one.
function promiseAgainstLaw(entry: Entry): EntryFlag[] {
  const limits = entry.time_limits ?? []
  const days = (type: string) =>
    limits.filter((limit) => limit.type === type).flatMap((limit) => limit.working_days ?? [])
  const [law, promise] = [days('法定'), days('承诺')]
  if (law.length !== 1 || promise.length !== 1 || promise[0]! <= law[0]!) return []
  const message = `承诺时限${promise[0]}个工作日长于法定时限${law[0]}个工作日。`
  return [raise(entry, 'contradiction', 'time_limit', message)]
}

// 失业保险金 in 内蒙古: "即时办结，每月15日之前…，10个工作日反馈办理结果。"
function doubleLimit(entry: Entry): EntryFlag[] {
  const sentences = (entry.fields.time_limit ?? '').split(/[。；;\n]/)
  const odd = sentences.find((text) => /^[^（(:：]*即时办结[，,].*\d\s*个?\s*工作日/.test(text))
  return odd
    ? [raise(entry, 'contradiction', 'time_limit', `同一句既写“即时办结”又写工作日数：“${cut(odd)}”。`)]
    : []
}

function siteAgainstChannels(entry: Entry): EntryFlag[] {
  const { channels, online_url: url } = entry.fields
  if (!channels || !url) return []
  if (offersOnline(channels) && saysNoSite(url)) {
    const message = '办理方式写可以网上办理，网办地址却写没有，能否网上办请先电话核实。'
    return [raise(entry, 'contradiction', 'online_url', message, true)]
  }
  const counterOnly = /^(?:1\.)?(?:窗口|现场|线下)办理[。；;]?$/.test(channels.trim())
  if (!counterOnly || saysNoSite(url) || !findUrls(url).length || /电话|邮/.test(channels)) return []
  const message = '办理渠道只写窗口办理，同一事项又给出网办地址，能否网上办请先电话核实。'
  return [raise(entry, 'contradiction', 'channels', message, true)]
}

const FEE_ELSEWHERE: readonly Field[] = ['conditions', 'materials', 'process', 'notes', 'summary', 'result']

function freeAgainstAmount(entry: Entry): EntryFlag[] {
  const { fee } = entry.fields
  if (!fee || !/不收费|是否收费\s*[：:]\s*否/.test(fee)) return []
  if (readFees(fee).some(({ amount }) => amount))
    return [raise(entry, 'contradiction', 'fee', '收费栏既写不收费又写了金额，交费前请先问清。', true)]
  const found = fieldTexts(entry).find(
    ([field, text]) =>
      FEE_ELSEWHERE.includes(field) &&
      /(?:收费标准|工本费|手续费|考试费|鉴定费)[^。；\n]{0,12}\d+(?:\.\d+)?\s*元/.test(text),
  )
  if (!found) return []
  const message = `收费栏写不收费，“${fieldName(found[0])}”里又写了收费金额，交费前请先问清。`
  return [raise(entry, 'contradiction', 'fee', message, true)]
}

interface House {
  readonly entry: Entry
  readonly street: string
  readonly number: string
}

// 莘英路889号 and 899号: one street, numbers that differ in a single figure.
function houseNumbers(entries: readonly Entry[]): EntryFlag[] {
  const houses = entries.filter(({ kind }) => kind === 'service').flatMap(housesOf)
  return houses.flatMap(({ entry, street, number }) => {
    const other = houses.find(
      (house) =>
        house.street === street &&
        house.number.length === number.length &&
        differences(house.number, number) === 1,
    )
    if (!other) return []
    const message = `“${street}”在本指南中有${number}号和${other.number}号两种门牌，本事项写${number}号，前往前请先核实。`
    return [raise(entry, 'contradiction', 'location', message, true)]
  })
}

function housesOf(entry: Entry): House[] {
  return [...(entry.fields.location ?? '').matchAll(/([\u4e00-\u9fff]{2,4}(?:路|街|大道))(\d{1,4})号/g)].map(
    ([, street, number]) => ({ entry, street: street!.replace(/^.*区/, ''), number: number! }),
  )
}

const differences = (one: string, two: string): number =>
  Array.from(one).filter((figure, index) => figure !== two[index]).length

const cut = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)
