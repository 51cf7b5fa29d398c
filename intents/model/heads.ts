/**
 * A linear softmax classifier with several heads over the same features: which topic, which family, which audience,
 * which variant. Weights are held as bytes with one scale a feature.
 */
export interface HeadsData {
  readonly features: readonly string[]
  readonly idf: Float32Array
  /** Head name → its class names; the heads' outputs stand side by side in this order. */
  readonly heads: Readonly<Record<string, readonly string[]>>
  readonly scales: Float32Array
  /** `features.length` rows of one byte an output. */
  readonly weights: Int8Array
}

/** A feature's share in a text: its index and its weight, the whole text's weights being of length 1. */
export interface Vector {
  readonly indices: readonly number[]
  readonly values: readonly number[]
}

export type FeatureIndex = ReadonlyMap<string, number>

/** Turns features into a vector of unit length; features never seen in training are dropped. */
export function vectorOf(
  features: ReadonlyMap<string, number>,
  index: FeatureIndex,
  idf: Float32Array,
): Vector {
  const indices: number[] = []
  const values: number[] = []
  let square = 0
  for (const [feature, weight] of features) {
    const i = index.get(feature)
    if (i === undefined) continue
    const value = Math.sqrt(weight) * idf[i]!
    indices.push(i)
    values.push(value)
    square += value * value
  }
  const length = Math.sqrt(square) || 1
  return { indices, values: values.map((value) => value / length) }
}

/** Length that vectors are given before they meet the weights; larger trusts single features more. */
export const SHARPNESS = 7

/** Opened heads: probabilities of every class of every head. */
export interface Heads {
  readonly classes: Readonly<Record<string, readonly string[]>>
  /** Share of the text's features (by weight) known from training, 0 to 1. */
  known(features: ReadonlyMap<string, number>): number
  predict(features: ReadonlyMap<string, number>): Readonly<Record<string, Float32Array>>
  /** What each feature adds to (or takes from) the score of one class, largest effect first. */
  contributions(features: ReadonlyMap<string, number>, head: string, name: string): Contribution[]
}

/** A feature and how much it speaks for (above 0) or against a class, in units of log odds. */
export interface Contribution {
  readonly feature: string
  readonly effect: number
}

/** Opens heads that may have been trained in several parts, each with heads of its own over the same features. */
export function openHeads(parts: readonly HeadsData[]): Heads {
  const [{ features, idf }] = parts as readonly [HeadsData, ...HeadsData[]]
  // All parts are trained on the same texts: one index and one vector a text serve them all.
  if (parts.some((part) => part.features.length !== features.length))
    throw new RangeError('the parts of the heads were trained on different texts')
  const index: FeatureIndex = new Map(features.map((feature, i) => [feature, i]))
  const score = parts.map(openPart)
  return {
    classes: Object.assign({}, ...parts.map(({ heads }) => heads)) as Heads['classes'],
    known(text) {
      let seen = 0
      let all = 0
      for (const [feature, weight] of text) {
        all += weight
        if (index.has(feature)) seen += weight
      }
      return all === 0 ? 0 : seen / all
    },
    predict(text) {
      const vector = vectorOf(text, index, idf)
      return Object.assign({}, ...score.map((part) => part(vector))) as ReturnType<Heads['predict']>
    },
    contributions(text, head, name) {
      const part = parts.find(({ heads }) => head in heads)
      if (!part) throw new RangeError(`no head "${head}"`)
      const { column, outputs } = columnOf(part, head, name)
      const { indices, values } = vectorOf(text, index, idf)
      return indices
        .map((feature, i) => ({
          feature: features[feature]!,
          effect: values[i]! * SHARPNESS * part.scales[feature]! * part.weights[feature * outputs + column]!,
        }))
        .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    },
  }
}

function columnOf({ heads }: HeadsData, head: string, name: string): { column: number; outputs: number } {
  let column = 0
  let outputs = 0
  for (const [other, classes] of Object.entries(heads)) {
    if (other === head) column = outputs + classes.indexOf(name)
    outputs += classes.length
  }
  return { column, outputs }
}

function openPart({ heads, scales, weights }: HeadsData): (vector: Vector) => Record<string, Float32Array> {
  const spans: { name: string; from: number; to: number }[] = []
  let outputs = 0
  for (const [name, { length }] of Object.entries(heads))
    spans.push({ name, from: outputs, to: (outputs += length) })
  return ({ indices, values }) => {
    const scores = new Float32Array(outputs)
    for (let i = 0; i < indices.length; i++) {
      const feature = indices[i]!
      addRow(scores, weights, feature * outputs, values[i]! * SHARPNESS * scales[feature]!)
    }
    const predicted: Record<string, Float32Array> = {}
    for (const { name, from, to } of spans) {
      softmax(scores, from, to)
      predicted[name] = scores.subarray(from, to)
    }
    return predicted
  }
}

/**
 * Adds a row of weights, times a factor, to the scores. Half of a turn's time is spent here: a function of its own, four
 * outputs a step, takes a third less than a plain loop and gives the same sums.
 */
function addRow(scores: Float32Array, weights: Int8Array, row: number, factor: number): void {
  const { length } = scores
  let o = 0
  for (; o + 4 <= length; o += 4) {
    scores[o]! += factor * weights[row + o]!
    scores[o + 1]! += factor * weights[row + o + 1]!
    scores[o + 2]! += factor * weights[row + o + 2]!
    scores[o + 3]! += factor * weights[row + o + 3]!
  }
  for (; o < length; o++) scores[o]! += factor * weights[row + o]!
}

/** Turns scores from..to (excluded) into probabilities, in place. */
export function softmax(scores: Float32Array, from: number, to: number): void {
  let most = -Infinity
  for (let i = from; i < to; i++) if (scores[i]! > most) most = scores[i]!
  let sum = 0
  for (let i = from; i < to; i++) sum += scores[i] = Math.exp(scores[i]! - most)
  for (let i = from; i < to; i++) scores[i]! /= sum
}
