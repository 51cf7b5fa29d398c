import { createRequire } from 'node:module'
import { join } from 'node:path'
import { z } from 'zod'
import { packageRoot } from '../core/package-root.js'

/** A day as a bureau's file writes it: "2027-02-06". */
const Day = z.iso.date()

/**
 * Days a bureau adds or corrects, by year: `{"2027": {"holidays": ["2027-01-01"], "workdays": ["2027-02-06"]}}`. They
 * win over the package's days one by one; a year the package lacks becomes known by standing here, with all its days.
 */
export const CalendarYears = z.record(
  z.string().regex(/^\d{4}$/),
  z.object({
    /** Days off that would be working days otherwise. */
    holidays: z.array(Day),
    /** Saturdays and Sundays on which people work (make-up days). */
    workdays: z.array(Day),
  }),
)
export type CalendarYears = z.infer<typeof CalendarYears>

/** What the calendar says of one day; `unknownYear`: its holidays are not known, only the weekday spoke. */
export interface CalendarDay {
  readonly working: boolean
  readonly unknownYear: boolean
}

/** A point of time as the clocks in China show it. `month` from 1, `weekday` 0 for Sunday, `minute` of the day. */
export interface BeijingTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly weekday: number
  readonly minute: number
}

// The package's tables, not its functions: those read the machine's clock and are a day late west of Greenwich.
const { holidays, workdays } = createRequire(join(packageRoot, 'package.json'))(
  'chinese-days/dist/chinese-days.json',
) as Readonly<Record<'holidays' | 'workdays', Readonly<Record<string, string>>>>
const packageYears = new Set(Object.keys(holidays).map((day) => Number(day.slice(0, 4))))

const HOUR = 3_600_000
const DAY = 24 * HOUR
// China has had no daylight saving time since 1991.
const BEIJING = 8 * HOUR

/** The day of a point of time in the Chinese legal working calendar. Throws a RangeError on an invalid date. */
export function calendarDay(at: Date, own: CalendarYears = {}): CalendarDay {
  const { year, weekday } = beijingTime(at)
  const name = dayName(at)
  const listed = own[year]
  const unknownYear = !listed && !packageYears.has(year)
  if (listed?.workdays.includes(name)) return { working: true, unknownYear }
  if (listed?.holidays.includes(name)) return { working: false, unknownYear }
  const isWeekday = weekday >= 1 && weekday <= 5
  return { working: name in workdays || (isWeekday && !(name in holidays)), unknownYear }
}

/** The public holiday that a day off belongs to ("国庆节"); undefined on other days and in years not published yet. */
export function holidayName(at: Date): string | undefined {
  // "National Day,国庆节,3"
  return holidays[dayName(at)]?.split(',')[1]
}

/** Whether offices work on that day: make-up Saturdays and Sundays do, legal holidays do not. */
export function isWorkingDay(at: Date, own?: CalendarYears): boolean {
  return calendarDay(at, own).working
}

/**
 * The same time of day `days` working days later; the day of `from` itself does not count. Where the year's holidays
 * are not known, weekdays count. Throws a RangeError on a negative or broken number.
 */
export function addWorkingDays(from: Date, days: number, own?: CalendarYears): Date {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`not a number of working days: ${days}`)
  let at = from
  for (let left = days; left > 0;) {
    at = new Date(at.getTime() + DAY)
    if (isWorkingDay(at, own)) left--
  }
  return at
}

/** Reads a point of time off a clock in China, whatever zone the machine is in. */
export function beijingTime(at: Date): BeijingTime {
  if (Number.isNaN(at.getTime())) throw new RangeError('invalid date')
  const shifted = new Date(at.getTime() + BEIJING)
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    weekday: shifted.getUTCDay(),
    minute: shifted.getUTCHours() * 60 + shifted.getUTCMinutes(),
  }
}

/** The Beijing day of a point of time, as files write it: "2027-02-06". */
export function dayName(at: Date): string {
  const { year, month, day } = beijingTime(at)
  return `${year}-${two(month)}-${two(day)}`
}

/** The point of time at a minute of a Beijing day, `days` after the day of `at`. */
export function atBeijing(at: Date, days: number, minute: number): Date {
  const midnight = Math.floor((at.getTime() + BEIJING) / DAY) * DAY - BEIJING
  return new Date(midnight + days * DAY + minute * 60_000)
}

const two = (figure: number): string => String(figure).padStart(2, '0')
