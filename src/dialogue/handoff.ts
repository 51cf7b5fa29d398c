import type { TurnContext } from '../core/context.js'
import type { Effect, Handoff } from '../core/effects.js'
import type { Block } from '../core/reply.js'
import { atBeijing, beijingTime } from '../handoff/calendar.js'
import { dutyAt, type Duty } from '../handoff/duty.js'
import { maskPersonalData } from '../privacy/mask.js'
import { say } from './sentences.js'

/** What is said about a person taking over, and what the next message is expected to bring. */
export interface PersonOffer {
  readonly action: 'handoff'
  readonly blocks: readonly Block[]
  readonly effects: readonly Effect[]
  /** consent: "转人工" or a yes; callback: a message to be taken as a work order. */
  readonly wants?: 'consent' | 'callback'
}

/** Reasons that are a wish of the person's own; for the others it is asked first (hotline standard 17978). */
const OWN_WISH: ReadonlySet<Handoff['reason']> = new Set(['wish', 'mongolian', 'superior'])

/**
 * Hands over to a person, or says when people are there and offers to take a message (hotline standard, points 11, 13,
 * 14). `agreed`: the person wants it; without, nobody is called yet. `duty` defaults to the shipped hours of the place.
 */
export function offerPerson(
  context: TurnContext,
  known: Omit<Handoff, 'reason'>,
  reason: Handoff['reason'],
  agreed: boolean = OWN_WISH.has(reason),
  duty: Duty = dutyAt(context.now, known.place),
): PersonOffer {
  const manner = mannerOf(reason, known.place)
  if (context.agents === 'available' && duty.onDuty)
    return agreed
      ? takeOver(known, reason, manner)
      : said([say(`handoff.ask.${manner}`)], { wants: 'consent' })
  const why = context.agents === 'timeout' ? 'timeout' : duty.onDuty ? 'none' : 'closed'
  const callback = known.question ? 'callback_known' : 'callback'
  return said(
    [
      `${forSeat(`handoff.${why}`, manner)}${whenOpen(context.now, duty)}`,
      say(reason === 'mongolian' ? 'handoff.phone.mongolian' : 'handoff.phone'),
      say(`handoff.${callback}`),
    ],
    { wants: 'callback' },
  )
}

/** "明天（3月6日，星期四）上午8:30": a point of time in Beijing as said at `now`. */
export function sayWhen(now: Date, at: Date): string {
  const { year, month, day, weekday, minute } = beijingTime(at)
  const daysAhead = Math.round((atBeijing(at, 0, 0).getTime() - atBeijing(now, 0, 0).getTime()) / 86_400_000)
  const near = (['today', 'tomorrow', 'after_tomorrow'] as const)[daysAhead] ?? 'later'
  const isThisYear = year === beijingTime(now).year
  const date = say(isThisYear ? 'handoff.date' : 'handoff.date_next_year', { year, month, day })
  const time = `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
  return (
    say(`handoff.day.${near}`, { date, weekday: say(`handoff.weekday.${weekday}`) }) +
    say(`handoff.time.${minute < 720 ? 'morning' : 'afternoon'}`, { time })
  )
}

function takeOver(known: Omit<Handoff, 'reason'>, reason: Handoff['reason'], manner: Manner): PersonOffer {
  // The operator sees the question, and so does whatever stores it: no number goes along unmasked.
  const question = known.question && maskPersonalData(known.question).text
  const parts = (['place', 'item', 'question'] as const).filter((part) => known[part])
  const names = parts.map((part) => say(`handoff.part.${part}`)).join(say('handoff.part.join'))
  const passed = parts.length > 0 ? say('handoff.passed', { parts: names }) : say('handoff.passed_nothing')
  return said([`${say(`handoff.taken.${manner}`)}${passed}`], {
    effects: [{ kind: 'handoff', handoff: { ...known, ...(question && { question }), reason } }],
  })
}

/** While people are due, the hours; otherwise also when they come. */
function whenOpen(now: Date, { next, hoursText, unknownYear }: Duty): string {
  return [
    next && say('handoff.next', { when: sayWhen(now, next) }),
    say('handoff.hours', { hours: hoursText }),
    unknownYear && say('handoff.unknown_year'),
  ]
    .filter(Boolean)
    .join('')
}

type Manner = Handoff['reason'] | 'mongolian_elsewhere'

/** Only the hotline of 内蒙古 (codes 15…) has a Mongolian seat: elsewhere it is named, not promised. */
function mannerOf(reason: Handoff['reason'], place = '15'): Manner {
  return reason === 'mongolian' && !place.startsWith('15') ? 'mongolian_elsewhere' : reason
}

const forSeat = (key: string, manner: Manner): string =>
  say(manner === 'mongolian' ? `${key}.mongolian` : key)

function said(
  texts: readonly string[],
  { wants, effects = [] }: { wants?: NonNullable<PersonOffer['wants']>; effects?: readonly Effect[] },
): PersonOffer {
  const blocks = texts.map((text) => ({ type: 'text', text }) as const)
  return { action: 'handoff', blocks, effects, ...(wants && { wants }) }
}
