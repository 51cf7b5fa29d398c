import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { readers } from '../../../knowledge/guides/index.js'

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const Topic = z.strictObject({
  id: slug,
  name: z.string().min(1),
  domain: z.enum(['社会保险', '社会保障卡', '就业创业', '人事人才', '劳动关系', '综合服务', '一件事']),
  family: slug.optional(),
  audience: z.string().min(1).optional(),
  variant: z.string().min(1).optional(),
  aliases: z.array(z.string().min(1)),
  related: z.array(slug),
  situations: z.array(z.string().min(4)).min(2),
  apart: z.string().min(16),
})
type Topic = z.infer<typeof Topic>

interface Mapping {
  readonly title: string
  readonly topic: string
  readonly slug: string
  readonly hint: string | undefined
}

/**
 * Entries of each place's guide: 涞源 365, 钦州 185, 鞍山 36+9+6+4, 白银 10+25,
 * 内蒙古 152 + 3 + 6 less four companion texts and one text printed twice.
 */
const ENTRY_COUNTS = { '130630': 365, '150000': 161, '210300': 55, '450700': 185, '620402': 35 } as const
const KIND_SLUGS: Readonly<Record<string, string>> = {
  一件事: 'bundle-',
  提速: 'speedup-',
  窗口地址: 'office-',
  禁办: 'forbidden-',
  容缺: 'deferral-',
}

const topics = readTopics()
const known = new Set(topics.map((topic) => topic.id))
const places = Object.entries(ENTRY_COUNTS).map(([region, count]) => ({
  region,
  count,
  rows: readMapping(region),
}))

describe('the catalogue of topics', () => {
  it('has unique ids', () => {
    expect(repeated(topics.map((topic) => topic.id))).toEqual([])
  })

  it('has unique official names', () => {
    expect(repeated(topics.map((topic) => topic.name))).toEqual([])
  })

  it('stands in order of domain, then id', () => {
    const domains = Topic.shape.domain.options
    const order = (topic: Topic) => `${domains.indexOf(topic.domain)} ${topic.id}`
    const sorted = [...topics].sort((a, b) => (order(a) < order(b) ? -1 : 1))
    expect(topics.map((topic) => topic.id)).toEqual(sorted.map((topic) => topic.id))
  })

  it('relates topics only to other topics that exist', () => {
    const bad = topics.flatMap((topic) =>
      topic.related.filter((id) => !known.has(id) || id === topic.id).map((id) => `${topic.id} → ${id}`),
    )
    expect(bad).toEqual([])
  })

  it('has at least two members in every family', () => {
    const families = topics.flatMap((topic) => topic.family ?? [])
    expect(families.filter((family) => families.indexOf(family) === families.lastIndexOf(family))).toEqual([])
  })

  it('tells the members of a family apart by audience or variant', () => {
    const signatures = topics.flatMap(({ family, audience, variant }) =>
      family ? [`${family}: ${audience ?? '—'} / ${variant ?? '—'}`] : [],
    )
    expect(repeated(signatures)).toEqual([])
  })

  it('has no topic that no entry uses', () => {
    const used = new Set(places.flatMap(({ rows }) => rows.map((row) => row.topic)))
    expect(topics.map((topic) => topic.id).filter((id) => !used.has(id))).toEqual([])
  })
})

describe.each(places)('the mapping of $region', ({ region, count, rows }) => {
  it(`has one row for each of the ${count} entries`, () => {
    expect(rows).toHaveLength(count)
  })

  it('maps to topics that exist', () => {
    expect(rows.filter((row) => !known.has(row.topic))).toEqual([])
  })

  it('has unique, well-formed slugs', () => {
    expect(rows.filter((row) => !slug.safeParse(row.slug).success)).toEqual([])
    expect(repeated(rows.map((row) => row.slug))).toEqual([])
  })

  it('tells entries of the same title apart', () => {
    expect(repeated(rows.map((row) => `${row.title}\t${row.hint ?? ''}`))).toEqual([])
  })

  it('writes titles without white space, and slugs by kind', () => {
    const bad = rows.filter((row) => {
      const kind = /^(一件事|提速|窗口地址|禁办|容缺):/.exec(row.title)?.[1]
      return (
        /\s/.test(row.title) ||
        (kind ? !row.slug.startsWith(KIND_SLUGS[kind]!) : !row.slug.startsWith(row.topic))
      )
    })
    expect({ region, bad }).toEqual({ region, bad: [] })
  })
})

// The guides themselves are not part of the repository; their readers' own tests run on excerpts without them.
const guides = join(process.cwd(), '../shared/guides')
const describeWithGuides = existsSync(guides) ? describe : describe.skip

describeWithGuides.each(readers)('the guide of $place_name', (reader) => {
  it('has exactly one row an entry, and no row left over', () => {
    const file = readdirSync(guides).find((name) => name.startsWith(`${reader.guide}_`))!
    const lines = readFileSync(join(guides, file), 'utf8').split(/\r?\n/)
    const titles = reader
      .read({ guide: reader.guide, lines })
      .entries.flatMap((entry) => [entry, ...(entry.companions ?? [])])
      .map(({ title }) => title.replace(/\s/g, ''))
    const rows = readMapping(reader.region).map((row) => row.title)
    expect([...rows].sort()).toEqual([...titles].sort())
  })
})

function readTopics(): Topic[] {
  const lines = readFileSync('intents/data/topics.jsonl', 'utf8').trimEnd().split('\n')
  return lines.map((line) => Topic.parse(JSON.parse(line)))
}

function readMapping(region: string): Mapping[] {
  const path = `knowledge/data/topics/${region}.tsv`
  if (!existsSync(path)) return []
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n')
  const rows = lines.filter((line) => !line.startsWith('#'))
  return rows.map((line) => {
    const [title = '', topic = '', entrySlug = '', hint] = line.split('\t')
    return { title, topic, slug: entrySlug, hint }
  })
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))]
}
