import { resolveTurnPlace } from '../../intents/places/index.js'
import type { Understanding } from '../../intents/understand.js'
import type { Conversation } from '../core/conversation.js'
import type { PlaceNow } from '../core/place.js'
import { atPlace } from './item-turn.js'
import { turnWords } from './turn-words.js'
import { saying, type Scene, type Turn } from './scene.js'

/** Two questions are told apart by these; a story of several sentences has one question only. */
const BETWEEN = new RegExp(turnWords.between!, 'gu')
/** Each part must name a matter, or it belongs to the other. In characters. */
const LEAST = 4
/** Nobody puts more than that into one message and wants all of it answered at once. */
const LONGEST = 60

/** Answers two questions of one message one after the other; undefined where it holds only one. */
export function answerTwo(
  scene: Scene,
  conversation: Conversation,
  heard: Understanding,
  named: PlaceNow,
): Turn | undefined {
  if (heard.text.length > LONGEST) return undefined
  const parts = heard.text.split(BETWEEN).map((part) => part.trim())
  if (parts.length < 2) return undefined
  const questions = parts.filter(Boolean).map((part) => scene.tools.understander.read(part))
  if (questions.length !== 2) return undefined
  const [first, second] = questions as [Understanding, Understanding]
  const isQuestion = ({ fields, how, followUp }: Understanding) =>
    fields.length > 0 || how || followUp.continues
  if (![first, second].every((one) => one.substance >= LEAST && isQuestion(one))) return undefined

  const one = answerPart(scene, conversation, first, named)
  if (one.reply.action !== 'answer' || one.reply.item === undefined) return undefined
  const two = answerPart(scene, one.conversation, second, { kind: 'unknown' })
  if (two.reply.action !== 'answer' || two.reply.item === undefined) return undefined
  if (one.reply.item === two.reply.item) return undefined
  // The conversation goes on where the second question left it; so does what names one item only.
  const isOnePlace = one.conversation.place?.region === two.conversation.place?.region
  return saying(two.conversation, {
    ...(isOnePlace ? one.reply : two.reply),
    blocks: [...one.reply.blocks, ...two.reply.blocks],
    candidates: [...one.reply.candidates, ...two.reply.candidates],
    sources: [...one.reply.sources, ...two.reply.sources],
    confidence: Math.min(one.reply.confidence, two.reply.confidence),
  })
}

/** A part may name a place of its own ("鞍山的呢"). */
function answerPart(scene: Scene, conversation: Conversation, part: Understanding, named: PlaceNow): Turn {
  const said = resolveTurnPlace(part.mentions, conversation.place?.code)
  return atPlace(scene, conversation, part, said.kind === 'none' ? named : said)
}
