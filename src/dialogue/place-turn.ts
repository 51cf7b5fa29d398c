import { normalizePlace, resolveTurnPlace, type Mention } from '../../intents/places/index.js'
import type { Understanding } from '../../intents/understand.js'
import type { Entry } from '../../knowledge/entry.js'
import type { Conversation } from '../core/conversation.js'
import type { PlaceNow, ServedPlace } from '../core/place.js'
import type { Scene } from './scene.js'
import { says } from './turn-words.js'

/** The place a turn is about, and the conversation with whose matter it is. */
export interface TurnPlaceNow {
  readonly named: PlaceNow
  readonly from: Conversation
  /** Somewhere without a guide that the person goes to. */
  readonly aside?: string | undefined
}

const SELF = 'self'

/** Decides the place: that of the person spoken of, the one said, the channel's if it is new, else the one that holds. */
export function placeOfTurn(
  { tools }: Scene,
  before: Conversation,
  from: Conversation,
  heard: Understanding,
  given: PlaceNow | undefined,
): TurnPlaceNow {
  const theirs = placesOfPeople(heard, (words) => tools.understander.personIn(words))
  const places = { ...before.places, ...theirs }
  const person = personSpokenOf(heard, before.person)
  const { person: _, ...impersonal } = from
  const known = {
    ...impersonal,
    ...(Object.keys(places).length > 0 && { places }),
    ...(person !== SELF && { person }),
  }
  // "我在钦州，我妈在鞍山，我妈要补卡": whose matter it is decides; "那我自己的呢" goes back.
  const changed = person !== (before.person ?? SELF)
  const own = places[person]
  if (own && (Object.keys(theirs).length > 1 || (changed && heard.mentions.length === 0)))
    return { named: { kind: 'served', ...own }, from: known }

  const said = resolveTurnPlace(heard.mentions, before.place?.code)
  if (said.kind === 'none') {
    // A covered place of the channel holds since before the message was read; of others it is said what they are.
    const now: PlaceNow = given && isNews(before, given) ? given : { kind: 'unknown' }
    return { named: now, from: known, aside: said.aside }
  }
  return { named: said, from: known }
}

/** Who is insured where, as far as the message says it of each: at least one beside the speaker. */
function placesOfPeople(
  { text, mentions }: Understanding,
  personIn: (text: string) => string | undefined,
): Record<string, ServedPlace> {
  const found: Record<string, ServedPlace> = {}
  for (const mention of mentions) {
    if (!LIVES.has(mention.relation)) continue
    const clause = text.slice(clauseStart(text, mention.start), mention.start)
    const who = personIn(clause) ?? (/[我俺咱]/u.test(clause) ? SELF : undefined)
    const place = servedPlace(mention)
    if (who && place) found[who] = place
  }
  return Object.keys(found).some((who) => who !== SELF) ? found : {}
}

const LIVES: ReadonlySet<Mention['relation']> = new Set(['insured', 'now', 'in', 'kin', 'moved', 'named'])

function clauseStart(text: string, at: number): number {
  return Math.max(...[...'，,。；;！!？?\n'].map((mark) => text.lastIndexOf(mark, at - 1))) + 1
}

/** The person named last; "我自己" and "我的" lead back to the speaker. */
function personSpokenOf({ text, person }: Understanding, before: string | undefined): string {
  if (says('own', text)) return SELF
  return person.last ?? before ?? SELF
}

function servedPlace({ codes }: Mention): ServedPlace | undefined {
  if (codes.length !== 1) return undefined
  return coveredPlace(codes[0]!)
}

/** The channel's place counts when it is new; later the person's own words have moved on from it. */
export const isNews = ({ place, given }: Conversation, now: PlaceNow): boolean =>
  !place || JSON.stringify(given) !== JSON.stringify(now)

function coveredPlace(code: string): ServedPlace | undefined {
  const place = normalizePlace(code)
  return place.kind === 'served' ? { region: place.region, code: place.code, name: place.name } : undefined
}

/** A covered place by its code; offers hold no others. */
export function placeByCode(code: string): ServedPlace {
  const place = coveredPlace(code)
  if (!place) throw new RangeError(`place ${code} is not covered`)
  return place
}

/** The place in force once an entry answers: the one that holds, if the entry is of its guide, else the entry's own. */
export function placeOfEntry({ place }: Conversation, entry: Entry): ServedPlace {
  if (place?.region === entry.region) return place
  return { region: entry.region, code: entry.region, name: entry.place_name }
}
