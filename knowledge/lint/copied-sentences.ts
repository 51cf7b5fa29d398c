import { groupBy } from '../../src/core/group-by.js'
import type { Entry, Field } from '../entry.js'
import { fieldTexts } from './field-texts.js'
import { findingOn, type LintFinding } from './finding.js'

/**
 * Sentences that two places, or two items of one place, have word for word but for their numbers: 钦州市 asks six years
 * of work where 涞源县 asks four. Each entry gets one finding a sentence.
 */
export function copiedSentences(entries: readonly Entry[]): LintFinding[] {
  const copies = groupBy(entries.flatMap(sentencesOf), ({ pattern }) => pattern)
  return [...copies.values()].flatMap((group) =>
    group.flatMap((copy) => {
      const other = group.find((one) => one.text !== copy.text && isElsewhere(one, copy))
      // Within an entry or a place the same words may hold for two cases; there only the odd one out is told.
      if (!other || (other.entry.region === copy.entry.region && times(group, copy) >= times(group, other)))
        return []
      const name = `${other.entry.place_name}“${other.entry.title}”（第${other.lines[0]}行）`
      const message = `“${cut(copy.text)}”，${name}的同一句作“${cut(other.text)}”，请核对哪一个是现行规定。`
      return [findingOn(copy.entry, { code: 'contradiction', field: copy.field, message, lines: copy.lines })]
    }),
  )
}

interface Sentence {
  readonly entry: Entry
  readonly field: Field
  readonly text: string
  /** The sentence with every number replaced. */
  readonly pattern: string
  readonly lines: readonly [number, number]
}

// Limits, fees, phones and documents' numbers differ by place by right.
const COMPARED: ReadonlySet<Field> = new Set(['summary', 'conditions', 'materials', 'process', 'notes'])

function sentencesOf(entry: Entry): (Sentence & { lines: [number, number] })[] {
  return fieldTexts(entry)
    .filter(([field]) => COMPARED.has(field))
    .flatMap(([field, text]) =>
      text.split(/[。；;\n]/).flatMap((raw) => {
        const words = raw
          .replace(/\s|\*/g, '')
          .replace(/^[-•]*[（(]?(?:\d+(?:[.．]\d+)*|[一二三四五六七八九十]+)[）).、．]*/, '')
        if (words.length < 16 || !/\d+(?:个?月|年|天|日|个?工作日|元|周岁|%|份)/.test(words)) return []
        // Rows of a table name other papers.
        if (raw.includes('\t')) return []
        const lines = entry.sections[field]?.lines ?? entry.source.lines
        return [{ entry, field, text: words, pattern: words.replace(/\d+/g, '#'), lines }]
      }),
    )
}

function isElsewhere(one: Sentence, two: Sentence): boolean {
  return one.entry !== two.entry
}

const times = (group: readonly Sentence[], copy: Sentence): number =>
  group.filter((one) => one.entry.region === copy.entry.region && one.text === copy.text).length

const cut = (text: string): string => (text.length > 48 ? `${text.slice(0, 47)}…` : text)
