import { replaceVariants } from './variants.js'
import { toSimplified } from './simplified.js'

/**
 * One written form for what people type and say: full and half width folded (NFKC), lower case, traditional
 * characters simplified, dialect words in standard ones, no control characters, lone surrogates, zero-width marks,
 * emoji or mark-up, white space single. For matching, never for showing. Idempotent and linear in the text's length;
 * phrases in training pass through it as well.
 */
export function normalize(text: string): string {
  const folded = text.toWellFormed().normalize('NFKC').toLowerCase().replace(INVISIBLE, '')
  const plain = withoutMarkup(folded).normalize('NFKC').replace(PICTURES, ' ')
  // What stood apart may have come together when fillers went: it is composed once more.
  return replaceVariants(toSimplified(plain)).normalize('NFKC')
}

/** Zero-width characters, variation selectors, keycaps and accents piled on letters. */
const INVISIBLE = /[\p{Cf}\p{Me}\u0300-\u036f\ufe00-\ufe0f]+/gu
const PICTURES = /[\p{So}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Cc}\p{Co}\p{Cn}\ufffd]+/gu

const EMPHASIS = '(?:[*`~_]{2,}|[*`])'
const MASKED_DIGITS = new RegExp(`(?<=\\d)${EMPHASIS}(?=\\d)`, 'g')
const ANY_EMPHASIS = new RegExp(EMPHASIS, 'g')
/** Tags of pasted texts; what may be an attack (script, iframe, …) stays readable for the acts. */
const FORMATTING =
  '/?(?:p|br|hr|div|span|b|i|u|s|em|strong|font|center|a|ul|ol|li|dl|dt|dd|table|tbody|thead|tr|td|th|h[1-6]|input|label|pre|code)'
const TAG = new RegExp(`<${FORMATTING}(?:\\s[^<>]*)?/?>`, 'g')
/** Half a tag must not become a whole one when what stands inside it is gone. */
const TAG_OPENING = new RegExp(`<(?=${FORMATTING}(?![a-z0-9]))`, 'g')
const LINK_TARGET = /\]\([^()[\]\s]*\)/g
const ENTITY = /&(?:nbsp|amp|lt|gt|quot|apos|#\d{1,6}|#x[0-9a-f]{1,6});/g

function withoutMarkup(text: string): string {
  return text
    .replace(MASKED_DIGITS, ' ')
    .replace(ANY_EMPHASIS, '')
    .replace(TAG, ' ')
    .replace(TAG_OPENING, ' ')
    .replace(LINK_TARGET, ' ')
    .replace(ENTITY, ' ')
}
