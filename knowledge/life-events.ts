import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { packageRoot } from '../src/core/package-root.js'

/** Another topic whose entry serves a step where the step's own topic has none; `in` limits it to reviewed places. */
const Instead = z.strictObject({
  topic: z.string().min(1),
  in: z
    .array(z.string().regex(/^\d{6}$/))
    .min(1)
    .optional(),
})

/** One matter of a life event: a topic of the nation-wide catalogue and, in plain words, when it has to be done. */
export const LifeStep = z.strictObject({
  topic: z.string().min(1),
  /** What to call it where the place has no entry of its own to name it by. */
  name: z.string().min(1),
  /** Whom it concerns, in plain words; absent: everybody of the case. */
  when: z.string().min(1).optional(),
  /** The cases it belongs to; absent: all. */
  cases: z.array(z.string()).min(1).optional(),
  instead: z.array(Instead).min(1).optional(),
  /** Shown where the place has it, and not missed where it has not. */
  extra: z.boolean().optional(),
})
export type LifeStep = z.infer<typeof LifeStep>

/** A case of a life event; `others`: a pattern of the headings of materials that are for other cases only. */
export const LifeCase = z.strictObject({
  id: z.string(),
  label: z.string().min(1),
  others: z.string().min(1).optional(),
})
export type LifeCase = z.infer<typeof LifeCase>

/** A life event (一件事): the matters it brings with it, in the order they are done. */
export const LifeEvent = z
  .strictObject({
    id: z.string().regex(/^[a-z]+(?:-[a-z]+)*$/),
    name: z.string().min(1),
    /** The topic of the official bundle, where any place has one. */
    topic: z
      .string()
      .regex(/^life-event-/)
      .optional(),
    /** What is said before all else, where the event is a sad one. */
    opening: z.string().min(1).optional(),
    /** The question that sorts the case, where the matters differ by it; at most three choices. */
    asks: z
      .strictObject({
        question: z.string().min(1),
        choices: z.array(LifeCase).min(2).max(3),
      })
      .optional(),
    steps: z.array(LifeStep).min(1),
  })
  .refine(
    ({ asks, steps }) => {
      const known = new Set(asks?.choices.map(({ id }) => id))
      return steps.every(({ cases = [] }) => cases.every((id) => known.has(id)))
    },
    { error: 'a step names a case that the question does not offer' },
  )
export type LifeEvent = z.infer<typeof LifeEvent>

/** Reads knowledge/data/life-events.jsonl, by id. Throws zod's error on the first row that does not fit. */
export function readLifeEvents(): ReadonlyMap<string, LifeEvent> {
  const text = readFileSync(join(packageRoot, 'knowledge/data/life-events.jsonl'), 'utf8')
  const events = text
    .split('\n')
    .filter(Boolean)
    .map((line) => LifeEvent.parse(JSON.parse(line)))
  return new Map(events.map((event) => [event.id, event]))
}
