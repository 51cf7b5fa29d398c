import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
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
