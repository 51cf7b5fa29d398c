import { compilePatterns, readIntentData } from './data.js'

/** Who is speaking: for himself, for a firm or office, or on somebody's behalf. */
export type Speaker = 'self' | 'employer' | 'agent'

/** Who speaks and whose matter it is. */
export interface Person {
  readonly speaker: Speaker
  /** Whom the message names ("母亲"); absent where it names nobody: the speaker, or the one spoken of before. */
  readonly concerned?: string
  /** The one named last, where several are. */
  readonly last?: string
}

interface Persons {
  readonly speakers: Readonly<Record<Exclude<Speaker, 'self'>, readonly string[]>>
  readonly concerned: Readonly<Record<string, readonly string[]>>
}

/** Reads the person from a normalised text. */
export function openPersonReader(): (text: string) => Person {
  const { speakers, concerned } = JSON.parse(readIntentData('persons.json')) as Persons
  const speakerCues = Object.entries(speakers).map(
    ([speaker, patterns]) => [speaker as Speaker, compilePatterns(patterns)!] as const,
  )
  const people = Object.entries(concerned).map(
    ([person, patterns]) => [person, new RegExp(compilePatterns(patterns)!.source, 'gu')] as const,
  )
  return (text) => {
    const speaker = speakerCues.find(([, cue]) => cue.test(text))?.[0] ?? 'self'
    const named = people
      .flatMap(([person, cue]) => [...text.matchAll(cue)].map(({ index }) => ({ person, at: index })))
      .sort((a, b) => a.at - b.at)
    const [first] = named
    return {
      speaker,
      ...(first && { concerned: first.person, last: named.at(-1)!.person }),
    }
  }
}
