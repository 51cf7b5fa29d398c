/** How the words will reach the person: it decides their form, never their content. */
export const CHANNELS = ['web', 'wechat', 'hotline'] as const
export type Channel = (typeof CHANNELS)[number]

/** Whether people are there to take over; "timeout": a transfer asked for earlier was not taken in time. */
export type Agents = 'available' | 'none' | 'timeout'

/** What a turn may not find out by itself: injected, so that the same turn can be replayed. */
export interface TurnContext {
  readonly now: Date
  readonly channel: Channel
  readonly agents: Agents
  /** Distinguishes what this turn opens (work orders) from all others; the same for a replay. */
  readonly turnId: string
}
