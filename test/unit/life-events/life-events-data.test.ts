import { readCovers, readTopics } from '../../../intents/catalogue.js'
import { readIntentData } from '../../../intents/data.js'
import { LifeEvent, readLifeEvents } from '../../../knowledge/life-events.js'

const events = [...readLifeEvents().values()]
const steps = events.flatMap((event) => event.steps.map((step) => ({ event: event.id, ...step })))
const topics = new Set(readTopics().map(({ id }) => id))

test('every topic exists, and so does every bundle topic', () => {
  const named = [
    ...events.flatMap(({ topic }) => topic ?? []),
    ...steps.flatMap(({ topic, instead = [] }) => [topic, ...instead.map((other) => other.topic)]),
  ]
  expect(named.filter((topic) => !topics.has(topic))).toEqual([])
})

test('every life-event topic of the catalogue has its event', () => {
  const known = new Set(events.map(({ topic }) => topic))
  expect([...topics].filter((id) => id.startsWith('life-event-') && !known.has(id))).toEqual([])
})

test('what serves instead is a cover that serves most, or reviewed for its places', () => {
  const serving = new Set(
    readCovers()
      .filter(({ share }) => share >= 0.7)
      .map(({ from, to }) => `${from} → ${to}`),
  )
  const unproven = steps.flatMap(({ topic, instead = [] }) =>
    instead.filter((other) => !other.in).map((other) => `${topic} → ${other.topic}`),
  )
  expect(unproven.filter((pair) => !serving.has(pair))).toEqual([])
})

test('no step stands twice in an event', () => {
  const twice = events.filter(
    (event) => new Set(event.steps.map(({ topic }) => topic)).size < event.steps.length,
  )
  expect(twice.map(({ id }) => id)).toEqual([])
})

test('the cases that words are read for are the cases asked for', () => {
  const { cases } = JSON.parse(readIntentData('life-events.json'))
  const asked = events
    .filter(({ asks }) => asks)
    .map(({ id, asks }) => [id, asks!.choices.map((one) => one.id).sort()])
  const read = Object.entries(cases).map(([id, of]) => [id, Object.keys(of as object).sort()])
  expect(Object.fromEntries(read)).toEqual(Object.fromEntries(asked))
})

test.each([
  ['an unknown case', { steps: [{ topic: 'a', name: '甲', cases: ['nobody'] }] }],
  ['no steps', { steps: [] }],
  ['an unknown key', { steps: [{ topic: 'a', name: '甲' }], colour: 'red' }],
])('a row with %s is refused', (_, part) => {
  expect(() => LifeEvent.parse({ id: 'some-event', name: '某事', ...part })).toThrow()
})
