import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { CodedError } from '../../../src/core/errors.js'
import { packageRoot } from '../../../src/core/package-root.js'
import { readSettings, Settings } from '../../../src/server/settings.js'

const names = Object.keys(Settings.shape)

/** The one line a wrong environment is refused with. */
function refusal(environment: Record<string, string>): string {
  try {
    readSettings(environment)
  } catch (error) {
    expect(error).toBeInstanceOf(CodedError)
    expect((error as CodedError).code).toBe('settings.invalid')
    return (error as CodedError).message
  }
  throw new Error('was not refused')
}

test('without any setting there are defaults', () => {
  expect(readSettings({})).toEqual({
    PORT: 8080,
    HOST: '0.0.0.0',
    LOG_LEVEL: 'info',
    MAX_BODY_BYTES: 1_000_000,
    REQUEST_TIMEOUT_MS: 30_000,
    SESSION_LIMIT: 10_000,
    SESSION_IDLE_MINUTES: 30,
  })
})

test('figures are read as figures, and what is not a setting is let alone', () => {
  expect(readSettings({ PORT: '0', SESSION_LIMIT: '5', HOME: '/root', Path: 'x' })).toEqual({
    ...readSettings({}),
    PORT: 0,
    SESSION_LIMIT: 5,
  })
})

test('an empty setting is one left out', () => {
  expect(readSettings(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(readSettings({}))
  expect(readSettings({ PORT: undefined })).toEqual(readSettings({}))
})

test.each([
  ['PORT', 'abc'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '80.5'],
  ['PORT', '8080 8081'],
  ['LOG_LEVEL', 'loud'],
  ['LOG_LEVEL', 'INFO'],
  ['MAX_BODY_BYTES', '1'],
  ['MAX_BODY_BYTES', '1mb'],
  ['MAX_BODY_BYTES', '99999999999'],
  ['REQUEST_TIMEOUT_MS', '0'],
  ['REQUEST_TIMEOUT_MS', 'Infinity'],
  ['SESSION_LIMIT', '0'],
  ['SESSION_LIMIT', 'NaN'],
  ['SESSION_IDLE_MINUTES', '1441'],
])('%s=%s is refused in one line of both languages that names it', (name, value) => {
  const line = refusal({ [name]: value })
  expect(line).toMatch(/^设置有误 · invalid setting: [^\n]+$/)
  expect(line).toContain(`${name}=${JSON.stringify(value)}`)
  for (const other of names) if (other !== name) expect(line).not.toContain(`${other}=`)
})

test('all that is wrong is named at once', () => {
  const line = refusal({ PORT: 'abc', LOG_LEVEL: 'loud', SESSION_LIMIT: '-5', HOST: '127.0.0.1' })
  for (const name of ['PORT', 'LOG_LEVEL', 'SESSION_LIMIT']) expect(line).toContain(`${name}=`)
  expect(line).not.toContain('HOST=')
})

describe('.env.example', () => {
  const text = readFileSync(join(packageRoot, '.env.example'), 'utf8')
  const example = parseEnv(text)

  test('lists every setting and no other', () =>
    expect(Object.keys(example).toSorted()).toEqual(names.toSorted()))
  test('with its default', () => {
    const defaults: Readonly<Record<string, unknown>> = readSettings({})
    expect(example).toEqual(Object.fromEntries(names.map((name) => [name, String(defaults[name])])))
  })
  test('and says in Chinese what it is', () => {
    const lines = text.split('\n')
    const settings = lines.flatMap((line, index) => (/^[A-Z_]+=/.test(line) ? [index] : []))
    for (const index of settings) {
      const said = lines.slice(0, index).findLast((line) => !/^[A-Z_]+=/.test(line))
      expect(said).toMatch(/^# .*\p{Script=Han}/u)
    }
  })
})
