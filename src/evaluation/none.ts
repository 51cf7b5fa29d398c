import { share } from './shares.js'

/** One message: whether nothing in the guides answers it, and whether the reply said so. */
export interface NoneCase {
  readonly expected: boolean
  readonly said: boolean
}

/** How far "that is not in the guides" can be believed (precision) and is said where it holds (recall). */
export interface NoneShares {
  readonly expected: number
  readonly said: number
  readonly precision: number | undefined
  readonly recall: number | undefined
}

export function noneShares(cases: readonly NoneCase[]): NoneShares {
  const expected = cases.filter((one) => one.expected).length
  const said = cases.filter((one) => one.said).length
  const both = cases.filter((one) => one.expected && one.said).length
  return { expected, said, precision: share(both, said), recall: share(both, expected) }
}
