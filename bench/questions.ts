import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readWordings } from '../intents/catalogue.js'
import { packageRoot } from '../src/core/package-root.js'
import { readEvaluationRows } from '../src/evaluation/rows.js'
import type { KnowledgeBase } from '../knowledge/base.js'

/** A question and the place it is asked in. */
export interface Asked {
  readonly text: string
  readonly region: string
}

const EVALUATION = join(packageRoot, '../shared/eval')

/** The development questions where they are at hand, else 1,000 of our own wordings, each in a place that has its topic. */
export function readAsked(knowledge: KnowledgeBase): Asked[] {
  if (existsSync(join(EVALUATION, 'questions.jsonl')))
    return readEvaluationRows(EVALUATION).questions.map(({ ask, region }) => ({ text: ask, region: region! }))
  const placeOf = new Map(knowledge.entries.map(({ topic, region }) => [topic, region]))
  const asked = readWordings().flatMap(({ topic, wordings }) => {
    const region = placeOf.get(topic)
    return region === undefined ? [] : wordings.map((text) => ({ text, region }))
  })
  const every = Math.max(1, Math.floor(asked.length / 1000))
  return asked.filter((_, index) => index % every === 0).slice(0, 1000)
}
