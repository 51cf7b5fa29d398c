/** One thing meant and what it was taken for; both by name. */
export interface Mistake {
  readonly meant: string
  readonly taken: string
  /** What was said. */
  readonly example: string
}

/** A pair that is confused, how often, and what was said. */
export interface ConfusedPair {
  readonly meant: string
  readonly taken: string
  readonly count: number
  readonly examples: readonly string[]
}

/** The pairs confused most often; ties in the order they were met. */
export function confusedPairs(mistakes: readonly Mistake[], most = 20): ConfusedPair[] {
  const pairs = new Map<string, { meant: string; taken: string; count: number; examples: string[] }>()
  for (const { meant, taken, example } of mistakes) {
    const key = JSON.stringify([meant, taken])
    const pair = pairs.get(key) ?? { meant, taken, count: 0, examples: [] }
    pair.count++
    pair.examples.push(example)
    pairs.set(key, pair)
  }
  return [...pairs.values()].sort((a, b) => b.count - a.count).slice(0, most)
}
