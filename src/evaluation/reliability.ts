import { share } from './shares.js'

/** An answer's confidence and whether it was right. */
export interface Claim {
  readonly confidence: number
  readonly right: boolean
}

/** The claims whose confidence lies from `from` (included) to `to` (excluded; the last bin includes 1). */
export interface ReliabilityBin {
  readonly from: number
  readonly to: number
  readonly count: number
  readonly right: number
  readonly meanConfidence: number | undefined
  readonly shareRight: number | undefined
}

/** Sorts claims into bins of equal width: a confidence of 0.7 should be right seven times in ten. */
export function reliabilityBins(claims: readonly Claim[], bins = 10): ReliabilityBin[] {
  return Array.from({ length: bins }, (_, index) => {
    const inside = claims.filter(({ confidence }) => binOf(confidence, bins) === index)
    const right = inside.filter((claim) => claim.right).length
    return {
      from: index / bins,
      to: (index + 1) / bins,
      count: inside.length,
      right,
      meanConfidence: share(
        inside.reduce((sum, { confidence }) => sum + confidence, 0),
        inside.length,
      ),
      shareRight: share(right, inside.length),
    }
  })
}

/** Expected calibration error: how far confidence and share of right answers lie apart on average, 0 to 1. */
export function calibrationError(bins: readonly ReliabilityBin[]): number | undefined {
  const count = bins.reduce((sum, bin) => sum + bin.count, 0)
  const gaps = bins.reduce(
    (sum, bin) => sum + bin.count * Math.abs((bin.meanConfidence ?? 0) - (bin.shareRight ?? 0)),
    0,
  )
  return share(gaps, count)
}

const binOf = (confidence: number, bins: number): number =>
  Math.min(bins - 1, Math.max(0, Math.floor(confidence * bins)))
