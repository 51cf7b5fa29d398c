import pino, { type Logger } from 'pino'
import { createApp } from '../../src/server/app.js'
import { openTools } from '../../src/server/open-tools.js'
import { readSettings } from '../../src/server/settings.js'

let tools: ReturnType<typeof openTools> | undefined

/** The app as it is served, on the built data; `given` are settings as the environment would give them. */
export function openApp(given: Record<string, string> = {}, log: Logger = pino({ level: 'silent' })) {
  tools ??= openTools()
  return createApp(tools, readSettings(given), log)
}

/** An entry that has internal notes, and its public id. */
export function entryWithNotes() {
  tools ??= openTools()
  return tools.knowledge.entries.find(({ operator = [] }) => operator.some(({ text }) => text.length > 30))!
}
