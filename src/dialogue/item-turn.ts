import type { Understanding } from '../../intents/understand.js'
import type { Entry } from '../../knowledge/entry.js'
import type { Conversation } from '../core/conversation.js'
import type { PlaceNow } from '../core/place.js'
import type { Field } from '../core/vocabulary.js'
import { composeFields, composeItem } from './compose/answer.js'
import { findPassages } from './compose/passages.js'
import { answerFromTables } from './compose/tables.js'
import { decideItem, type Decision } from './decide.js'
import { placeByCode, placeOfEntry } from './place-turn.js'
import { askItem, askPlace, plain, replyToNone } from './replies.js'
import { saying, type Scene, type Turn } from './scene.js'
import { says } from './turn-words.js'

/** A message this short names no matter of its own; one this long tells a story of its own. In characters. */
const BRIEF = 4
const STORY = 14
/** Probability from which on a question names its own matter, whatever was spoken of before. */
const CLEARLY_NAMED = 0.35
/** The same for what is put as another case of the matter in hand ("要是缴了10年呢"). */
const SURELY_NAMED = 0.75

/** Looks for the entry in the place of the turn; asks for the place first where none is known. */
export function atPlace(
  scene: Scene,
  conversation: Conversation,
  heard: Understanding,
  named: PlaceNow,
): Turn {
  switch (named.kind) {
    case 'not_covered':
      return saying(conversation, plain('out_of_scope.place', { name: named.name }))
    case 'too_wide':
      return askForPlace(conversation, heard, named)
    case 'served': {
      const { kind: _, ...place } = named
      return inPlace(scene, { ...conversation, place }, heard)
    }
    case 'unknown':
      return conversation.place
        ? inPlace(scene, conversation, heard)
        : withoutPlace(scene, conversation, heard)
  }
}

/** No place is known: what no guide answers is said at once, for the rest the place is asked first. */
function withoutPlace({ tools }: Scene, conversation: Conversation, heard: Understanding): Turn {
  if (heard.substance < 2) return saying(failing(conversation), plain('out_of_scope.not_understood'))
  const elsewhere = tools.understander.matcher.outside(heard.query)
  if (elsewhere) return saying(conversation, replyToNone({ kind: 'none', elsewhere }, ''))
  return askForPlace(conversation, heard, { offers: tools.understander.matcher.regions.map(placeByCode) })
}

/** Asks where, and keeps the question. */
export function askForPlace(
  conversation: Conversation,
  heard: Understanding,
  place: Parameters<typeof askPlace>[0],
): Turn {
  const { reply, choices } = askPlace(place)
  return saying({ ...conversation, offer: { kind: 'place', choices, text: heard.text } }, reply)
}

/** Answers, asks back or declines in the conversation's place; goes on with the entry in hand where the message does. */
export function inPlace(scene: Scene, conversation: Conversation, heard: Understanding): Turn {
  const { knowledge, understander } = scene.tools
  const { region } = conversation.place!
  const current = conversation.item ? knowledge.get(conversation.item) : undefined
  const { followUp } = heard
  const isFollowUp = heard.fields.length > 0 || heard.how
  const stay = (id: string, question = heard) =>
    answerEntry(scene, conversation, question, { id, confidence: 0.8, candidates: [] })

  // "那在鞍山呢", "不对，我是钦州的": the same matter in another place.
  const namesNone = heard.substance < BRIEF || (followUp.corrects && heard.namedAnew < BRIEF)
  if (current && current.region !== region && (namesNone || continuesElsewhere(scene, region, heard))) {
    const [same] = knowledge.onTopic(current.topic, region)
    const fields = isFollowUp || !conversation.field ? heard.fields : [conversation.field]
    if (same) return stay(same.id, { ...heard, fields })
    return saying(
      conversation,
      plain('out_of_scope.absent', { place: conversation.place!.name, name: current.title }),
    )
  }
  const isHere = current?.region === region
  const mayFollow = isHere && (isFollowUp || heard.person.speaker === 'agent' || followUp.refers)
  // "要带什么", "几点上班": a question about the entry in hand.
  if (mayFollow && Math.min(heard.substance, heard.named) < BRIEF) return stay(current.id)
  if (followUp.returns) {
    const earlier = earlierEntry(scene, conversation, heard)
    if (earlier) return stay(earlier)
  }
  if (heard.fields.length > 0 && heard.named < 2 && !current)
    return saying(failing(conversation), plain('clarify.which_matter'))
  if (heard.substance < 2) return saying(failing(conversation), plain('out_of_scope.not_understood'))

  const ranking = understander.matcher.rank(heard.query, region)
  const [best] = ranking.candidates
  const score = best?.score ?? 0
  if (isHere && heard.substance < STORY) {
    if (followUp.continues && score < SURELY_NAMED && heard.person.last === undefined)
      // A case is put: what holds for it may stand anywhere in the entry.
      return stay(current.id, { ...heard, fields: heard.fields.filter((field) => field !== 'conditions') })
    // Words that name no other matter clearly go on with the one in hand.
    if (mayFollow && score < CLEARLY_NAMED) return stay(current.id)
    // "执照才办了八个月": a statement that asks nothing bears on the conditions of the one in hand.
    if (!isFollowUp && score < CLEARLY_NAMED && !ranking.elsewhere.all)
      return stay(current.id, { ...heard, fields: ['conditions'] })
    if (score < SURELY_NAMED && tableFits(current, heard)) return stay(current.id)
  }
  return carryOut(scene, conversation, heard, decideItem(knowledge, ranking, heard))
}

