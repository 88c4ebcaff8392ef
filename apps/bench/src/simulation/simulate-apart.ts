import { type FleetPlan, type FleetResult, hourMs, RequestLog, secretAt, startOf } from './plan.ts'

/** The behavior of a client that shares nothing with other machines. */
export interface Behaviour {
  readonly title: string
  /** How long before its expiry a token is no longer used. */
  readonly marginMs: (lifetimeMs: number) => number
  /** How long before its expiry a call starts a background refresh; 0 for never. */
  readonly aheadMs: number
  /** Token requests of one call while they fail, and the pause after each. */
  readonly attempts: number
  readonly pauseMs: (attempt: number) => number
  /** How long a call waits before it sends a request, by the number of failures in a row. */
  readonly backOffMs: (failures: number) => number
}

const none = (): number => 0

/** Taken from their code, and compared with their results in the scenarios above. */
export const behaviours: Readonly<Record<string, Behaviour>> = {
  'camunda-sdk': {
    title: '@camunda8/sdk',
    marginMs: () => 1000,
    aheadMs: 0,
    attempts: 1,
    pauseMs: none,
    backOffMs: (failures) => Math.min(1000 * failures, 15_000),
  },
  'orchestration-cluster-api': {
    title: '@camunda8/orchestration-cluster-api',
    marginMs: (lifetime) => Math.max(30_000, lifetime / 20) + 5000,
    aheadMs: 0,
    attempts: 5,
    pauseMs: (attempt) => 1000 * 2 ** (attempt - 1),
    backOffMs: none,
  },
  azure: {
    title: '@azure/core-rest-pipeline',
    marginMs: () => 1000,
    aheadMs: 120_000,
    attempts: 1,
    pauseMs: none,
    backOffMs: none,
  },
  naive: {
    title: '10 lines by hand',
    marginMs: () => 1000,
    aheadMs: 0,
    attempts: 1,
    pauseMs: none,
    backOffMs: none,
  },
}

/**
 * The same fleet with clients that are isolated: each in its own container, so that no file survives a restart. A
 * model, since each worker is independent: a few additions per call instead of a process.
 */
export function simulateApart(plan: FleetPlan, behaviour: Behaviour): FleetResult {
  const log = new RequestLog(plan)
  const end = plan.hours * hourMs
  let calls = 0
  let failed = 0
  let longestWaitMs = 0
  for (let worker = 0; worker < plan.workers; worker++) {
    for (let start = startOf(worker, plan); start < end; start += hourMs) {
      const life = { from: start, until: Math.min(start + hourMs, end) }
      const isWrong = (at: number): boolean => secretAt(start, plan) === 'old' && secretAt(at, plan) === 'new'
      const one = simulateLife(plan, behaviour, life, log, isWrong)
      calls += one.calls
      failed += one.failed
      longestWaitMs = Math.max(longestWaitMs, one.longestWaitMs)
    }
  }
  const { requests, refused, worstSecond, secondsOverLimit } = log
  return {
    calls,
    tokenRequests: requests,
    refused,
    worstSecond,
    secondsOverLimit,
    longestWaitMs: Math.round(longestWaitMs),
    failed,
  }
}

/** One process from its start to its end. `isWrong` returns when its secret is rejected. */
export function simulateLife(
  plan: FleetPlan,
  { marginMs, aheadMs, attempts, pauseMs, backOffMs }: Behaviour,
  { from, until }: { readonly from: number; readonly until: number },
  log: RequestLog,
  isWrong: (at: number) => boolean,
): { calls: number; failed: number; longestWaitMs: number } {
  const lifetimeMs = plan.lifetimeS * 1000
  let usableUntil = 0
  /** No other call of this process sends a request before this time. */
  let busyUntil = 0
  let failures = 0
  let calls = 0
  let failed = 0
  let longestWaitMs = 0
  // Fractions of a millisecond add up, and would move the last call into the next process.
  for (let at = from; at < until - 0.001; at += plan.callEveryMs) {
    calls++
    const left = usableUntil - at
    if (left > 0 && (left > aheadMs || busyUntil > at)) continue
    // One request serves all calls that arrive while it is pending.
    if (busyUntil > at) {
      if (failures > 0) failed++
      else longestWaitMs = Math.max(longestWaitMs, busyUntil - at)
      continue
    }
    let now = at + backOffMs(failures)
    for (let attempt = 1; ; attempt++) {
      const isRefused = isWrong(now)
      log.add(now, isRefused)
      now += plan.tokenMs
      if (!isRefused) {
        usableUntil = now + lifetimeMs - marginMs(lifetimeMs)
        failures = 0
        break
      }
      if (attempt === attempts) {
        failures++
        break
      }
      now += pauseMs(attempt)
    }
    busyUntil = now
    if (failures > 0 && left <= 0) failed++
    else if (left <= 0) longestWaitMs = Math.max(longestWaitMs, now - at)
  }
  return { calls, failed, longestWaitMs }
}
