import type { ClassifierData } from './classifier.js'
import type { NeighboursData } from './neighbours.js'

/** What the build trains and start-up opens. */
export interface ModelData {
  readonly classifier: ClassifierData
  readonly neighbours: NeighboursData
}

interface Header {
  readonly features: string
  readonly classes: readonly string[]
  /** Lengths of the arrays, in elements, in the order of `arraysOf`. */
  readonly lengths: readonly number[]
}

const arraysOf = ({ classifier, neighbours }: ModelData) =>
  [
    classifier.idf,
    classifier.scales,
    neighbours.classes,
    neighbours.wordings,
    neighbours.shares,
    neighbours.features,
    // Bytes come last: all before them starts at a multiple of four.
    classifier.weights,
    neighbours.values,
  ] as const

/** Packs a model into one buffer: length of the header, header (JSON), arrays. */
export function packModel(model: ModelData): Buffer {
  const { features, classes } = model.classifier
  const arrays = arraysOf(model)
  const lengths = arrays.map(({ length: elements }) => elements)
  const header = Buffer.from(
    JSON.stringify({ features: features.join('\n'), classes, lengths } satisfies Header),
  )
  const length = Buffer.alloc(4)
  length.writeUInt32LE(header.length)
  const padding = Buffer.alloc((4 - (header.length % 4)) % 4)
  return Buffer.concat([
    length,
    header,
    padding,
    ...arrays.map((array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength)),
  ])
}

/** The reverse of `packModel`; the arrays are views on the buffer's own bytes, which must not change afterwards. */
export function unpackModel(packed: Buffer): ModelData {
  // Node may hand out a buffer in the midst of a larger one, where floats cannot be read.
  const aligned = packed.byteOffset % 4 === 0 ? packed : new Uint8Array(packed)
  const headerLength = packed.readUInt32LE(0)
  const header = JSON.parse(packed.toString('utf8', 4, 4 + headerLength)) as Header
  const [idf, scales, ofClasses, ofWordings, shares, features, weights, values] = header.lengths as Eight
  let at = aligned.byteOffset + 4 + headerLength + ((4 - (headerLength % 4)) % 4)
  const next = <T extends { byteLength: number }>(
    Array: new (buffer: ArrayBufferLike, from: number, length: number) => T,
    length: number,
  ): T => {
    const array = new Array(aligned.buffer, at, length)
    at += array.byteLength
    return array
  }
  // Read in the order they were written.
  const read = {
    idf: next(Float32Array, idf),
    scales: next(Float32Array, scales),
    classes: next(Uint32Array, ofClasses),
    wordings: next(Uint32Array, ofWordings),
    shares: next(Float32Array, shares),
    features: next(Uint32Array, features),
    weights: next(Int8Array, weights),
    values: next(Uint8Array, values),
  }
  return {
    classifier: {
      features: header.features.split('\n'),
      idf: read.idf,
      classes: header.classes,
      scales: read.scales,
      weights: read.weights,
    },
    neighbours: {
      classes: read.classes,
      wordings: read.wordings,
      shares: read.shares,
      features: read.features,
      values: read.values,
    },
  }
}

type Eight = [number, number, number, number, number, number, number, number]
