import { openMannerReader, type Act, type MannerAct } from './acts.js'
import { judgeAsked } from './asked.js'
import { openAsking, type Asking } from './asking.js'
import { compilePatterns, readIntentData } from './data.js'
import { openFieldReader, type Asked } from './fields.js'
import { featuresOf } from './features.js'
import { openMatcher, type Matcher, type MatcherJson, type Query } from './matcher.js'
import { openFollowUpReader, type FollowUp } from './follow-ups.js'
import { openLexicon, type LexiconRow } from './lexicon.js'
import { openClassifier } from './model/classifier.js'
import type { ModelData } from './model/model-file.js'
import { normalize } from './normalize.js'
import { openPersonReader, type Person } from './person.js'
import { findPlaces, type Mention } from './places/index.js'
import { openEntryKindReader, openQuestionKindReader, type QuestionKind } from './question-kind.js'
import { openSegmenter, type Segmenter } from './segment.js'
import { termsOf } from './terms.js'

export { replaceNumerals } from './numerals.js'
export type { FollowUp, LexiconRow, Person, QuestionKind }

/** What a message says, before any entry is looked for. */
export interface Understanding extends Asked {
  /** Normalised; for matching only. */
  readonly text: string
  readonly act: Act | MannerAct | undefined
  readonly kind: QuestionKind | undefined
  readonly person: Person
  /** How it leans on what was said before. */
  readonly followUp: FollowUp
  /** Characters that name a matter: what is left of `substance` without the words that ask for a field. */
  readonly named: number
  /** The same for a correction, without the words that only put something right. */
  readonly namedAnew: number
  /** The same for a wish to be led, without the words that say so. */
  readonly namedToLead: number
  /** Words of residents in it, and what the guides call them. */
  readonly lexicon: readonly LexiconRow[]
  /** The places the message names, and in which role. */
  readonly mentions: readonly Mention[]
  /** What is left when places are taken away, as the matcher takes it. */
  readonly query: Query
  /** Chinese characters, letters and figures that speak of a matter: neither place nor courtesy nor field asked. */
  readonly substance: number
}

/** The face of this room: what a message means, and which entries of a place it may be about. */
export interface Understander {
  read(text: string): Understanding
  /** The person a few words name ("我妈" → "母亲"), if any. */
  personIn(text: string): string | undefined
  readonly matcher: Matcher
  readonly asking: Asking
}

/** Opens the product's understanding on a compiled matcher. */
export function openUnderstander(
  compiled: MatcherJson,
  model: ModelData,
  segmenter: Segmenter = openSegmenter(),
): Understander {
  const readFields = openFieldReader()
  const fieldClassifier = openClassifier(model.fields)
  const readAct = openMannerReader()
  const readKind = openQuestionKindReader()
  const readPerson = openPersonReader()
  const followUps = openFollowUpReader()
  const lookUp = openLexicon()
  const readEntryKind = openEntryKindReader()
  const { patterns } = JSON.parse(readIntentData('courtesy.json')) as { patterns: string[] }
  const courtesy = new RegExp(compilePatterns(patterns)!.source, 'gu')
  const stopwords = new Set(readIntentData('stopwords.txt').split('\n').filter(Boolean))
  return {
    asking: openAsking(compiled.asking),
    matcher: openMatcher(compiled, model),
    personIn: (text) => readPerson(text).last,
    read(raw) {
      const text = normalize(raw)
      const mentions = findPlaces(text)
      const rest = cutOut(text, mentions).replace(DENIED, ' ')
      // Which office of a district is meant stands in its name: counties stay among the terms.
      const named = mentions.filter(({ level }) => level === 'county').map(({ text: name }) => name)
      const lexicon = lookUp(rest)
      // The entries' own text speaks the guides' language: it is searched in that as well.
      const official = lexicon.map(({ term }) => term)
      const terms = termsOf([rest, ...named, ...official].join(' '), segmenter)
      for (const term of terms.keys()) if (stopwords.has(term.replace('=', ''))) terms.delete(term)
      const features = featuresOf(rest, segmenter)
      const count = (words: string) =>
        [...words.replace(courtesy, ' ').matchAll(/[\p{Script=Han}a-z0-9]/gu)].length
      const substance = count(rest)
      const cued = readFields(rest)
      return {
        text,
        act: readAct(text),
        ...judgeAsked(cued, fieldClassifier.vector(features), substance, fieldClassifier),
        kind: readKind(rest),
        person: readPerson(text),
        followUp: followUps.read(rest.trim()),
        named: count(cued.matter),
        namedAnew: count(followUps.leftOf(cued.matter)),
        namedToLead: count(followUps.withoutLead(cued.matter)),
        lexicon,
        mentions,
        query: { terms, features, kind: readEntryKind(rest), districts: named },
        substance,
      }
    },
  }
}

/** "不是就业登记,是失业登记": what is said not to be meant is left out. */
const DENIED = /不是[^,。;]{1,20}[,;]?(?:我?(?:说|问|要|办)的|而)?是/gu

/** "我是涞源参保的" only says where. */
const INSURED = /^(?:市|县|区|这边|那边)?(?:参保|参的保|[交缴上买]的?社保)(?=的?[，,。;；!！]|的?$)的?/u

function cutOut(text: string, mentions: readonly Mention[]): string {
  let rest = ''
  let from = 0
  for (const { start, end } of mentions) {
    if (start < from) continue
    rest += `${text.slice(from, start)} `
    from = end + (INSURED.exec(text.slice(end))?.[0].length ?? 0)
  }
  return rest + text.slice(from)
}
