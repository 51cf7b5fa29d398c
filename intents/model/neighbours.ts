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

/** How many of the likeliest classes are looked at again. */
const SHORT_LIST = 24
/** How fast a wording's say falls with its likeness (cosine), and how much all of them weigh; from held-out wordings. */
const SHARPNESS = 12
const WEIGHT = 0.6
/** What a class without a near wording keeps. */
const FLOOR = 0.01
const UNHEARD = FLOOR ** WEIGHT

export interface Neighbours {
  /** The probabilities after a look at the wordings nearest to the text; what the classifier hardly believes stays so. */
  rescore(vector: Vector, probabilities: Float32Array): Float32Array
}

export function openNeighbours(data: NeighboursData, featureCount: number): Neighbours {
  // Filled for one text at a time and emptied after it.
  const text = new Float32Array(featureCount)
  return {
    rescore({ indices, values }, probabilities) {
      for (let i = 0; i < indices.length; i++) text[indices[i]!] = values[i]! / 255
      const shortList = positionsOfLargest(probabilities, SHORT_LIST)
      const say = shortList.map(sayOf)
      for (const index of indices) text[index] = 0
      const whole = say.reduce((sum, one) => sum + one, 0)

      const scores = probabilities.map((probability) => probability * UNHEARD)
      shortList.forEach((c, i) => (scores[c] = probabilities[c]! * (say[i]! / whole + FLOOR) ** WEIGHT))
      const sum = scores.reduce((total, score) => total + score, 0)
      return scores.map((score) => score / sum)
    },
  }

  /** What a class's wordings have to say on the text: the more the nearer they are. */
  function sayOf(c: number): number {
    let say = 0
    for (let wording = data.classes[c]!; wording < data.classes[c + 1]!; wording++) {
      const end = data.wordings[wording + 1]!
      let likeness = 0
      for (let i = data.wordings[wording]!; i < end; i++)
        likeness += text[data.features[i]!]! * data.values[i]!
      say += data.shares[wording]! * Math.exp(SHARPNESS * likeness)
    }
    return say
  }
}

/** Positions of the largest values, in their order; more of them where the last are equal. */
function positionsOfLargest(values: Float32Array, count: number): number[] {
  const least = values.slice().sort().at(-count) ?? -Infinity
  const positions: number[] = []
  for (let i = 0; i < values.length; i++) if (values[i]! >= least) positions.push(i)
  return positions
}
