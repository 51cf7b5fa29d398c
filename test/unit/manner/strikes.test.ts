import { strikesAfter, strikesOf, type Strikes } from '../../../src/dialogue/strikes.js'

const after = (...acts: (string | undefined)[]): Strikes => acts.reduce<Strikes>(strikesAfter, {})

test('counts what comes again, up to a limit', () => {
  expect(after('silence', 'silence')).toEqual({ silence: 2 })
  expect(strikesOf(after('abuse'), 'abuse')).toBe(1)
  expect(strikesOf({}, 'abuse')).toBe(0)
  expect(strikesOf({}, undefined)).toBe(0)
  expect(after(...Array<string>(500).fill('abuse'))).toEqual({ abuse: 9 })
})

test('a line that works again is forgotten, an insult is not', () => {
  expect(after('silence', undefined)).toEqual({})
  expect(after('bad_line', 'greeting', 'bad_line')).toEqual({ bad_line: 1 })
  expect(after('harassment', 'silence', 'thanks', 'harassment')).toEqual({ harassment: 2 })
})

test('a turn without any leaves the state as it is', () => {
  const strikes = after('abuse')
  expect(strikesAfter(strikes, 'thanks')).toBe(strikes)
})
