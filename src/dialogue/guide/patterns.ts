import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../core/package-root.js'

interface GuideData {
  readonly words: Readonly<Record<Word, readonly string[]>>
  readonly conditions: Readonly<Record<ConditionSign, readonly string[]>>
  readonly materials: Readonly<Record<MaterialSign, readonly string[]>> & {
    readonly channel: Readonly<Record<string, string>>
  }
}

/** What a person may say to a step, whatever the step asks. */
export const WORDS = [
  'quit',
  'back',
  'next',
  'seen',
  'yes',
  'no',
  'unsure',
  'absent',
  'all',
  'part',
  'help',
] as const
export type Word = (typeof WORDS)[number]

type ConditionSign =
  'any' | 'all' | 'case' | 'requirement' | 'extra' | 'formal' | 'statement' | 'heading' | 'nothing' | 'anyone'
type MaterialSign =
  | 'office'
  | 'staff'
  | 'remark'
  | 'closed'
  | 'heading'
  | 'nothing'
  | 'always'
  | 'agent'
  | 'personal'
  | 'unit'
  | 'tail'
  | 'by_channel'

const data = JSON.parse(readFileSync(join(packageRoot, 'src/dialogue/data/guide.json'), 'utf8')) as GuideData

const any = (patterns: readonly string[]) => new RegExp(patterns.map((one) => `(?:${one})`).join('|'), 'iu')
const whole = (patterns: readonly string[]) => new RegExp(`^(?:${patterns.join('|')})$`, 'iu')

/** Whether a message without marks is nothing but such a word. */
export const saysWord = (word: Word, bare: string): boolean => wordPatterns[word].test(bare)
const wordPatterns = Object.fromEntries(WORDS.map((word) => [word, whole(data.words[word])])) as Record<
  Word,
  RegExp
>

/** Whether a guide's condition, or the words above several, look so. */
export const conditionIs = (sign: ConditionSign, text: string): boolean =>
  (conditionPatterns[sign] ??= any(data.conditions[sign])).test(text)
const conditionPatterns: Partial<Record<ConditionSign, RegExp>> = {}

/** Whether the words a guide puts over a material look so. */
export const materialIs = (sign: MaterialSign, text: string): boolean => materialPattern(sign).test(text)
const materialPatterns: Partial<Record<MaterialSign, RegExp>> = {}
const materialPattern = (sign: MaterialSign) => (materialPatterns[sign] ??= any(data.materials[sign]))

/** A condition's words without the verb at their end: "他人代办的，同时提供" → "他人代办的". */
export function withoutVerb(words: string): string {
  const shorter = words.replace(materialPattern('tail'), '').trim()
  return shorter === words ? words : withoutVerb(shorter)
}

/** The type of channel a person's few words name ("现场办理"), of those there are. */
export function channelNamed(words: string, types: readonly string[]): string | undefined {
  const named = types.filter((type) => new RegExp(data.materials.channel[type] ?? '$^', 'u').test(words))
  return named.length === 1 ? named[0] : undefined
}

/** The types of channel that words such as "“网上办”“掌上办”不需要提供要件" speak of. */
export function channelsIn(words: string): string[] {
  if (!materialIs('by_channel', words)) return []
  return Object.entries(data.materials.channel)
    .filter(([, names]) => new RegExp(names, 'iu').test(words))
    .map(([type]) => type)
}
