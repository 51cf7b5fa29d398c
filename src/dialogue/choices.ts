import { withoutMarks } from '../core/without-marks.js'
import type { Choice } from '../core/reply.js'
import { say } from './sentences.js'

const ORDINALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const NUMBER =
  /^(?:选|我选|要|回复|第)?(?:第)?(\d{1,2}|[一二三四五六七八九十])(?:个|项|条|号|种|款)?(?:吧|呀|啊|的)?$/u
const NONE = /^(?:都不是|都不对|没有|不是|以上都不是|都不是的?|不对)$/u

/** What a person chose from an offer: one of the choices, none of them, or said something else. */
export type Chosen = Choice | 'none' | undefined

/** What is offered, and that it may be none of it. */
export const withNone = (choices: readonly Choice[]): readonly Choice[] => [
  ...choices,
  { value: 'none', label: say('clarify.none_of_these') },
]

/** Reads a choice by number ("2", "第二个", "最后一个") or by the words of a label, from normalised text. */
export function readChoice(text: string, choices: readonly Choice[]): Chosen {
  const bare = withoutMarks(text).replace(/(?<=..)的$/u, '')
  if (NONE.test(bare)) return 'none'
  if (/^最后(?:一|那)?个$/u.test(bare)) return choices.at(-1)
  const number = NUMBER.exec(bare)?.[1]
  if (number) {
    const index = /\d/.test(number) ? Number(number) - 1 : ORDINALS.indexOf(number)
    return choices[index] ?? (index === choices.length ? 'none' : undefined)
  }
  if (bare.length < 2) return undefined
  const strip = (label: string) => withoutMarks(label.toLowerCase())
  const exact = choices.filter(({ label }) => strip(label) === bare)
  if (exact.length === 1) return exact[0]
  const begun = choices.filter(({ label }) => strip(label).startsWith(bare))
  if (begun.length === 1) return begun[0]
  const within = choices.filter(({ label }) => strip(label).includes(bare))
  return within.length === 1 ? within[0] : undefined
}
