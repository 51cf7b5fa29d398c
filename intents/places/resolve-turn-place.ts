import { servingRegion, type PlaceOffer } from './coverage.js'
import type { Mention } from './find-places.js'
import { displayName, isWithin } from './place.js'
import { RELATION_WEIGHT, type PlaceRelation } from './relation.js'

/** The place of this turn; every kind but `none` fits core's `PlaceNow`. */
export type TurnPlace =
  /** `code` is what was named, or where several were meant inside one guide's area the guide's own place. */
  | { readonly kind: 'served'; readonly region: string; readonly code: string; readonly name: string }
  /** One of the offers must be chosen: a province named, a name several places bear, or two places at once. */
  | { readonly kind: 'too_wide'; readonly name: string; readonly offers: readonly PlaceOffer[] }
  | { readonly kind: 'not_covered'; readonly name: string }
  /** The place used so far was denied ("我不是钦州的") and no other one named. */
  | { readonly kind: 'unknown' }
  /** The text says nothing about it: what held before holds on. `aside`: somewhere without a guide, where one goes. */
  | { readonly kind: 'none'; readonly aside?: string }

/**
 * Decides which place a turn is about. `current` is the code of the place that holds so far (a guide's place or one
 * below it): it decides between bearers of a name, and a wider place around it ("广西" in 钦州) does not undo it.
 */
export function resolveTurnPlace(mentions: readonly Mention[], current?: string): TurnPlace {
  const stated = mentions.filter(({ role }) => role === 'stated')
  const corrected = stated.filter(({ corrects }) => corrects)
  const strongest = heaviest(corrected.length > 0 ? corrected.slice(-1) : stated)
  if (strongest.length > 0) {
    const inPassing = RELATION_WEIGHT[strongest[0]!.relation] < 1
    if (inPassing && current !== undefined) return { kind: 'none' }
    const place = decide(strongest, current)
    if (place.kind !== 'not_covered') return place
    // "在深圳参保, 想转到钦州": the guide of where a relation goes to says how it gets there.
    const destination = lastServed(mentions, 'destination')
    if (destination) return destination
    // "想去北京装假肢", "搬到天津长住": where a person goes to is seldom where he is insured.
    const isGoing = corrected.length === 0 && strongest.every(({ relation }) => GOING.has(relation))
    return isGoing ? { kind: 'none', aside: place.name } : place
  }
  if (current === undefined) return fromStory(mentions)
  const denied = mentions.some(
    ({ relation, codes }) => relation === 'denied' && codes.some((code) => isWithin(current, code)),
  )
  return denied ? { kind: 'unknown' } : { kind: 'none' }
}

const GOING: ReadonlySet<PlaceRelation> = new Set(['to', 'moved'])

function heaviest(mentions: readonly Mention[]): readonly Mention[] {
  const top = Math.max(...mentions.map(({ relation }) => RELATION_WEIGHT[relation]))
  return mentions.filter(({ relation }) => RELATION_WEIGHT[relation] === top)
}

/** Served places win over the others; two different guides' places are both offered. */
function decide(mentions: readonly Mention[], current: string | undefined): TurnPlace {
  const outcomes = mentions.map((mention) => placeOf(mention, current))
  const served = outcomes.filter((outcome) => outcome.kind === 'served')
  if (new Set(served.map(({ region }) => region)).size > 1) {
    return {
      kind: 'too_wide',
      name: [...new Set(served.map(({ name }) => name))].join('、'),
      offers: served.map(({ region, code, name }) => ({ region, code, name })),
    }
  }
  return served.at(-1) ?? outcomes.findLast(({ kind }) => kind === 'too_wide') ?? outcomes.at(-1)!
}

function placeOf({ codes, coverage, name }: Mention, current: string | undefined): TurnPlace {
  if (current !== undefined) {
    if (codes.some((code) => isWithin(current, code))) return servedAt(current)
    const near = codes.filter((code) => isWithin(code, `${current.slice(0, 4)}00`) || isWithin(code, current))
    if (codes.length > 1 && near.length === 1 && servingRegion(near[0]!)) return servedAt(near[0]!)
  }
  switch (coverage.kind) {
    case 'served':
      return { ...servedAt(codes.length === 1 ? codes[0]! : coverage.region), name }
    case 'too_wide':
    case 'ambiguous':
      return { kind: 'too_wide', name, offers: coverage.offers }
    default:
      return { kind: 'not_covered', name }
  }
}

function servedAt(code: string): Extract<TurnPlace, { kind: 'served' }> {
  const region = servingRegion(code)
  if (region === undefined) throw new RangeError(`no guide holds at ${code}`)
  return { kind: 'served', region, code, name: displayName(code) }
}

function lastServed(mentions: readonly Mention[], relation: PlaceRelation): TurnPlace | undefined {
  const found = mentions.findLast(
    (mention) => mention.relation === relation && mention.coverage.kind === 'served',
  )
  return found && placeOf(found, undefined)
}

// Without any stated place the story's own places help: where a relation goes to, then where it comes from.
const STORY_ORDER = ['destination', 'origin', 'past', 'home'] as const

function fromStory(mentions: readonly Mention[]): TurnPlace {
  for (const relation of STORY_ORDER) {
    const found = lastServed(mentions, relation)
    if (found) return found
  }
  // Where the household is says little about where the insurance is: ask, with that place to choose.
  const open = mentions.findLast(
    ({ relation, coverage }) =>
      (relation === 'household' && coverage.kind === 'served') ||
      (relation === 'destination' && (coverage.kind === 'too_wide' || coverage.kind === 'ambiguous')),
  )
  if (!open) return { kind: 'none' }
  const place = placeOf(open, undefined)
  return place.kind === 'served'
    ? {
        kind: 'too_wide',
        name: place.name,
        offers: [{ region: place.region, code: place.code, name: place.name }],
      }
    : place
}
