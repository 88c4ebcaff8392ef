import type { Step } from '../child/play.ts'
import type { Result, Scenario } from './scenario.ts'

const hour = 3600
const once = (steps: readonly Step[], processes = 1): Scenario['rounds'] => [{ processes, steps }]
const burst = (calls: number): readonly Step[] => [{ calls, everyMs: 0 }]
const serial = (calls: number): readonly Step[] => [{ calls, everyMs: 0, serial: true }]
const first: Step = { calls: 1, everyMs: 0, warmUp: true }

/** So many token requests at most, and nobody turned away. */
const atMost =
  (requests: number) =>
  ({ counts, failed, pending }: Result): boolean =>
    counts.tokenRequests <= requests && failed === 0 && pending === 0
/** So many at most, and every call told so. */
const allFail =
  (requests: number) =>
  ({ counts, failed, calls }: Result): boolean =>
    counts.tokenRequests <= requests && failed === calls && counts.apiCalls === 0

const quick: readonly Scenario[] = [
  {
    id: 'opaque',
    title: 'opaque token, 10 calls',
    plan: { lifetimeS: hour, format: 'opaque' },
    rounds: once(serial(10)),
    limitMs: 15_000,
    least: '1',
    isLeast: atMost(1),
  },
  {
    id: 'malformed',
    title: 'malformed token answer, 1 call',
    plan: { lifetimeS: hour, format: 'malformed' },
    rounds: once(serial(1)),
    limitMs: 25_000,
    least: '1, a clear error',
    isLeast: allFail(1),
  },
  {
    id: 'two-servers',
    title: 'a second token server, same client id and folder',
    plan: { lifetimeS: hour },
    rounds: [
      // A moment for those who write their file behind the caller's back.
      { processes: 1, steps: [...serial(1), { calls: 0, everyMs: 0, afterMs: 300 }] },
      { processes: 1, steps: serial(1), otherServer: true },
    ],
    limitMs: 15_000,
    least: '1, no mixing',
    isLeast: ({ counts, failed }) => counts.tokenRequests === 1 && counts.apiForeign === 0 && failed === 0,
  },
  {
    id: 'revoked',
    title: 'the API refuses a cached token, 5 calls',
    plan: { lifetimeS: hour, revoke: true },
    rounds: once([first, ...serial(5)]),
    limitMs: 20_000,
    least: '2, none fails',
    isLeast: atMost(2),
  },
  {
    id: 'clock-ahead',
    title: 'clock 2 h ahead, 10 calls',
    plan: { lifetimeS: hour },
    clockErrorMs: 7_200_000,
    rounds: once(serial(10)),
    limitMs: 15_000,
    least: '1',
    isLeast: atMost(1),
  },
]

