import type { Phrase, Topic } from './catalogue.js'
import { featuresOf } from './features.js'
import type { HeadsData } from './model/heads.js'
import { trainHeads, type Labels } from './model/train.js'
import { normalize } from './normalize.js'
import type { Segmenter } from './segment.js'

/** The labels of one class for the four heads. */
export function labelsOf(topic: Topic | undefined, id: string): Labels {
  return {
    topic: id,
    family: topic?.family ?? id,
    audience: topic?.audience ?? '-',
    variant: topic?.variant ?? '-',
  }
}

/** The heads are independent of each other: each part can be trained by a thread of its own. */
export const HEAD_PARTS = [['topic'], ['family', 'audience', 'variant']] as const

/** Trains one part of the heads from the phrases. */
export function trainPart(
  part: readonly string[],
  phrases: readonly Phrase[],
  topics: readonly Topic[],
  segmenter: Segmenter,
): HeadsData {
  const byId = new Map(topics.map((topic) => [topic.id, topic]))
  const labels = (id: string): Labels => {
    const all = labelsOf(byId.get(id), id)
    return Object.fromEntries(part.map((head) => [head, all[head]!]))
  }
  return trainHeads(
    phrases.map(({ text, classes }) => ({
      features: featuresOf(normalize(text), segmenter),
      meanings: classes.map(labels),
    })),
  )
}
