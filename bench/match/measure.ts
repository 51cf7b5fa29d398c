import { join } from 'node:path'
import { normalize } from '../../intents/normalize.js'
import { normalizePlace } from '../../intents/places/index.js'
import { packageRoot } from '../../src/core/package-root.js'
import { sameTitle } from '../../src/evaluation/matching.js'
import { readEvaluationRows } from '../../src/evaluation/rows.js'
import { percentile } from '../../src/evaluation/shares.js'
import type { Contestant, Search } from './contestant.js'
import { readMatchEntries } from './entries.js'

/** What a matcher came to on the development questions, each asked in its own place only. */
export interface Measured {
  readonly name: string
  readonly withWordings: boolean
  readonly questions: number
  /** Shares from 0 to 1. */
  readonly item1: number
  readonly item3: number
  /** Milliseconds a question. */
  readonly p50: number
  readonly p99: number
  /** Seconds until all places can be asked. */
  readonly buildSeconds: number
  /** Resident memory after building less before, in megabytes. */
  readonly megabytes: number
}

/** Questions asked before the clock runs. */
const WARM_UP = 100

/** Builds a matcher on every place and asks it all questions; needs --expose-gc for the memory to mean anything. */
export async function measure(contestant: Contestant): Promise<Measured> {
  const entries = readMatchEntries()
  const questions = readEvaluationRows(join(packageRoot, '../shared/eval')).questions
  const before = residentMegabytes()
  const started = performance.now()
  const searches = new Map<string, Search>()
  for (const [region, of] of entries) searches.set(region, await contestant.open(region, of))
  const buildSeconds = (performance.now() - started) / 1000
  const megabytes = residentMegabytes() - before

  const titles = new Map([...entries.values()].flat().map(({ id, title }) => [id, title]))
  let first = 0
  let amongThree = 0
  const times: number[] = []
  const places = new Map(questions.map(({ region }) => [region, searches.get(codeOf(region!))!]))
  for (const { ask, region } of questions.slice(0, WARM_UP)) await places.get(region)!(normalize(ask))
  for (const { ask, region, items, also } of questions) {
    const question = normalize(ask)
    const at = performance.now()
    const found = await places.get(region)!(question)
    times.push(performance.now() - at)
    // node-nlp may answer "None".
    const isRight = (id: string) =>
      titles.has(id) && [...items, ...also].some((right) => sameTitle(titles.get(id)!, right))
    if (found.slice(0, 1).some(isRight)) first++
    if (found.slice(0, 3).some(isRight)) amongThree++
  }
  return {
    name: contestant.name,
    withWordings: contestant.withWordings,
    questions: questions.length,
    item1: first / questions.length,
    item3: amongThree / questions.length,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    buildSeconds,
    megabytes,
  }
}

function codeOf(name: string): string {
  const place = normalizePlace(name)
  if (place.kind !== 'served') throw new RangeError(`${name} is not covered`)
  return place.region
}

function residentMegabytes(): number {
  globalThis.gc?.()
  globalThis.gc?.()
  return process.memoryUsage.rss() / 1e6
}
