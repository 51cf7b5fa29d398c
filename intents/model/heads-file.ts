import type { HeadsData } from './heads.js'

interface Header {
  readonly features: string
  readonly heads: HeadsData['heads']
}

/** Packs heads into one buffer: length of the header, header (JSON), idf and scales (float), weights (bytes). */
export function packHeads({ features, idf, heads, scales, weights }: HeadsData): Buffer {
  const header = Buffer.from(JSON.stringify({ features: features.join('\n'), heads } satisfies Header))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(header.length)
  // Floats must start at a multiple of four.
  const padding = Buffer.alloc((4 - (header.length % 4)) % 4)
  const bytes = (array: Float32Array | Int8Array) =>
    Buffer.from(array.buffer, array.byteOffset, array.byteLength)
  return Buffer.concat([length, header, padding, bytes(idf), bytes(scales), bytes(weights)])
}

/** The reverse of `packHeads`; the arrays are views on the buffer's own bytes, which must not change afterwards. */
export function unpackHeads(packed: Buffer): HeadsData {
  // Node may hand out a buffer in the midst of a larger one, where floats cannot be read.
  const aligned = packed.byteOffset % 4 === 0 ? packed : new Uint8Array(packed)
  const bytes = aligned.buffer
  const headerLength = packed.readUInt32LE(0)
  const header = JSON.parse(packed.toString('utf8', 4, 4 + headerLength)) as Header
  const features = header.features.split('\n')
  let at = aligned.byteOffset + 4 + headerLength + ((4 - (headerLength % 4)) % 4)
  const floats = () => {
    const array = new Float32Array(bytes, at, features.length)
    at += array.byteLength
    return array
  }
  const idf = floats()
  const scales = floats()
  const weightsEnd = aligned.byteOffset + aligned.byteLength
  return { features, idf, heads: header.heads, scales, weights: new Int8Array(bytes, at, weightsEnd - at) }
}
