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
  /** Heap, buffers and what native code holds, in megabytes, after building less before. */
  readonly megabytes: number
}

/** Builds a matcher on every place and asks it all questions; needs --expose-gc for the memory to mean anything. */
export async function measure({ name, withWordings, open }: Contestant): Promise<Measured> {
  const places = readMatchEntries()
  const questions = readEvaluationRows(join(packageRoot, '../shared/eval')).questions
  const before = residentMegabytes()
  const started = performance.now()
  const searches = new Map<string, Search>()
  for (const [region, entries] of places) searches.set(region, await open(region, entries))
  const buildSeconds = (performance.now() - started) / 1000
  const megabytes = residentMegabytes() - before

  const titles = new Map([...places.values()].flat().map(({ id, title }) => [id, title]))
  let first = 0
  let amongThree = 0
  const times: number[] = []
  // Asked twice: the first round warms up, the second one is timed.
  for (const round of ['warm-up', 'timed'])
    for (const { ask, region, items, also } of questions) {
      const place = normalizePlace(region!)
      if (place.kind !== 'served') throw new RangeError(`${region} is not covered`)
      const question = normalize(ask)
      const at = performance.now()
      const found = await searches.get(place.region)!(question)
      if (round === 'warm-up') continue
      times.push(performance.now() - at)
      const isRight = (id: string) => [...items, ...also].some((right) => sameTitle(titles.get(id)!, right))
      if (found.slice(0, 1).some(isRight)) first++
      if (found.slice(0, 3).some(isRight)) amongThree++
    }
  return {
    name,
    withWordings,
    questions: questions.length,
    item1: first / questions.length,
    item3: amongThree / questions.length,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    buildSeconds,
    megabytes,
  }
}

function residentMegabytes(): number {
  globalThis.gc?.()
  globalThis.gc?.()
  return process.memoryUsage.rss() / 1e6
}
