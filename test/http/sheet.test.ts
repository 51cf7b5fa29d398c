import request from 'supertest'
import { openApp } from './app.js'

const app = openApp()

test('serves a task sheet to print, for the case answered, without scripts', async () => {
  const { text, headers } = await request(app)
    .get('/sheets/450700.unemployment-benefit')
    .query({ a: ['channel:窗口'] })
    .expect(200)
    .expect('Content-Type', /html/)
  expect(text).toMatch(/办事清单.*失业保险金申领/s)
  expect(text).toMatch(/来源|《钦州市人社服务办事指南》/)
  expect(text).not.toMatch(/<script/)
  expect(headers['content-security-policy']).toMatch(/default-src 'none'/)
})

test.each([
  ['/sheets/450700.nothing', 404],
  ['/sheets/450700.unemployment-benefit?a=nonsense', 400],
])('%s answers %d', async (path, status) => {
  await request(app).get(path).expect(status)
})
