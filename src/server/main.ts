import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import pino from 'pino'
import { openTools } from './open-tools.js'
import { createApp } from './app.js'
import { readSettings } from './settings.js'

/** Starts the server. Throws `settings.invalid` before anything is opened. */
export async function serve(environment: NodeJS.ProcessEnv): Promise<Server> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const settings = readSettings(environment)
  const log = pino({ level: settings.LOG_LEVEL })
  const app = createApp(openTools(), settings, log)
  const server = app.listen(settings.PORT, settings.HOST)
  server.requestTimeout = settings.REQUEST_TIMEOUT_MS
  await new Promise<void>((ready, fail) => server.once('listening', ready).once('error', fail))
  const { port } = server.address() as AddressInfo
  log.info({ port, kb: app.locals.kb }, `问办已启动 · wenban is ready on http://localhost:${port}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      log.info({ signal }, 'stopping')
      server.close(() => process.exit(0))
      server.closeIdleConnections()
    })
  return server
}
