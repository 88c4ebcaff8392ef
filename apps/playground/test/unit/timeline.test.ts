import { expect, test } from 'vitest'
import type { Activity } from '../../src/recording/activity.ts'
import { toTimeline, toTotals } from '../../src/tokens/timeline.ts'

const audience = 'operate.camunda.io'
const cache = (time: number, event: Extract<Activity, { type: 'cache' }>['event']): Activity => ({
  type: 'cache',
  time,
  credentials: 'cluster',
  event,
})
const call = (time: number, outcome: 'cached' | 'waited' | 'failed'): Activity => ({ type: 'call', time, outcome })

test('a token that is asked for while the last one lasts is renewed ahead; after its end or a refusal it is not', () => {
  const requested = (time: number): Activity => cache(time, { type: 'token_requested', audience })
  const received = (time: number, expiresAt: number): Activity =>
    cache(time, { type: 'token_received', audience, expiresAt, durationMs: 1 })
  const activities = [
    requested(0),
    received(1, 60),
    requested(50),
    received(51, 110),
    requested(111),
    received(112, 170),
    cache(120, { type: 'token_refused', audience }),
    requested(121),
  ]
  expect(toTimeline(activities, 0, 500).cache).toEqual([
    { time: 50, kind: 'ahead' },
    { time: 120, kind: 'refused' },
  ])
  // What came before the start is known all the same.
  expect(toTimeline(activities, 40, 500).cache[0]).toEqual({ time: 50, kind: 'ahead' })
})

test('calls fall into columns by their time, the older ones out of the window', () => {
  const activities = [call(99, 'cached'), call(100, 'cached'), call(149, 'waited'), call(150, 'failed')]
  expect(toTimeline(activities, 100, 50).columns).toEqual([
    { time: 100, calls: { cached: 1, waited: 1, failed: 0 } },
    { time: 150, calls: { cached: 0, waited: 0, failed: 1 } },
  ])
})

test('answers of the token endpoint are told apart by status, and counted', () => {
  const activities = [200, 429, 401, 400, 503].map((status): Activity => ({ type: 'endpoint', time: 1, status }))
  expect(toTimeline(activities, 0, 500).requests.map(({ kind }) => kind)).toEqual([
    'granted',
    'limited',
    'refused',
    'refused',
    'failed',
  ])
  expect(toTotals([...activities, call(1, 'cached')])).toMatchObject({ granted: 1, limited: 1, rejected: 2, cached: 1 })
})
