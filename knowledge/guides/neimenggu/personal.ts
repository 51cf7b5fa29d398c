/**
 * Whether a line shows a person's identity or mobile number, a bank card, or a default PIN. Numbers may be broken by
 * spaces (18179: "1101011990010100 15", "1380000123 4") and identity numbers half hidden by stars or dots (11063).
 */
export function holdsPersonalData(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/<https?:[^>]*>|https?:\S+/g, '')
  return PATTERNS.some((pattern) => pattern.test(plain))
}

const PATTERNS: readonly RegExp[] = [
  // Identity number, 17 figures and a check character, or a bank card of 16 to 19: both may be broken by spaces.
  /(?<![\d.])\d(?:[ ]?\d){15,18}[Xx]?(?![\d.])/,
  // Mobile number, broken by spaces or hyphens.
  /(?<![\d.])1[ -]?[3-9](?:[ -]?\d){9}(?!\d)/,
  // Identity number with its middle hidden.
  /(?<!\d)\d{3,6}[*.Xx]{2,}\d{0,4}[\d*Xx]{2,}/,
  // A PIN that every new card has (5079).
  /(初始|默认)密码为/,
]
