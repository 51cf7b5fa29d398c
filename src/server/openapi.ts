import { z } from 'zod'
import { Material, MaterialGroup } from '../../knowledge/entry.js'
import { OpenEntry } from '../../knowledge/export.js'
import { AskReply, AskRow } from '../core/ask.js'
import type { Block } from '../core/reply.js'

const Choice = z.object({ value: z.string(), label: z.string() })
const ChecklistLine = z.object({ text: z.string(), box: z.boolean() })
const ReplyBlock: z.ZodType<Block> = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['title', 'text', 'notice', 'source']), text: z.string() }),
  z.object({ type: z.literal('section'), title: z.string(), lines: z.array(z.string()) }),
  z.object({ type: z.literal('checklist'), title: z.string(), items: z.array(ChecklistLine) }),
  z.object({ type: z.literal('choices'), choices: z.array(Choice) }),
])

/** Every shape by the name it has under components/schemas. */
const shapes = {
  AskRow,
  /** What a page draws is in `blocks`; `text` holds the same for a reader without a page. */
  AskAnswer: AskReply.extend({ blocks: z.array(ReplyBlock) }),
  Block: ReplyBlock,
  Item: OpenEntry,
  Material,
  MaterialGroup,
  ItemList: z.object({ items: z.array(OpenEntry.pick({ id: true, title: true, region: true, kind: true })) }),
  PlaceList: z.object({
    places: z.array(z.object({ region: z.string(), name: z.string(), entries: z.int() })),
  }),
  Health: z.object({ status: z.literal('ok') }),
  Readiness: z.object({ status: z.literal('ready'), kb: z.string(), entries: z.int() }),
  Problem: z.object({ error: z.object({ code: z.string(), message: z.string() }) }),
} as const

const ref = (name: keyof typeof shapes) => `#/components/schemas/${name}`
const json = (name: keyof typeof shapes) => ({ 'application/json': { schema: { $ref: ref(name) } } })
const ok = (description: string, name: keyof typeof shapes) => ({ 200: { description, content: json(name) } })
const problem = (description: string) => ({ description, content: json('Problem') })
const query = (name: string, type: object) => ({ name, in: 'query', required: false, schema: type })

/** The shapes as JSON Schema that refer to each other by name. Objects stay open: a later version may say more. */
function components(): Record<string, object> {
  const registry = z.registry<{ id: string }>()
  for (const [id, shape] of Object.entries(shapes)) registry.add(shape, { id })
  const { schemas } = z.toJSONSchema(registry, { io: 'input', uri: (id) => ref(id as keyof typeof shapes) })
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]),
  )
}

/** The API's description (OpenAPI 3.1), made from the schemas that check it. */
export const openApi = () => ({
  openapi: '3.1.0',
  info: {
    title: '问办 wenban API',
    version: '1',
    description: '人社办事问答：提问、查事项、健康检查。',
  },
  servers: [{ url: '/' }],
  paths: {
    '/api/v1/ask': {
      post: {
        summary: '提一个问题',
        operationId: 'ask',
        requestBody: { required: true, content: json('AskRow') },
        responses: {
          ...ok('答复', 'AskAnswer'),
          400: problem('请求不合格式，或地名不认识'),
          413: problem('正文太大'),
        },
      },
    },
    '/api/v1/items': {
      get: {
        summary: '按地区和名称查事项',
        operationId: 'listItems',
        parameters: [
          query('place', { type: 'string', maxLength: 100 }),
          query('q', { type: 'string', maxLength: 200 }),
          query('limit', { type: 'integer', minimum: 1, maximum: 500, default: 50 }),
        ],
        responses: {
          ...ok('事项', 'ItemList'),
          400: problem('参数不合格式'),
          404: problem('没有收录这个地方'),
        },
      },
    },
    '/api/v1/items/{id}': {
      get: {
        summary: '一个事项的全部公开内容',
        operationId: 'getItem',
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        responses: { ...ok('事项', 'Item'), 404: problem('没有这一条') },
      },
    },
    '/api/v1/places': {
      get: { summary: '收录了哪些地方', operationId: 'listPlaces', responses: ok('地方', 'PlaceList') },
    },
    '/healthz': {
      get: { summary: '进程在运行', operationId: 'health', responses: ok('在运行', 'Health') },
    },
    '/readyz': {
      get: { summary: '知识库已载入', operationId: 'ready', responses: ok('就绪', 'Readiness') },
    },
  },
  components: { schemas: components() },
})
