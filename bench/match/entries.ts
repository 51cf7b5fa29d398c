import { readWordings } from '../../intents/catalogue.js'
import { normalize } from '../../intents/normalize.js'
import { groupBy } from '../../src/core/group-by.js'
import type { Field } from '../../src/core/vocabulary.js'
import { readAllEntries } from '../../knowledge/data-files.js'

/** An entry as every matcher gets it; all texts normalised. */
export interface MatchEntry {
  readonly id: string
  readonly region: string
  /** As the questions name it. */
  readonly title: string
  readonly titleText: string
  readonly body: string
  /** Everyday wordings of its topic; given to a matcher only where the run says so. */
  readonly wordings: readonly string[]
}

/** The fields that tell entries apart; hours, addresses and telephones are the same in hundreds of them. */
const FIELDS: readonly Field[] = [
  'summary',
  'audience',
  'conditions',
  'materials',
  'process',
  'notes',
  'members',
  'forbidden',
  'deferred',
]

/** All entries by place. */
export function readMatchEntries(): Map<string, MatchEntry[]> {
  const wordings = groupBy(readWordings(), ({ topic }) => topic)
  const entries = readAllEntries()
    .filter((entry) => !entry.duplicate_of)
    .map(({ id, region, title, aliases = [], fields, topic }) => ({
      id,
      region,
      title,
      titleText: normalize([title.replace(/^(?:一件事|提速|窗口地址|禁办|容缺):/, ''), ...aliases].join(' ')),
      body: normalize(FIELDS.map((field) => fields[field] ?? '').join(' ')),
      wordings: (wordings.get(topic) ?? []).flatMap((row) => row.wordings.map(normalize)),
    }))
  return groupBy(entries, ({ region }) => region)
}
