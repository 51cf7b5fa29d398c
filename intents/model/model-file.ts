import type { ClassifierData } from './classifier.js'
import type { NeighboursData } from './neighbours.js'

/** What the build trains and start-up opens. */
export interface ModelData {
  /** Which topic, or which matter of no guide. */
  readonly classifier: ClassifierData
  readonly neighbours: NeighboursData
  /** Which part of an entry is asked for. */
  readonly fields: ClassifierData
}

interface Header {
  readonly classifier: Names
  readonly fields: Names
  /** Lengths of the arrays in elements, in the order of `ARRAYS`. */
  readonly lengths: readonly number[]
}

interface Names {
  readonly features: string
  readonly classes: readonly string[]
}

// Bytes come last: all before them starts at a multiple of four.
const ARRAYS = [
  ['classifier', 'idf', Float32Array],
  ['classifier', 'scales', Float32Array],
  ['neighbours', 'classes', Uint32Array],
  ['neighbours', 'wordings', Uint32Array],
  ['neighbours', 'shares', Float32Array],
  ['neighbours', 'features', Uint32Array],
  ['fields', 'idf', Float32Array],
  ['fields', 'scales', Float32Array],
  ['classifier', 'weights', Int8Array],
  ['neighbours', 'values', Uint8Array],
  ['fields', 'weights', Int8Array],
] as const

type Arrays = Record<string, Float32Array | Uint32Array | Int8Array | Uint8Array>

/** Packs a model into one buffer: length of the header, header (JSON), arrays. */
export function packModel(model: ModelData): Buffer {
  const arrays = ARRAYS.map(([part, name]) => (model[part] as unknown as Arrays)[name]!)
  const namesOf = ({ features, classes }: ClassifierData): Names => ({
    features: features.join('\n'),
    classes,
  })
  const header = Buffer.from(
    JSON.stringify({
      classifier: namesOf(model.classifier),
      fields: namesOf(model.fields),
      lengths: arrays.map(({ length: elements }) => elements),
    } satisfies Header),
  )
  const length = Buffer.alloc(4)
  length.writeUInt32LE(header.length)
  const padding = Buffer.alloc((4 - (header.length % 4)) % 4)
  const bytes = arrays.map((array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength))
  return Buffer.concat([length, header, padding, ...bytes])
}

/** The reverse of `packModel`; the arrays are views on the buffer's own bytes, which must not change afterwards. */
export function unpackModel(packed: Buffer): ModelData {
  // Node may hand out a buffer in the midst of a larger one, where floats cannot be read.
  const aligned = packed.byteOffset % 4 === 0 ? packed : new Uint8Array(packed)
  const headerLength = packed.readUInt32LE(0)
  const header = JSON.parse(packed.toString('utf8', 4, 4 + headerLength)) as Header
  const namesOf = ({ features, classes }: Names) => ({ features: features.split('\n'), classes })
  const bytes = aligned.buffer as ArrayBuffer
  const parts: Record<string, object> = {
    classifier: namesOf(header.classifier),
    neighbours: {},
    fields: namesOf(header.fields),
  }
  let at = aligned.byteOffset + 4 + headerLength + ((4 - (headerLength % 4)) % 4)
  ARRAYS.forEach(([part, name, ArrayOf], i) => {
    const array = new ArrayOf(bytes, at, header.lengths[i])
    at += array.byteLength
    parts[part] = { ...parts[part], [name]: array }
  })
  return parts as unknown as ModelData
}
