import { pinyin } from 'pinyin-pro'

const known = new Map<string, string>()

/**
 * How a Chinese character sounds, with the sounds people and recognisers confuse made one: zh/z, ch/c, sh/s, n/l, r/l,
 * h/f before u, -ng/-n; tones dropped. The same character always gives the same sound.
 */
export function soundOf(character: string): string {
  const before = known.get(character)
  if (before !== undefined) return before
  const [syllable = character] = pinyin(character, { toneType: 'none', type: 'array', v: true })
  const sound = syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^[nr]/, 'l')
    .replace(/^h(?=u)/, 'f')
    .replace(/ng$/, 'n')
  known.set(character, sound)
  return sound
}
