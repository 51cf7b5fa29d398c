import type { Phrase } from '../../intents/catalogue.js'

/**
 * Holds out every `of`-th way a class is named, starting with the `fold`-th. Official names and what may mean several
 * things always stay in training: the former are known, the latter have no one right topic.
 */
export function splitPhrases(
  phrases: readonly Phrase[],
  fold: number,
  of: number,
): { readonly training: Phrase[]; readonly heldOut: Phrase[] } {
  const seen = new Map<string, number>()
  const training: Phrase[] = []
  const heldOut: Phrase[] = []
  for (const phrase of phrases) {
    const [id, ...others] = phrase.classes
    if (phrase.official || others.length > 0) {
      training.push(phrase)
      continue
    }
    const place = seen.get(id!) ?? 0
    seen.set(id!, place + 1)
    ;(place % of === fold ? heldOut : training).push(phrase)
  }
  return { training, heldOut }
}
