import type { Understanding } from '../../intents/understand.js'
import type { Conversation } from '../core/conversation.js'
import type { PlaceNow } from '../core/place.js'
import type { Block } from '../core/reply.js'
import type { Entry } from '../../knowledge/entry.js'
import { sourcesOf } from './compose/source-line.js'
import type { GuideAnswers } from '../core/guide-state.js'
import { planGuide } from './guide/plan.js'
import { checklistFor, sheetBlocks } from './guide/sheet.js'
import { continueGuide, resumeGuide, startGuide, type GuideStep } from './guide/guide.js'
import { askForPlace, atPlace } from './item-turn.js'
import { placeByCode, placeOfEntry } from './place-turn.js'
import { plain } from './replies.js'
import { say } from './sentences.js'
import { saying, type Scene, type Turn } from './scene.js'
import type { DialogueTools } from './tools.js'
import { says } from './turn-words.js'

/** Fewer characters name no matter: the entry in hand is meant. */
const BRIEF = 4
/** More than that beside "办事清单" names a matter of its own. */
const SHEET_ASKED = 10
/** What comes before the steps of being led, whatever they ask. */
const URGENT: ReadonlySet<string> = new Set(['human', 'injection', 'others_data', 'personal_lookup', 'abuse'])

/** A walk in progress takes the message; another question is answered and the step shown again. */
export function continueGuiding(
  scene: Scene,
  conversation: Conversation,
  heard: Understanding,
  answer: (free: Conversation) => Turn,
): Turn | undefined {
  const { guide, ...free } = conversation
  const entry = guide && scene.tools.knowledge.get(guide.entry)
  if (!guide || !entry) return undefined
  const { knowledge } = scene.tools
  if (says('resume_guide', heard.text))
    return guideTurn(scene, free, entry, resumeGuide(knowledge, entry, guide))
  if (says('sheet', heard.text)) return sheetTurn(scene, conversation, entry, guide.answers)
  const isUrgent = heard.act !== undefined && URGENT.has(heard.act)
  const step = isUrgent ? undefined : continueGuide(knowledge, entry, guide, heard.text, scene.context.now)
  if (step) return guideTurn(scene, free, entry, step)
  const turned = answer(free)
  if (turned.conversation.form || turned.effects.length > 0) return turned
  return {
    ...turned,
    conversation: { ...turned.conversation, guide },
    reply: {
      ...turned.reply,
      blocks: [...turned.reply.blocks, { type: 'notice', text: resumeHint(entry) }],
    },
  }
}

/** The task sheet for the answers given so far. */
function sheetTurn(
  { tools, context }: Scene,
  conversation: Conversation,
  entry: Entry,
  answers: GuideAnswers,
): Turn | undefined {
  const plan = planGuide(entry)
  if (!plan) return undefined
  const sheet = checklistFor(tools.knowledge, entry, plan, answers, context.now)
  return about(tools, conversation, entry, sheetBlocks(sheet))
}

/** "带我一步步办": walks the entry named, or the one in hand; undefined where nobody asks to be led. */
export function startGuiding(
  scene: Scene,
  conversation: Conversation,
  heard: Understanding,
  named: PlaceNow,
): Turn | undefined {
  const inHand = conversation.item ? scene.tools.knowledge.get(conversation.item) : undefined
  if (inHand && says('sheet', heard.text) && heard.named < SHEET_ASKED)
    return sheetTurn(scene, conversation, inHand, {})
  if (!heard.followUp.leads) return undefined
  const place = named.kind === 'served' ? placeByCode(named.code) : conversation.place
  if (named.kind !== 'served' && named.kind !== 'unknown') return undefined
  const { knowledge, understander } = scene.tools
  if (!place)
    return heard.namedToLead < BRIEF
      ? saying(conversation, plain('clarify.lead_what'))
      : askForPlace(conversation, heard, { offers: understander.matcher.regions.map(placeByCode) })
  const from = { ...conversation, place }
  if (heard.namedToLead < BRIEF) {
    if (inHand?.region !== place.region) return saying(from, plain('clarify.lead_what'))
    return begin(scene, from, inHand)
  }
  const found = atPlace(scene, from, heard, { kind: 'unknown' })
  const entry = found.reply.item === undefined ? undefined : knowledge.get(found.reply.item)
  return entry ? (begin(scene, found.conversation, entry) ?? found) : found
}

/** Walks an entry that was chosen from an offer; undefined where there is nothing to walk. */
export function beginGuiding(scene: Scene, conversation: Conversation, id: string): Turn | undefined {
  const entry = scene.tools.knowledge.get(id)
  return entry && begin(scene, conversation, entry)
}

function begin(scene: Scene, conversation: Conversation, entry: Entry): Turn | undefined {
  const step = startGuide(scene.tools.knowledge, entry)
  return step && guideTurn(scene, conversation, entry, step)
}

function guideTurn({ tools }: Scene, free: Conversation, entry: Entry, step: GuideStep): Turn {
  const conversation = { ...free, failures: 0, ...(step.state && { guide: step.state }) }
  return about(tools, conversation, entry, step.blocks)
}

/** Says something of an entry; taken up again after talk of another place, it is about its own. */
function about(
  { knowledge }: DialogueTools,
  conversation: Conversation,
  entry: Entry,
  blocks: readonly Block[],
): Turn {
  return saying(
    { ...conversation, place: placeOfEntry(conversation, entry), item: entry.id },
    {
      action: 'answer',
      blocks,
      item: entry.id,
      candidates: [],
      sources: sourcesOf(knowledge, entry, []),
      confidence: 0.9,
    },
  )
}

const resumeHint = (entry: Entry): string => say('guide.resume_hint', { title: entry.title })
