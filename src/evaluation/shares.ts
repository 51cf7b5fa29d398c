/** Part of a whole as a share from 0 to 1; undefined where there is nothing to be part of. */
export const share = (part: number, whole: number): number | undefined =>
  whole === 0 ? undefined : part / whole

/** The share of items that fit. */
export const shareOf = <Item>(items: readonly Item[], fits: (item: Item) => boolean): number | undefined =>
  share(items.filter(fits).length, items.length)

/** The value below which a share `p` (0 to 1) of the values lies, by nearest rank; 0 for no values. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? 0
}
