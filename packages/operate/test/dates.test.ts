import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createOperateClient, formatOperateDate, parseOperateDate } from '../src/index.ts'
import { serve, testAuth } from './serve.ts'

const fourDigitYears = fc.date({
  min: new Date('0000-01-01T00:00:00Z'),
  max: new Date('9999-12-31T23:59:59.999Z'),
  noInvalidDate: true,
})

test('what is written is read back to the millisecond, in both formats of the server', () => {
  fc.assert(
    fc.property(fourDigitYears, (date) => {
      const text = formatOperateDate(date)
      expect(text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$/)
      expect(parseOperateDate(text)).toEqual(date)
      expect(parseOperateDate(text.replace('+0000', '+00:00'))).toEqual(date)
      expect(parseOperateDate(date.toISOString())).toEqual(date)
    }),
  )
})

test('offsets count', () => {
  fc.assert(
    fc.property(fourDigitYears, fc.integer({ min: -11, max: 11 }), fc.constantFrom(0, 30), (date, hours, minutes) => {
      const offset = `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}${String(minutes).padStart(2, '0')}`
      const read = parseOperateDate(formatOperateDate(date).replace('+0000', offset))
      const shift = (Math.abs(hours) * 60 + minutes) * 60_000 * (hours < 0 ? -1 : 1)
      expect(date.getTime() - read.getTime()).toBe(shift)
    }),
  )
})

test('any text gives a date or a RangeError', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:?\d\d$/)),
      (text) => {
        try {
          expect(parseOperateDate(text).getTime()).not.toBeNaN()
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError)
        }
      },
    ),
  )
})

test.each([
  '',
  '2026-11-20',
  '2026-13-20T08:15:00.000+0000',
  '2026-11-20T08:15:00.000',
  '2026-02-30T00:00:00.000+0000',
  '2026-02-29T00:00:00.000+0000',
  '1900-02-29T00:00:00.000+0000',
  '2026-04-31T00:00:00.000+0000',
  '2026-00-20T08:15:00.000+0000',
  '2026-11-00T08:15:00.000+0000',
  '2026-11-32T08:15:00.000+0000',
  '2026-11-20T24:00:00.000+0000',
  '2026-11-20T25:00:00.000+0000',
  '2026-11-20T08:60:00.000+0000',
  '2026-11-20T08:15:60.000+0000',
  '2026-11-20T08:15:00.000+1960',
  '2026-11-20T08:15:00.000+2000',
  '2026-11-20T08:15:00.000+0000||/d',
])('no moment: %s', (text) => expect(() => parseOperateDate(text)).toThrow(RangeError))

test('the 29 February of a leap year is one', () => {
  expect(parseOperateDate('2028-02-29T23:59:59.999+0000').getTime()).toBe(Date.UTC(2028, 1, 29, 23, 59, 59, 999))
  expect(parseOperateDate('2000-02-29T00:00:00Z').getTime()).toBe(Date.UTC(2000, 1, 29))
})

test('a filter by a date that no calendar has is refused', async () => {
  const { baseUrl, received } = await serve(() => ({ body: '{"items":[],"total":0}' }))
  const { processInstances } = createOperateClient({ auth: testAuth(), baseUrl })
  for (const startDate of ['2026-02-30T00:00:00.000+0000', '2026-11-20T25:00:00.000+0000||/d']) {
    await expect(processInstances.search({ filter: { startDate } })).rejects.toMatchObject({
      issues: [{ path: 'filter.startDate' }],
    })
  }
  expect(received).toEqual([])
})

test('dates that Operate has no form for are refused', () => {
  expect(() => formatOperateDate(new Date(Number.NaN))).toThrow(RangeError)
  expect(() => formatOperateDate(new Date('+010000-01-01T00:00:00Z'))).toThrow(RangeError)
})

const SENT = '2026-11-20T08:15:00.000'
test.each<[Date | string, string]>([
  [new Date(`${SENT}Z`), `${SENT}+0000`],
  [`${SENT}+0000`, `${SENT}+0000`],
  [`${SENT}+00:00`, `${SENT}+0000`],
  [`${SENT}Z`, `${SENT}+0000`],
  ['2026-11-20T08:15:00Z', `${SENT}+0000`],
  [`${SENT}-05:00`, `${SENT}-0500`],
  [`${SENT}+0000||/d`, `${SENT}+0000||/d`],
  [`${SENT}+00:00||/y`, `${SENT}+0000||/y`],
])('filters take %s and send the one format that the server reads', async (startDate, expected) => {
  const { baseUrl, received } = await serve(() => ({ body: '{"items":[],"total":0}' }))
  const auth = testAuth()
  await createOperateClient({ auth, baseUrl }).processInstances.search({ filter: { startDate } })
  await createOperateClient({ auth, baseUrl, rfc3339Dates: true }).processInstances.search({ filter: { startDate } })
  expect(JSON.parse(received[0]?.body ?? '').filter.startDate).toBe(expected)
  expect(JSON.parse(received[1]?.body ?? '').filter.startDate).toBe(expected.replace(/([+-]\d\d)(\d\d)/, '$1:$2'))
})
