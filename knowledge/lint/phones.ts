import { groupBy } from '../../src/core/group-by.js'
import type { Entry, Field } from '../entry.js'
import { raise, type EntryFlag, type Rule } from './finding.js'
import { isUmbrella } from './umbrellas.js'

/** Phone numbers that cannot be dialled as written, or are one figure off what the same department has elsewhere. */
export const badPhones: Rule = (entries) => {
  const rows = entries.filter((entry) => !isUmbrella(entry)).flatMap(phoneRows)
  const usual = usualForm(rows.flatMap(({ numbers }) => numbers))
  return [...rows.flatMap((row) => badlyWritten(row, usual)), ...oneFigureOff(rows)]
}

interface PhoneRow {
  readonly entry: Entry
  readonly field: Field
  readonly text: string
  /** "0777-2851661"; without code where the row gives none. */
  readonly numbers: readonly string[]
}

const PHONE_FIELDS: readonly Field[] = ['phone', 'complaint']

function phoneRows(entry: Entry): PhoneRow[] {
  return PHONE_FIELDS.flatMap((field) => {
    const text = entry.fields[field]
    return text === undefined ? [] : [{ entry, field, text, numbers: numbersIn(text) }]
  })
}

const DASH = '[-—–－]'
const CODED = new RegExp(`(?<!\\d)(0\\d{2,3})\\s*${DASH}\\s*(\\d+)`, 'g')

function numbersIn(text: string): string[] {
  return [...text.matchAll(CODED)].map(([, code, local]) => `${code}-${local}`)
}

function badlyWritten({ entry, field, text, numbers }: PhoneRow, usual: UsualForm): EntryFlag[] {
  const flags: EntryFlag[] = []
  const say = (message: string, reader = false) =>
    flags.push(raise(entry, 'bad_phone', field, message, reader))
  if (/0\d{2,3}\s*[—–－]/.test(text)) say('区号后用的是破折号，应为“-”。')
  if (new RegExp(`0\\d{2,3}(?:\\s+${DASH}|${DASH}\\s+)\\d`).test(text)) say('号码中间有空格。')
  // "0777-2833189机关事业0777-2857108企业养老": whom a number serves follows it.
  if (new RegExp(`\\d{7}[\\u4e00-\\u9fff]+0\\d{2,3}${DASH}`).test(text))
    say('两个电话连写在一起，每个号码服务的对象写在号码后面，拨打时请注意区分。', true)
  for (const [number] of text.replace(CODED, ' ').matchAll(/(?<!\d)[2-8]\d{5,7}(?!\d)/g))
    say(numbers.length ? `另一个号码${number}省略了区号。` : `${number}没有写区号。`)
  for (const number of numbers) {
    const [code, local] = number.split('-') as [string, string]
    const length = usual.lengths.get(code)
    if (length && local.length !== length) say(`${number}的位数不对，同区号的号码都是${length}位。`, true)
    else if (usual.code && code !== usual.code) say(`${number}的区号不是本地的${usual.code}。`)
  }
  return flags
}

interface UsualForm {
  readonly code: string | undefined
  /** How many figures the numbers of an area code have. */
  readonly lengths: ReadonlyMap<string, number>
}

function usualForm(numbers: readonly string[]): UsualForm {
  const byCode = groupBy(numbers, (number) => number.split('-')[0]!)
  const lengths = [...byCode]
    .filter(([, own]) => own.length >= 3)
    .map(
      ([code, own]) => [code, mostFrequent(own.map((number) => number.length - code.length - 1))!] as const,
    )
  return { code: mostFrequent(numbers.map((number) => number.split('-')[0]!)), lengths: new Map(lengths) }
}

// 2851611 at 2226, where 26 items of the same department have 2851661.
function oneFigureOff(rows: readonly PhoneRow[]): EntryFlag[] {
  const departments = groupBy(rows, ({ entry, field }) => `${field} ${entry.fields.department ?? ''}`)
  return [...departments.values()].flatMap((same) => {
    const times = new Map<string, number>()
    for (const number of same.flatMap(({ numbers }) => numbers))
      times.set(number, (times.get(number) ?? 0) + 1)
    return same.flatMap(({ entry, field, numbers }) =>
      numbers.flatMap((number) => {
        const usual = [...times].find(
          ([other, count]) => count >= 5 && times.get(number) === 1 && differsByOne(number, other),
        )
        if (!usual) return []
        const message = `电话${number}与同部门其他${usual[1]}个事项的${usual[0]}只差一位，疑为误写，打不通请改拨${usual[0]}。`
        return [raise(entry, 'bad_phone', field, message, true)]
      }),
    )
  })
}

function differsByOne(one: string, two: string): boolean {
  return (
    one.length === two.length && Array.from(one).filter((figure, index) => figure !== two[index]).length === 1
  )
}

function mostFrequent<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}
