import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../src/core/package-root.js'
import { readIntentData } from './data.js'
import type { TopicPhrases } from './index/topic-index.js'

/** One matter nation-wide, in the words of officials; who and what tells it from its family's other members. */
export interface Topic {
  readonly id: string
  readonly name: string
  readonly domain: string
  readonly family?: string
  readonly audience?: string
  readonly variant?: string
  readonly aliases: readonly string[]
  /** Topics that stand before or after it in practice. */
  readonly related: readonly string[]
}

/** The words of residents for one topic; a line of intents/data/wordings/*.jsonl. */
export interface TopicWordings {
  readonly topic: string
  /** What a resident would recognise as his case when it is one of several choices. */
  readonly choose: string
  readonly wordings: readonly string[]
}

const parseLines = <T>(text: string): T[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T)

export const readTopics = (): Topic[] => parseLines<Topic>(readIntentData('topics.jsonl'))

export function readWordings(): TopicWordings[] {
  const folder = join(packageRoot, 'intents/data/wordings')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => parseLines<TopicWordings>(readFileSync(join(folder, name), 'utf8')))
}

/** All the ways each topic is named: official name, aliases, everyday wordings. */
export function readTopicPhrases(): TopicPhrases[] {
  const wordings = new Map(readWordings().map((row) => [row.topic, row.wordings]))
  return readTopics().map(({ id, name, aliases }) => ({
    topic: id,
    phrases: [name, ...aliases, ...(wordings.get(id) ?? [])],
  }))
}
