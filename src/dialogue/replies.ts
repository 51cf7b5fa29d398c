import type { ServedPlace } from '../core/place.js'
import type { Choice, Reply } from '../core/reply.js'
import type { Action } from '../core/vocabulary.js'
import type { Decision } from './decide.js'
import { say } from './sentences.js'
import { withNone } from './choices.js'
import type { DialogueTools } from './tools.js'

/** A reply of one sentence; the key's first part is its action ("refuse.personal_lookup"). */
export function plain(key: string, values: Readonly<Record<string, string | number>> = {}): Reply {
  return {
    action: key.slice(0, key.indexOf('.')) as Action,
    blocks: [{ type: 'text', text: say(key, values) }],
    candidates: [],
    sources: [],
    confidence: 1,
  }
}

/** A question back, and what can be chosen in answer to it. */
export interface AskedBack {
  readonly reply: Reply
  readonly choices: readonly Choice[]
}

/** Asks for the place of insurance, offering the covered places (below `name`, where one was named). */
export function askPlace(place: {
  readonly name?: string
  readonly offers: readonly ServedPlace[]
}): AskedBack {
  const choices = place.offers.map(({ code, name }) => ({ value: code, label: name }))
  const question =
    place.name === undefined ? say('clarify.place') : say('clarify.place_narrow', { name: place.name })
  return askBack(choices.length > 0 ? `${question}${say('clarify.place_covered')}` : question, choices, [])
}

/** Asks which of several entries is meant, in words a resident recognises. */
export function askItem(
  { knowledge, understander }: DialogueTools,
  { ids }: { readonly ids: readonly string[] },
): AskedBack {
  const entries = ids.map((id) => knowledge.get(id)!)
  const choices = entries.map(({ id, title, topic, kind }) => {
    const choose = kind === 'office' ? undefined : understander.asking.choose(topic)
    const label = choose ? say('clarify.choice', { choose, title }) : title
    return { value: id, label }
  })
  const topics = [...new Set(entries.map(({ topic }) => topic))]
  const question = understander.asking.question(topics)
  return askBack(
    question ? say('clarify.question', { question }) : say('clarify.items'),
    choices,
    entries.map(({ id, title }) => ({ id, title })),
  )
}

function askBack(question: string, choices: readonly Choice[], candidates: Reply['candidates']): AskedBack {
  const shown = candidates.length > 0 ? withNone(choices) : choices
  return {
    choices,
    reply: {
      action: 'clarify',
      blocks: [
        { type: 'text', text: question },
        { type: 'choices', choices: shown },
      ],
      candidates,
      sources: [],
      confidence: 0.5,
    },
  }
}

/** Says that the guides do not answer, and who does. */
export function replyToNone(
  { elsewhere, absent }: Extract<Decision, { kind: 'none' }>,
  place: string,
): Reply {
  if (elsewhere) {
    const { name, owner, way } = elsewhere
    if (!way) return plain('out_of_scope.off_topic')
    return owner && owner !== '人社部门'
      ? plain('out_of_scope.elsewhere', { name, owner, way })
      : plain('out_of_scope.not_in_guides', { name, way })
  }
  return absent
    ? plain('out_of_scope.absent', { place, name: absent })
    : plain('out_of_scope.item', { place })
}
