import type { Matter, Ranking } from '../../intents/matcher.js'
import type { Understanding } from '../../intents/understand.js'
import type { KnowledgeBase } from '../../knowledge/base.js'
import type { Reply } from '../core/reply.js'

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

/** Of a message with less of its features known from any wording nothing can be said: keys hit at random. */
const LEAST_KNOWN = 0.3
/** What is not in the guides must be this much likelier than the best entry to be believed. */
const ELSEWHERE_MARGIN = 3
const ELSEWHERE_LEAST = 0.15
/** A topic this unlikely is no answer; one this weak gives way to a matter that this place’s guide lacks. */
const LEAST_LIKELY = 0.03
const WEAK = 0.15
const ABSENT_OF_WEAK = 0.4
const ABSENT_MARGIN = 10
const ABSENT_LEAST = 0.7
/**
 * How likely a second entry must be, compared with the best, to be meant as well. Who says little has told nothing
 * that sets the entries apart, whatever the figures say; who tells a whole story has. Counted in characters.
 */
const CLOSE = { brief: { length: 11, share: 0.08 }, story: { length: 14, share: 0.97 } } as const
/** Who asks for one thing of it (papers, a sum) has one matter in mind: a rival must be likelier to be asked about. */
const DETAIL_SHARE = 0.2
const OFFICE_SHARE = 0.5
/** An office whose own name was said is meant. */
const OFFICE_TEXT = 0.8
const MOST_CHOICES = 3

/** Chooses the entry of the place, asks back between close ones, or says that there is none. */
export function decideItem(
  knowledge: KnowledgeBase,
  ranking: Ranking,
  { substance, fields, kind }: Pick<Understanding, 'substance' | 'fields' | 'kind'>,
): Decision {
  const { candidates, elsewhere, absent, known } = ranking
  const [best, ...others] = candidates
  if (!best || known < LEAST_KNOWN) return { kind: 'none' }
  if (best.topic < WEAK && absent.score > ABSENT_OF_WEAK) return { kind: 'none', absent: absent.topic.name }
  if (elsewhere.score > Math.max(ELSEWHERE_LEAST, best.score * ELSEWHERE_MARGIN))
    return { kind: 'none', elsewhere: elsewhere.matter }
  if (absent.score > Math.max(ABSENT_LEAST, best.score * ABSENT_MARGIN))
    return { kind: 'none', absent: absent.topic.name }
  if (best.topic < LEAST_LIKELY) return { kind: 'none' }
  const isOther = (id: string) => {
    const [one, other] = [knowledge.get(best.id)!, knowledge.get(id)!]
    // Two offices for one matter are no choice to ask about; two addresses are.
    return one.topic !== other.topic || one.kind === 'office'
  }
  const asksDetail = fields.length > 0 || kind !== undefined
  const told = Math.max(closeShare(substance), asksDetail ? DETAIL_SHARE : 0)
  // Whoever names no district may mean any of its offices, however much he tells.
  const isOffice = knowledge.get(best.id)!.kind === 'office'
  const share = best.score * (isOffice ? Math.min(OFFICE_SHARE, told) : told)
  const close = [
    best,
    ...others.filter(
      ({ id, score, text }) =>
        score >= share && isOther(id) && (!isOffice || text >= best.text * OFFICE_TEXT),
    ),
  ].slice(0, MOST_CHOICES)
  if (close.length > 1) return { kind: 'clarify', ids: close.map(({ id }) => id) }
  return {
    kind: 'answer',
    id: best.id,
    confidence: calibrate(best.score),
    candidates: candidates.slice(0, 5).map(({ id }) => ({ id, title: knowledge.get(id)!.title })),
  }
}

/**
 * The classifier spreads its probability over near synonyms of one matter, so the best entry is right more often than
 * its figure says; this is the curve the reliability table of `wenban eval` follows.
 */
const calibrate = (score: number): number => 1 - (1 - score) ** 4

function closeShare(length: number): number {
  const { brief, story } = CLOSE
  const position = (length - brief.length) / (story.length - brief.length)
  return brief.share + (story.share - brief.share) * Math.min(1, Math.max(0, position))
}
