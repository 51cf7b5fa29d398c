import { readIntentData } from './data.js'

/**
 * How a Chinese character sounds, with the sounds people and recognisers confuse made one: zh/z, ch/c, sh/s, n/l, r/l,
 * h/f before u, -ng/-n; tones dropped. The same character always gives the same sound; a rare one without a known
 * reading sounds like itself.
 */
export const soundOf = (character: string): string => SOUNDS.get(character) ?? character

// A table of single characters: the library it is made from would cost a fifth of a second at every start.
const SOUNDS = readSounds()

function readSounds(): ReadonlyMap<string, string> {
  const { syllables } = JSON.parse(readIntentData('sounds.json')) as { syllables: Record<string, string> }
  const sounds = new Map<string, string>()
  for (const [syllable, characters] of Object.entries(syllables)) {
    const sound = simplifySound(syllable)
    for (const character of characters) sounds.set(character, sound)
  }
  return sounds
}

function simplifySound(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^[nr]/, 'l')
    .replace(/^h(?=u)/, 'f')
    .replace(/ng$/, 'n')
}
