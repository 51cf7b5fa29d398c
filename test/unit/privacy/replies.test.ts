import { composeFields, composeItem } from '../../../src/dialogue/compose/answer.js'
import { renderText } from '../../../src/core/reply.js'
import { FIELDS } from '../../../src/core/vocabulary.js'
import { findPersonalData } from '../../../knowledge/lint/personal-data.js'
import { openTools } from '../../../src/server/open-tools.js'

// Phones of offices stand in replies on purpose; whatever else looks like a person's number must not.
test('no reply about any entry holds an identity, mobile, card or person number', () => {
  const { knowledge } = openTools()
  for (const entry of knowledge.entries) {
    const found = { entry, confidence: 1, candidates: [], passages: () => [] }
    const texts = [composeItem(knowledge, found), composeFields(knowledge, found, FIELDS)].map(({ blocks }) =>
      renderText(blocks),
    )
    for (const text of texts)
      expect([entry.id, findPersonalData(text, true).filter(({ certain }) => certain)]).toEqual([
        entry.id,
        [],
      ])
    // Some guides print a sentence in the service's text and in the clerk's procedure: then it is no secret.
    const open = Object.values(entry.fields).join('\n')
    for (const { text: internal } of entry.operator ?? [])
      if (!open.includes(internal))
        expect([entry.id, texts.join('\n').includes(internal)]).toEqual([entry.id, false])
  }
})
