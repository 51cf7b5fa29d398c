import calendar from 'chinese-days'
import { mannerPolicy } from './manner-policy.js'

/** How people are wished well at a moment, by the clock in Beijing. */
export interface Greeting {
  /** "上午好"; "您好" in the night. */
  readonly hello: string
  /** "国庆节快乐", on public holidays that are wished for. */
  readonly festive?: string
}

/** The greeting of a moment. */
export function greetingOf(now: Date): Greeting {
  const { day, hour } = inBeijing(now)
  const hello = mannerPolicy.dayParts.find(([until]) => hour < until)![1]
  const festive = festivalsOf(day)
    .map((name) => mannerPolicy.festivals[name])
    .find(Boolean)
  return { hello, ...(festive && { festive }) }
}

/** Beijing has had one time all year since 1992; the machine's own zone does not matter. */
function inBeijing(now: Date): { readonly day: string; readonly hour: number } {
  const there = new Date(now.getTime() + 8 * 3_600_000)
  return { day: there.toISOString().slice(0, 10), hour: there.getUTCHours() }
}

/** Names of the day's public holiday; of the festival itself where the year's calendar is not published yet. */
function festivalsOf(day: string): readonly string[] {
  const official = calendar.getDayDetail(day)
  // "National Day,国庆节,3"; days worked in exchange bear the name as well.
  const [, name] = official.name.split(',')
  if (name !== undefined) return official.work ? [] : [name]
  const lunar = calendar.getLunarFestivals(day, day).flatMap((found) => found.name)
  const fixed = mannerPolicy.fixed[day.slice(5)]
  return fixed === undefined ? lunar : [fixed, ...lunar]
}
