import type { ActivatedJob } from './api.ts'
import type { JobType, Settings } from './settings.ts'

/** How many jobs a poll requests, and how long the server waits for the first one; -1 means not at all. */
export interface PollSize {
  readonly count: number
  readonly waitMs: number
}

/** So that the server's answer arrives before the client's own time limit. */
const marginMs = 10_000

/** Activates jobs of one type. */
export async function sendPoll(
  { api, name, tenantIds, leases }: Settings,
  { type, timeoutMs, fetchVariables }: JobType,
  { count, waitMs }: PollSize,
  signal: AbortSignal,
): Promise<readonly ActivatedJob[]> {
  const body = {
    type,
    worker: name,
    timeout: timeoutMs,
    maxJobsToActivate: count,
    requestTimeout: waitMs,
    // An older server rejects members that it does not know.
    ...(fetchVariables && { fetchVariable: fetchVariables }),
    ...(tenantIds && { tenantIds }),
    ...(leases && { withLease: true }),
  }
  const { jobs } = await api.activate(body, { signal, timeoutMs: Math.max(0, waitMs) + marginMs, retry: false })
  if (!Array.isArray(jobs)) throw new TypeError('The response to a job activation has no list of jobs')
  return jobs
}
