import type { Field, Flag } from '../entry.js'
import type { ReadEntry } from './contract.js'
import { channelWays } from './anshan-ways.js'
import { contentLines } from './tabbed-rows.js'

/** A flag for the entry at index `entry`. */
export interface EntryFlag {
  readonly entry: number
  readonly flag: Flag
}

/**
 * Where the guide contradicts itself, each item keeps its own words and gets a flag: two house numbers of one
 * street, two spellings of one address, one web address under two names, a way that is advised or timed but not
 * listed, an office in another district than its own.
 */
export function conflictFlags(entries: readonly ReadEntry[]): EntryFlag[] {
  return [
    ...addressFlags(entries),
    ...platformFlags(entries),
    ...entries.flatMap((entry, index) =>
      [...wayFlags(entry), ...districtFlags(entry)].map((flag) => ({ entry: index, flag })),
    ),
  ]
}

interface Written {
  readonly entry: number
  /** As written, "铁西三道街". */
  readonly street: string
  readonly number: string
}

/** 莘英路889号 (462, 530, 560) and 899号 (622, 645, 669); 铁西三道街81号 (392) and 铁西区三道街81号 (416). */
function addressFlags(entries: readonly ReadEntry[]): EntryFlag[] {
  const written = entries.flatMap((entry, index) =>
    entry.kind === 'service' ? addressesOf(entry, index) : [],
  )
  return unique(
    written.flatMap((one) => {
      const same = written.filter((other) => streetKey(other.street) === streetKey(one.street))
      const numbers = new Set(same.map((other) => other.number))
      if (numbers.size > 1) {
        const others = [...numbers].filter((number) => number !== one.number).join('、')
        return [
          flagOf(entries, one.entry, 'location', {
            message: `本指南对同一条路写有不同门牌：本事项作“${one.street}${one.number}”，其他事项作“${others}”，前往前请先核实。`,
            reader: true,
          }),
        ]
      }
      const times = (street: string) => same.filter((other) => other.street === street).length
      const usual = same.find((other) => times(other.street) > times(one.street))
      if (!usual) return []
      const message = `地址写作“${one.street}${one.number}”，其他事项多作“${usual.street}${usual.number}”。`
      return [flagOf(entries, one.entry, 'location', { message })]
    }),
  )
}

function addressesOf(entry: ReadEntry, index: number): Written[] {
  const found = (entry.fields.location ?? '').matchAll(/([\u4e00-\u9fff]+(?:路|街))(\d+号)/g)
  return [...found].map(([, words, number]) => ({
    entry: index,
    street: words!.replace(/^.*[为在]/, '').replace(/^鞍山市/, ''),
    number: number!,
  }))
}

function streetKey(street: string): string {
  return street.replace(/区/g, '')
}

/** https://ggfw.lnrc.com.cn/ehrss/login/ is 公共服务平台 at 220 and 辽宁政务服务网 at 570. */
function platformFlags(entries: readonly ReadEntry[]): EntryFlag[] {
  const named = entries.flatMap((entry, index) => {
    const url = entry.fields.online_url
    const name = url && platformName(entry.fields.channels ?? '', url)
    return name ? [{ entry: index, url: url.replace(/\/$/, ''), name }] : []
  })
  return named.flatMap((one) => {
    const others = new Set(named.filter(({ url }) => url === one.url).map(({ name }) => name))
    others.delete(one.name)
    if (!others.size) return []
    const message = `同一网址${one.url}，本事项称“${one.name}”，其他事项称“${[...others].join('”“')}”。`
    return [flagOf(entries, one.entry, 'online_url', { message })]
  })
}

/** The words ending in 平台 or 网 right before the address. */
function platformName(channels: string, url: string): string | undefined {
  const before = channels.slice(0, channels.indexOf(url)).replace(/[\s（：:]+$/, '')
  return /([\u4e00-\u9fff]+(?:平台|网))$/.exec(before)?.[1]?.replace(/^登录/, '')
}

/** Item 2 advises and times 网上办 without listing it; item 33 lists 网上办 without a time. */
function wayFlags(entry: ReadEntry): Flag[] {
  const { channels, notes, time_limit: time } = entry.fields
  if (!channels) return []
  const listed = new Set<string>(channelWays(contentLines(channels.split('\n'))).map((way) => way.name))
  const flags: Flag[] = []
  const advised = new Set(`${notes ?? ''}${time ?? ''}`.match(/(?:网上|掌上|自助)办(?!理)/g) ?? [])
  for (const way of advised)
    if (!listed.has(way)) {
      const message = `本事项提到“${way}”，但办理路径没有列出${way}的网址或入口。`
      flags.push({
        code: 'contradiction',
        field: 'channels',
        message,
        reader: true,
        ...rangeIn(entry, 'channels'),
      })
    }
  const timed = new Set(time?.match(/窗口|网上|掌上|自助/g) ?? [])
  if (!time || !timed.size || /其他|其它/.test(time)) return flags
  for (const way of listed)
    if (!timed.has(way.slice(0, 2))) {
      const message = `办理路径列有“${way}”，但办理时限没有写明${way}的时限。`
      flags.push({ code: 'contradiction', field: 'time_limit', message, ...rangeIn(entry, 'time_limit') })
    }
  return flags
}

/** Offices that stand in another district than the one they serve (164, 174). */
function districtFlags(entry: ReadEntry): Flag[] {
  if (entry.kind !== 'office') return []
  const own = /^窗口地址:([\u4e00-\u9fff]+?区)/.exec(entry.title)?.[1]
  const stands = /^([\u4e00-\u9fff]{2}区)/.exec(entry.fields.location ?? '')?.[1]
  if (!own || !stands || own === stands) return []
  const message = `机构名称为“${own}”，地址写在“${stands}”，原文如此。`
  return [{ code: 'contradiction', field: 'location', message, ...rangeIn(entry, 'location') }]
}

function flagOf(
  entries: readonly ReadEntry[],
  entry: number,
  field: Field,
  flag: { readonly message: string; readonly reader?: true },
): EntryFlag {
  return { entry, flag: { code: 'contradiction', field, ...flag, ...rangeIn(entries[entry], field) } }
}

function rangeIn(entry: ReadEntry | undefined, field: Field): Pick<Flag, 'lines'> {
  const lines = entry?.sections[field]?.lines
  return lines ? { lines } : {}
}

/** An item that gives one address twice is flagged once. */
function unique(flags: readonly EntryFlag[]): EntryFlag[] {
  const seen = new Set<string>()
  return flags.filter(({ entry, flag }) => {
    const key = `${entry} ${flag.message}`
    return !seen.has(key) && seen.add(key)
  })
}
