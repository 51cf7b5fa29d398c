import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../src/core/package-root.js'
import { readIntentData, readIntentTable } from './data.js'

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
  /** What happens in people's lives that leads to it. */
  readonly situations: readonly string[]
  /** What it is against its nearest neighbours, for operators and editors. */
  readonly apart: string
}

/** The words of residents for one topic; a line of intents/data/wordings/*.jsonl. */
export interface TopicWordings {
  readonly topic: string
  /** What a resident would recognise as his case when it is one of several choices. */
  readonly choose?: string
  readonly wordings: readonly string[]
}

/** A matter that is not in the guides: whose it is and how to reach them; null where it is nobody's. */
export interface Elsewhere {
  readonly id: string
  readonly name: string
  readonly owner: string | null
  readonly way: string | null
  readonly wordings: readonly string[]
}

/** Who serves a need where its own topic has no entry: `share` 1 fully, 0.7 mostly, 0.4 worth offering. */
export interface Cover {
  readonly from: string
  readonly to: string
  readonly share: number
}

const parseLines = <T>(text: string): T[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T)

export const readTopics = (): Topic[] => parseLines<Topic>(readIntentData('topics.jsonl'))
export const readElsewhere = (): Elsewhere[] => parseLines<Elsewhere>(readIntentData('elsewhere.jsonl'))

export const readWordings = (): TopicWordings[] => readFolder<TopicWordings>('wordings')
export const readAmbiguous = (): AmbiguousWordings[] => readFolder<AmbiguousWordings>('ambiguous')

function readFolder<T>(name: string): T[] {
  const folder = join(packageRoot, 'intents/data', name)
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) => parseLines<T>(readFileSync(join(folder, file), 'utf8')))
}

export const readCovers = (): Cover[] =>
  readIntentTable('covers.tsv').map(([from = '', to = '', share = '']) => ({
    from,
    to,
    share: Number(share),
  }))

/** A question and what of an entry it asks for, the main thing first: names of fields, and others such as "whole". */
export interface FieldExample {
  readonly text: string
  readonly asked: readonly string[]
}

export const readFieldExamples = (): FieldExample[] =>
  readIntentTable('field-examples.tsv').map(([text = '', asked = '']) => ({ text, asked: asked.split(',') }))

/** What people say when they say too little: each of the topics may be meant, and `ask` finds out which. */
export interface AmbiguousWordings {
  readonly topics: readonly string[]
  readonly ask: string
  readonly wordings: readonly string[]
}

/** A way of naming one class, or several that it may mean equally; a class is a topic's or an elsewhere's id. */
export interface Phrase {
  readonly classes: readonly string[]
  readonly text: string
  /** Official names and aliases are not held out when the matcher is measured on its own wordings. */
  readonly official: boolean
}

/** All the ways all classes are named, in a stable order. */
export function readPhrases(): Phrase[] {
  const wordings = textsByTopic(readWordings())
  return [
    ...readTopics().flatMap(({ id, name, aliases, situations }) => [
      ...[name, ...aliases].map((text) => ({ classes: [id], text, official: true })),
      ...[...situations, ...(wordings.get(id) ?? [])].map((text) => ({
        classes: [id],
        text,
        official: false,
      })),
    ]),
    ...readElsewhere().flatMap(({ id, name, wordings: texts }) => [
      { classes: [id], text: name, official: true },
      ...texts.map((text) => ({ classes: [id], text, official: false })),
    ]),
    ...readAmbiguous().flatMap(({ topics, wordings: texts }) =>
      texts.map((text) => ({ classes: topics, text, official: false })),
    ),
  ]
}

function textsByTopic(rows: readonly TopicWordings[]): Map<string, string[]> {
  const texts = new Map<string, string[]>()
  for (const { topic, wordings } of rows) texts.set(topic, [...(texts.get(topic) ?? []), ...wordings])
  return texts
}
