import { readIntentData } from '../data.js'
import { formerPlaces, levelOf, places, type PlaceLevel } from './place.js'

/**
 * How much must stand around a name before it counts in running text:
 * always · careful (used like a place: 在…, …的社保) · chained (right after a place above it) · explicit (never; only as a setting).
 */
export type NameUse = 'always' | 'careful' | 'chained' | 'explicit'

interface Bearer {
  readonly code: string
  readonly use: NameUse
  /** Official names and hand-written ones 0; short forms by what people mean first: 1 province, 2 city, 3 county, 4 district. */
  readonly rank: number
}

/** A name and everything it may mean. */
export interface PlaceWord {
  readonly word: string
  readonly use: NameUse
  readonly bearers: readonly Bearer[]
  /** Whether 市, 县, 区 … stand at its end, so that it cannot be the beginning of a street's or a bank's name. */
  readonly suffixed: boolean
}

interface MutableWord extends PlaceWord {
  use: NameUse
  readonly bearers: Bearer[]
}

interface RawName {
  readonly code: string
  readonly name: string
  /** Absent for an official name, whose use depends on its kind. */
  readonly use?: NameUse
}

interface NameData {
  readonly usual: Readonly<Record<string, readonly string[]>>
  readonly careful: Readonly<Record<string, readonly string[]>>
  readonly inside: Readonly<Record<string, readonly string[]>>
  readonly everyday: readonly string[]
  readonly everyday_careful: readonly string[]
  readonly bare_known: readonly string[]
  readonly generic: readonly string[]
  readonly split: readonly string[]
  readonly guards: Readonly<Record<string, { readonly not_after?: string; readonly not_before?: string }>>
  readonly unnamed: readonly string[]
}

const data = JSON.parse(readIntentData('place-names.json')) as NameData
const everyday = wordsOf(data.everyday)
const everydayCareful = wordsOf(data.everyday_careful)
const bareKnown = wordsOf(data.bare_known)
const generic = wordsOf(data.generic)
const split = wordsOf(data.split)

const STRICTNESS: readonly NameUse[] = ['always', 'careful', 'chained', 'explicit']
const HAND_WRITTEN = [
  ['usual', 'always'],
  ['careful', 'careful'],
  ['inside', 'chained'],
] as const
const SUFFIXES = '省市县区旗盟州'
const LONG_SUFFIXES = ['地区', '新区', '林区', '特区']
// 左旗 and 矿区 without their last character are no names.
const PARTS = ['前旗', '后旗', '左旗', '右旗', '中旗', '矿区']
const PEOPLES =
  /(?:各族|蒙古族?|回族|藏族|维吾尔族?|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族?|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族?|土族|达斡尔族?|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族?|阿昌族|普米族|塔吉克族?|怒族|德昂族|保安族|裕固族|独龙族)+$/

/** Characters that must not stand right before or after a name, because then it is part of other words (医保定点). */
export const nameGuards: ReadonlyMap<string, { readonly not_after?: string; readonly not_before?: string }> =
  new Map(Object.entries(data.guards))

/** Words for a place without a name (外地). */
export const unnamedPlaces: readonly string[] = [...wordsOf(data.unnamed)]

const namesByFirst = groupNames()
const made = new Map<string, readonly PlaceWord[]>()

/**
 * All names (official, short, former and hand-written) that begin with a character, longest first. Made when a text
 * first has the character: the whole country at once would cost every start some 50 ms.
 */
export function placeWords(first: string): readonly PlaceWord[] {
  const known = made.get(first)
  if (known) return known
  const words = makeWords(first)
  if (namesByFirst.has(first)) made.set(first, words)
  return words
}

/** What a name means when nothing around it says more: of the short forms only those people mean first. */
export function usualBearers({ word, bearers }: PlaceWord): readonly string[] {
  const first = split.has(word) ? Infinity : Math.min(...bearers.map(({ rank }) => rank))
  return [...new Set(bearers.filter(({ rank }) => rank <= first).map(({ code }) => code))]
}

function makeWords(first: string): readonly PlaceWord[] {
  const words = new Map<string, MutableWord>()
  const add = (word: string, code: string, use: NameUse, rank: number) => {
    const known = words.get(word)
    if (!known) {
      const suffixed = word.length > 2 && SUFFIXES.includes(word.at(-1)!)
      words.set(word, { word, use, bearers: [{ code, use, rank }], suffixed })
      return
    }
    known.bearers.push({ code, use, rank })
    if (STRICTNESS.indexOf(use) < STRICTNESS.indexOf(known.use)) known.use = use
  }
  for (const { code, name, use } of namesByFirst.get(first) ?? []) {
    if (use) {
      add(name, code, use, 0)
      continue
    }
    const level = levelOf(code)
    add(name, code, officialUse(level, name), 0)
    const rank = level === 'province' ? 1 : level === 'city' ? 2 : name.endsWith('区') ? 4 : 3
    for (const short of shortForms(level, name)) add(short, code, shortUse(level, short), rank)
  }
  return [...words.values()].sort((a, b) => b.word.length - a.word.length)
}

function groupNames(): ReadonlyMap<string, readonly RawName[]> {
  const groups = new Map<string, RawName[]>()
  const add = (raw: RawName) => {
    const group = groups.get(raw.name[0]!)
    if (group) group.push(raw)
    else groups.set(raw.name[0]!, [raw])
  }
  for (const place of places.values()) add(place)
  for (const former of formerPlaces.values()) add(former)
  for (const [kind, use] of HAND_WRITTEN) {
    for (const [code, names] of Object.entries(data[kind])) for (const name of names) add({ code, name, use })
  }
  return groups
}

function officialUse(level: PlaceLevel, name: string): NameUse {
  if (generic.has(name) || everyday.has(name)) return 'chained'
  // 和县, 文县: the two characters meet by chance too often.
  return level === 'county' && name.length === 2 ? 'careful' : 'always'
}

function shortUse(level: PlaceLevel, short: string): NameUse {
  if (level === 'province' || bareKnown.has(short)) return 'always'
  if (level === 'city') return everydayCareful.has(short) ? 'careful' : 'always'
  if (everyday.has(short) || everydayCareful.has(short)) return 'explicit'
  return short.length > 2 ? 'always' : 'careful'
}

/** The name without its suffix, and for autonomous divisions "岫岩县" beside "岫岩". */
function shortForms(level: PlaceLevel, name: string): readonly string[] {
  if (level === 'province') return [name.replace(/(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)$/, '')]
  const last = name.at(-1)!
  if (name.endsWith(`自治${last}`)) {
    const stem = name.slice(0, -3).replace(PEOPLES, '')
    return stem.length < 2 ? [] : [stem, stem + last]
  }
  const end = name.slice(-2)
  if (PARTS.includes(end) || !SUFFIXES.includes(last)) return []
  const stem = name.slice(0, LONG_SUFFIXES.includes(end) ? -2 : -1)
  return stem.length < 2 ? [] : [stem]
}

function wordsOf(lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')))
}
