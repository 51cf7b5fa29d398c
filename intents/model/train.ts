import { SHARPNESS, softmax, vectorOf, type HeadsData } from './heads.js'

/** The class a text belongs to, for every head. */
export type Labels = Readonly<Record<string, string>>

/** A text's features and what it may mean: each of `meanings` equally. */
export interface Example {
  readonly features: ReadonlyMap<string, number>
  readonly meanings: readonly Labels[]
}

export interface TrainingOptions {
  readonly epochs?: number
  /** Features that stand in fewer examples are dropped. */
  readonly leastExamples?: number
}

const RATE = 0.03
/** Outputs whose error is below this are left alone: most classes are far from right for most texts. */
const SMALL_ERROR = 1e-3

/** Trains the heads by stochastic gradient (AdaGrad). Deterministic: the same examples give the same bytes. */
export function trainHeads(examples: readonly Example[], options: TrainingOptions = {}): HeadsData {
  const { epochs = 5, leastExamples = 5 } = options
  const frequency = new Map<string, number>()
  for (const { features } of examples)
    for (const feature of features.keys()) frequency.set(feature, (frequency.get(feature) ?? 0) + 1)
  const names = [...frequency].filter(([, count]) => count >= leastExamples).map(([name]) => name)
  const index = new Map(names.map((name, i) => [name, i]))
  const idf = Float32Array.from(names, (name) => Math.log(1 + examples.length / frequency.get(name)!))

  const heads = Object.fromEntries(
    Object.keys(examples[0]!.meanings[0]!).map((head) => [
      head,
      [...new Set(examples.flatMap(({ meanings }) => meanings.map((labels) => labels[head]!)))],
    ]),
  )
  const spans: { from: number; to: number; index: Map<string, number> }[] = []
  let outputs = 0
  for (const classes of Object.values(heads)) {
    spans.push({ from: outputs, to: outputs + classes.length, index: new Map(classes.map((c, i) => [c, i])) })
    outputs += classes.length
  }
  const vectors = examples.map(({ features }) => vectorOf(features, index, idf))
  const targets = examples.map(({ meanings }) =>
    meanings.flatMap((labels) =>
      Object.values(labels).map((label, h) => spans[h]!.from + spans[h]!.index.get(label)!),
    ),
  )

  const weights = new Float32Array(names.length * outputs)
  const squares = new Float32Array(weights.length).fill(1e-6)
  const errors = new Float32Array(outputs)
  const order = examples.map((_, i) => i)
  const random = seededRandom(7)
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const example of order) {
      const { indices, values } = vectors[example]!
      errors.fill(0)
      indices.forEach((feature, i) => {
        const value = values[i]! * SHARPNESS
        const row = feature * outputs
        for (let o = 0; o < outputs; o++) errors[o]! += value * weights[row + o]!
      })
      for (const { from, to } of spans) softmax(errors, from, to)
      const share = 1 / examples[example]!.meanings.length
      for (const target of targets[example]!) errors[target]! -= share
      const wrong: number[] = []
      for (let o = 0; o < outputs; o++) if (Math.abs(errors[o]!) > SMALL_ERROR) wrong.push(o)
      indices.forEach((feature, i) => {
        const value = values[i]! * SHARPNESS
        const row = feature * outputs
        for (const o of wrong) {
          const gradient = value * errors[o]!
          squares[row + o]! += gradient * gradient
          weights[row + o]! -= (RATE * gradient) / Math.sqrt(squares[row + o]!)
        }
      })
    }
  }
  return { features: names, idf, heads, ...toBytes(weights, names.length, outputs) }
}

function toBytes(
  weights: Float32Array,
  rows: number,
  outputs: number,
): Pick<HeadsData, 'scales' | 'weights'> {
  const scales = new Float32Array(rows)
  const bytes = new Int8Array(weights.length)
  for (let row = 0; row < rows; row++) {
    let most = 0
    for (let o = row * outputs; o < (row + 1) * outputs; o++) most = Math.max(most, Math.abs(weights[o]!))
    scales[row] = most / 127
    if (most > 0)
      for (let o = row * outputs; o < (row + 1) * outputs; o++)
        bytes[o] = Math.round(weights[o]! / scales[row]!)
  }
  return { scales, weights: bytes }
}

/** A linear congruential generator: training must not depend on chance. */
function seededRandom(seed: number): () => number {
  let state = seed
  return () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[order[i], order[j]] = [order[j]!, order[i]!]
  }
}
