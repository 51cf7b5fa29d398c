import { say } from '../sentences.js'

/** The day in Beijing as "2025-03-05"; the machine's own time zone does not matter, and there is no summer time. */
export const beijingDate = (at: Date): string =>
  new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

/** The day in Beijing in words: "3月5日". */
export function beijingDay(at: Date): string {
  const [, month, day] = beijingDate(at).split('-').map(Number)
  return say('forms.day', { month: month!, day: day! })
}
