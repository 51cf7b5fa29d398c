import { FIELDS } from '../src/core/vocabulary.js'
import { WHOLE } from './asked.js'
import { readFieldExamples, type FieldExample, type Phrase, type Topic } from './catalogue.js'
import { featuresOf } from './features.js'
import { openClassifier, type ClassifierData } from './model/classifier.js'
import type { ModelData } from './model/model-file.js'
import { gatherNeighbours } from './model/neighbours.js'
import { mergeHeads, trainHeads, type HeadsData, type Labels } from './model/train.js'
import { normalize } from './normalize.js'
import type { Segmenter } from './segment.js'

/** Weights of the heads in a class's score, and a temperature that makes probabilities of it; from held-out wordings. */
const HEAD_WEIGHTS = { topic: 1, family: 1, audience: 0.4, variant: 0.4 } as const
const TEMPERATURE = 2

/** The labels of one class for the four heads. */
function labelsOf(topic: Topic | undefined, id: string): Labels {
  return {
    topic: id,
    family: topic?.family ?? id,
    audience: topic?.audience ?? '-',
    variant: topic?.variant ?? '-',
  }
}

/** The heads are independent of each other: each part can be trained by a process of its own. */
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
    phrases.flatMap(repeated).map(({ text, classes }) => ({
      features: featuresOf(normalize(text), segmenter),
      meanings: classes.map(labels),
    })),
  )
}

/** Wordings that leave it open what is meant are few; they are learnt from this many times in each round. */
const OPEN_REPEATED = 3

const repeated = (phrase: Phrase): Phrase[] =>
  Array<Phrase>(phrase.classes.length > 1 ? OPEN_REPEATED : 1).fill(phrase)

/** Makes the model of its trained parts and the phrases they were trained on. */
export function assembleModel(
  parts: readonly HeadsData[],
  phrases: readonly Phrase[],
  topics: readonly Topic[],
  segmenter: Segmenter,
): ModelData {
  const byId = new Map(topics.map((topic) => [topic.id, topic]))
  const shares = Object.fromEntries(
    Object.entries(HEAD_WEIGHTS).map(([head, weight]) => [head, weight / TEMPERATURE]),
  )
  const classifier = mergeHeads(parts, (id) => labelsOf(byId.get(id), id), shares)
  const opened = openClassifier(classifier)
  const position = new Map(classifier.classes.map((id, i) => [id, i]))
  const wordings = phrases.map(({ text, classes }) => ({
    vector: opened.vector(featuresOf(normalize(text), segmenter)),
    classes: classes.map((id) => position.get(id)!),
  }))
  return {
    classifier,
    neighbours: gatherNeighbours(wordings, classifier.classes.length),
    fields: trainFields(readFieldExamples(), segmenter),
  }
}

/** Trains what tells which part of an entry a question asks for. */
export function trainFields(rows: readonly FieldExample[], segmenter: Segmenter): ClassifierData {
  const known: ReadonlySet<string> = new Set(FIELDS)
  const heads = trainHeads(
    rows.map(({ text, asked }) => ({
      features: featuresOf(normalize(text), segmenter),
      meanings: asked.map((field) => ({ topic: known.has(field) && field !== 'notes' ? field : WHOLE })),
    })),
    { epochs: 15, leastExamples: 3 },
  )
  return mergeHeads([heads], (id) => ({ topic: id }), { topic: 1 })
}
