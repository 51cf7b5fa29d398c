import { nameGuards, placeWords, unnamedPlaces, usualBearers, type PlaceWord } from './lexicon.js'
import { isWithin } from './place.js'

/** A name found in a text: offsets in UTF-16 units, `end` excluded; `codes` empty for a place without a name. */
export interface FoundName {
  readonly start: number
  readonly end: number
  readonly codes: readonly string[]
}

/** Finds place names from left to right, the longest that counts first; names of a place and one below it join. */
export function scanNames(text: string): FoundName[] {
  const found: FoundName[] = []
  let at = 0
  while (at < text.length) {
    const name = nameAt(text, at) ?? unnamedAt(text, at)
    if (name) found.push(name)
    at = name ? name.end : at + 1
  }
  return found
}

/** All names that stand at a position, longest first. */
export function wordsAt(text: string, at: number): readonly PlaceWord[] {
  const first = text[at]
  return first === undefined ? [] : placeWords(first).filter(({ word }) => text.startsWith(word, at))
}

/** The bearers of a name that lie below one of `uppers`. */
export function bearersWithin({ bearers }: PlaceWord, uppers: readonly string[]): readonly string[] {
  const below = bearers.filter(({ code }) => uppers.some((upper) => upper !== code && isWithin(code, upper)))
  return [...new Set(below.map(({ code }) => code))]
}

function nameAt(text: string, at: number): FoundName | undefined {
  for (const word of wordsAt(text, at)) {
    const end = at + word.word.length
    if (word.use === 'explicit' || brokenName(text, at, word)) continue
    const whole = extend(text, at, end, word)
    if (whole.end > end) return whole
    if (word.use === 'always' || (word.use === 'careful' && standsAsPlace(text, at, end))) return whole
  }
  return undefined
}

/** Takes in the names of places below that follow at once: 广西 + 钦州市 + 灵山. */
function extend(text: string, start: number, firstEnd: number, word: PlaceWord): FoundName {
  let end = firstEnd
  let uppers: readonly string[] = word.bearers.map(({ code }) => code)
  let codes = usualBearers(word)
  if (word.use === 'chained') return { start, end, codes }
  for (;;) {
    const next = nextBelow(text, end, uppers)
    if (!next) return { start, end, codes }
    ;({ end, codes } = next)
    uppers = codes
  }
}

function nextBelow(text: string, end: number, uppers: readonly string[]) {
  for (const gap of [0, 1]) {
    if (gap === 1 && !/[的 ，,]/.test(text[end] ?? '')) return undefined
    const at = end + gap
    for (const word of wordsAt(text, at)) {
      if (word.use === 'explicit' || brokenName(text, at, word)) continue
      // After a gap a name that is careful alone stays so: 北京的朝阳产业.
      if (gap === 1 && word.use !== 'always' && !word.suffixed && text[end] !== ' ') continue
      const inside = word.bearers.filter(({ code, use }) => use === 'chained' && uppers.includes(code))
      const codes = [...bearersWithin(word, uppers), ...(gap === 0 ? inside.map(({ code }) => code) : [])]
      if (codes.length > 0) return { end: at + word.word.length, codes }
    }
  }
  return undefined
}

/** Whether the characters around show that the name is part of something else: 医保定点, 北京路, 合作市场, 河北大学. */
function brokenName(text: string, at: number, { word, suffixed }: PlaceWord): boolean {
  const before = text[at - 1]
  const after = text[at + word.length]
  const guard = nameGuards.get(word)
  if (before && guard?.not_after?.includes(before)) return true
  if (after && guard?.not_before?.includes(after)) return true
  if (!after) return false
  const rest = text.slice(at + word.length, at + word.length + 4)
  if (!suffixed) return STREET_OR_FIRM.test(rest)
  const last = word.at(-1)!
  return (last === '市' && after === '场') || (last === '区' && /[别间块]/.test(after))
}

const STREET_OR_FIRM =
  /^(?:[东西南北中]?(?:路|大道|大街|街)|巷|胡同|银行|大学|学院|中学|医科|师范|理工|话(?!费)|菜(?!市)|牌)/

/** A name that is also an everyday word counts only where people put places: 在…, 到…的, …的社保, …这边. */
function standsAsPlace(text: string, start: number, end: number): boolean {
  const left = text.slice(Math.max(0, start - 4), start)
  const right = text.slice(end, end + 6)
  const strongRight = PLACE_AFTER.test(right)
  if (PLACE_BEFORE.test(left)) return strongRight || CLOSED_AFTER.test(right)
  return strongRight && OPEN_BEFORE.test(left)
}

const PLACE_BEFORE =
  /(?:(?<![存现实正所内好潜自])在|到|回|去|从|来|住|由|调|迁|户口|户籍|老家|位于|属于|喺|[我俺]系|(?:^|[，。？！,.?!\s])(?:我们|咱们?|我|俺))$/
const OPEN_BEFORE =
  /(?:^|[，。？！：；、,.?!:;\s（("“]|[的是和跟与对把将问下那就都也我咱俺]|你好|您好|[^买卖炒]在)$/
const CLOSED_AFTER =
  /^(?:$|[，。？！：；、,.?!:;\s）)"”]|的|怎|能|可以|有没|没|转|回|来|了|吗|呢|要|需|这|那|和|跟|还|也|都|做|干|换|调|搬|噶|嘅)/
const PLACE_AFTER =
  /^(?:市(?!场)|的(?:$|[，。？！,.?!\s]|人(?!民)|社保|养老|医保|保险|居民|职工|失业|工伤|户口|企业|单位|公司|退休|参保|政策|标准|农民|就业)|[这那][边里儿]|本地|当地|人社|社保|参保|户口|户籍|居民|市民|农村|城镇|上班|打工|工作|务工|就业|[交缴]|养老|失业|工伤|职工|灵活就业|退休|办|领|怎么(?:办|领|交|缴|查|转|报|参保)|人(?:$|[，。？！,.?!\s在想])|政务|医保|认证|待遇|劳动)/

const unnamed = unnamedPlaces.map((word) => ({ word, first: word[0]! }))
const unnamedStarts = new Set(unnamed.map(({ first }) => first))

function unnamedAt(text: string, at: number): FoundName | undefined {
  if (!unnamedStarts.has(text[at]!)) return undefined
  const hit = unnamed.find(({ word }) => text.startsWith(word, at))
  return hit && { start: at, end: at + hit.word.length, codes: [] }
}
