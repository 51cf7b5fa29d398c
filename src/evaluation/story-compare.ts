import { normalizePlace } from '../../intents/places/index.js'
import type { AskReply } from '../core/ask.js'
import { sameTitle, shows, states } from './matching.js'
import type { Check } from './story.js'
import { ACTION_WORDS, FIELD_WORDS, wordFor } from './story-words.js'

/** Where a reply departs from what the story says; in Chinese, for its author. */
export interface Departure {
  /** Line of the story's file that asks for it. */
  readonly line: number
  readonly expected: string
  readonly came: string
}

/** Holds a reply against every check of its turn. */
export function compareReply(checks: readonly Check[], reply: AskReply): Departure[] {
  return checks.flatMap((check) => {
    const came = compare(check, reply)
    if (came === undefined) return []
    return [{ line: check.line, expected: `${check.key} ${check.anyOf.join('｜')}`, came }]
  })
}

/** What came instead; undefined where the check holds. */
function compare({ key, anyOf }: Check, reply: AskReply): string | undefined {
  const { action, text, item, field, candidates } = reply
  const any = (holds: (value: string) => boolean, came: string) => (anyOf.some(holds) ? undefined : came)
  switch (key) {
    case '动作':
      return any((word) => ACTION_WORDS[word] === action, wordFor(ACTION_WORDS, action))
    case '事项':
      return any(
        (title) => (title === NO_ITEM ? !item : !!item && sameTitle(item.title, title)),
        item?.title ?? '没有答哪个事项',
      )
    case '地方': {
      const regions = item ? [item.region] : candidates.map(({ id }) => id.slice(0, id.indexOf('.')))
      const met = (name: string) => regions.length > 0 && regions.every((region) => region === regionOf(name))
      return any(met, [...new Set(regions)].join('、') || '没有落到哪个地方')
    }
    case '问项':
      return any((word) => FIELD_WORDS[word] === field, field ? wordFor(FIELD_WORDS, field) : '没有认出问项')
    case '候选':
      return any(
        (title) => candidates.some((candidate) => sameTitle(candidate.title, title)),
        candidates.map(({ title }) => title).join('、') || '没有候选',
      )
    case '含':
      // A figure must stand by itself: "5个工作日" is not said by "15个工作日".
      return any((words) => states(text, words), '没有出现')
    case '不含':
      return any((words) => !shows(text, words), '出现了')
  }
}

/** As title: that no item is answered. */
const NO_ITEM = '无'

function regionOf(name: string): string | undefined {
  const place = normalizePlace(name)
  return place.kind === 'served' ? place.region : undefined
}
