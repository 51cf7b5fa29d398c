import { z } from 'zod'
import { Entry } from '../../knowledge/entry.js'
import { AskReply, AskRow } from '../core/ask.js'

const schema = (type: z.ZodType, io: 'input' | 'output' = 'output') => {
  const { $schema: _, ...json } = z.toJSONSchema(type, { io, unrepresentable: 'any' })
  return json
}
const json = (type: object) => ({ 'application/json': { schema: type } })
const ok = (description: string, type: object) => ({ 200: { description, content: json(type) } })
const problem = (description: string) => ({
  description,
  content: json({
    type: 'object',
    properties: {
      error: {
        type: 'object',
        properties: { code: { type: 'string' }, message: { type: 'string' } },
        required: ['code', 'message'],
      },
    },
    required: ['error'],
  }),
})
const Item = z.object({ id: z.string(), title: z.string(), region: z.string(), kind: z.string() })
const Place = z.object({ region: z.string(), name: z.string(), entries: z.int() })
const query = (name: string, type: object) => ({ name, in: 'query', required: false, schema: type })

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
        requestBody: { required: true, content: json(schema(AskRow, 'input')) },
        responses: {
          ...ok('答复', schema(AskReply)),
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
          query('place', { type: 'string' }),
          query('q', { type: 'string' }),
          query('limit', { type: 'integer', minimum: 1, maximum: 500, default: 50 }),
        ],
        responses: {
          ...ok('事项', schema(z.object({ items: z.array(Item) }))),
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
        responses: { ...ok('事项', schema(Entry.omit({ operator: true }))), 404: problem('没有这一条') },
      },
    },
    '/api/v1/places': {
      get: {
        summary: '收录了哪些地方',
        operationId: 'listPlaces',
        responses: ok('地方', schema(z.object({ places: z.array(Place) }))),
      },
    },
    '/healthz': {
      get: { summary: '进程在运行', operationId: 'health', responses: { 200: { description: '在运行' } } },
    },
    '/readyz': {
      get: { summary: '知识库已载入', operationId: 'ready', responses: { 200: { description: '就绪' } } },
    },
  },
})
