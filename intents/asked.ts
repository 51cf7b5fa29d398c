import { FIELDS, type Field } from '../src/core/vocabulary.js'
import type { Asked } from './fields.js'
import type { Classifier, Vector } from './model/classifier.js'

/** The class of what asks for no field in particular: the whole matter, who may do it, how much, until when. */
export const WHOLE = 'whole'

/** Probabilities from which the classifier drops what a cue named, adds to it, or names a field without any cue. */
const DROPS = 0.65
const ADDS = 0.25
const NAMES = 0.8
/** What no labelled question asks for: the classifier cannot know it. */
const UNLABELLED: ReadonlySet<Field> = new Set(['hours', 'time_limit_before', 'deferred', 'complaint'])
/** A message this short is its cue ("要钱吗"): there is nothing to judge it by. In characters. */
const BRIEF = 8

/**
 * What is asked, from cues and from a classifier that learnt from labelled questions (data/field-examples.tsv). Cues
 * are sure but narrow: they see "电话" in "换了电话号码"; the classifier sees the whole sentence.
 */
export function judgeAsked(cued: Asked, text: Vector, length: number, classifier: Classifier): Asked {
  if (length < BRIEF) return cued
  const probability = classifier.predict(text)
  const whole = probability[classifier.classes.indexOf(WHOLE)]!
  const likely = FIELDS.map((field) => ({
    field,
    probability: probability[classifier.classes.indexOf(field)] ?? 0,
  })).sort((a, b) => b.probability - a.probability)
  const atLeast = (least: number): Field[] =>
    likely.filter((one) => one.probability > least).map(({ field }) => field)
  if (cued.fields.length === 0) return atLeast(NAMES).length > 0 ? { ...cued, fields: atLeast(ADDS) } : cued
  // What stands in no labelled question (opening hours) cannot be judged: the cue holds.
  if (whole > DROPS) return { ...cued, fields: cued.fields.filter((field) => UNLABELLED.has(field)) }
  return { ...cued, fields: [...new Set([...cued.fields, ...atLeast(ADDS)])] }
}
