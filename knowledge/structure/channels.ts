import type { Channel } from '../entry.js'
import { outsideBrackets, splitOutside } from './brackets.js'
import { readOutline, type Point } from './outline.js'
import { findUrls } from './url.js'

export interface ChannelTexts {
  readonly channels?: string | undefined
  readonly location?: string | undefined
  readonly online_url?: string | undefined
}

/**
 * Reads where and how a matter is handled from the texts on channels, location and address on the web: one channel per
 * way named, in the text's order. Addresses go to the counter, web addresses and apps to their own channel, all in the
 * source's words. "网报地址：无" and "暂不能在线上办理" open no channel.
 */
export function readChannels({ channels, location, online_url }: ChannelTexts): Channel[] {
  const found: Draft[] = []
  for (const way of waysIn(channels ?? '')) add(found, way)
  for (const way of waysIn(location ?? '', '窗口')) merge(found, way)
  for (const way of waysIn(online_url ?? '', '网上')) merge(found, way)
  return found.map(finish)
}

type Type = Channel['type']
interface Draft {
  readonly type: Type
  readonly text: string
  readonly addresses: string[]
  readonly urls: string[]
  readonly apps: string[]
}

function finish({ addresses, urls, apps, ...channel }: Draft): Channel {
  return {
    ...channel,
    ...(addresses.length ? { addresses } : {}),
    ...(urls.length ? { urls } : {}),
    ...(apps.length ? { apps } : {}),
  }
}

function add(found: Draft[], way: Draft) {
  if (!found.some((one) => one.type === way.type && one.text.includes(way.text))) found.push(way)
}

// What the location says completes a way that the channels only name ("现场办理", "大厅"); else it is a way of its own.
function merge(found: Draft[], way: Draft) {
  const same = found.filter((one) => one.type === way.type)
  const values = (draft: Draft) => [...draft.addresses, ...draft.urls, ...draft.apps]
  const told = values(way)
  const knows = (value: string) => same.some((one) => one.text.includes(value) || values(one).includes(value))
  if (told.length && told.every(knows)) return
  const bare = same.find((one) => outsideBrackets(one.text).length <= 10)
  if (!bare) {
    add(found, way)
    return
  }
  for (const key of ['addresses', 'urls', 'apps'] as const)
    for (const value of way[key]) if (!knows(value)) bare[key].push(value)
  if (!told.length && way.text.length > outsideBrackets(bare.text).length) add(found, way)
}

// ---- one text ----------------------------------------------------------------------------------------------------

const NONE = /^详见|(?:^|[：:])\s?(?:无|暂无|否)。?$|不能在?线上办理|不支持/

function waysIn(text: string, otherwise?: Type): Draft[] {
  return readOutline(text.replace(/[<>]/g, '')).flatMap((point) => waysOf(point, undefined, otherwise))
}

