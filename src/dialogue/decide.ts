import type { Understanding } from '../../intents/understand.js'
import type { Reply } from '../core/reply.js'
import type { DialogueTools } from './turn.js'

/** What to do about a question, its place known. */
export type Decision =
  | {
      readonly kind: 'answer'
      readonly id: string
      readonly confidence: number
      readonly candidates: Reply['candidates']
    }
  | { readonly kind: 'clarify'; readonly ids: readonly string[] }
  | { readonly kind: 'none' }

/** Below this the best entry shares too little with the question to be meant. */
const LEAST_SCORE = 0.04
/** A second entry this near to the best (share of its score) could be meant as well. */
const CLOSE = 0.93
const MOST_CHOICES = 3

/** Chooses the entry of the place, asks back between close ones, or says that there is none. */
export function decideItem(
  { knowledge, understander }: DialogueTools,
  heard: Understanding,
  region: string,
): Decision {
  const ranked = understander.matcher.rank(heard.terms, region)
  const [best] = ranked
  if (!best || best.score < LEAST_SCORE) return { kind: 'none' }
  const close = ranked.filter(({ score }) => score >= best.score * CLOSE).slice(0, MOST_CHOICES)
  if (close.length > 1 && heard.substance < 8) return { kind: 'clarify', ids: close.map(({ id }) => id) }
  return {
    kind: 'answer',
    id: best.id,
    confidence: Math.min(1, best.score / (best.score + (ranked[1]?.score ?? 0))),
    candidates: ranked.slice(0, 5).map(({ id }) => ({ id, title: knowledge.get(id)!.title })),
  }
}
