import type { Step } from '../child/play.ts'
import type { Result, Scenario } from './scenario.ts'

const hour = 3600
const once = (steps: readonly Step[], processes = 1): Scenario['rounds'] => [{ processes, steps }]
const burst = (calls: number): readonly Step[] => [{ calls, everyMs: 0 }]
const serial = (calls: number): readonly Step[] => [{ calls, everyMs: 0, serial: true }]
const first: Step = { calls: 1, everyMs: 0, warmUp: true }

/** At most this many token requests, and every call succeeds. */
const atMost =
  (requests: number) =>
  ({ counts, failed, pending }: Result): boolean =>
    counts.tokenRequests <= requests && failed === 0 && pending === 0
/** At most this many token requests, and every call fails with an error. */
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
    title: 'malformed token response, 1 call',
    plan: { lifetimeS: hour, format: 'malformed' },
    rounds: once(serial(1)),
    limitMs: 25_000,
    least: '1, a clear error',
    isLeast: allFail(1),
  },
  {
    id: 'two-servers',
    title: 'another token endpoint, same client id and folder',
    plan: { lifetimeS: hour },
    rounds: [
      // Time for clients that write their file in the background.
      { processes: 1, steps: [...serial(1), { calls: 0, everyMs: 0, afterMs: 300 }] },
      { processes: 1, steps: serial(1), otherServer: true },
    ],
    limitMs: 15_000,
    least: '1, no mix-up',
    isLeast: ({ counts, failed }) => counts.tokenRequests === 1 && counts.apiForeign === 0 && failed === 0,
  },
  {
    id: 'revoked',
    title: 'the API rejects a cached token, 5 calls',
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
    title: '1,000 calls at once in one new process',
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
    title: 'the same 8 processes, restarted',
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
      title: '8 new processes with 50 calls each, one folder',
      least: '1',
      isLeast: atMost(1),
    },
  },
  {
    id: 'lifetime-5',
    title: '30 s, tokens valid for 5 s, a call every 100 ms',
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
    title: '30 s, tokens valid for 60 s, a call every 100 ms',
    plan: { lifetimeS: 60 },
    rounds: once([{ calls: 300, everyMs: 100 }]),
    limitMs: 45_000,
    least: '1',
    isLeast: atMost(1),
  },
  {
    id: 'wrong-secret',
    title: 'wrong secret, one call per second for 20 s',
    plan: { lifetimeS: hour },
    wrongSecret: true,
    rounds: once([{ calls: 20, everyMs: 1000 }]),
    limitMs: 24_000,
    least: '1, all fail',
    isLeast: allFail(1),
  },
  {
    id: 'wrong-secret-fleet',
    title: 'wrong secret, one call per second for 20 s in 8 processes',
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
    title: 'the token endpoint never responds, 1 call',
    plan: { lifetimeS: hour, fail: { status: 'hang' } },
    rounds: once(burst(1)),
    limitMs: 45_000,
    least: 'fails after its timeout',
    isLeast: ({ failed }) => failed === 1,
    longest: true,
  },
  {
    id: 'clock-behind',
    title: 'clock 2 h behind, tokens valid for 2 s, 50 calls in 5 s',
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
    title: 'a refresh fails with 500, the token is still valid, 5 calls',
    plan: { lifetimeS: 14, fail: { status: 500, afterFirstToken: true } },
    // After all clients that refresh ahead have started to. The first call takes up to 0.9 s of the token's lifetime.
    rounds: once([first, { calls: 5, everyMs: 80, afterMs: 12_700 }]),
    apart: true,
    limitMs: 40_000,
    least: 'none fails',
    isLeast: ({ failed, pending }) => failed + pending === 0,
  },
  {
    id: 'refresh-slow',
    title: 'a refresh takes 500 ms, a call every 50 ms: longest call',
    plan: { lifetimeS: 20, refreshMs: 500 },
    rounds: once([first, { calls: 440, everyMs: 50, afterMs: 100 }]),
    apart: true,
    limitMs: 35_000,
    least: 'no wait',
    isLeast: ({ failed, longestMs }) => failed === 0 && longestMs < 250,
    longest: true,
  },
]

/** The situations that a token cache must handle, each with the minimum number of token requests. */
export const scenarios: readonly Scenario[] = [...quick.map((scenario) => ({ ...scenario, quick: true })), ...slow]
