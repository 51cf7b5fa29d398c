import { execFile } from 'node:child_process'
import { Ajv2020 } from 'ajv/dist/2020.js'
import request from 'supertest'
import { packageRoot } from '../../src/core/package-root.js'
import { openApi } from '../../src/server/openapi.js'
import { openApp } from './app.js'

const app = openApp({ MAX_BODY_BYTES: '4096' })
const description = openApi()

/** The validator is an ES module, which jest does not load; a process of its own does. */
const VALIDATE = `
import { Validator } from '@seriousme/openapi-schema-validator'
import { json } from 'node:stream/consumers'
const validator = new Validator()
console.log(JSON.stringify({ ...(await validator.validate(await json(process.stdin))), version: validator.version }))`

test('is served as it is described, and valid OpenAPI 3.1', async () => {
  const { body } = (await request(app).get('/api/v1/openapi.json').expect(200)) as { body: unknown }
  expect(body).toEqual(JSON.parse(JSON.stringify(description)))
  const output = await new Promise<string>((done, fail) => {
    const child = execFile(
      process.execPath,
      ['--input-type=module', '-e', VALIDATE],
      { cwd: packageRoot },
      (error, stdout) => {
        if (error) fail(new Error(error.message))
        else done(stdout)
      },
    )
    child.stdin!.end(JSON.stringify(body))
  })
  expect(JSON.parse(output)).toEqual({ valid: true, version: '3.1' })
})

// Every operation, one call a status it names: a call that is missing here fails the last test.
const calls: Readonly<Record<string, Readonly<Record<number, () => request.Test>>>> = {
  ask: {
    200: () => request(app).post('/api/v1/ask').send({ text: '失业登记怎么办', place: '钦州' }),
    400: () => request(app).post('/api/v1/ask').send({ text: 1 }),
    413: () =>
      request(app)
        .post('/api/v1/ask')
        .send({ text: '失'.repeat(2000) }),
  },
  listItems: {
    200: () => request(app).get('/api/v1/items').query({ place: '钦州', q: '失业', limit: 5 }),
    400: () => request(app).get('/api/v1/items').query({ limit: 0 }),
    404: () => request(app).get('/api/v1/items').query({ place: '南宁' }),
  },
  getItem: {
    200: () => request(app).get('/api/v1/items/150000.unemployment-registration'),
    404: () => request(app).get('/api/v1/items/150000.nothing'),
  },
  listPlaces: { 200: () => request(app).get('/api/v1/places') },
  health: { 200: () => request(app).get('/healthz') },
  ready: { 200: () => request(app).get('/readyz') },
}

interface Operation {
  readonly operationId: string
  readonly responses: Record<string, { content: { 'application/json': { schema: object } } }>
}
const operations = Object.values(description.paths).flatMap(
  (path) => Object.values(path) as unknown as Operation[],
)
const described = operations.flatMap(({ operationId, responses }) =>
  Object.entries(responses).map(([status, { content }]) => ({
    operationId,
    status: Number(status),
    schema: content['application/json'].schema as { $ref: string },
  })),
)

const ajv = new Ajv2020({ strict: true, strictTuples: false, allowUnionTypes: true })
ajv.addKeyword('components').addSchema({ $id: 'api', components: description.components })

test.each(described)('$operationId answers $status as described', async ({ operationId, status, schema }) => {
  const response = await calls[operationId]![status]!().expect(status)
  const validate = ajv.compile({ $ref: `api${schema.$ref}` })
  validate(response.body)
  expect(validate.errors).toBeNull()
})

test('every item fits the description of an item', async () => {
  const { body } = (await request(app).get('/api/v1/items').query({ limit: 500 })) as { body: unknown }
  const validate = ajv.compile({ $ref: 'api#/components/schemas/Item' })
  for (const { id } of (body as { items: { id: string }[] }).items.filter((_, index) => index % 25 === 0)) {
    validate((await request(app).get(`/api/v1/items/${id}`)).body)
    expect([id, validate.errors]).toEqual([id, null])
  }
})

test('every route of the API is described', () => {
  expect(Object.keys(calls).toSorted()).toEqual(operations.map(({ operationId }) => operationId).toSorted())
})
