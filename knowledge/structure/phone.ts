import type { Phone } from '../entry.js'
import { withoutUrls } from './url.js'

/**
 * Reads the phone numbers of a text, in its order: "0777—2810287" and "0777- 2824046" become "0777-2810287",
 * "、2824046" takes over the area code of the number before it, a number without any code is kept as it is. Words glued
 * to a number ("0777-2833189机关事业"), in brackets behind it or in front of it say whom it serves. "暂无" and
 * "各地自行公布" give none. Figures of web addresses and of "掌上12333APP" are no phones.
 */
export function readPhones(text: string): Phone[] {
  const words = withoutUrls(halfWidth(text))
  const numbers = [...words.matchAll(NUMBER)].filter((match) => isPhone(match[0], words, match.index))
  const phones: { number: string; serves?: string }[] = []
  let code: string | undefined
  let end = 0
  let left: string | undefined
  numbers.forEach((match, index) => {
    const from = match.index
    const [, dashed, glued, local, other] = match
    const area = dashed ?? glued
    // A code is only taken over across a mere separator, not across words.
    if (local && !area && !/^[\s、,，/;；和或]*$/.test(words.slice(end, from))) code = undefined
    if (area) code = area
    const number = other ?? (code && local!.length >= 7 ? `${code}-${local}` : local!)
    end = from + match[0].length
    const next = numbers[index + 1]?.index ?? words.length
    const { own, following } = audience(words.slice(end, next), index + 1 < numbers.length)
    const lead = index === 0 ? audience('，' + words.slice(0, from), true).following : left
    const serves = own ?? lead
    left = following
    if (!phones.some((phone) => phone.number === number && phone.serves === serves))
      phones.push({ number, ...(serves ? { serves } : {}) })
  })
  return phones
}

/** Area code and number, or a number alone, or a short service number (12333, 12345, 96…), or a mobile one. */
const NUMBER =
  /(?<!\d)(?:(?:[（(]?(0\d{2,3})(?:[）)]\s{0,2}-?|\s{0,3}-|\s{1,3})\s{0,3}|(0\d{2,3})(?=[2-8]\d{6,7}(?!\d)))?([2-8]\d{6,7})|(1[3-9]\d{9}|12333|12345|12329|12366|12380|12348|96\d{3,4}|[48]00-?\d{3,4}-?\d{3,4}))(?!\d)/g

function halfWidth(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .replace(/[—－–‐‑―─﹣]{1,2}/g, '-')
}

function isPhone(number: string, text: string, at: number): boolean {
  const behind = text.slice(at + number.length, at + number.length + 12)
  if (/^1\d{4}$/.test(number) && /^\s?(?:app|公众号|小程序|平台|网|\.)/i.test(behind)) return false
  return !/^[-.]\d/.test(behind) && !/[\d.]$|\d-$/.test(text.slice(Math.max(0, at - 2), at))
}

const LABEL =
  /^(?:联系|咨询|投诉|监督|服务|办公|举报|查询|业务|预约|电话|热线|号码|及|拨打|请|可|如有问题|或|和|与|方式|：|:|\s)+$/

// Words between two numbers: glued to the one before, or behind a separator and so glued to the one that follows.
function audience(gap: string, more: boolean): { own?: string | undefined; following?: string | undefined } {
  const bracket = /^\s?[（(]([^（）()\n]{1,30})[）)]/.exec(gap)
  const rest = bracket ? gap.slice(bracket[0].length) : gap
  const parts = rest.split(/[，,、；;。\n/]/)
  const glued = bracket ? bracket[1]! : parts[0]!.trim()
  const following =
    more && parts.length > 1
      ? parts
          .at(-1)!
          .trim()
          .replace(/[：:]$/, '')
      : undefined
  return {
    own: namesAudience(glued),
    following: following === undefined ? undefined : namesAudience(following),
  }
}

const namesAudience = (words: string): string | undefined =>
  /^[\u4e00-\u9fa5、（）]{2,20}$/.test(words) &&
  !LABEL.test(words) &&
  !/网址|网站|地址|咨询|拨打|查询/.test(words)
    ? words
    : undefined