/** "那内蒙古的呢，第一年每个月多少": another place and no other matter. */
function continuesElsewhere({ tools }: Scene, region: string, heard: Understanding): boolean {
  if (!heard.followUp.continues || heard.substance >= STORY) return false
  const [best] = tools.understander.matcher.rank(heard.query, region).candidates
  return (best?.score ?? 0) < SURELY_NAMED
}

const tableFits = (entry: Entry, { text, kind }: Understanding): boolean =>
  answerFromTables(entry, { text, kind })?.fit === 'row'

/** "回到贷款那件事": the entry spoken of before that shares most with the words; without such words the one before. */
function earlierEntry(
  { tools }: Scene,
  { earlier = [], item, place }: Conversation,
  heard: Understanding,
): string | undefined {
  const here = earlier.filter((id) => tools.knowledge.get(id)?.region === place!.region)
  if (here.length === 0) return item
  if (heard.named < BRIEF && heard.fields.length > 0) return item
  const { candidates } = tools.understander.matcher.rank(heard.query, place!.region)
  const topics = candidates.map(({ id }) => tools.knowledge.get(id)!.topic)
  const spoken = [...here, ...(item ? [item] : [])]
  const words = [...heard.query.terms.keys()].map((term) => term.replace('=', '')).filter((w) => w.length > 1)
  const shares = (id: string) => words.filter((word) => tools.knowledge.get(id)!.title.includes(word)).length
  const rankOf = (id: string) => {
    const rank = topics.indexOf(tools.knowledge.get(id)!.topic)
    return rank < 0 ? topics.length : rank
  }
  return spoken.toSorted((a, b) => shares(b) - shares(a) || rankOf(a) - rankOf(b))[0]
}

function carryOut(scene: Scene, conversation: Conversation, heard: Understanding, decision: Decision): Turn {
  const place = conversation.place!.name
  if (decision.kind === 'answer') return answerEntry(scene, conversation, heard, decision)
  if (decision.kind === 'none') {
    // Whoever was not paid is never sent away with less than a way to register it.
    const isWages = says('unpaid_wages', heard.text)
    const reply = isWages ? plain('out_of_scope.wages', { place }) : replyToNone(decision, place)
    return saying(failing(conversation), reply)
  }
  const { reply, choices } = askItem(scene.tools, decision)
  return saying({ ...conversation, offer: { kind: 'item', choices, text: heard.text } }, reply)
}

const failing = (conversation: Conversation): Conversation => ({
  ...conversation,
  failures: conversation.failures + 1,
})

const MOST_EARLIER = 4
const LONGEST_ASKED = 300

/** The question as it is remembered. */
export const rememberedOf = ({ text }: Understanding): string => text.slice(0, LONGEST_ASKED)

/** Answers from one entry what was asked of it, and remembers it. */
export function answerEntry(
  { tools }: Scene,
  conversation: Conversation,
  heard: Understanding,
  decision: Omit<Extract<Decision, { kind: 'answer' }>, 'kind'>,
): Turn {
  const { knowledge, understander } = tools
  const entry = knowledge.get(decision.id)!
  // The short kinds of entry are shown whole; of what was asked by name and is not known, that is said.
  const isShort = entry.kind !== 'service' && entry.kind !== 'bundle'
  const isMissing = isShort && heard.fields.some((field) => !entry.fields[field])
  const isWhole = heard.how || (isShort && !isMissing)
  const fields: readonly Field[] = isWhole ? [] : heard.fields
  const question = { terms: [...heard.query.terms.keys()], kind: heard.kind }
  const found = {
    entry,
    confidence: decision.confidence,
    candidates: decision.candidates,
    table: answerFromTables(entry, { text: heard.text, kind: heard.kind }),
    passages: (shown: readonly Field[]) =>
      findPassages(entry, question, (pair) => understander.matcher.idf(pair, entry.region), shown),
  }
  const reply = fields.length > 0 ? composeFields(knowledge, found, fields) : composeItem(knowledge, found)
  const { item, earlier = [] } = conversation
  const before =
    item && item !== entry.id ? [item, ...earlier.filter((id) => id !== item && id !== entry.id)] : earlier
  return saying(
    {
      ...conversation,
      place: placeOfEntry(conversation, entry),
      item: entry.id,
      failures: 0,
      asked: rememberedOf(heard),
      ...(before.length > 0 && { earlier: before.slice(0, MOST_EARLIER) }),
      ...(fields[0] && { field: fields[0] }),
    },
    reply,
  )
}
