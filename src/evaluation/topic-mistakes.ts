import { normalizePlace } from '../../intents/places/index.js'
import type { KnowledgeBase } from '../../knowledge/base.js'
import type { Mistake } from './confusion.js'
import { sameTitle } from './matching.js'
import type { QuestionVerdict } from './questions.js'

/**
 * Questions answered from another item or turned away, as mistakes between topics. `nameOf` gives a topic's name by
 * its id. Questions whose right title stands in no entry of the place are left out.
 */
export function topicMistakes(
  verdicts: readonly QuestionVerdict[],
  knowledge: KnowledgeBase,
  nameOf: (topic: string) => string,
): Mistake[] {
  return verdicts.flatMap(({ row, answer, item }) => {
    if (item || !row.region || !row.answerable || !['answer', 'out_of_scope'].includes(answer.action))
      return []
    const place = normalizePlace(row.region)
    if (place.kind !== 'served') return []
    const meant = knowledge
      .inPlace(place.region)
      .find(({ title }) => row.items.some((right) => sameTitle(title, right)))
    if (!meant) return []
    const taken = answer.item && knowledge.get(answer.item.id)
    // Two entries of one topic are told apart by their titles.
    if (taken?.topic === meant.topic) return [{ meant: meant.title, taken: taken.title, example: row.ask }]
    return [
      { meant: nameOf(meant.topic), taken: taken ? nameOf(taken.topic) : '（答“没有”）', example: row.ask },
    ]
  })
}
