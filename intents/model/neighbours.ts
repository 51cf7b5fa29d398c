import type { Vector } from './classifier.js'

/** The wordings learnt from, as vectors, class after class: for a second look at the classes that come into question. */
export interface NeighboursData {
  /** Position of each class's first wording, and the number of wordings at the end. */
  readonly classes: Uint32Array
  /** Position of each wording's first feature, and the number of features at the end. */
  readonly wordings: Uint32Array
  /** One for a wording that means only its class, one half if it may mean two, and so on. */
  readonly shares: Float32Array
  readonly features: Uint32Array
  /** Weights of the features, 255 being 1. */
  readonly values: Uint8Array
}

/** A wording's vector and the classes it may mean, by their position. */
export interface Wording {
  readonly vector: Vector
  readonly classes: readonly number[]
}

export function gatherNeighbours(wordings: readonly Wording[], classCount: number): NeighboursData {
  const ofClass = Array.from({ length: classCount }, (): Wording[] => [])
  for (const wording of wordings) for (const c of wording.classes) ofClass[c]!.push(wording)
  const ordered = ofClass.flat()
  const starts = <T>(rows: readonly T[], length: (row: T) => number): Uint32Array => {
    let at = 0
    return Uint32Array.from([0, ...rows.map((row) => (at += length(row)))])
  }
  return {
    classes: starts(ofClass, ({ length }) => length),
    wordings: starts(ordered, ({ vector }) => vector.indices.length),
    shares: Float32Array.from(ordered, ({ classes }) => 1 / classes.length),
    features: Uint32Array.from(ordered.flatMap(({ vector }) => vector.indices)),
    values: Uint8Array.from(ordered.flatMap(({ vector }) => vector.values.map((v) => Math.round(v * 255)))),
  }
}

/** How many of the likeliest classes are looked at again, and how many of their wordings have a say. */
const SHORT_LIST = 24
const NEAREST = 40
/** How fast a wording's say falls with its likeness (cosine), and how much all of them weigh; from held-out wordings. */
const SHARPNESS = 12
const WEIGHT = 0.6
/** What a class without a near wording keeps. */
const FLOOR = 0.01

export interface Neighbours {
  /** The probabilities after a look at the wordings nearest to the text; what the classifier hardly believes stays so. */
  rescore(vector: Vector, probabilities: Float32Array): Float32Array
}

export function openNeighbours(data: NeighboursData, featureCount: number): Neighbours {
  // Filled for one text at a time and emptied after it.
  const text = new Float32Array(featureCount)
  return {
    rescore(vector, probabilities) {
      const { indices, values } = vector
      for (let i = 0; i < indices.length; i++) text[indices[i]!] = values[i]! / 255
      const near = largest(probabilities, SHORT_LIST).flatMap((c) => likenesses(c))
      for (const index of indices) text[index] = 0
      near.sort((a, b) => b.likeness - a.likeness)
      const say = new Float32Array(probabilities.length)
      let all = 0
      for (const { c, likeness, share } of near.slice(0, NEAREST)) {
        const one = share * Math.exp(SHARPNESS * (likeness - near[0]!.likeness))
        say[c]! += one
        all += one
      }
      if (all === 0) return probabilities
      const scores = probabilities.map((p, c) => p * (say[c]! / all + FLOOR) ** WEIGHT)
      const sum = scores.reduce((total, score) => total + score, 0)
      return scores.map((score) => score / sum)
    },
  }

  function likenesses(c: number): { c: number; likeness: number; share: number }[] {
    const found = []
    for (let wording = data.classes[c]!; wording < data.classes[c + 1]!; wording++) {
      let likeness = 0
      for (let i = data.wordings[wording]!; i < data.wordings[wording + 1]!; i++)
        likeness += text[data.features[i]!]! * data.values[i]!
      found.push({ c, likeness, share: data.shares[wording]! })
    }
    return found
  }
}

/** Positions of the largest values, in no order. */
function largest(values: Float32Array, count: number): number[] {
  const bound = values.slice().sort()[Math.max(0, values.length - count)]!
  return [...values.keys()].filter((i) => values[i]! >= bound)
}
