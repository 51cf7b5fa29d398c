/** What is answered in steps: each time it comes again, the next one. */
export const STEPPED = ['harassment', 'abuse', 'silence', 'bad_line', 'not_heard', 'dialect'] as const
export type Stepped = (typeof STEPPED)[number]

/** How often each has come in this conversation; absent: never. Part of the conversation's state. */
export type Strikes = Readonly<Partial<Record<Stepped, number>>>

/** Insults are not forgotten when something else is said between; a line that works again is. */
const LASTING: readonly Stepped[] = ['harassment', 'abuse']

/** The strikes after a turn that was heard as `act`; the same object where nothing changes. */
export function strikesAfter(strikes: Strikes, act: string | undefined): Strikes {
  const now = STEPPED.find((stepped) => stepped === act)
  const kept = STEPPED.filter(
    (stepped) => strikes[stepped] !== undefined && (stepped === now || LASTING.includes(stepped)),
  )
  if (!now && kept.length === Object.keys(strikes).length) return strikes
  const before = Object.fromEntries(kept.map((stepped) => [stepped, strikes[stepped]!]))
  return now ? { ...before, [now]: Math.min((strikes[now] ?? 0) + 1, MOST) } : before
}

/** No step goes further; the state stays small. */
const MOST = 9

/** How often `act` came before this turn. */
export const strikesOf = (strikes: Strikes, act: string | undefined): number => strikes[act as Stepped] ?? 0
