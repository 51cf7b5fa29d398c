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

/** The reverse of `packHeads`; the arrays are views on a copy of the buffer. */
export function unpackHeads(packed: Buffer): HeadsData {
  const bytes = Uint8Array.from(packed).buffer
  const headerLength = new DataView(bytes).getUint32(0, true)
  const header = JSON.parse(packed.toString('utf8', 4, 4 + headerLength)) as Header
  const features = header.features.split('\n')
  let at = 4 + headerLength + ((4 - (headerLength % 4)) % 4)
  const floats = () => {
    const array = new Float32Array(bytes, at, features.length)
    at += array.byteLength
    return array
  }
  const idf = floats()
  const scales = floats()
  return { features, idf, heads: header.heads, scales, weights: new Int8Array(bytes, at) }
}
