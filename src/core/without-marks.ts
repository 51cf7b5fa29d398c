/** A text's letters, characters and figures alone: no punctuation, signs or white space. */
export const withoutMarks = (text: string): string => text.replace(/[\p{P}\p{S}\s]+/gu, '')
