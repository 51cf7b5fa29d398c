import { Writable } from 'node:stream'
import pino from 'pino'
import request from 'supertest'
import { openApp } from './app.js'

const app = openApp()

describe('health', () => {
  test('/healthz: the process is up', async () => {
    expect((await request(app).get('/healthz').expect(200)).body).toEqual({ status: 'ok' })
  })
  test('/readyz: the knowledge is loaded, and which', async () => {
    expect((await request(app).get('/readyz').expect(200)).body).toEqual({
      status: 'ready',
      kb: expect.stringMatching(/^kb-[0-9a-f]{12}$/) as string,
      entries: 801,
    })
  })
})

describe('headers', () => {
  const paths = ['/', '/chat.js', '/healthz', '/api/v1/places', '/nowhere']
  test.each(paths)('%s: nothing foreign runs, nothing is guessed, nobody frames it', async (path) => {
    const { headers } = await request(app).get(path)
    const policy = headers['content-security-policy']!
    expect(policy).toContain("default-src 'self'")
    expect(policy).not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'/)
    expect(policy).toMatch(/object-src 'none'/)
    expect(policy).toMatch(/frame-ancestors 'self'/)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers).not.toHaveProperty('x-powered-by')
  })
  test('a page served by plain http inside a bureau is not sent to https', async () => {
    const { headers } = await request(app).get('/')
    expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests')
    expect(headers).not.toHaveProperty('strict-transport-security')
  })
})

describe('addresses that are none', () => {
  test.each([
    ['get', '/nowhere'],
    ['get', '/api/v1/nowhere'],
    ['get', '/api/v1/ask'],
    ['delete', '/api/v1/items/450700.unemployment-registration'],
    ['get', '/package.json'],
    ['get', '/..%2f..%2fpackage.json'],
    ['get', '/%2e%2e/package.json'],
    ['get', '/.env'],
  ] as const)('%s %s', async (method, path) => {
    const { body } = (await request(app)[method](path).expect(404)) as { body: unknown }
    expect(body).toMatchObject({ error: { code: 'http.not_found' } })
  })
  test('the address asked for is not echoed as markup', async () => {
    const { headers } = await request(app).get('/<script>alert(1)</script>').expect(404)
    expect(headers['content-type']).toMatch(/^application\/json/)
  })
})

test('the page and its parts are served', async () => {
  for (const [path, type] of [
    ['/', /^text\/html/],
    ['/chat.js', /javascript/],
    ['/chat.css', /^text\/css/],
    ['/icon.svg', /^image\/svg/],
  ] as const)
    expect((await request(app).get(path).expect(200)).headers['content-type']).toMatch(type)
})

test('logs hold no question, no answer and no query', async () => {
  let logged = ''
  const sink = new Writable({
    write(chunk, _, done) {
      logged += String(chunk)
      done()
    },
  })
  const loud = openApp({}, pino({ level: 'trace' }, sink))
  await request(loud)
    .post('/api/v1/ask')
    .send({ text: '我叫王小二，失业登记怎么办', session: 'secret-session' })
  await request(loud).get('/api/v1/items').query({ q: '王小二' })
  await request(loud).post('/api/v1/ask').set('content-type', 'application/json').send('{"text":"王小二')
  expect(logged).toContain('/api/v1/ask')
  expect(logged).not.toMatch(/王小二|失业登记|secret-session/)
})
