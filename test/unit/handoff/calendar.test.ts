import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { addWorkingDays, calendarDay, CalendarYears, isWorkingDay } from '../../../src/handoff/calendar.js'

const at = (text: string) => new Date(`${text}+08:00`)

test.each([
  ['2025-03-05T10:00', true, 'a Wednesday'],
  ['2025-03-08T10:00', false, 'a Saturday'],
  ['2025-01-26T10:00', true, 'a Sunday worked for the Spring Festival'],
  ['2025-01-28T10:00', false, 'New Year’s Eve'],
  ['2025-02-08T10:00', true, 'a Saturday worked for the Spring Festival'],
  ['2025-10-06T10:00', false, 'the Mid-Autumn Festival'],
  ['2026-02-14T10:00', true, 'a Saturday worked for the Spring Festival'],
])('%s is a working day: %s (%s)', (day, working) => {
  expect(calendarDay(at(day))).toEqual({ working, unknownYear: false })
})

test('the day is the one in Beijing', () => {
  expect(isWorkingDay(new Date('2025-03-07T15:59:00Z'))).toBe(true) // Friday 23:59
  expect(isWorkingDay(new Date('2025-03-07T16:00:00Z'))).toBe(false) // Saturday 0:00
})

test('working days are counted over weekends, holidays and make-up days, the time of day stays', () => {
  expect(addWorkingDays(at('2025-03-05T10:00'), 1)).toEqual(at('2025-03-06T10:00'))
  expect(addWorkingDays(at('2025-03-05T10:00'), 7)).toEqual(at('2025-03-14T10:00'))
  expect(addWorkingDays(at('2025-09-30T16:00'), 1)).toEqual(at('2025-10-09T16:00'))
  expect(addWorkingDays(at('2025-09-30T16:00'), 3)).toEqual(at('2025-10-11T16:00'))
  expect(addWorkingDays(at('2025-03-08T10:00'), 0)).toEqual(at('2025-03-08T10:00'))
})

test('a year without holidays is told, weekdays count in it', () => {
  expect(calendarDay(at('2031-10-01T10:00'))).toEqual({ working: true, unknownYear: true })
  expect(calendarDay(at('2031-10-04T10:00'))).toEqual({ working: false, unknownYear: true })
})

test('a bureau adds a year or corrects a day', () => {
  const own = CalendarYears.parse({
    2031: { holidays: ['2031-10-01'], workdays: ['2031-10-04'] },
    2025: { holidays: ['2025-03-31'], workdays: ['2025-10-01'] },
  })
  expect(calendarDay(at('2031-10-01T10:00'), own)).toEqual({ working: false, unknownYear: false })
  expect(calendarDay(at('2031-10-04T10:00'), own)).toEqual({ working: true, unknownYear: false })
  expect(isWorkingDay(at('2025-03-31T10:00'), own)).toBe(false)
  expect(isWorkingDay(at('2025-10-01T10:00'), own)).toBe(true)
  expect(isWorkingDay(at('2025-10-02T10:00'), own)).toBe(false)
  expect(addWorkingDays(at('2025-03-28T10:00'), 1, own)).toEqual(at('2025-04-01T10:00'))
})

test.each([{ '31': {} }, { 2031: { holidays: ['1.10.'], workdays: [] } }, { 2031: { holidays: [] } }])(
  'a wrong file is refused: %j',
  (file) => {
    expect(CalendarYears.safeParse(file).success).toBe(false)
  },
)

test('broken input is an error, not a guess', () => {
  expect(() => isWorkingDay(new Date('nonsense'))).toThrow(RangeError)
  expect(() => addWorkingDays(new Date(), -1)).toThrow(RangeError)
  expect(() => addWorkingDays(new Date(), 1.5)).toThrow(RangeError)
  expect(() => addWorkingDays(new Date(), Infinity)).toThrow(RangeError)
})

test('n working days later is a working day, and later for more days', () => {
  const days = fc.date({ min: at('2024-01-01T00:00'), max: at('2026-06-01T00:00'), noInvalidDate: true })
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 20 }), (from, count) => {
      const until = addWorkingDays(from, count)
      expect(isWorkingDay(until)).toBe(true)
      expect(addWorkingDays(addWorkingDays(from, count - 1), 1)).toEqual(until)
    }),
  )
})

// The functions of the package chinese-days read the machine's clock: west of Greenwich they are a day late.
test('the zone of the machine does not matter', () => {
  const script = `
    import { addWorkingDays, calendarDay } from './src/handoff/calendar.ts'
    const start = new Date('2025-01-01T00:30:00+08:00')
    let line = ''
    for (let day = 0; day < 365; day++) line += calendarDay(new Date(start.getTime() + day * 86400000)).working ? 1 : 0
    console.log(line, addWorkingDays(start, 100).toISOString())`
  const lines = ['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati', 'America/Sao_Paulo'].map(
    (TZ) =>
      execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
        env: { ...process.env, TZ },
        encoding: 'utf8',
      }),
  )
  expect(new Set(lines).size).toBe(1)
  expect(lines[0]).toMatch(/^0[01]{364} 2025-/)
}, 60_000)