function waysOf(point: Point, above: Type | undefined, otherwise: Type | undefined): Draft[] {
  const text = point.text.replace(/[。；;，,\s]+$/, '').trim()
  if (point.children.length) {
    const own = typeOf(text.replace(/[：:]$/, '')) ?? above
    const inner = point.children.flatMap((child) => waysOf(child, own, otherwise))
    return text && !/[：:]$/.test(text)
      ? [...waysOf({ ...point, children: [] }, above, otherwise), ...inner]
      : inner
  }
  if (!text || NONE.test(text)) return []
  const label = /^[^：:，,。；;（(]{2,14}[：:](?!\/\/|／)/.exec(text)
  const behind = label ? text.slice(label[0].length).trim() : ''
  const labelled = label ? (/^(?:https?|www\.)/i.test(behind) ? '网上' : typeOf(label[0])) : undefined
  const value = labelled ? behind : text
  const type = labelled ?? above
  const placed = (type ?? otherwise) === '窗口'
  // An address is one thing however many commas it has; other ways can stand side by side.
  const parts = placed || value.length > 3000 ? [value] : cut(value)
  return parts.flatMap((part) => {
    const own = otherwise === '窗口' && !type && !namesOtherWay(part) ? '窗口' : typeOf(part)
    if (otherwise && part.length > 80 && !/\d号|街|路|楼/.test(part)) return []
    const kind = type === '窗口' ? type : (own ?? type ?? otherwise)
    if (!kind || (!type && !otherwise && part.length > 60 && !WAY.test(part))) return []
    return [draft(kind, labelled && parts.length === 1 ? text : part, part, placed)]
  })
}

// In a text on places "…服务平台" is still a place.
const namesOtherWay = (text: string) =>
  /^(?:网|线上|登录|微信|app|手机|掌上|下载|搜索|关注|自助|“)/i.test(text) ||
  findUrls(outsideBrackets(text)).length > 0

/** Words without which a long sentence tells of the matter and not of a way to handle it. */
const WAY = /窗口|现场|线下|线上|登录|网厅|平台|app|小程序|大厅|提交申请|网点|https?/i

// "大厅、互联网电脑端", "窗口/网厅/app", "现场办理或网上办理": several ways; "甲街1号、乙街2号" is one.
function cut(text: string): string[] {
  if (/[。；;]/.test(text)) {
    const sentences = splitOutside(text, '。；;').map((piece) => piece.text)
    if (sentences.length > 1)
      return sentences.flatMap((sentence) => cut(sentence)).filter((part) => typeOf(part))
  }
  for (const mark of ['、', '，,', '/', '或']) {
    const pieces = splitOutside(text, mark).map((piece) => piece.text)
    if (pieces.length < 2 || findUrls(text).length > (mark === '/' ? 0 : 1)) continue
    const types = pieces.map(typeOf)
    const short = pieces.every((piece) => outsideBrackets(piece).length <= 16)
    const turned =
      mark === '，,' && pieces.slice(1).every((piece) => /^(?:线上|线下|登录|也可|网上|自助)/.test(piece))
    const kinds = new Set(types.filter(Boolean))
    const tiny = pieces.every((piece) => piece.length <= 6)
    // "第三方接口" is no way for a resident; what is left says so in the verbatim text.
    if ((short || turned) && (kinds.size > 1 || (kinds.size === 1 && (tiny || types.includes(undefined)))))
      return sameWay(
        pieces.filter((_, index) => types[index]),
        types.filter(Boolean),
        text,
      )
  }
  return [text]
}

// "掌上12333APP、辽宁人社APP、支付宝APP": apps of one way stay together.
function sameWay(pieces: readonly string[], types: readonly (Type | undefined)[], text: string): string[] {
  const parts: string[] = []
  let from = 0
  pieces.forEach((piece, index) => {
    const at = text.indexOf(piece, from)
    if (index && types[index] === types[index - 1] && types[index] === '掌上')
      parts[parts.length - 1] = text.slice(text.lastIndexOf(parts.at(-1)!, from), at + piece.length)
    else parts.push(piece)
    from = at + piece.length
  })
  return parts.flatMap((part) => (part === text ? [part] : cut(part)))
}

function draft(type: Type, text: string, value: string, placed: boolean): Draft {
  const urls = findUrls(value).map((url) => url.url)
  const address = type === '窗口' && !urls.length && isAddress(value, placed)
  return {
    type,
    text,
    addresses: address ? [value] : [],
    urls,
    apps: type === '掌上' || type === '网上' ? appsIn(value) : [],
  }
}

const isAddress = (text: string, placed: boolean) =>
  text.length <= 200 &&
  (/\d{1,4}号|街|路|大厦|广场|[一二三四五六七八九十\d]楼/.test(text) ||
    (placed && !/办理$|提交|申请$|下放|^根据|管辖|^现场$/.test(text)))

// ---- kinds -------------------------------------------------------------------------------------------------------

const TYPES: readonly (readonly [Type, RegExp])[] = [
  ['掌上', /掌上|手机|app|小程序|公众号|微信|支付宝|云闪付/i],
  ['网上', /网上自助/],
  ['自助', /自助(?:柜员机|制卡机|一体机|查询|终端|机|办|打印)|一体机/],
  [
    '网上',
    /网上|线上|网络|网厅|网办|网报|网站|互联网|电脑端|平台|政务服务网|https?|www\.|12333\.gov|人才网|档案网|考试网/i,
  ],
  ['邮寄', /邮寄|快递/],
  ['电话', /电话/],
  [
    '窗口',
    /窗口|现场|线下|大厅|网点|柜台|机构|政务服务|服务中心|社保中心|大厦|人社局|社会保障局|公司|[\d一二三四五六七八九十]号|科$/,
  ],
]

function typeOf(text: string): Type | undefined {
  const own = outsideBrackets(text) || text
  return TYPES.find(([, pattern]) => pattern.test(own))?.[0]
}

const APP = /(?:掌上\s)?[\u4e00-\u9fa5A-Za-z0-9“”"·]{1,24}?\s{0,2}(?:微信公众号|公众号|小程序|app)/gi
const LEAD =
  /^.{0,24}(?:下载安装|搜索关注|登录|登陆|下载|安装|关注|搜索|通过|使用|可在|可从|均可从)(?=[\u4e00-\u9fa5“"A-Za-z\d])|^(?:及|和|或|在|上|到|并)(?=[\u4e00-\u9fa5“"A-Za-z\d])/i

function appsIn(text: string): string[] {
  if (text.length > 2000) return []
  const names = (text.match(APP) ?? []).map((name) =>
    name
      .replace(LEAD, '')
      .trim()
      .replace(/^“(?=[^”]*$)/, ''),
  )
  return [...new Set(names)].filter(
    (name) => !/^(?:手机|单位|个人)?\s?(?:app|小程序|公众号|微信公众号)$/i.test(name),
  )
}
