import {
  readAmbiguous,
  readCovers,
  readElsewhere,
  readTopics,
  readWordings,
} from '../../../intents/catalogue.js'

const topics = new Set(readTopics().map(({ id }) => id))
const wordings = new Map<string, string[]>()
for (const { topic, wordings: texts } of readWordings())
  wordings.set(topic, [...(wordings.get(topic) ?? []), ...texts])

describe('the wordings a knowledge editor writes', () => {
  test('cover every topic with at least 20 different ways, and no other', () => {
    expect([...wordings.keys()].filter((topic) => !topics.has(topic))).toEqual([])
    const few = [...topics].filter((topic) => new Set(wordings.get(topic)).size < 20)
    expect(few).toEqual([])
  })

  test('say no wording twice for one topic, and none is blank or longer than a message', () => {
    for (const [topic, texts] of wordings) {
      expect([topic, texts.filter((text, i) => texts.indexOf(text) !== i)]).toEqual([topic, []])
      expect([topic, texts.filter((text) => !text.trim() || text.length > 120)]).toEqual([topic, []])
    }
  })

  test('give every topic words to be chosen by', () => {
    const named = new Set(readWordings().flatMap(({ topic, choose }) => (choose ? [topic] : [])))
    expect([...topics].filter((topic) => !named.has(topic))).toEqual([])
  })
})

test('every topic has the situations that lead to it and what tells it apart', () => {
  for (const { id, situations, apart } of readTopics()) {
    expect([id, situations.length >= 2 && situations.every((text) => text.length >= 4)]).toEqual([id, true])
    expect([id, apart.length]).toEqual([id, expect.any(Number)])
    expect(apart.length).toBeGreaterThan(15)
  }
})

test('ambiguous wordings name at least two known topics and ask a question', () => {
  for (const { topics: among, ask, wordings: texts } of readAmbiguous()) {
    expect(among.filter((id) => !topics.has(id))).toEqual([])
    expect(new Set(among).size).toBeGreaterThanOrEqual(2)
    expect(ask).toMatch(/[？?]/)
    expect(texts.length).toBeGreaterThanOrEqual(8)
  }
})

test('matters that are elsewhere have ids of their own and say where to go, or that nobody answers', () => {
  const matters = readElsewhere()
  expect(new Set(matters.map(({ id }) => id)).size).toBe(matters.length)
  for (const { id, owner, way, wordings: texts } of matters) {
    expect(id).toMatch(/^elsewhere-/)
    if (owner) expect([id, way]).toEqual([id, expect.any(String)])
    expect(texts.length).toBeGreaterThanOrEqual(40)
  }
})

test('covers lead from known topics to known topics', () => {
  for (const { from, to } of readCovers()) expect([topics.has(from), topics.has(to)]).toEqual([true, true])
})
