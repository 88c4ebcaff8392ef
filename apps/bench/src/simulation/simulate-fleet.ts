import { type FleetPlan, type FleetResult, hourMs, RequestLog, secretAt, startOf } from './plan.ts'
import type { VirtualTime } from './virtual-time.ts'

/** One process of a worker. */
export interface WorkerProcess {
  headers(): Promise<unknown>
}

/** Starts the process of a worker with its secret. `fetch` reaches the token endpoint. */
export type StartProcess = (worker: number, secret: string, fetch: TokenFetch) => WorkerProcess
type TokenFetch = (url: string, init: RequestInit) => Promise<Response>

/**
 * A day of a fleet with real code: every process has its own client, with its own timers in virtual time. The token
 * endpoint responds to every request; what it would do at more than one request per second is not simulated.
 */
export async function simulateFleet(
  plan: FleetPlan,
  time: VirtualTime,
  startProcess: StartProcess,
): Promise<FleetResult> {
  const begin = time.now()
  const since = (): number => time.now() - begin
  const log = new RequestLog(plan)
  let failed = 0
  let longestWaitMs = 0
  let serial = 0

  async function fetch(_url: string, { body }: RequestInit): Promise<Response> {
    const isRefused = String(body).includes('client_secret=old') && since() >= plan.rotateAtHour * hourMs
    log.add(since(), isRefused)
    await time.sleep(plan.tokenMs)
    if (isRefused) return Response.json({ error: 'invalid_client' }, { status: 401 })
    return Response.json({ access_token: `token-${++serial}`, expires_in: plan.lifetimeS })
  }

  async function call(worker: WorkerProcess): Promise<void> {
    const at = time.now()
    worker.headers().then(
      () => {
        longestWaitMs = Math.max(longestWaitMs, time.now() - at)
      },
      () => {
        failed++
      },
    )
    // Also if a token is available, since a background refresh may have started.
    await time.settle()
  }

  const fleet: WorkerProcess[] = []
  const order = Array.from({ length: plan.workers }, (_, worker) => worker)
  const phase = (worker: number): number => startOf(worker, plan) % plan.callEveryMs
  order.sort((a, b) => phase(a) - phase(b))
  let calls = 0
  for (let base = 0; base < plan.hours * hourMs; base += plan.callEveryMs) {
    for (const worker of order) {
      const at = base + phase(worker)
      const age = at - startOf(worker, plan)
      if (age < -0.001) continue
      const due = time.advanceTo(begin + at)
      if (due) await due
      // Divides without a remainder, except for the rounding of fractions of a millisecond.
      if (Math.abs(age - Math.round(age / hourMs) * hourMs) < 0.001)
        fleet[worker] = startProcess(worker, secretAt(since(), plan), fetch)
      calls++
      await call(fleet[worker] as WorkerProcess)
    }
  }
  await time.advanceTo(time.now() + 60_000)
  return {
    calls,
    tokenRequests: log.requests,
    refused: log.refused,
    worstSecond: log.worstSecond,
    secondsOverLimit: log.secondsOverLimit,
    longestWaitMs: Math.round(longestWaitMs),
    failed,
  }
}
