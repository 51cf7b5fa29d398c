/** What was answered, by the step's key: yes, no, unsure, absent, all, part, none, "1,3", a type of channel. */
export type GuideAnswers = Readonly<Record<string, string>>

/** Where a person stands in being led: small plain data for the conversation. */
export interface GuideState {
  readonly entry: string
  /** The knowledge base's version the answers were given for. */
  readonly kb: string
  /** Which of the steps that are the person's, from 0. */
  readonly step: number
  readonly answers: GuideAnswers
  /** The last answer was that a condition is not met; what to do about it is open. */
  readonly unmet?: boolean
}
