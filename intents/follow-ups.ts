import { compilePatterns, readIntentData } from './data.js'

/** How a message leans on what was said before. */
export interface FollowUp {
  /** "不对，…": what follows is put right. */
  readonly corrects: boolean
  /** "回到贷款那件事": an earlier matter is taken up again. */
  readonly returns: boolean
  /** "要是缴了10年呢": another case of the matter in hand. */
  readonly continues: boolean
  /** "带我一步步办": the person wants to be led. */
  readonly leads: boolean
  /** "这个", "他": something said before is meant. */
  readonly refers: boolean
}

interface FollowUps {
  readonly corrects: readonly string[]
  readonly returns: readonly string[]
  readonly continues: readonly string[]
  readonly leads: readonly string[]
  readonly anaphora: readonly string[]
  readonly leftovers: string
  readonly lead_leftovers: string
}

export interface FollowUpReader {
  read(text: string): FollowUp
  /** A correction without the words that only say what is put right: what is left names a matter of its own. */
  leftOf(text: string): string
  /** A wish to be led without its own words. */
  withoutLead(text: string): string
}

/** Reads normalised texts by the patterns of intents/data/follow-ups.json. */
export function openFollowUpReader(): FollowUpReader {
  const data = JSON.parse(readIntentData('follow-ups.json')) as FollowUps
  const corrects = compilePatterns(data.corrects)!
  const returns = compilePatterns(data.returns)!
  const continues = compilePatterns(data.continues)!
  const leads = compilePatterns(data.leads)!
  const anaphora = compilePatterns(data.anaphora)!
  const leadWords = new RegExp(`(?:${leads.source})|${data.lead_leftovers}`, 'gu')
  const leftovers = new RegExp(data.leftovers, 'gu')
  return {
    read: (text) => ({
      corrects: corrects.test(text),
      returns: returns.test(text),
      continues: continues.test(text),
      leads: leads.test(text),
      refers: anaphora.test(text),
    }),
    leftOf: (text) => text.replace(leftovers, ''),
    withoutLead: (text) => text.replace(leadWords, ''),
  }
}
