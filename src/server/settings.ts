import { z } from 'zod'
import { CodedError } from '../core/errors.js'

const port = z.coerce.number().int().min(0).max(65535)

/** Every setting, read from the environment (or .env). Names and meanings stand in .env.example. */
export const Settings = z.object({
  PORT: port.default(8080),
  HOST: z.string().min(1).default('0.0.0.0'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  MAX_BODY_BYTES: z.coerce.number().int().min(1024).max(10_000_000).default(1_000_000),
  REQUEST_TIMEOUT_MS: z.coerce.number().int().min(100).max(600_000).default(30_000),
  SESSION_LIMIT: z.coerce.number().int().min(1).max(1_000_000).default(10_000),
  SESSION_IDLE_MINUTES: z.coerce.number().int().min(1).max(1440).default(30),
})
export type Settings = z.infer<typeof Settings>

/** Checks the environment. Throws `settings.invalid` with one line that names each wrong setting, in both languages. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const result = Settings.safeParse(given)
  if (result.success) return result.data
  const wrong = result.error.issues
    .map(({ path, message }) => `${path.join('.')}=${JSON.stringify(given[String(path[0])])} (${message})`)
    .join('; ')
  throw new CodedError('settings.invalid', `设置有误 · invalid setting: ${wrong}`)
}
