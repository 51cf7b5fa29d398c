/** A Markdown table; cells may hold anything, numbers stand to the right. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const numeric = head.map((_, column) => rows.every((row) => NUMBER.test(String(row[column]))))
  const line = (cells: readonly (string | number)[]) => `| ${cells.map(escapeCell).join(' | ')} |`
  return [
    line(head),
    `| ${numeric.map((is) => (is ? '---:' : '---')).join(' | ')} |`,
    ...rows.map(line),
  ].join('\n')
}

/** A share (0 to 1) as a percentage with one decimal; a dash where nothing was measured. */
export const percent = (share: number | undefined): string =>
  share === undefined ? '—' : `${(100 * share).toFixed(1)}%`

/** A bar of text for a share from 0 to 1, `width` characters at 1. */
export function bar(share: number | undefined, width = 20): string {
  const eighths = Math.round(Math.min(1, Math.max(0, share ?? 0)) * width * 8)
  return '█'.repeat(Math.floor(eighths / 8)) + ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'][eighths % 8]!
}

const NUMBER = /^(?:[\d.,]+\s?(?:%|ms|s|MB)?|—)$/

const escapeCell = (cell: string | number): string =>
  String(cell)
    .replaceAll('|', '\\|')
    .replace(/\s*\n\s*/g, ' ')
