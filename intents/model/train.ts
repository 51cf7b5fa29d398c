import { SHARPNESS, softmax, vectorOf, type ClassifierData, type Vector } from './classifier.js'

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
  /** Share of a text's features that is hidden each time it is learnt from: no single word may carry a class alone. */
  readonly hidden?: number
}

/** Several linear softmax classifiers ("heads") over the same features, as trained. */
export interface HeadsData {
  readonly features: readonly string[]
  readonly idf: Float32Array
  /** Head name → its class names; the heads' outputs stand side by side in this order. */
  readonly heads: Readonly<Record<string, readonly string[]>>
  /** `features.length` rows of one number an output. */
  readonly weights: Float32Array
}

const RATE = 0.03
/** So many epochs at the end are averaged. */
const AVERAGED = 5
/** Outputs whose error is below this are left alone: most classes are far from right for most texts. */
const SMALL_ERROR = 1e-3

/** Trains the heads by stochastic gradient (AdaGrad). Deterministic: the same examples give the same weights. */
export function trainHeads(examples: readonly Example[], options: TrainingOptions = {}): HeadsData {
  const { epochs = 12, leastExamples = 5, hidden = 0.3 } = options
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
  const mean = new Float32Array(weights.length)
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const example of order) {
      const { indices, values } = hideSome(vectors[example]!, hidden, random)
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
    // The last steps of a stochastic descent go to and fro: their mean is steadier than where they end.
    if (epoch >= epochs - AVERAGED)
      for (let i = 0; i < weights.length; i++) mean[i]! += weights[i]! / AVERAGED
  }
  return { features: names, idf, heads, weights: mean }
}

/** Leaves out features by chance; those that stay are made as much longer. */
function hideSome(vector: Vector, share: number, random: () => number): Vector {
  const kept = vector.indices.map(() => random() >= share)
  if (!kept.includes(true)) return vector
  const longer = 1 / Math.sqrt(1 - share)
  return {
    indices: vector.indices.filter((_, i) => kept[i]),
    values: vector.values.filter((_, i) => kept[i]).map((value) => value * longer),
  }
}

/**
 * Makes one classifier of several heads. A class's score is the weighted sum of the scores that its labels have in
 * each head; as every head is linear, so is their sum, and one row of weights a feature holds it.
 * @param labels the class's label in every head
 * @param shares the weight of every head
 */
export function mergeHeads(
  parts: readonly HeadsData[],
  labels: (classId: string) => Labels,
  shares: Readonly<Record<string, number>>,
): ClassifierData {
  const [{ features, idf }] = parts as readonly [HeadsData, ...HeadsData[]]
  const classes = parts.find(({ heads }) => 'topic' in heads)!.heads.topic!
  const merged = new Float32Array(features.length * classes.length)
  for (const part of parts) {
    // The parts learn from the same texts, so that a feature is the same row in all of them.
    if (part.features.length !== features.length)
      throw new RangeError('the parts of the heads were trained on different texts')
    const outputs = Object.values(part.heads).reduce((sum, { length }) => sum + length, 0)
    let from = 0
    for (const [head, names] of Object.entries(part.heads)) {
      const at = new Map(names.map((name, i) => [name, from + i]))
      const columns = classes.map((id) => at.get(labels(id)[head]!)!)
      const share = shares[head]!
      for (let feature = 0; feature < features.length; feature++)
        for (let c = 0; c < classes.length; c++)
          merged[feature * classes.length + c]! += share * part.weights[feature * outputs + columns[c]!]!
      from += names.length
    }
  }
  return { features, idf, classes, ...toBytes(merged, features.length, classes.length) }
}

function toBytes(
  weights: Float32Array,
  rows: number,
  outputs: number,
): Pick<ClassifierData, 'scales' | 'weights'> {
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
