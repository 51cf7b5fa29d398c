import { bare, type Row } from './rows.js'

/** One line of the table of contents that names a text of the body. */
export interface Listed {
  readonly title: string
  /** The chapter, and the section within it where there is one, as the contents name them. */
  readonly chapter: string
}

/** A text of the body: what the contents call it, its own title rows, the rows under them. */
export interface Block extends Listed {
  readonly titleRows: readonly Row[]
  readonly rows: readonly Row[]
}

/** How the guide falls into parts before any of them is read. */
export interface Outline {
  readonly cover: readonly Row[]
  readonly contents: readonly Row[]
  /** Chapter and section titles that stand between the texts. */
  readonly headings: readonly Row[]
  readonly blocks: readonly Block[]
}

/**
 * Finds every text of the guide by the table of contents (lines 8–178). Titles there wrap over two lines, page marks
 * are written "- 3 -" or "195<tab>-", and a body title may differ from the contents by a word (11499, 20025).
 * Throws when the text has no such table: it is not this guide.
 */
export function readOutline(rows: readonly Row[]): Outline {
  const start = rows.findIndex((row) => bare(row.text) === '目录')
  if (start < 0) throw new Error('neimenggu.no_contents: 目录')
  const listed: { title: string; rows: Row[] }[] = []
  let wrapped: Row[] = []
  let next = start + 1
  for (; next < rows.length; next++) {
    const row = rows[next]!
    // The body starts by repeating the first title of the contents, without a page mark.
    if (listed[0] && bare(row.text) === bare(listed[0].title)) break
    const entry = /^(.*?)\s*-?\s*\d+\s*-$/.exec(row.text)
    wrapped.push(row)
    if (!entry) continue
    const title = [...wrapped.slice(0, -1).map((part) => part.text), entry[1]!].join('').replace(/\s/g, '')
    listed.push({ title, rows: wrapped })
    wrapped = []
  }
  const found = locate(
    listed.map((item) => item.title),
    rows,
    next,
  )
  const headings: Row[] = []
  const blocks: Block[] = []
  let chapter = ''
  let section = ''
  found.forEach((place, index) => {
    const title = listed[index]!.title
    const titleRows = rows.slice(place.from, place.to)
    const end = found[index + 1]?.from ?? rows.length
    if (/^[一二三四五六七八九十]+、/.test(title)) {
      chapter = title
      section = ''
      headings.push(...rows.slice(place.from, end))
    } else if (/服务事项$/.test(title)) {
      section = title
      headings.push(...rows.slice(place.from, end))
    } else {
      blocks.push({
        title,
        chapter: section ? `${chapter}：${section}` : chapter,
        titleRows,
        rows: rows.slice(place.to, end),
      })
    }
  })
  return { cover: rows.slice(0, start), contents: rows.slice(start, next), headings, blocks }
}

interface Place {
  readonly from: number
  readonly to: number
}

/** Finds the titles in the body, in the contents' order: word for word first, then the nearest in what lies between. */
function locate(titles: readonly string[], rows: readonly Row[], start: number): Place[] {
  const places: (Place | undefined)[] = []
  let from = start
  for (const title of titles) {
    const place = findExact(bare(title), rows, from)
    places.push(place)
    if (place) from = place.to
  }
  return places.map((place, index) => {
    if (place) return place
    const before = places.slice(0, index).findLast((other) => other)?.to ?? start
    const after = places.slice(index + 1).find((other) => other)?.from ?? rows.length
    const near = findNearest(bare(titles[index]!), rows, before, after)
    if (!near) throw new Error(`neimenggu.title_not_found: ${titles[index]}`)
    return near
  })
}

function findExact(title: string, rows: readonly Row[], from: number): Place | undefined {
  for (let index = from; index < rows.length; index++) {
    let joined = ''
    for (let to = index; to < Math.min(index + 3, rows.length); to++) {
      joined += bare(rows[to]!.text)
      if (joined === title) return { from: index, to: to + 1 }
      if (!title.startsWith(joined)) break
    }
  }
  return undefined
}

/** The row between two found titles that shares most pairs of characters with the title and has a text under it. */
function findNearest(title: string, rows: readonly Row[], from: number, to: number): Place | undefined {
  let best: Place | undefined
  let score = 0.8
  for (let index = from; index < to; index++) {
    const opens = /^(一、|1\s)/.test(rows[index + 1]?.text ?? '')
    const likeness = opens ? shared(title, bare(rows[index]!.text)) : 0
    if (likeness > score) {
      best = { from: index, to: index + 1 }
      score = likeness
    }
  }
  return best
}

function shared(a: string, b: string): number {
  const pairs = (text: string) =>
    Array.from({ length: Math.max(text.length - 1, 0) }, (_, i) => text.slice(i, i + 2))
  const left = pairs(a)
  const right = new Set(pairs(b))
  return (2 * left.filter((pair) => right.has(pair)).length) / (left.length + right.size || 1)
}
