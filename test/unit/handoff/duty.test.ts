import { dutyAt, DutyHours, shippedHours } from '../../../src/handoff/duty.js'

const at = (text: string) => new Date(`${text}+08:00`)

test.each([
  ['2025-03-05T08:29', '2025-03-05T08:30', 'before opening'],
  ['2025-03-05T12:00', '2025-03-05T14:30', 'in the lunch break'],
  ['2025-03-05T17:30', '2025-03-06T08:30', 'after closing'],
  ['2025-03-07T20:00', '2025-03-10T08:30', 'on a Friday evening'],
  ['2025-03-08T10:00', '2025-03-10T08:30', 'on a Saturday'],
  ['2025-01-25T10:00', '2025-01-26T08:30', 'before a make-up Sunday'],
  ['2025-01-27T18:00', '2025-02-05T08:30', 'on the last day before the Spring Festival'],
  ['2025-09-30T17:30', '2025-10-09T08:30', 'before the October holidays'],
])('%s: nobody is there until %s (%s)', (now, next) => {
  expect(dutyAt(at(now))).toMatchObject({ onDuty: false, next: at(next), unknownYear: false })
})

test.each([
  '2025-03-05T08:30',
  '2025-03-05T11:59',
  '2025-03-05T14:30',
  '2025-01-26T10:00',
  '2025-02-08T17:29',
])('%s: people are there', (now) => {
  const duty = dutyAt(at(now), '450700')
  expect(duty).toMatchObject({ onDuty: true, unknownYear: false })
  expect(duty.next).toBeUndefined()
  expect(duty.hoursText).toContain('14:30')
})

test('涞源 has the hours of its guide, by season', () => {
  expect(dutyAt(at('2025-03-05T13:45'), '130630').onDuty).toBe(true)
  expect(dutyAt(at('2025-03-05T13:45'), '450700').onDuty).toBe(false)
  expect(dutyAt(at('2025-07-02T13:45'), '130630')).toMatchObject({
    onDuty: false,
    next: at('2025-07-02T14:30'),
  })
  expect(dutyAt(at('2025-12-31T13:45'), '130630').onDuty).toBe(true)
  // The season changes over night.
  expect(dutyAt(at('2026-05-29T12:30'), '130630').next).toEqual(at('2026-05-29T13:30'))
  expect(dutyAt(at('2026-06-01T12:30'), '130630').next).toEqual(at('2026-06-01T14:30'))
})

test('a year without known holidays is told, today’s or the next opening’s', () => {
  expect(dutyAt(at('2031-03-05T10:00'))).toMatchObject({ onDuty: true, unknownYear: true })
  expect(dutyAt(at('2026-12-31T18:00'))).toMatchObject({ onDuty: false, unknownYear: true })
  const calendar = { 2027: { holidays: ['2027-01-01'], workdays: [] } }
  expect(dutyAt(at('2026-12-31T18:00'), undefined, { calendar })).toMatchObject({
    next: at('2027-01-04T08:30'),
    unknownYear: false,
  })
})

const season = { from: '01-01', to: '12-31', open: ['09:00-17:00'], text: '九点到五点' }
const hours = DutyHours.parse({
  default: { source: '', seasons: [season] },
  places: {
    150000: { source: '', seasons: [{ ...season, open: ['13:00-16:00', '10:00-12:00'] }] },
    450700: { source: '', seasons: [season], closed: ['2025-03-31'], opened: ['2025-04-05'] },
  },
})

test('a place without hours of its own has those of the place above it', () => {
  expect(dutyAt(at('2025-03-05T09:30'), '150102', { hours })).toMatchObject({
    onDuty: false,
    next: at('2025-03-05T10:00'),
  })
  expect(dutyAt(at('2025-03-05T09:30'), '210300', { hours }).onDuty).toBe(true)
})

test('days off and make-up days of one place hold there alone', () => {
  expect(dutyAt(at('2025-03-31T10:00'), '450702', { hours })).toMatchObject({
    onDuty: false,
    next: at('2025-04-01T09:00'),
  })
  expect(dutyAt(at('2025-04-05T10:00'), '450700', { hours }).onDuty).toBe(true)
  expect(dutyAt(at('2025-03-31T10:00'), '130630', { hours }).onDuty).toBe(true)
})

test('a desk that is closed for weeks names no opening', () => {
  const closed = Array.from({ length: 31 }, (_, day) => `2025-03-${String(day + 1).padStart(2, '0')}`)
  const shut = { ...hours, default: { ...hours.default, closed } }
  const { next, onDuty } = dutyAt(at('2025-03-01T10:00'), undefined, { hours: shut })
  expect({ next, onDuty }).toEqual({ next: undefined, onDuty: false })
})

test.each(['', 'nonsense', '__proto__', '钦州'])('an unknown place (%j) has the default hours', (region) => {
  expect(dutyAt(at('2025-03-05T10:00'), region)).toEqual(dutyAt(at('2025-03-05T10:00')))
})

test('the words say the hours of the data', () => {
  for (const desk of [shippedHours.default, ...Object.values(shippedHours.places)])
    for (const { open, text } of desk.seasons)
      for (const time of open.join('-').split('-')) expect(text).toContain(time.replace(/^0/, ''))
})

test.each(['8:30-12:00', '08:30–12:00', '08:30-24:30'])('hours written wrong (%s) are refused', (span) => {
  const desk = { source: '', seasons: [{ ...season, open: [span] }] }
  expect(DutyHours.safeParse({ default: desk, places: {} }).success).toBe(false)
})
