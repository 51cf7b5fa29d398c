import type { Entry } from '../entry.js'
import { fieldTexts } from './field-texts.js'
import { raise, type EntryFlag, type Rule } from './finding.js'

/** Slips of the pen that a pattern shows: a missing measure word, a bracket that never closes. */
export const sourceSlips: Rule = (entries) =>
  entries.flatMap((entry) => [...withoutMeasure(entry), ...openBrackets(entry)])

// 鞍山市's item 17: "20工作日".
function withoutMeasure(entry: Entry): EntryFlag[] {
  const words = /\d+工作日/.exec(entry.fields.time_limit ?? '')?.[0]
  return words ? [raise(entry, 'source_slip', 'time_limit', `“${words}”缺“个”字。`)] : []
}

const PAIRS = [
  ['（(', '）)'],
  ['《', '》'],
] as const

// Counted over a whole field: page breaks cut sentences. Points written "1）" close what nothing opened.
function openBrackets(entry: Entry): EntryFlag[] {
  return fieldTexts(entry).flatMap(([field, text]) => {
    if (field === 'policy_basis' || field === 'members' || field === 'handler') return []
    const words = text.replace(
      /(^|[\n；。：:、，\s])(?:\d{1,2}|[a-z]|[一二三四五六七八九十]{1,2})\s?[)）]/g,
      '$1',
    )
    const open = PAIRS.some(([left, right]) => count(words, left) !== count(words, right))
    return open ? [raise(entry, 'source_slip', field, '括号不成对，疑似缺字。')] : []
  })
}

const count = (text: string, signs: string): number =>
  Array.from(text).filter((sign) => signs.includes(sign)).length
