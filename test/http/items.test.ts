import request from 'supertest'
import { OpenEntry } from '../../knowledge/export.js'
import { entryWithNotes, openApp } from './app.js'

const app = openApp()
interface Got {
  readonly text: string
  readonly body: unknown
}
interface Listed {
  readonly id: string
  readonly title: string
  readonly region: string
  readonly kind: string
}
const list = async (query: object) =>
  ((await request(app).get('/api/v1/items').query(query).expect(200)).body as { items: Listed[] }).items

describe('GET /api/v1/items', () => {
  test('finds a title in a place, forgiving of slips', async () => {
    expect((await list({ place: '钦州', q: '失业登记' }))[0]).toEqual({
      id: '450700.unemployment-registration',
      title: '失业登记',
      region: '450700',
      kind: 'service',
    })
    const slipped = await list({ place: '450700', q: '失业 登计' })
    expect(slipped.map(({ title }) => title)).toContain('失业登记')
  })
  test('keeps to the place', async () => {
    const found = await list({ place: '海城', q: '登记', limit: 500 })
    expect(found.length).toBeGreaterThan(0)
    expect(new Set(found.map(({ region }) => region))).toEqual(new Set(['210300']))
  })
  test('searches everywhere without one', async () => {
    expect(new Set((await list({ q: '失业登记' })).map(({ region }) => region)).size).toBeGreaterThan(2)
  })
  test('lists a place in the order of its guide, as many as asked for', async () => {
    expect(await list({ place: '210300', limit: 500 })).toHaveLength(55)
    expect(await list({ place: '210300', limit: 3 })).toHaveLength(3)
    expect(await list({ place: '210300' })).toHaveLength(50)
  })
  test('finds nothing where nothing is like it', async () => {
    expect(await list({ place: '210300', q: 'zzzzqqqq' })).toEqual([])
  })
  test.each([
    [{ limit: 0 }, 400, 'http.bad_request'],
    [{ limit: 501 }, 400, 'http.bad_request'],
    [{ limit: '多' }, 400, 'http.bad_request'],
    [{ q: '长'.repeat(201) }, 400, 'http.bad_request'],
    [{ q: ['a', 'b'] }, 400, 'http.bad_request'],
    [{ place: '南宁' }, 404, 'items.place_not_covered'],
    [{ place: '火星' }, 404, 'items.place_not_covered'],
  ])('%j: %i', async (query, status, code) => {
    const { body } = (await request(app).get('/api/v1/items').query(query).expect(status)) as Got
    expect(body).toEqual({ error: { code, message: expect.stringMatching(/./) as string } })
  })
})

describe('GET /api/v1/items/:id', () => {
  test('gives the entry as it is exported', async () => {
    const { body } = (await request(app)
      .get('/api/v1/items/450700.unemployment-registration')
      .expect(200)) as Got
    expect(OpenEntry.parse(body)).toMatchObject({
      title: '失业登记',
      fields: { materials: expect.stringContaining('《失业登记表》') as string },
      source: { guide: '000' },
    })
  })
  test('never the notes for operators', async () => {
    const entry = entryWithNotes()
    const { text, body } = (await request(app).get(`/api/v1/items/${entry.id}`).expect(200)) as Got
    expect(body).not.toHaveProperty('operator')
    const shown = Object.values(entry.fields).join('\n')
    for (const { text: note } of entry.operator!)
      if (!shown.includes(note)) expect(text).not.toContain(JSON.stringify(note).slice(1, -1))
  })
  test.each(['450700.nothing', '__proto__', 'constructor', '%2e%2e%2fpackage.json', '%00', '失业登记'])(
    '%s: 404',
    async (id) => {
      const { body } = (await request(app).get(`/api/v1/items/${id}`).expect(404)) as Got
      expect(body).toMatchObject({ error: { code: 'items.not_found' } })
    },
  )
  test('a broken escape is refused', async () => {
    const { body } = (await request(app).get('/api/v1/items/%E0%A4%A').expect(400)) as Got
    expect(body).toMatchObject({ error: { code: expect.stringMatching(/^http\./) as string } })
  })
})

test('GET /api/v1/places: the five, by their codes', async () => {
  const { body } = (await request(app).get('/api/v1/places').expect(200)) as Got
  const { places } = body as { places: { region: string; name: string; entries: number }[] }
  expect(places.toSorted((a, b) => a.region.localeCompare(b.region))).toEqual([
    { region: '130630', name: '涞源县', entries: 365 },
    { region: '150000', name: '内蒙古自治区', entries: 161 },
    { region: '210300', name: '鞍山市', entries: 55 },
    { region: '450700', name: '钦州市', entries: 185 },
    { region: '620402', name: '白银区', entries: 35 },
  ])
})
