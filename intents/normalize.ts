/**
 * One written form for what people type: full and half width folded (NFKC), lower case, no control characters,
 * no lone surrogates, no zero-width marks, white space single. The result is for matching, never for showing.
 */
export function normalize(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}\ufffd]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}
