import type { Entry, Field } from '../entry.js'
import { findUrls, type FoundUrl, type UrlProblem } from '../structure/index.js'
import { fieldTexts } from './field-texts.js'
import { raise, type EntryFlag, type Rule } from './finding.js'
import { isOneApart } from './one-apart.js'
import { isUmbrella } from './umbrellas.js'

/** Web addresses that cannot be opened as written, or are spelled otherwise than everywhere else in the guide. */
export const badUrls: Rule = (entries) => {
  const found = entries
    .filter((entry) => !isUmbrella(entry))
    .flatMap((entry) =>
      fieldTexts(entry).flatMap(([field, text]) => findUrls(text).map((url) => ({ entry, field, url }))),
    )
  const usual = countForms(found.map(({ url }) => url.url))
  return found.flatMap(({ entry, field, url }) => {
    const better = misspelled(entry, field, url, usual)
    return better.length ? better : malformed(entry, field, url)
  })
}

// A bare host is usual in print, and a browser completes it.
const TOLD: Readonly<
  Partial<Record<UrlProblem, (url: FoundUrl) => readonly [message: string, reader: boolean]>>
> = {
  full_width: ({ url }) => [`网址中有全角符号，应为 ${url}。`, false],
  line_break: ({ url }) => [`原文的网址被断开，完整的是 ${url}。`, true],
  bare_ip: ({ url }) => [`网址是 IP 地址 ${url}，没有域名，请核对。`, false],
  bad_host: ({ url }) => [`网址 ${url} 的域名不正确，可能打不开。`, true],
}

function malformed(entry: Entry, field: Field, url: FoundUrl): EntryFlag[] {
  return url.problems.flatMap((problem) => {
    const told = TOLD[problem]?.(url)
    return told ? [raise(entry, 'bad_url', field, ...told)] : []
  })
}

// comcallogin (8 lines) beside comcalogin (14); the rarer form is flagged, which of the two is right nobody knows here.
function misspelled(
  entry: Entry,
  field: Field,
  { url }: FoundUrl,
  usual: ReadonlyMap<string, number>,
): EntryFlag[] {
  const own = form(url)
  const times = usual.get(own) ?? 0
  const other = [...usual].find(([form, count]) => count > times && isRespelled(own, form))
  if (!other) return []
  const message = `这个网址在本指南别处（${other[1]}处）写作 ${other[0]}，如打不开请改用那一个。`
  return [raise(entry, 'bad_url', field, message, true)]
}

function countForms(urls: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const url of urls) counts.set(form(url), (counts.get(form(url)) ?? 0) + 1)
  return counts
}

const form = (url: string): string => url.replace(/^https?:\/\//i, '').replace(/\/$/, '')

/** Some parts of the two addresses are one character apart, the rest is the same. */
function isRespelled(one: string, two: string): boolean {
  const [partsOne, partsTwo] = [one.split('/'), two.split('/')]
  if (one === two || partsOne.length !== partsTwo.length) return false
  return partsOne.every(
    (part, at) => part === partsTwo[at] || (part.length > 5 && isOneApart(part, partsTwo[at]!)),
  )
}
