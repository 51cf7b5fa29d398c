/** What the build keeps of the wordings for asking back. */
export interface AskingJson {
  /** Topic → what a resident recognises as his case when it is one of several choices. */
  readonly choose: Readonly<Record<string, string>>
  /** A question back and the topics it tells apart, fewest topics first. */
  readonly questions: readonly { readonly topics: readonly string[]; readonly ask: string }[]
}

/** The words for asking back. */
export interface Asking {
  /** A topic in a resident's words; undefined where nobody has written any. */
  choose(topic: string): string | undefined
  /** The written question that tells all these topics apart, if there is one. */
  question(topics: readonly string[]): string | undefined
}

export const openAsking = ({ choose, questions }: AskingJson): Asking => ({
  choose: (topic) => choose[topic],
  question: (topics) =>
    questions.find((question) => topics.every((topic) => question.topics.includes(topic)))?.ask,
})
