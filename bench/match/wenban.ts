import type { Understander } from '../../intents/understand.js'
import { openTools } from '../../src/server/open-tools.js'
import type { Contestant } from './contestant.js'

/** This product's matcher: one for all places, trained on the wordings by the build. */
export function wenban(): Contestant {
  let understander: Understander | undefined
  return {
    name: '问办',
    withWordings: true,
    open(region) {
      understander ??= openTools().understander
      const { matcher } = understander
      const read = (text: string) => understander!.read(text)
      return (question) =>
        matcher
          .rank(read(question).query, region)
          .candidates.slice(0, 10)
          .map(({ id }) => id)
    },
  }
}
