import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCron } from '../src/feel/cron.ts'
import { parseCycle } from '../src/feel/cycle.ts'
import { toEpochMilliseconds } from '../src/feel/date-time.ts'
import { addInterval, dueDate, toInterval } from '../src/feel/duration.ts'
import { evaluate } from './support/feel.ts'

const iso = (milliseconds: number | undefined) =>
  milliseconds === undefined ? undefined : new Date(milliseconds).toISOString().replace('.000', '')
const at = (text: string) => Date.parse(text)

function value(source: string): unknown {
  const result = evaluate(source)
  return result.ok ? result.value : undefined
}

describe('durations', () => {
  test.each([
    ['PT10S', '2024-01-31T00:00:10Z'],
    ['PT0.5S', '2024-01-31T00:00:00.500Z'],
    ['PT36H', '2024-02-01T12:00:00Z'],
    ['P1M', '2024-02-29T00:00:00Z'],
    ['P1Y1M1DT1H', '2025-03-01T01:00:00Z'],
    ['P2W', '2024-02-14T00:00:00Z'],
    ['-PT1M', '2024-01-30T23:59:00Z'],
    ['-P1M1D', '2023-12-30T00:00:00Z'],
    ['P0D', '2024-01-31T00:00:00Z'],
  ])('%s after the last of January is %s', (text, due) => {
    const interval = toInterval(text)
    expect(interval && iso(addInterval(at('2024-01-31T00:00:00Z'), interval))).toBe(due)
  })

  test('a FEEL duration is also valid', () => {
    expect(toInterval(value('duration("P1DT2H")'))).toMatchObject({ months: 0, days: 0, milliseconds: 93_600_000 })
    expect(toInterval(value('duration("P1Y2M")'))).toMatchObject({ months: 14, milliseconds: 0 })
  })

  test('a start determines when it is due, unless it has passed', () => {
    const interval = toInterval('2024-05-01T00:00:00Z/PT10S')
    expect(interval && iso(dueDate(interval, at('2024-01-01T00:00:00Z')))).toBe('2024-05-01T00:00:00Z')
    expect(interval && iso(dueDate(interval, at('2024-06-01T00:00:00Z')))).toBe('2024-06-01T00:00:00Z')
  })

  test.each(['', 'P', 'PT', 'P1DT', '10S', 'P1S', 'PT1D', 'P1M1Y', 'one day', 'x/PT1S', '2024-05-01/PT1S', 5, null])(
    '%s is not a duration',
    (text) => expect(toInterval(text)).toBeUndefined(),
  )
})

describe('dates', () => {
  test.each([
    ['2024-02-29T10:30:00Z', '2024-02-29T10:30:00Z'],
    ['2024-02-29T10:30:00.250Z', '2024-02-29T10:30:00.250Z'],
    ['2024-02-29T10:30+01:00', '2024-02-29T09:30:00Z'],
    ['2024-02-29T10:30:00+01:00[Europe/Berlin]', '2024-02-29T09:30:00Z'],
    ['2024-02-29T10:30:00-05:30', '2024-02-29T16:00:00Z'],
  ])('%s is %s', (text, moment) => expect(iso(toEpochMilliseconds(text))).toBe(moment))

  test('a FEEL date and time is also valid, in UTC if it has no zone', () => {
    expect(iso(toEpochMilliseconds(value('@"2024-02-29T10:30:00@Europe/Berlin"')))).toBe('2024-02-29T09:30:00Z')
    expect(iso(toEpochMilliseconds(value('@"2024-02-29T10:30:00"')))).toBe('2024-02-29T10:30:00Z')
  })

  test.each(['2024-02-29', '2024-02-29T10:30:00', '2024-02-30T10:30:00Z', 'tomorrow', '', 5, null])(
    '%s is not a date',
    (text) => expect(toEpochMilliseconds(text)).toBeUndefined(),
  )

  test('a date without a time is invalid', () => expect(toEpochMilliseconds(value('today()'))).toBeUndefined())
})

describe('cycles', () => {
  const now = at('2024-01-01T00:00:00Z')

  test('a repeating interval is due an interval from now, and then every interval', () => {
    const cycle = parseCycle('R3/PT10S')
    expect(cycle?.repetitions).toBe(3)
    expect(iso(cycle?.first(now))).toBe('2024-01-01T00:00:10Z')
    expect(iso(cycle?.next(now + 10_000, now + 10_000))).toBe('2024-01-01T00:00:20Z')
  })

  test('an interval with a start is due at its start', () => {
    const cycle = parseCycle('R/2024-02-01T08:00:00Z/P1M')
    expect(cycle?.repetitions).toBeUndefined()
    expect(iso(cycle?.first(now))).toBe('2024-02-01T08:00:00Z')
    expect(iso(cycle?.next(at('2024-02-01T08:00:00Z'), at('2024-02-01T08:00:00Z')))).toBe('2024-03-01T08:00:00Z')
  })

  test('due dates that have passed are skipped', () => {
    const cycle = parseCycle('R/PT1H')
    expect(iso(cycle?.next(now, now + 5.5 * 3_600_000))).toBe('2024-01-01T06:30:00Z')
  })

  test.each([
    ['R0/PT1S', 1],
    ['R1/PT1S', 1],
    ['R-1/PT1S', undefined],
    ['R/P1D', undefined],
    ['@daily', undefined],
  ])('%s has %s repetitions', (text, repetitions) => {
    expect(parseCycle(text)).toMatchObject({ repetitions })
  })

  test.each(['', 'R', 'R3', 'R3/', 'R3/10s', 'Rx/PT1S', 'PT10S', 'R3/PT10S/PT10S'])('%s is not a cycle', (text) => {
    expect(parseCycle(text)).toBeUndefined()
  })
})

