import type { QuestionKind } from '../../../intents/understand.js'
import type { Entry } from '../../../knowledge/entry.js'
import { FIELDS, type Field } from '../../core/vocabulary.js'
import { linesOf } from './field-text.js'

/** A sentence of the entry that speaks of what was asked. */
export interface Passage {
  readonly field: Field
  readonly text: string
  readonly score: number
}

// A table (rows with tabs) is one passage: a row means nothing without its head.
const SENTENCE = /[^\n\t]*\t[^\n]*(?:\n[^\n\t]*\t[^\n]*)*|[^。；;\n]+[。；;]?/g

const FIGURES: Readonly<Record<QuestionKind, RegExp>> = {
  amount: /\d\s*(?:万|百|千)?元|标准|金额|[%％]/,
  duration: /[\d一二三四五六七八九十]\s*(?:个)?(?:工作日|日|天|月|年)/,
  number: /\d|[一二三四五六七八九十]+(?:份|张|人|次|名|岁)|[%％]/,
}
const FIGURE_BONUS = 3.6

/** A question as far as passages are concerned. */
export interface Question {
  readonly terms: Iterable<string>
  readonly kind: QuestionKind | undefined
}

/** Rows that are full of figures whatever was asked: there a figure tells nothing. */
const ALL_FIGURES: ReadonlySet<Field> = new Set(['hours', 'phone', 'complaint'])

/** A passage must share about two rare pairs of characters with the question. */
const LEAST = 3.5
const MOST = 3

/**
 * The sentences outside the fields already shown that share the most telling words with the question, best first.
 * `weight` says how telling a pair of characters is; pairs of the title are worth nothing, they stand everywhere.
 */
export function findPassages(
  entry: Entry,
  question: Question,
  weight: (pair: string) => number,
  shown: readonly Field[],
): Passage[] {
  const telling = new Map(
    [...question.terms]
      .filter((pair) => pair.length === 2 && !entry.title.includes(pair))
      .map((pair) => [pair, weight(pair)]),
  )
  const passages: Passage[] = []
  for (const field of FIELDS) {
    if (shown.includes(field) || field === 'policy_basis') continue
    for (const [sentence] of linesOf(entry, field).join('\n').matchAll(SENTENCE)) {
      let score = 0
      const seen = new Set<string>()
      for (let i = 0; i + 1 < sentence.length; i++) {
        const pair = sentence.slice(i, i + 2)
        if (!seen.has(pair)) score += telling.get(pair) ?? 0
        seen.add(pair)
      }
      if (question.kind && !ALL_FIGURES.has(field) && FIGURES[question.kind].test(sentence))
        score += FIGURE_BONUS
      if (score > 0) passages.push({ field, text: sentence.trim(), score })
    }
  }
  const best = passages.sort((a, b) => b.score - a.score)
  return best.filter(({ score }) => score >= LEAST && score >= best[0]!.score * 0.6).slice(0, MOST)
}
