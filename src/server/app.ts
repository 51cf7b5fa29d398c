import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import helmet from 'helmet'
import { LRUCache } from 'lru-cache'
import type { Logger } from 'pino'
import { z } from 'zod'
import { normalizePlace } from '../../intents/places/index.js'
import { exportEntry } from '../../knowledge/export.js'
import { AskRow } from '../core/ask.js'
import type { Conversation } from '../core/conversation.js'
import { CodedError } from '../core/errors.js'
import { packageRoot } from '../core/package-root.js'
import { ask } from '../dialogue/ask.js'
import { planGuide } from '../dialogue/guide/plan.js'
import { checklistFor } from '../dialogue/guide/sheet.js'
import type { DialogueTools } from '../dialogue/tools.js'
import { openApi } from './openapi.js'
import type { Settings } from './settings.js'
import { renderSheetPage } from './sheet-page.js'
import { openTitleSearch } from './title-search.js'

/** The HTTP face: the API under /api/v1, health, and the plain chat page. Knows no channel. */
export function createApp(tools: DialogueTools, settings: Settings, log: Logger): Express {
  const app = express()
  const { knowledge } = tools
  app.locals.kb = knowledge.version
  app.disable('x-powered-by')
  app.use(
    helmet({
      contentSecurityPolicy: {
        // The page must also work where a bureau serves it by plain http inside its own network.
        directives: { defaultSrc: ["'self'"], upgradeInsecureRequests: null },
      },
      strictTransportSecurity: false,
    }),
  )
  app.use(logRequests(log))

  app.get('/healthz', (_, response) => void response.json({ status: 'ok' }))
  app.get('/readyz', (_, response) => {
    response.json({ status: 'ready', kb: knowledge.version, entries: knowledge.entries.length })
  })

  const api = express.Router()
  api.use(express.json({ limit: settings.MAX_BODY_BYTES }))
  const sessions = new LRUCache<string, Conversation>({
    max: settings.SESSION_LIMIT,
    ttl: settings.SESSION_IDLE_MINUTES * 60_000,
  })
  api.post('/ask', (request, response) => {
    const row = AskRow.parse(request.body ?? {})
    const { session } = row
    const known = session ? sessions.get(session) : undefined
    const { reply, conversation, blocks } = ask(tools, row, row.id ?? randomUUID(), known)
    if (session) sessions.set(session, conversation)
    response.json({ ...reply, blocks })
  })
  const searchTitles = openTitleSearch(knowledge)
  api.get('/items', (request, response) => {
    const { place, q, limit } = ItemQuery.parse(request.query)
    const where = place === undefined ? undefined : normalizePlace(place)
    if (where && where.kind !== 'served')
      throw new CodedError('items.place_not_covered', `没有收录这个地方 · place not covered: ${place}`, place)
    const items = searchTitles(where?.region, q, limit)
    response.json({ items: items.map(({ id, title, region, kind }) => ({ id, title, region, kind })) })
  })
  api.get('/items/:id', (request, response) => {
    const entry = knowledge.get(request.params.id)
    if (!entry) throw new CodedError('items.not_found', `没有这一条 · no such item: ${request.params.id}`)
    response.json(exportEntry(entry))
  })
  api.get('/places', (_, response) => {
    response.json({
      places: tools.understander.matcher.regions.map((region) => {
        const entries = knowledge.inPlace(region)
        return { region, name: entries[0]!.place_name, entries: entries.length }
      }),
    })
  })
  api.get('/openapi.json', (_, response) => void response.json(openApi()))
  app.use('/api/v1', api)

  app.get('/sheets/:id', (request, response) => {
    const entry = knowledge.get(request.params.id)
    const plan = entry && planGuide(entry)
    if (!entry || !plan)
      throw new CodedError('items.not_found', `没有这一条的办事清单 · no task sheet: ${request.params.id}`)
    const { a } = SheetQuery.parse(request.query)
    const sheet = checklistFor(knowledge, entry, plan, Object.fromEntries(a), new Date())
    // The page brings its own style and nothing else.
    response.setHeader('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'")
    response.type('html').send(renderSheetPage(sheet))
  })

  app.use(express.static(join(packageRoot, 'widget'), { index: 'index.html' }))
  app.use((request, response) => {
    response.status(404).json(errorBody('http.not_found', `没有这个地址 · not found: ${request.path}`))
  })
  app.use(answerErrors(log))
  return app
}

const ItemQuery = z.object({
  place: z.string().max(100).optional(),
  q: z.string().max(200).default(''),
  limit: z.coerce.number().int().min(1).max(500).default(50),
})

/** What was answered while being led: "channel:窗口", repeated. */
const SheetQuery = z.object({
  a: z
    .preprocess(
      (value) => (value === undefined ? [] : [value].flat()),
      z
        .array(
          z
            .string()
            .max(100)
            .regex(/^[^:]+:.+$/),
        )
        .max(40),
    )
    .transform((pairs) =>
      pairs.map((pair) => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)] as const),
    ),
})

/** One line a request: no texts, no addresses, no query strings. */
function logRequests(log: Logger): RequestHandler {
  return (request, response, next) => {
    const started = performance.now()
    response.once('finish', () => {
      const ms = Number((performance.now() - started).toFixed(1))
      log.debug({ method: request.method, path: request.path, status: response.statusCode, ms }, 'request')
    })
    next()
  }
}

const errorBody = (code: string, message: string) => ({ error: { code, message } })
const STATUS: Readonly<Record<string, number>> = { 'items.not_found': 404, 'items.place_not_covered': 404 }

function answerErrors(log: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error)
    if (error instanceof z.ZodError) {
      const wrong = error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`)
      return void response.status(400).json(errorBody('http.bad_request', wrong.join('; ')))
    }
    if (error instanceof CodedError)
      return void response.status(STATUS[error.code] ?? 400).json(errorBody(error.code, error.message))
    // What express's own body reader refuses carries a status and a type ("entity.too.large").
    if (isRefusal(error))
      return void response
        .status(error.status)
        .json(
          errorBody(
            `http.${(error.type ?? 'refused').replaceAll('.', '_')}`,
            '请求不合格式 · request refused',
          ),
        )
    log.error(
      { error: error instanceof Error ? { name: error.name, stack: error.stack } : { name: typeof error } },
      'request failed',
    )
    response.status(500).json(errorBody('http.internal', '服务出错，请稍后再试 · internal error'))
  }
}

/** What express's middleware throws for a request it refuses. */
const isRefusal = (error: unknown): error is { status: number; type?: string } =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status < 500