const slow: readonly Scenario[] = [
  {
    id: 'cold-1000',
    title: '1,000 calls at once, one cold process',
    plan: { lifetimeS: hour },
    rounds: once(burst(1000)),
    limitMs: 40_000,
    alone: true,
    least: '1',
    isLeast: atMost(1),
    longest: true,
  },
  {
    id: 'fleet-warm',
    title: 'the 8 processes again, started anew',
    plan: { lifetimeS: hour },
    rounds: [
      { processes: 8, steps: burst(50) },
      { processes: 8, steps: burst(50) },
    ],
    limitMs: 30_000,
    alone: true,
    least: '0',
    isLeast: atMost(0),
    firstRow: {
      id: 'fleet-cold',
      title: '8 cold processes with 50 calls each, one folder',
      least: '1',
      isLeast: atMost(1),
    },
  },
  {
    id: 'lifetime-5',
    title: '30 s, tokens live 5 s, a call each 100 ms',
    plan: { lifetimeS: 5 },
    rounds: once([{ calls: 300, everyMs: 100 }]),
    apart: true,
    limitMs: 45_000,
    least: '6 to 7',
    isLeast: atMost(7),
    longest: true,
  },
  {
    id: 'lifetime-60',
    title: '30 s, tokens live 60 s, a call each 100 ms',
    plan: { lifetimeS: 60 },
    rounds: once([{ calls: 300, everyMs: 100 }]),
    limitMs: 45_000,
    least: '1',
    isLeast: atMost(1),
  },
  {
    id: 'wrong-secret',
    title: 'wrong secret, a call a second for 20 s',
    plan: { lifetimeS: hour },
    wrongSecret: true,
    rounds: once([{ calls: 20, everyMs: 1000 }]),
    limitMs: 24_000,
    least: '1, all fail',
    isLeast: allFail(1),
  },
  {
    id: 'wrong-secret-fleet',
    title: 'wrong secret, a call a second for 20 s in 8 processes',
    plan: { lifetimeS: hour },
    wrongSecret: true,
    rounds: once([{ calls: 20, everyMs: 1000 }], 8),
    limitMs: 24_000,
    least: '1, all fail',
    isLeast: allFail(1),
  },
  {
    id: 'limited',
    title: '429 with Retry-After for 5 s, 50 calls at once',
    plan: { lifetimeS: hour, fail: { status: 429, retryAfterS: 5, forMs: 5000 } },
    rounds: once(burst(50)),
    limitMs: 20_000,
    least: '2, none fails',
    isLeast: atMost(2),
  },
  {
    id: 'limited-unsaid',
    title: '429 without Retry-After for 5 s, 50 calls at once',
    plan: { lifetimeS: hour, fail: { status: 429, forMs: 5000 } },
    rounds: once(burst(50)),
    limitMs: 25_000,
    least: 'few, none fails',
    isLeast: atMost(5),
  },
  {
    id: 'broken',
    title: '500 for 2 s, 50 calls at once',
    plan: { lifetimeS: hour, fail: { status: 500, forMs: 2000 } },
    rounds: once(burst(50)),
    limitMs: 20_000,
    least: 'few, none fails',
    isLeast: atMost(5),
  },
  {
    id: 'no-lifetime',
    title: 'no expires_in, 10 calls',
    plan: { lifetimeS: hour, sayLifetime: false },
    rounds: once(serial(10)),
    limitMs: 25_000,
    least: '1',
    isLeast: atMost(1),
  },
  {
    id: 'silent',
    title: 'the token endpoint never answers, 1 call',
    plan: { lifetimeS: hour, fail: { status: 'hang' } },
    rounds: once(burst(1)),
    limitMs: 45_000,
    least: 'fails after its time-out',
    isLeast: ({ failed }) => failed === 1,
    longest: true,
  },
  {
    id: 'clock-behind',
    title: 'clock 2 h behind, tokens live 2 s, 50 calls in 5 s',
    plan: { lifetimeS: 2 },
    clockErrorMs: -7_200_000,
    rounds: once([{ calls: 50, everyMs: 100 }]),
    apart: true,
    limitMs: 15_000,
    least: '3, none fails',
    isLeast: atMost(3),
  },
  {
    id: 'refresh-fails',
    title: 'a refresh answers 500, the token still works, 5 calls',
    plan: { lifetimeS: 10, fail: { status: 500, afterFirstToken: true } },
    // Within the last second of the token, where all that refresh ahead have begun.
    rounds: once([first, { calls: 5, everyMs: 80, afterMs: 9250 }]),
    apart: true,
    limitMs: 40_000,
    least: 'none fails',
    isLeast: ({ failed, pending }) => failed + pending === 0,
  },
  {
    id: 'refresh-slow',
    title: 'a refresh takes 500 ms, a call each 50 ms: longest',
    plan: { lifetimeS: 20, refreshMs: 500 },
    rounds: once([first, { calls: 440, everyMs: 50, afterMs: 100 }]),
    apart: true,
    limitMs: 35_000,
    least: 'no wait',
    isLeast: ({ failed, longestMs }) => failed === 0 && longestMs < 250,
    longest: true,
  },
]

/** The situations that a token cache meets, and the least that each one takes. */
export const scenarios: readonly Scenario[] = [...quick.map((scenario) => ({ ...scenario, quick: true })), ...slow]
