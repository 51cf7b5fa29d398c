import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../core/package-root.js'

/** What the desk decides about manner (src/dialogue/data/manner.json says what each part means). */
export interface MannerPolicy {
  readonly superiorAnswerDays: number
  readonly dayParts: readonly (readonly [until: number, hello: string])[]
  readonly festivals: Readonly<Record<string, string>>
  readonly fixed: Readonly<Record<string, string>>
  readonly lookup: readonly string[]
  readonly calculator: readonly string[]
  readonly mongolianSeats: readonly string[]
  readonly sites: Readonly<Record<string, string>>
  readonly generic: string
  readonly lead: string
}

export const mannerPolicy = JSON.parse(
  readFileSync(join(packageRoot, 'src/dialogue/data/manner.json'), 'utf8'),
) as MannerPolicy
