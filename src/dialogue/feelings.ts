import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../core/package-root.js'

/** What a message is said with; despair is that of someone who may not want to live. */
export const FEELINGS = ['despair', 'grief', 'anger', 'worry'] as const
export type Feeling = (typeof FEELINGS)[number]

/** The feeling a normalised message (Understanding.text) carries, if any: told before the business. */
export function feelingOf(text: string): Feeling | undefined {
  return CUES.find(({ yes, not }) => yes.test(text) && !not?.test(text))?.feeling
}

interface Row {
  readonly feeling: Feeling
  readonly patterns: readonly string[]
  readonly not?: readonly string[]
}

const { feelings } = JSON.parse(
  readFileSync(join(packageRoot, 'src/dialogue/data/feelings.json'), 'utf8'),
) as { feelings: readonly Row[] }

const anyOf = (patterns: readonly string[]): RegExp =>
  new RegExp(patterns.map((pattern) => `(?:${pattern})`).join('|'), 'u')

const CUES = feelings.map(({ feeling, patterns, not }) => ({
  feeling,
  yes: anyOf(patterns),
  not: not && anyOf(not),
}))
