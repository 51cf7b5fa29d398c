import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { packageRoot } from '../core/package-root.js'
import {
  atBeijing,
  beijingTime,
  calendarDay,
  dayName,
  type CalendarDay,
  type CalendarYears,
} from './calendar.js'

const MonthDay = z.string().regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/)
const Span = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d-(?:[01]\d|2[0-3]):[0-5]\d$/)

/** Hours of one desk; a season may run over New Year ("10-01" to "05-31"), both days included. */
const DeskHours = z.object({
  /** Where the hours stand, for editors. */
  source: z.string(),
  seasons: z
    .array(z.object({ from: MonthDay, to: MonthDay, open: z.array(Span).min(1), text: z.string().min(1) }))
    .min(1),
  /** Days off of this place alone (壮族三月三), and the days it makes up for them. */
  closed: z.array(z.iso.date()).optional(),
  opened: z.array(z.iso.date()).optional(),
})
type DeskHours = z.infer<typeof DeskHours>

/** When people answer: the default desk and those of single places by GB/T 2260 code (src/handoff/data/duty-hours.json). */
export const DutyHours = z.object({
  default: DeskHours,
  places: z.record(z.string().regex(/^\d{6}$/), DeskHours),
})
export type DutyHours = z.infer<typeof DutyHours>

/** Whether people are there now, and when they are there next. */
export interface Duty {
  readonly onDuty: boolean
  /** The next opening, in the lunch break the afternoon's; absent while people are there and where none is near. */
  readonly next?: Date
  /** The hours in force now, in words. */
  readonly hoursText: string
  /** Holidays of the year (now's or the next opening's) are not known: only weekdays spoke. */
  readonly unknownYear: boolean
}

/** The hours this version ships with. */
export const shippedHours: DutyHours = DutyHours.parse(
  JSON.parse(readFileSync(join(packageRoot, 'src/handoff/data/duty-hours.json'), 'utf8')),
)

/** No legal holiday with its bridge days is longer; a desk that opens later than this is as good as closed. */
const LOOK_AHEAD_DAYS = 30

/** Looks up the desk of a place, else of the city or province above it, else the default one. */
export function dutyAt(
  now: Date,
  region?: string,
  {
    hours = shippedHours,
    calendar = {},
  }: { readonly hours?: DutyHours; readonly calendar?: CalendarYears } = {},
): Duty {
  const desk = deskOf(hours, region)
  const { minute } = beijingTime(now)
  const today = deskDay(desk, now, calendar)
  const hoursText = seasonOf(desk, now).text
  if (today.working && spansOn(desk, now).some(([from, to]) => minute >= from && minute < to))
    return { onDuty: true, hoursText, unknownYear: today.unknownYear }
  for (let days = 0; days <= LOOK_AHEAD_DAYS; days++) {
    const day = atBeijing(now, days, 0)
    const { working, unknownYear } = deskDay(desk, day, calendar)
    const opening = spansOn(desk, day).find(([from]) => days > 0 || from > minute)
    if (!working || !opening) continue
    return {
      onDuty: false,
      next: atBeijing(now, days, opening[0]),
      hoursText,
      unknownYear: today.unknownYear || unknownYear,
    }
  }
  return { onDuty: false, hoursText, unknownYear: today.unknownYear }
}

function deskOf({ places, default: usual }: DutyHours, region = ''): DeskHours {
  const codes = [region, `${region.slice(0, 4)}00`, `${region.slice(0, 2)}0000`]
  const code = codes.find((one) => Object.hasOwn(places, one))
  return code === undefined ? usual : places[code]!
}

function seasonOf({ seasons }: DeskHours, at: Date): DeskHours['seasons'][number] {
  const { month, day } = beijingTime(at)
  const today = month * 100 + day
  const within = ({ from, to }: { from: string; to: string }) => {
    const [first, last] = [monthDay(from), monthDay(to)]
    return first <= last ? today >= first && today <= last : today >= first || today <= last
  }
  return seasons.find(within) ?? seasons[0]!
}

/** The desk's open spans in minutes of the day, earliest first. */
function spansOn(desk: DeskHours, at: Date): (readonly [from: number, to: number])[] {
  return seasonOf(desk, at)
    .open.map((span) => {
      const [from, to] = span.split('-') as [string, string]
      return [minutes(from), minutes(to)] as const
    })
    .sort(([a], [b]) => a - b)
}

/** What the place itself lists wins over the calendar. */
function deskDay({ closed, opened }: DeskHours, at: Date, calendar: CalendarYears): CalendarDay {
  const day = calendarDay(at, calendar)
  const name = dayName(at)
  if (opened?.includes(name)) return { ...day, working: true }
  return closed?.includes(name) ? { ...day, working: false } : day
}

const monthDay = (written: string): number => Number(written.slice(0, 2)) * 100 + Number(written.slice(3))
const minutes = (written: string): number => Number(written.slice(0, 2)) * 60 + Number(written.slice(3))
