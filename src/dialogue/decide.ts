import type { Understanding } from '../../intents/understand.js'
import type { Matter } from '../../intents/matcher.js'
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
  | {
      readonly kind: 'none'
      /** Whose matter it is instead, if it is a known one. */
      readonly elsewhere?: Matter
      /** Name of the matter that is known elsewhere but not in this place's guide. */
      readonly absent?: string
    }

/** What is not in the guides must be this much likelier than the best entry to be believed. */
const ELSEWHERE_MARGIN = 1.5
const ABSENT_MARGIN = 5
const ABSENT_LEAST = 0.5
/** A second entry at least this likely, compared with the best, could be meant as well. */
const CLOSE = 0.75
const MOST_CHOICES = 3

/** Chooses the entry of the place, asks back between close ones, or says that there is none. */
export function decideItem(
  { knowledge, understander }: DialogueTools,
  heard: Understanding,
  region: string,
): Decision {
  const { candidates, elsewhere, absent } = understander.matcher.rank(heard.query, region)
  const [best, ...others] = candidates
  if (!best) return { kind: 'none' }
  if (elsewhere.score > best.score * ELSEWHERE_MARGIN) return { kind: 'none', elsewhere: elsewhere.matter }
  if (absent.score > Math.max(ABSENT_LEAST, best.score * ABSENT_MARGIN))
    return { kind: 'none', absent: absent.topic.name }
  const close = [best, ...others.filter(({ score }) => score >= best.score * CLOSE)].slice(0, MOST_CHOICES)
  if (close.length > 1) return { kind: 'clarify', ids: close.map(({ id }) => id) }
  return {
    kind: 'answer',
    id: best.id,
    confidence: best.score,
    candidates: candidates.slice(0, 5).map(({ id }) => ({ id, title: knowledge.get(id)!.title })),
  }
}
