import type { Entry, Field } from '../entry.js'
import { raise, type EntryFlag, type Rule } from './finding.js'
import { isUmbrella } from './umbrellas.js'

/** Texts that belong to another place, a higher level of government, or another item. */
export const foreignText: Rule = (entries) =>
  entries
    .filter((entry) => !isUmbrella(entry))
    .flatMap((entry) => [
      ...higherCounter(entry),
      ...higherLevel(entry),
      ...otherCity(entry, entries),
      ...copiedSummary(entry, entries),
    ])

const WHERE: readonly Field[] = ['channels', 'location']
const isProvince = (entry: Entry): boolean => entry.region.endsWith('0000')

// 钦州市's cards at 3190 and 3250: the counter of the autonomous region's own centre, in its capital.
function higherCounter(entry: Entry): EntryFlag[] {
  if (isProvince(entry)) return []
  return WHERE.flatMap((field) => {
    const words =
      /[\u4e00-\u9fff]{2,8}(?:自治区|省)[\u4e00-\u9fff]{2,14}(?:中心|局|厅)[\u4e00-\u9fff\d]{0,6}(?:专窗|窗口|大厅|楼|室)/.exec(
        entry.fields[field] ?? '',
      )?.[0]
    if (!words) return []
    const message = `原文写的“${words}”不在${entry.place_name}，本地窗口请先电话核实。`
    return [raise(entry, 'foreign_text', field, message, true)]
  })
}

// "注销自治区本级企业职工养老保险关系" in a city's guide (1474).
function higherLevel(entry: Entry): EntryFlag[] {
  if (isProvince(entry)) return []
  return (['summary', 'conditions', 'materials'] as const).flatMap((field) => {
    const words = /(?:自治区|省)本级/.exec(entry.fields[field] ?? '')?.[0]
    if (!words) return []
    const message = `原文写的是“${words}”，疑从上级指南照抄，在${entry.place_name}参保的是否适用请先电话核实。`
    return [raise(entry, 'foreign_text', field, message, true)]
  })
}

// 涞源县's items 356 and 357 send people to 石家庄市新华区合作路81号.
function otherCity(entry: Entry, entries: readonly Entry[]): EntryFlag[] {
  const { location } = entry.fields
  if (entry.kind !== 'service' || !location) return []
  const city =
    /(?:^|[\n：:，])(?:[\u4e00-\u9fff]{2,3}省)?([\u4e00-\u9fff]{2,4}市)[\u4e00-\u9fff]{0,8}?(?:路|街|大道)/.exec(
      location,
    )?.[1]
  if (!city || entry.place_name.includes(city)) return []
  const times = entries.filter((other) => other.fields.location?.includes(city)).length
  if (times > Math.max(2, entries.length / 20)) return []
  const message = `原文的地址在${city}，不在${entry.place_name}，前往前请先电话核实。`
  return [raise(entry, 'foreign_text', 'location', message, true)]
}

// A summary word for word that of another item, whose name it fits and this one's not at all.
function copiedSummary(entry: Entry, entries: readonly Entry[]): EntryFlag[] {
  const { summary } = entry.fields
  if (!summary || share(entry.title, summary) > 0) return []
  const owner = entries.find(
    (other) => other !== entry && other.fields.summary === summary && share(other.title, summary) >= 0.5,
  )
  if (!owner) return []
  const message = `原文的事项简述与“${owner.title}”完全相同，与本事项无关，疑为误抄。`
  return [raise(entry, 'foreign_text', 'summary', message, true)]
}

// Which share of a name's pairs of characters stands in a text; words of every item do not count.
function share(name: string, text: string): number {
  const words = name.replace(/申请|申报|申领|办理|备案|审核|办事指南|规范/g, ' ')
  const pairs = Array.from(words)
    .map((_, at) => words.slice(at, at + 2))
    .filter((pair) => /^\p{Script=Han}{2}$/u.test(pair))
  return pairs.length ? pairs.filter((pair) => text.includes(pair)).length / pairs.length : 0
}
