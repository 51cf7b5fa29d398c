import type { Field } from '../../entry.js'
import { place, type Draft } from './draft.js'
import type { Block } from './contents.js'

/** Whether a text of the contents is no service of its own but goes with the one before it. */
export function isCompanion(title: string): boolean {
  return /(操作手册|告知书|工作细则)$/.test(title)
}

/** Adds a companion text to the entry it belongs to: a manual or working rules are a process, a notice is notes. */
export function readCompanion(draft: Draft, block: Block): void {
  const companion = draft.companions.push(block.title) - 1
  for (const row of block.titleRows) place(draft, row, { companion, field: 'title' })
  const isManual = /操作手册$/.test(block.title)
  const field: Field = /告知书$/.test(block.title) ? 'notes' : 'process'
  let inStep = !isManual
  let isOpen = false
  let inForm = false
  for (const row of block.rows) {
    // The steps of a manual stand between screenshots: a step goes on only until its full stop.
    if (isManual) inStep = /^第[一二三四五六七八九十]+步/.test(row.text) || (inStep && isOpen)
    inForm ||= /^抄写[:：]/.test(row.text)
    if (!inStep) place(draft, row, { omitted: 'internal_screen' })
    else if (inForm) place(draft, row, { omitted: 'blank_form' })
    else place(draft, row, { companion, field })
    isOpen = !/。$/.test(row.text)
  }
}