describe('cron expressions', () => {
  // A Monday.
  const now = '2024-01-01T10:20:30Z'

  test.each([
    ['* * * * * *', '2024-01-01T10:20:31Z'],
    ['0 0/5 * * * ?', '2024-01-01T10:25:00Z'],
    ['*/20 * * * * *', '2024-01-01T10:20:40Z'],
    ['0 0 9-17 * * MON-FRI', '2024-01-01T11:00:00Z'],
    ['0 30 8,20 * * *', '2024-01-01T20:30:00Z'],
    ['0 0 9 * * SAT,SUN', '2024-01-06T09:00:00Z'],
    ['0 0 9 * * 7', '2024-01-07T09:00:00Z'],
    ['0 0 9 * * SAT-SUN', '2024-01-06T09:00:00Z'],
    ['0 0 9 * * SAT-MON', '2024-01-06T09:00:00Z'],
    ['0 0 9 * * 5-7', '2024-01-05T09:00:00Z'],
    ['0 0 0 1 JAN ?', '2025-01-01T00:00:00Z'],
    ['0 0 0 29 2 ?', '2024-02-29T00:00:00Z'],
    ['0 0 0 L * ?', '2024-01-31T00:00:00Z'],
    ['0 0 0 L-3 * ?', '2024-01-28T00:00:00Z'],
    ['0 0 0 LW 3 ?', '2024-03-29T00:00:00Z'],
    ['0 0 0 6W * ?', '2024-01-05T00:00:00Z'],
    ['0 0 0 7W * ?', '2024-01-08T00:00:00Z'],
    ['0 0 0 ? * FRIL', '2024-01-26T00:00:00Z'],
    ['0 0 0 ? * 5L', '2024-01-26T00:00:00Z'],
    ['0 0 0 ? * MON#2', '2024-01-08T00:00:00Z'],
    ['0 0 0 13 * FRI', '2024-09-13T00:00:00Z'],
    ['0 0 0 31 2 ?', undefined],
    ['@hourly', '2024-01-01T11:00:00Z'],
    ['@daily', '2024-01-02T00:00:00Z'],
    ['@weekly', '2024-01-07T00:00:00Z'],
    ['@monthly', '2024-02-01T00:00:00Z'],
    ['@yearly', '2025-01-01T00:00:00Z'],
  ])('%s is next due at %s', (text, due) => {
    const cron = parseCron(text)
    expect(cron).toBeDefined()
    expect(iso(cron?.next(at(now)))).toBe(due)
  })

  test.each([
    '* * * * *',
    '60 * * * * *',
    '* * 24 * * *',
    '* * * 0 * *',
    '* * * * 13 *',
    '* * * * * 8',
    '* * * * * MONDAY',
    '*/0 * * * * *',
    '5-1 * * * * *',
    'a * * * * *',
    '1- * * * * *',
    ', * * * * *',
    '* * * 32W * *',
    '* * * * * MON#6',
    '@never',
  ])('%s is none', (text) => expect(parseCron(text)).toBeUndefined())

  test('the next moment is the first later one whose parts all match', () => {
    const part = (from: number, to: number) =>
      fc.uniqueArray(fc.integer({ min: from, max: to }), { minLength: 1, maxLength: 3 })
    const parts = fc.tuple(part(0, 59), part(0, 59), part(0, 23), part(1, 28), part(1, 12))
    fc.assert(
      fc.property(
        parts,
        fc.integer({ min: 0, max: 4_000_000_000 }),
        ([seconds, minutes, hours, days, months], from) => {
          const cron = parseCron([seconds, minutes, hours, days, months, ['*']].join(' '))
          const next = cron?.next(from * 1000)
          const candidates = []
          for (const year of [0, 1, 2]) {
            for (const month of months)
              for (const day of days)
                for (const hour of hours)
                  for (const minute of minutes)
                    for (const second of seconds)
                      candidates.push(
                        Date.UTC(new Date(from * 1000).getUTCFullYear() + year, month - 1, day, hour, minute, second),
                      )
          }
          expect(next).toBe(Math.min(...candidates.filter((moment) => moment > from * 1000)))
        },
      ),
    )
  })
})
