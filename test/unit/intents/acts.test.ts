import { openActReader, type Act } from '../../../intents/acts.js'
import { readPhrases } from '../../../intents/catalogue.js'
import { normalize } from '../../../intents/normalize.js'
import { MATTERS, SAID } from './act-sentences.js'

const readAct = openActReader()
const actOf = (text: string): Act | undefined => readAct(normalize(text))

test.each(Object.keys(SAID) as Act[])('%s is heard, and never as something else', (act) => {
  expect(SAID[act].length).toBeGreaterThanOrEqual(25)
  expect(SAID[act].filter((text) => actOf(text) !== act).map((text) => [text, actOf(text)])).toEqual([])
})

test('matters are nobody’s act, whatever words they hold', () => {
  expect(MATTERS.filter(actOf).map((text) => [text, actOf(text)])).toEqual([])
})

test('the wordings of matters in the guides stay questions about them', () => {
  const taken = readPhrases()
    .filter(({ classes }) => !classes.some((id) => id.startsWith('elsewhere-') || MAY_BE_ACTS.has(id)))
    .map(({ text }) => ({ text, act: actOf(text) }))
    // Anger in a question is let through by the turn.
    .filter(({ act }) => act && act !== 'emotion')
  expect(taken).toEqual([])
})

test('a long story that ends in an insult or a sigh is still taken as what it asks', () => {
  const story = '我在工地干了三年，老板一直没给交社保，上个月摔伤了也不管，'.repeat(3)
  expect(actOf(`${story}真是气死我了，工伤认定要什么材料`)).toBeUndefined()
})

test('worst cases take no time', () => {
  const worst = [
    '帮我查',
    '投诉',
    '我是',
    '忽略你',
    '查我',
    '(',
    '${',
    '<',
    '上次反映',
    'select ',
    '你是',
    '建议',
    'a',
  ]
  const started = performance.now()
  for (const piece of worst) readAct(piece.repeat(Math.ceil(100_000 / piece.length)))
  expect((performance.now() - started) / worst.length).toBeLessThan(5000)
})

/** Topics about talking to the hotline itself; what people say to be connected or to complain is their wording too. */
const MAY_BE_ACTS = new Set([
  'hotline-12333',
  'hotline-complaint',
  'hotline-service-guidance',
  'hotline-policy-consultation',
  'staff-supervision-query',
  'service-progress-query',
  'participant-info-query',
  'petition',
])
