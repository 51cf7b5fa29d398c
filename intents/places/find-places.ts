import { coverageOf, type Coverage } from './coverage.js'
import { displayName, isWithin, levelOf, type PlaceLevel } from './place.js'
import { relationOf, roleOf, type PlaceRelation, type PlaceRole } from './relation.js'
import { scanNames, type FoundName } from './scan.js'

/** A place somebody named in a text. */
export interface Mention {
  /** Offsets into the text in UTF-16 units, `end` excluded. */
  readonly start: number
  readonly end: number
  /** The words as they stand there. */
  readonly text: string
  /** What to call it in a reply; the words themselves where several places bear the name. */
  readonly name: string
  /** Candidates, several where the name is ambiguous, none for a place without a name ("外地"). */
  readonly codes: readonly string[]
  /** The candidates' level, the widest where they differ; null without candidates. */
  readonly level: PlaceLevel | null
  readonly coverage: Coverage
  /** stated: where the person is insured or asks about · other: a place in the story that is not. */
  readonly role: PlaceRole
  readonly relation: PlaceRelation
  /** A word of correction (哦不对, 说错了) stands somewhere before it. */
  readonly corrects: boolean
}

/** Finds the places a resident names in running text, in the order of the text. */
export function findPlaces(text: string): Mention[] {
  const names = scanNames(text)
  if (names.length === 0) return []
  const corrections = [...text.matchAll(CORRECTION)].map((match) => match.index + match[0].length)
  return names.map((name) => {
    const codes = narrowed(name, names)
    const relation = codes.length === 0 ? 'unnamed' : relationOf(text, name.start, name.end)
    const words = text.slice(name.start, name.end)
    return {
      start: name.start,
      end: name.end,
      text: words,
      name: codes.length === 1 ? displayName(codes[0]!) : words,
      codes,
      level: widestLevel(codes),
      coverage: coverageOf(codes),
      role: roleOf(relation),
      relation,
      corrects: corrections.some((end) => end <= name.start),
    }
  })
}

const CORRECTION =
  /(?<!对)不对|[说打搞弄写记]错|错了|更正|纠正|哦不|噢不|不不|不[，,](?=我|是|应)|我是说|我说的是|应该是|改[成为]|^不是/g

/** "我在鞍山，铁西这边": another place of the text decides between the bearers of a name. */
function narrowed({ codes }: FoundName, names: readonly FoundName[]): readonly string[] {
  if (codes.length < 2) return codes
  for (const other of names) {
    if (other.codes.length !== 1) continue
    const within = codes.filter((code) => code !== other.codes[0] && isWithin(code, other.codes[0]!))
    if (within.length > 0) return within
  }
  return codes
}

function widestLevel(codes: readonly string[]): PlaceLevel | null {
  const levels = codes.map(levelOf)
  return (['province', 'city', 'county'] as const).find((level) => levels.includes(level)) ?? null
}
