import { readPhrases } from '../../../intents/catalogue.js'
import { openLifeEventReader } from '../../../intents/life-events.js'
import { normalize } from '../../../intents/normalize.js'
import { readLifeEvents } from '../../../knowledge/life-events.js'
import { SINGLE, WHOLE } from './life-event-sentences.js'

const reader = openLifeEventReader()
const eventOf = (text: string) => reader.readLifeEvent(normalize(text))
const caseOf = (event: string, text: string) => reader.whichCase(event, normalize(text))

test('every event is spoken of', () => {
  expect(Object.keys(WHOLE).sort()).toEqual([...readLifeEvents().keys()].sort())
})

test.each(Object.keys(WHOLE))('%s is heard as a whole, and never as something else', (event) => {
  expect(WHOLE[event]!.length).toBeGreaterThanOrEqual(10)
  expect(
    WHOLE[event]!.filter((text) => eventOf(text) !== event).map((text) => [text, eventOf(text)]),
  ).toEqual([])
})

test('a question about one matter is no life event', () => {
  expect(SINGLE.length).toBeGreaterThanOrEqual(60)
  expect(SINGLE.filter(eventOf).map((text) => [text, eventOf(text)])).toEqual([])
})

test('the wordings of single matters stay with them', () => {
  const single = readPhrases().filter(
    ({ classes }) => classes.length === 1 && !classes[0]!.startsWith('life-event-'),
  )
  expect(
    single.map(({ text, classes }) => [text, ...classes, eventOf(text)]).filter(([, , event]) => event),
  ).toEqual([])
})

test('long stories and odd input are left to the matcher', () => {
  expect(eventOf('我要退休了，'.repeat(40))).toBeUndefined()
  expect(eventOf('(((.*+?^${}[]\\')).toBeUndefined()
  expect(eventOf('😀')).toBeUndefined()
  // Words that could be cut in many ways must not be tried in all of them.
  for (const word of ['刚刚', '快要', '就要', '我家', '该怎么办', '想问一下', '孩子'])
    expect(eventOf(`${word.repeat(80 / word.length - 1)}x`)).toBeUndefined()
})

describe('the case', () => {
  test.each([
    ['retirement', '企业的', 'enterprise'],
    ['retirement', '我是灵活就业自己交的', 'enterprise'],
    ['retirement', '我是小学老师', 'public-sector'],
    ['retirement', '我爸是公务员', 'public-sector'],
    ['retirement', '农村的，交的新农保', 'resident'],
    ['retiree-death', '我爱人是工厂退休的', 'enterprise'],
    ['retiree-death', '老人一直种地', 'resident'],
    ['retiree-death', '生前在事业单位', 'public-sector'],
  ])('%s: "%s" is %s', (event, text, expected) => expect(caseOf(event, text)).toBe(expected))
  test.each([
    ['retirement', '不知道'],
    ['retirement', '以前在企业，后来去了机关'],
    ['unemployment', '企业的'],
    ['no-such-event', '企业的'],
    ['retirement', ''],
  ])('%s: "%s" names none', (event, text) => expect(caseOf(event, text)).toBeUndefined())
})
