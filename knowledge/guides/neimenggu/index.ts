import type { Flag } from '../../entry.js'
import type { GuideReader, LineUse, ReadEntry, Reading } from '../contract.js'
import { readArchives } from './archives.js'
import { borrowFields } from './borrow.js'
import { isCompanion, readCompanion } from './companions.js'
import { readOutline, type Block } from './contents.js'
import { closeDraft, openDraft, type Draft } from './draft.js'
import { readHotline } from './hotline.js'
import { sectionHeading } from './meanings.js'
import { isNumbered, readNumbered } from './numbered.js'
import { bare, readRows } from './rows.js'
import { isSectioned, readSectioned } from './sectioned.js'
import { slipsOf } from './slips.js'

/** 内蒙古自治区: standards of five layouts, the 12333 hotline's own flows and the services of personnel archives. */
export const neimengguReader: GuideReader = {
  guide: '003',
  region: '150000',
  place_name: '内蒙古自治区',
  name: '内蒙古自治区人力资源和社会保障领域基本公共服务标准化指南',
  read(text): Reading {
    const outline = readOutline(readRows(text))
    const uses: LineUse[] = [
      ...outline.cover.map((row) => ({ line: row.line, omitted: 'front_matter' as const })),
      ...outline.contents.map((row) => ({ line: row.line, omitted: 'contents' as const })),
      ...outline.headings.map((row) => ({ line: row.line, omitted: 'heading' as const })),
    ]
    const drafts: Draft[] = []
    for (const block of outline.blocks) {
      const original = drafts.find((draft) => isRepeated(block, draft))
      if (original) {
        const [again] = readBlock(block)
        again!.duplicateOf = original.title
        again!.flags.push(repetition(block, original))
        drafts.push(again!)
      } else if (isCompanion(block.title) && drafts.length) {
        readCompanion(drafts.at(-1)!, block)
      } else {
        drafts.push(...readBlock(block))
      }
    }
    const entries: ReadEntry[] = drafts.map((draft, index) => {
      borrowFields(draft)
      const closed = closeDraft(draft, index)
      uses.push(...closed.uses)
      const flags = [...(closed.entry.flags ?? []), ...slipsOf(closed.entry)]
      return flags.length ? { ...closed.entry, flags } : closed.entry
    })
    return { entries, uses: uses.sort((a, b) => a.line - b.line) }
  },
}

function readBlock(block: Block): Draft[] {
  if (/^12333/.test(block.title)) return readHotline(block)
  if (/流动人员人事档案/.test(block.title)) return readArchives(block)
  const draft = openDraft(block.title, block.chapter, block.titleRows)
  if (isNumbered(block.rows)) readNumbered(draft, block.rows)
  else if (isSectioned(block.rows)) readSectioned(draft, block.rows)
  else throw new Error(`neimenggu.unknown_layout: ${block.title}`)
  draft.end = block.rows.at(-1)!.line
  return [draft]
}

/** A text whose 项目名称 is another entry's title, not its own: that entry once more, under a wrong title (16946). */
function isRepeated(block: Block, draft: Draft): boolean {
  const at = block.rows.findIndex((row) => sectionHeading(row.text)?.name === '项目名称')
  const name = at >= 0 ? bare(block.rows[at + 1]?.text ?? '') : ''
  return name !== '' && name === bare(draft.title) && name !== bare(block.title)
}

function repetition(block: Block, original: Draft): Flag {
  return {
    code: 'duplicate_title',
    message: `《${original.title}》在“${block.title}”标题下又印一遍，个别文件名称两处不同；按前一处答复`,
    lines: [block.titleRows[0]!.line, block.rows.at(-1)!.line],
  }
}
