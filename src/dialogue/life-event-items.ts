import type { KnowledgeBase } from '../../knowledge/base.js'
import type { Entry } from '../../knowledge/entry.js'
import type { LifeEvent, LifeStep } from '../../knowledge/life-events.js'

/** A place's own entry as a step of a life event. */
export interface LifeItem {
  readonly entry: Entry
  /** From 1, in the order shown. */
  readonly number: number
  /** Whom the step concerns, in plain words; undefined: everybody. */
  readonly when: string | undefined
}

/** What a place has for a life event, and the names of the steps it has nothing for. */
export interface LifeItems {
  readonly items: readonly LifeItem[]
  readonly absent: readonly string[]
}

/**
 * The entries of one place on the steps of a life event, in order, each once. Without a case the steps of all cases
 * are taken, each with the words of its case.
 */
export function itemsOfEvent(
  knowledge: KnowledgeBase,
  event: LifeEvent,
  region: string,
  chosen: string | undefined,
): LifeItems {
  const found = new Map<string, { entry: Entry; whens: (string | undefined)[] }>()
  const absent: string[] = []
  for (const step of event.steps) {
    if (chosen !== undefined && step.cases && !step.cases.includes(chosen)) continue
    const entries = entriesOfStep(knowledge, step, region)
    if (entries.length === 0 && !step.extra) absent.push(step.name)
    for (const entry of entries) {
      const known = found.get(entry.id) ?? { entry, whens: [] }
      known.whens.push(whenOf(event, step, chosen))
      found.set(entry.id, known)
    }
  }
  return {
    items: [...found.values()].map(({ entry, whens }, index) => ({
      entry,
      number: index + 1,
      // What one step asks of everybody stays so, whoever else needs it as well.
      when: whens.includes(undefined) ? undefined : [...new Set(whens)].join('；'),
    })),
    absent: [...new Set(absent)],
  }
}

function entriesOfStep(knowledge: KnowledgeBase, step: LifeStep, region: string): readonly Entry[] {
  const others = (step.instead ?? []).filter(({ in: places }) => !places || places.includes(region))
  for (const topic of [step.topic, ...others.map((other) => other.topic)]) {
    const entries = knowledge
      .onTopic(topic, region)
      .filter(({ kind, part_of, duplicate_of }) => kind === 'service' && !part_of && !duplicate_of)
    if (entries.length > 0) return entries
  }
  return []
}

function whenOf(event: LifeEvent, step: LifeStep, chosen: string | undefined): string | undefined {
  if (chosen !== undefined || !step.cases) return step.when
  const labels = (event.asks?.choices ?? [])
    .filter(({ id }) => step.cases!.includes(id))
    .map(({ label }) => label)
  return [labels.join('、'), step.when].filter(Boolean).join('，')
}
