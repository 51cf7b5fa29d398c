import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../src/core/package-root.js'

/** Reads one of this room's data files (intents/data/NAME) as text. */
export const readIntentData = (name: string): string =>
  readFileSync(join(packageRoot, 'intents/data', name), 'utf8')

/** Reads a data file of lines with tabs between; lines that begin with # are comments. */
export const readIntentTable = (name: string): string[][] =>
  readIntentData(name)
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('\t'))

/** Joins patterns of a data file into one expression; `whole` asks for the whole text. */
export function compilePatterns(patterns: readonly string[], whole = false): RegExp | undefined {
  if (patterns.length === 0) return undefined
  const any = patterns.map((pattern) => `(?:${pattern})`).join('|')
  return new RegExp(whole ? `^(?:${any})$` : any, 'u')
}
