import { beijingTime, dayName, holidayName } from '../handoff/calendar.js'
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
  const { minute } = beijingTime(now)
  const hello = mannerPolicy.dayParts.find(([until]) => minute < until * 60)![1]
  const holiday = holidayName(now) ?? mannerPolicy.fixed[dayName(now).slice(5)]
  const festive = holiday === undefined ? undefined : mannerPolicy.festivals[holiday]
  return { hello, ...(festive && { festive }) }
}
