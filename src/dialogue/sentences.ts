import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../core/package-root.js'

const sentences = JSON.parse(
  readFileSync(join(packageRoot, 'src/dialogue/locale/zh-CN.json'), 'utf8'),
) as Record<string, string>

/** The sentence of the locale file under `key`, its {names} filled in. Throws on a key that is not there. */
export function say(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  const sentence = sentences[key]
  if (sentence === undefined) throw new RangeError(`no sentence "${key}" in zh-CN.json`)
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}
