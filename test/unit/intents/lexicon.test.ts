import { openLexicon, readLexicon } from '../../../intents/lexicon.js'
import { readAllEntries } from '../../../knowledge/data-files.js'

const lookUp = openLexicon()

test('finds residents’ words, each with the guides’ term', () => {
  expect(lookUp('社保卡丢了，退休工资还发不发')).toEqual(
    expect.arrayContaining([expect.objectContaining({ say: '社保卡', term: '社会保障卡' })]),
  )
})

test('takes the longest word, and none out of the middle of an official term', () => {
  expect(lookUp('城乡居民养老保险').map(({ say }) => say)).not.toContain('老保')
})

describe('the lexicon’s rows', () => {
  const rows = readLexicon()

  test('name a word once, and never by itself', () => {
    const said = rows.map(({ say }) => say)
    expect(said.filter((word, i) => said.indexOf(word) !== i)).toEqual([])
    expect(rows.filter(({ say, term }) => !term || say === term)).toEqual([])
  })

  test('lead to terms that the guides use', () => {
    const texts = readAllEntries()
      .flatMap(({ title, fields }) => [title, ...Object.values(fields)])
      .join('\n')
      .replace(/\s/g, '')
    expect(rows.filter(({ term }) => !texts.includes(term))).toEqual([])
  })
})
