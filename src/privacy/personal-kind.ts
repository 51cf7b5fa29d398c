/** Numbers that name one person: identity card, telephone, bank or social security card. */
export type PersonalKind = 'id' | 'phone' | 'card'

/** How the pieces of a number stand in the text. */
export interface Writing {
  /** All of it in words: "一三八…". */
  readonly isSpoken: boolean
  /** Commas or dots between the pieces, as in lists of amounts. */
  readonly isLoose: boolean
  /** What the words in front call it ("身份证号是"). */
  readonly label: PersonalKind | undefined
}

/**
 * What a number is, by its figures ("X" last in an identity number) and by the pieces it was written in; undefined for
 * amounts, years, codes. A wrong check figure does not matter: a slip of the finger still names a birthday.
 */
export function personalKind(
  pieces: readonly string[],
  { isSpoken, isLoose, label }: Writing,
): PersonalKind | undefined {
  const figures = pieces.join('')
  const isSpelt = pieces.every((piece) => piece.length === 1)
  // "1500、2000、300": amounts; numbers are read out in threes and fours, or one figure at a time.
  if (isLoose && !isSpelt && !isSpoken && pieces.some((piece) => piece.length < 3 && piece !== 'X'))
    return undefined
  if (pieces.length > 1 && pieces.every((piece) => YEAR.test(piece))) return undefined
  if (isIdentity(figures)) return 'id'
  if (figures.includes('X')) return undefined
  if (MOBILE.test(figures) || LANDLINE.test(figures)) return 'phone'
  if (isCard(figures, pieces, isSpelt)) return label ?? 'card'
  if (isSpoken && figures.length >= 11) return label ?? 'phone'
  return pieces.length <= 3 && figures.length >= 7 && figures.length <= 15 ? label : undefined
}

const MOBILE = /^(?:0|86|0086|17951)?1[3-9]\d{9}$/
const LANDLINE = /^(?:86|0086)?0(?:10|2\d|[3-9]\d{2})[2-8]\d{6,7}$/
const PROVINCE = '(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)'
const MONTH_DAY = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])'
const IDENTITY = new RegExp(
  `^${PROVINCE}\\d{4}(?:(?:19|20)\\d{2}${MONTH_DAY}\\d{3}[\\dX]|\\d{2}${MONTH_DAY}\\d{3})$`,
)

/** 18 figures with a birthday, 15 of the old kind, or 17 and an X, which nothing else ends in. */
const isIdentity = (figures: string): boolean => IDENTITY.test(figures) || /^\d{17}X$/.test(figures)

/** A year or a day: "2024", "20240305". */
const YEAR = /^(?:19|20)\d{2}(?:\d{4})?$/
const ROUND = /00$/

/** 16 and more figures in one, or 16 to 19 in the groups printed on cards; rows of round amounts are none. */
function isCard(figures: string, pieces: readonly string[], isSpelt: boolean): boolean {
  if (pieces.length === 1) return figures.length >= 16
  if (figures.length < 16 || figures.length > 19) return false
  if (isSpelt) return true
  if (pieces.every((piece) => ROUND.test(piece))) return false
  return (
    pieces.slice(0, -1).every((piece) => piece.length === 4) ||
    (pieces.length <= 3 && figures.startsWith('6'))
  )
}
