import { readIntentData } from '../data.js'
import { displayName, isWithin } from './place.js'

/** A covered place to offer when somebody named one that is too wide: `code` is the place, `region` whose guide holds there. */
export interface PlaceOffer {
  readonly region: string
  readonly code: string
  readonly name: string
}

/** Whether a guide holds at a place. */
export type Coverage =
  | { readonly kind: 'served'; readonly region: string }
  /** Only part of it has a guide ("广西", "保定", "白银市"). */
  | { readonly kind: 'too_wide'; readonly offers: readonly PlaceOffer[] }
  /** Several places bear the name and not all are served by one guide ("铁西"); the served ones are offered. */
  | { readonly kind: 'ambiguous'; readonly offers: readonly PlaceOffer[] }
  | { readonly kind: 'not_covered' }
  /** A place without a name ("外地"). */
  | { readonly kind: 'unnamed' }

interface CoveredRegion {
  /** "000" … "004". */
  readonly guide: string
  /** Codes of the divisions the guide holds for, each with everything below it. */
  readonly serves: readonly string[]
}

/** Which guide serves which places, by the code of the guide's own place (intents/data/place-coverage.json). */
export const coveredRegions: ReadonlyMap<string, CoveredRegion> = new Map(
  Object.entries(
    (JSON.parse(readIntentData('place-coverage.json')) as { regions: Record<string, CoveredRegion> }).regions,
  ),
)

/** The code of the guide's place that holds at `code`, if any does. */
export function servingRegion(code: string): string | undefined {
  for (const [region, { serves }] of coveredRegions) {
    if (serves.some((upper) => isWithin(code, upper))) return region
  }
  return undefined
}

/** What the candidates of one name mean together; all served by the same guide counts as served. */
export function coverageOf(codes: readonly string[]): Coverage {
  if (codes.length === 0) return { kind: 'unnamed' }
  const regions = new Set(codes.map(servingRegion))
  const [first] = regions
  if (regions.size === 1 && first !== undefined) return { kind: 'served', region: first }
  const offers = new Map(codes.flatMap(offersAt).map((offer) => [offer.code, offer]))
  if (offers.size === 0) return { kind: 'not_covered' }
  // 白银 is the city and the district in it: not two places far apart, but one that is too wide.
  const nested = codes.every((code) => codes.every((other) => isWithin(code, other) || isWithin(other, code)))
  return { kind: nested ? 'too_wide' : 'ambiguous', offers: [...offers.values()] }
}

/** The place itself where a guide holds there, else the covered places below it. */
function offersAt(code: string): PlaceOffer[] {
  const region = servingRegion(code)
  if (region !== undefined) return [{ region, code, name: displayName(code) }]
  return [...coveredRegions]
    .flatMap(([below, { serves }]) => serves.map((served) => ({ region: below, code: served })))
    .filter((offer) => isWithin(offer.code, code))
    .map((offer) => ({ ...offer, name: displayName(offer.code) }))
}
