import { openFieldReader } from '../../../intents/fields.js'
import { normalize } from '../../../intents/normalize.js'
import type { Field } from '../../../src/core/vocabulary.js'
import { ASKED, NOT_ASKED, SEVERAL } from './field-sentences.js'

const readFields = openFieldReader()
const fieldsOf = (text: string): readonly Field[] => readFields(normalize(text)).fields

/** Asked of a bundle it is the unit of each member, of a service the department: both are read. */
const READ_TOGETHER = new Set<Field>(['handler'])

test.each(Object.entries(ASKED) as [Field, readonly string[]][])('%s is what is asked', (field, texts) => {
  expect(texts.length).toBeGreaterThanOrEqual(15)
  const missed = texts.filter((text) => {
    const fields = fieldsOf(text)
    return READ_TOGETHER.has(field) ? !fields.includes(field) : fields[0] !== field
  })
  expect(missed.map((text) => [text, fieldsOf(text)])).toEqual([])
})

test.each(Object.entries(NOT_ASKED) as [Field, readonly string[]][])('%s is not asked', (field, texts) => {
  expect(texts.length).toBeGreaterThanOrEqual(10)
  expect(texts.filter((text) => fieldsOf(text).includes(field))).toEqual([])
})

test.each(SEVERAL)('%s: fields in the order asked', (text, fields) => {
  expect(fieldsOf(text)).toEqual(fields)
})

test('a mark behind a question changes nothing', () => {
  expect(fieldsOf('要带身份证吗？')).toEqual(fieldsOf('要带身份证吗'))
})

test.each(['要带', '能', '以前', '什么', 'a', '多少'])('worst case of %s', (piece) => {
  const text = piece.repeat(Math.ceil(100_000 / piece.length))
  const started = performance.now()
  readFields(text)
  expect(performance.now() - started).toBeLessThan(5000)
})
