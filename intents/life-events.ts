import { withoutMarks } from '../src/core/without-marks.js'
import { compilePatterns, readIntentData } from './data.js'
import { findPlaces } from './places/index.js'

/** Recognises that a message tells a life event (一件事) as a whole, and which case of it a person is. */
export interface LifeEventReader {
  /** The id of the life event that a normalised text tells as a whole; undefined where it asks for one matter. */
  readLifeEvent(text: string): string | undefined
  /** The case of the event that a normalised text names; undefined where it names none, or several. */
  whichCase(event: string, text: string): string | undefined
}

interface LifeEventData {
  readonly opening: string
  readonly closing: string
  readonly all: readonly string[]
  readonly packed: readonly string[]
  readonly fields: readonly string[]
  readonly events: readonly {
    readonly id: string
    readonly mentions: readonly string[]
    readonly not?: readonly string[]
    /** Whole messages that tell the event and ask nothing else. */
    readonly statements: readonly string[]
  }[]
  readonly cases: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
}

/** Longer messages tell more than one thing: they are left to the matcher. In characters. */
const LONGEST = 80
/** Places are taken out together with the words that tie them to the person. */
const AT = '(?:我|俺|我们)?(?:是|在|人在|家在|户口在)?'

/** Opens the reader on intents/data/life-events.json. */
export function openLifeEventReader(): LifeEventReader {
  const { opening, closing, all, packed, fields, events, cases } = JSON.parse(
    readIntentData('life-events.json'),
  ) as LifeEventData
  const asksAll = compilePatterns(all)!
  const asksPacked = compilePatterns(packed)!
  const asksOne = compilePatterns(fields)!
  const cues = events.map(({ id, mentions, not = [], statements }) => ({
    id,
    mentions: compilePatterns(mentions)!,
    not: compilePatterns(not),
    statement: compilePatterns(
      statements.map((statement) => `${opening}(?:${statement})${closing}`),
      true,
    ),
  }))
  const caseCues = new Map(
    Object.entries(cases).map(([event, of]) => [
      event,
      Object.entries(of).map(([id, patterns]) => ({ id, cue: compilePatterns(patterns)! })),
    ]),
  )
  return {
    readLifeEvent(text) {
      if (text.length > LONGEST) return undefined
      const bare = withoutMarks(withoutPlaces(text))
      return cues.find(({ mentions, not, statement }) => {
        if (not?.test(text)) return false
        if (asksAll.test(bare)) return mentions.test(bare)
        if (asksOne.test(bare)) return false
        return (asksPacked.test(bare) && mentions.test(bare)) || (statement?.test(bare) ?? false)
      })?.id
    },
    whichCase(event, text) {
      const found = (caseCues.get(event) ?? []).filter(({ cue }) => cue.test(text))
      return found.length === 1 ? found[0]!.id : undefined
    },
  }
}

function withoutPlaces(text: string): string {
  return findPlaces(text).reduce((rest, { text: name }) => {
    const pattern = new RegExp(`${AT}${escaped(name)}(?:的|人|这边|这里|这儿|那边)?`, 'gu')
    return rest.replace(pattern, ' ')
  }, text)
}

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
