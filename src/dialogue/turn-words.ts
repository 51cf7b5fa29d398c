import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../core/package-root.js'

/** The short things people say to a turn, as patterns by name (src/dialogue/data/turn-words.json). */
export const turnWords = JSON.parse(
  readFileSync(join(packageRoot, 'src/dialogue/data/turn-words.json'), 'utf8'),
) as Readonly<Record<string, string>>

const patterns = new Map(Object.entries(turnWords).map(([name, source]) => [name, new RegExp(source, 'u')]))

/** Whether a normalised text says it. Throws on a name that is not there. */
export function says(name: string, text: string): boolean {
  const pattern = patterns.get(name)
  if (!pattern) throw new RangeError(`no words "${name}" in turn-words.json`)
  return pattern.test(text)
}
