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
}

/** Opens heads that may have been trained in several parts, each with heads of its own over the same features. */
export function openHeads(parts: readonly HeadsData[]): Heads {
  const opened = parts.map(openPart)
  return {
    classes: Object.assign({}, ...opened.map(({ classes }) => classes)) as Heads['classes'],
    known: (features) => opened[0]!.known(features),
    predict: (features) =>
      Object.assign({}, ...opened.map((part) => part.predict(features))) as ReturnType<Heads['predict']>,
  }
}

function openPart(data: HeadsData): Heads {
  const index: FeatureIndex = new Map(data.features.map((feature, i) => [feature, i]))
  const outputs = Object.values(data.heads).reduce((sum, classes) => sum + classes.length, 0)
  return {
    classes: data.heads,
    known(features) {
      let seen = 0
      let all = 0
      for (const [feature, weight] of features) {
        all += weight
        if (index.has(feature)) seen += weight
      }
      return all === 0 ? 0 : seen / all
    },
    predict(features) {
      const { indices, values } = vectorOf(features, index, data.idf)
      const scores = new Float32Array(outputs)
      indices.forEach((feature, i) => {
        const factor = values[i]! * SHARPNESS * data.scales[feature]!
        const row = feature * outputs
        for (let o = 0; o < outputs; o++) scores[o]! += factor * data.weights[row + o]!
      })
      let from = 0
      return Object.fromEntries(
        Object.entries(data.heads).map(([name, classes]) => {
          const head = scores.slice(from, (from += classes.length))
          softmax(head, 0, head.length)
          return [name, head]
        }),
      )
    },
  }
}

/** Turns scores from..to (excluded) into probabilities, in place. */
export function softmax(scores: Float32Array, from: number, to: number): void {
  let most = -Infinity
  for (let i = from; i < to; i++) if (scores[i]! > most) most = scores[i]!
  let sum = 0
  for (let i = from; i < to; i++) sum += scores[i] = Math.exp(scores[i]! - most)
  for (let i = from; i < to; i++) scores[i]! /= sum
}
