import type { Answer } from './answers.js'
import { sameTitle, shows } from './matching.js'
import type { DialogRow, Expectation } from './rows.js'

/** How one turn of a conversation came out; no faults: right. */
export interface TurnVerdict {
  readonly said: string
  readonly answer: Answer
  readonly soft: boolean
  /** In Chinese, for the report. */
  readonly faults: readonly string[]
}

/** How a conversation came out. */
export interface DialogVerdict {
  readonly row: DialogRow
  readonly turns: readonly TurnVerdict[]
  /** Every turn that is not soft is right. */
  readonly whole: boolean
}

/** `codeOf` turns the number of a guide into its place's code and leaves codes as they are. */
export function judgeDialog(
  row: DialogRow,
  answers: readonly Answer[],
  codeOf: (place: string) => string,
): DialogVerdict {
  const turns = row.turns.map(({ user, expect }, index) => ({
    said: user,
    answer: answers[index]!,
    soft: expect.soft === true,
    faults: findFaults(expect, answers[index]!, codeOf),
  }))
  return { row, turns, whole: turns.every(({ soft, faults }) => soft || faults.length === 0) }
}

function findFaults(expect: Expectation, answer: Answer, codeOf: (place: string) => string): string[] {
  const faults: string[] = []
  const actions = alternatives(expect.action)
  if (actions.length > 0 && !actions.includes(answer.action))
    faults.push(`动作是 ${answer.action}，应为 ${expect.action}`)
  for (const group of expect.contains_any ?? [])
    if (!group.some((string) => shows(answer.text, string))) faults.push(`没有说到 ${group.join('｜')}`)
  for (const string of expect.not_contains ?? [])
    if (shows(answer.text, string)) faults.push(`不该出现 ${string}`)
  if (expect.item && answer.action === 'answer') {
    const { item } = answer
    if (!item || !alternatives(expect.item).some((title) => sameTitle(item.title, title)))
      faults.push(`事项是 ${item?.title ?? '（无）'}，应为 ${expect.item}`)
    const places = alternatives(expect.region).map(codeOf)
    if (item && places.length > 0 && !places.includes(item.region))
      faults.push(`地区是 ${item.region}，应为 ${expect.region}`)
  }
  return faults
}

const alternatives = (text: string | null | undefined): string[] => (text ?? '').split('|').filter(Boolean)
