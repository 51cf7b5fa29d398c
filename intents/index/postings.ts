/** A searchable list of documents as plain arrays: for every term the documents it stands in and its weight there. */
export interface PostingsData {
  readonly size: number
  readonly terms: readonly string[]
  /** `offsets[t]` to `offsets[t + 1]` are the postings of term t. */
  readonly offsets: Uint32Array
  readonly docs: Uint16Array
  readonly weights: Float32Array
}

/** Collects weighted terms per document (at most 65,536 documents) into postings. */
export function buildPostings(documents: readonly ReadonlyMap<string, number>[]): PostingsData {
  if (documents.length > 0xffff) throw new RangeError(`${documents.length} documents do not fit one index`)
  const lists = new Map<string, [doc: number, weight: number][]>()
  documents.forEach((terms, doc) => {
    for (const [term, weight] of terms) {
      const list = lists.get(term)
      if (list) list.push([doc, weight])
      else lists.set(term, [[doc, weight]])
    }
  })
  const terms = [...lists.keys()].sort()
  const offsets = new Uint32Array(terms.length + 1)
  terms.forEach((term, t) => (offsets[t + 1] = offsets[t]! + lists.get(term)!.length))
  const docs = new Uint16Array(offsets[terms.length]!)
  const weights = new Float32Array(docs.length)
  terms.forEach((term, t) =>
    lists.get(term)!.forEach(([doc, weight], i) => {
      docs[offsets[t]! + i] = doc
      weights[offsets[t]! + i] = weight
    }),
  )
  return { size: documents.length, terms, offsets, docs, weights }
}

/** Postings opened for look-up. */
export interface Postings {
  readonly size: number
  /** In how many documents the term stands. */
  frequency(term: string): number
  /** Calls back with every document of the term and the term's weight in it. */
  each(term: string, visit: (doc: number, weight: number) => void): void
}

export function openPostings(data: PostingsData): Postings {
  const ids = new Map(data.terms.map((term, t) => [term, t]))
  return {
    size: data.size,
    frequency(term) {
      const t = ids.get(term)
      return t === undefined ? 0 : data.offsets[t + 1]! - data.offsets[t]!
    },
    each(term, visit) {
      const t = ids.get(term)
      if (t === undefined) return
      for (let p = data.offsets[t]!; p < data.offsets[t + 1]!; p++) visit(data.docs[p]!, data.weights[p]!)
    },
  }
}

/** The JSON form: typed arrays as base64 of their little-endian bytes. */
export interface PostingsJson {
  readonly size: number
  readonly terms: string
  readonly offsets: string
  readonly docs: string
  readonly weights: string
}

export function postingsToJson(data: PostingsData): PostingsJson {
  const base64 = (a: Uint8Array | Uint16Array | Uint32Array | Float32Array) =>
    Buffer.from(a.buffer, a.byteOffset, a.byteLength).toString('base64')
  return {
    size: data.size,
    terms: data.terms.join('\n'),
    offsets: base64(data.offsets),
    docs: base64(data.docs),
    weights: base64(data.weights),
  }
}

export function postingsFromJson(json: PostingsJson): PostingsData {
  const buffer = (text: string) => Uint8Array.from(Buffer.from(text, 'base64')).buffer
  return {
    size: json.size,
    terms: json.terms.split('\n'),
    offsets: new Uint32Array(buffer(json.offsets)),
    docs: new Uint16Array(buffer(json.docs)),
    weights: new Float32Array(buffer(json.weights)),
  }
}
