import request from 'supertest'
import { AskReply } from '../../src/core/ask.js'
import type { Block } from '../../src/core/reply.js'
import { renderText } from '../../src/core/reply.js'
import { openApp } from './app.js'

const app = openApp({ MAX_BODY_BYTES: '4096' })
const ask = (body: object) => request(app).post('/api/v1/ask').send(body)
interface Refused {
  readonly status: number
  readonly body: unknown
}
type Answer = AskReply & { blocks: readonly Block[] }
const answer = async (body: object): Promise<Answer> => (await ask(body).expect(200)).body as Answer

test('a question is answered as a row of ask --jsonl is, with the blocks a page draws', async () => {
  const body = await answer({ id: 'q1', text: '失业登记怎么办', place: '钦州' })
  expect(AskReply.parse(body)).toMatchObject({
    id: 'q1',
    session: 'q1',
    action: 'answer',
    item: { title: '失业登记', region: '450700' },
  })
  expect(renderText(body.blocks)).toBe(body.text)
  expect(body.blocks.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['title', 'checklist', 'source']),
  )
})

test('the reply is JSON in UTF-8', async () => {
  const { headers } = await ask({ text: '谢谢' })
  expect(headers['content-type']).toBe('application/json; charset=utf-8')
})

test('a question without an id gets one nobody can guess', async () => {
  const [one, other] = [await answer({ text: '谢谢' }), await answer({ text: '谢谢' })]
  expect(one.id).toMatch(/^[0-9a-f-]{36}$/)
  expect(one.id).not.toBe(other.id)
})

describe('sessions', () => {
  test('place and item are remembered', async () => {
    const session = 'http-remember'
    const first = await answer({ text: '我在涞源，失业登记怎么办', session })
    const second = await answer({ text: '要带什么', session })
    expect(second).toMatchObject({
      session,
      field: 'materials',
      item: { id: first.item!.id, region: '130630' },
    })
  })

  test('a choice offered can be made by number', async () => {
    const session = 'http-choose'
    const asked = await answer({ text: '失业登记怎么办', session })
    expect(asked.action).toBe('clarify')
    const offered = asked.blocks.find((block) => block.type === 'choices')!
    const number = offered.choices.findIndex(({ label }) => label === '鞍山市') + 1
    expect(await answer({ text: String(number), session })).toMatchObject({
      action: 'answer',
      item: { region: '210300' },
    })
  })

  test('a channel that names another place changes the place', async () => {
    const session = 'http-move'
    await answer({ text: '失业登记怎么办', session, place: '450700' })
    const moved = await answer({ text: '失业登记怎么办', session, place: '210300' })
    expect(moved.item).toMatchObject({ region: '210300' })
  })

  test('others’ sessions and questions without one know nothing of it', async () => {
    await answer({ text: '我在涞源，失业登记怎么办', session: 'http-mine' })
    for (const session of ['http-yours', '', undefined])
      expect((await answer({ text: '要带什么', ...(session !== undefined && { session }) })).item).toBeNull()
  })

  test('the one not used for longest is forgotten when there are too many', async () => {
    const small = openApp({ SESSION_LIMIT: '1' })
    const say = async (session: string, text: string) =>
      (await request(small).post('/api/v1/ask').send({ session, text })).body as Answer
    await say('a', '我在涞源，失业登记怎么办')
    expect((await say('a', '要带什么')).item).not.toBeNull()
    await say('b', '我在钦州，失业登记怎么办')
    expect((await say('a', '要带什么')).item).toBeNull()
  })
})

describe('what is refused', () => {
  const post = (body: string, type = 'application/json') =>
    request(app).post('/api/v1/ask').set('content-type', type).send(body)

  test.each([
    ['not JSON', '{"text":', 400, 'http.entity_parse_failed'],
    ['words', '失业登记', 400, 'http.entity_parse_failed'],
    ['a list', '[1]', 400, 'http.bad_request'],
    ['no text', '{}', 400, 'http.bad_request'],
    ['nothing', '', 400, 'http.bad_request'],
    ['text a number', '{"text":1}', 400, 'http.bad_request'],
    ['session an object', '{"text":"谢谢","session":{"$ne":1}}', 400, 'http.bad_request'],
    ['a channel that is none', '{"text":"谢谢","channel":"fax"}', 400, 'http.bad_request'],
    ['a place that is none', '{"text":"失业登记","place":"火星"}', 400, 'ask.unknown_place'],
    ['too much', JSON.stringify({ text: '失'.repeat(2000) }), 413, 'http.entity_too_large'],
  ])('%s', async (_, body, status, code) => {
    const response = await post(body).expect(status)
    expect(response.body).toEqual({ error: { code, message: expect.stringMatching(/./) as string } })
    expect(response.text).not.toContain('失失')
  })

  test('a body of another type', async () => {
    const { status, body } = (await post('text=失业登记', 'application/x-www-form-urlencoded')) as Refused
    expect({ status, body }).toMatchObject({ status: 400, body: { error: { code: 'http.bad_request' } } })
  })

  test('a character set that is none', async () => {
    const { status, body } = (await post('{"text":"谢谢"}', 'application/json; charset=klingon')) as Refused
    expect({ status, body }).toMatchObject({
      status: 415,
      body: { error: { code: expect.any(String) as string } },
    })
  })

  test('prototypes stay clean', async () => {
    await post(
      '{"text":"谢谢","session":"__proto__","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    )
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })

  test('a wrong question does not trouble the next one', async () => {
    await post('{')
    expect(await answer({ text: '失业登记', place: '钦州' })).toMatchObject({ action: 'answer' })
  })
})

test.each(['<script>alert(1)</script>', '<img src=x onerror=alert(1)>失业登记', '"><svg onload=alert(1)>'])(
  'markup is not echoed: %s',
  async (text) => {
    const { text: raw } = await ask({ text, place: '钦州', session: text }).expect(200)
    const { session: _, ...rest } = JSON.parse(raw) as Answer
    expect(JSON.stringify(rest)).not.toMatch(/[<>]/)
  },
)
