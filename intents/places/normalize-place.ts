import { coverageOf, servingRegion, type PlaceOffer } from './coverage.js'
import { usualBearers } from './lexicon.js'
import { displayName, formerPlaces, isWithin, places } from './place.js'
import { bearersWithin, wordsAt } from './scan.js'

/** What an explicit place setting means. */
export type PlaceResolution =
  | { readonly kind: 'served'; readonly region: string; readonly code: string; readonly name: string }
  | {
      readonly kind: 'too_wide'
      readonly code: string
      readonly name: string
      readonly offers: readonly PlaceOffer[]
    }
  | { readonly kind: 'ambiguous'; readonly codes: readonly string[]; readonly offers: readonly PlaceOffer[] }
  | { readonly kind: 'not_covered'; readonly codes: readonly string[]; readonly name: string }
  /** Neither a code nor a name of any place. */
  | { readonly kind: 'unknown' }

/** Reads a place setting: a code of 2, 4, 6 or more digits, or any usual name, also with the places above it in front. */
export function normalizePlace(nameOrCode: string): PlaceResolution {
  const text = nameOrCode.normalize('NFKC').replace(/[\s,，、·/_-]+/g, '')
  const codes = /^\d+$/.test(text)
    ? codesOfDigits(text)
    : codesOfName(text.replace(/^(?:中华人民共和国|中国)/, ''))
  if (codes.length === 0) return { kind: 'unknown' }
  const code = codes.length === 1 ? codes[0]! : innermostServed(codes)
  const coverage = coverageOf(code === undefined ? codes : [code])
  switch (coverage.kind) {
    case 'served': {
      const named = code ?? coverage.region
      return { kind: 'served', region: coverage.region, code: named, name: displayName(named) }
    }
    case 'too_wide':
      if (code !== undefined) {
        return { kind: 'too_wide', code, name: displayName(code), offers: coverage.offers }
      }
      return { kind: 'ambiguous', codes, offers: coverage.offers }
    case 'ambiguous':
      return { kind: 'ambiguous', codes, offers: coverage.offers }
    default:
      return { kind: 'not_covered', codes, name: code === undefined ? text : displayName(code) }
  }
}

function codesOfDigits(digits: string): readonly string[] {
  if (digits.length % 2 === 1 && digits.length < 9) return []
  const code = digits.slice(0, 6).padEnd(6, '0')
  const known = formerPlaces.get(code)?.code ?? code
  // xxxx01 is "市辖区", a heading of the table that means the city.
  const city = /01$/.test(known) ? `${known.slice(0, 4)}00` : known
  return places.has(known) ? [known] : places.has(city) ? [city] : []
}

function codesOfName(text: string, from = 0, uppers?: readonly string[]): readonly string[] {
  for (const word of wordsAt(text, from)) {
    const all = word.bearers.map(({ code }) => code)
    const inside = word.bearers.filter(({ code, use }) => use === 'chained' && uppers?.includes(code))
    const codes = uppers ? [...bearersWithin(word, uppers), ...inside.map(({ code }) => code)] : all
    if (codes.length === 0) continue
    const end = from + word.word.length
    if (WHOLE_PLACE.test(text.slice(end))) return uppers ? codes : usualBearers(word)
    const deeper = codesOfName(text, end, codes)
    if (deeper.length > 0) return deeper
  }
  return []
}

const WHOLE_PLACE = /^(?:本级|全[市县区]|市区|城区|县城|市本级)?$/

/** 白银 as a setting means 白银区, since the other bearers of the name only lie around it. */
function innermostServed(codes: readonly string[]): string | undefined {
  const served = codes.filter(servingRegion)
  const only = served.length === 1 ? served[0]! : undefined
  return only !== undefined && codes.every((code) => isWithin(only, code)) ? only : undefined
}
