import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Channel } from '../core/context.js'
import { packageRoot } from '../core/package-root.js'

// One file a subject; a key stands in one file only.
const folder = join(packageRoot, 'src/dialogue/locale')
const sentences: Readonly<Record<string, string>> = Object.fromEntries<string>(
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) =>
      Object.entries(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, string>),
    ),
)

/** The sentence of the locale files under `key`, its {names} filled in. Throws on a key that is not there. */
export function say(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  const sentence = sentences[key]
  if (sentence === undefined) throw new RangeError(`no sentence "${key}" in src/dialogue/locale`)
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}

/** What a channel's own wording of a sentence is called: "key.spoken" for the telephone, "key.wechat". */
const VARIANTS = { hotline: 'spoken', wechat: 'wechat', web: 'web' } as const

/** The sentence in the wording of the channel where it has one of its own, else the common one. */
export function sayOn(
  channel: Channel,
  key: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const own = `${key}.${VARIANTS[channel]}`
  return say(own in sentences ? own : key, values)
}
