import { compileKnowledge, openKnowledge } from '../../../knowledge/base.js'
import { readAllEntries } from '../../../knowledge/data-files.js'
import type { Entry } from '../../../knowledge/entry.js'

/** The knowledge as it stands under version control. */
export const knowledge = openKnowledge(
  compileKnowledge(readAllEntries(), { '000': '钦州市人社服务办事指南', '001': '涞源县人社服务办事指南' }),
)

/** An entry made up for one test, with what every entry has. */
export const entryWith = (part: Partial<Entry>): Entry => ({
  id: '450700.made-up',
  kind: 'service',
  region: '450700',
  place_name: '钦州市',
  title: '某事办理',
  topic: 'made-up',
  fields: {},
  sections: {},
  source: { guide: '000', lines: [1, 9] },
  ...part,
})
