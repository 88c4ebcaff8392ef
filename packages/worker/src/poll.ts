import type { ActivatedJob } from './api.ts'
import type { JobType, Settings } from './settings.ts'

/** How many jobs a poll requests, and how long the server waits for the first one; -1 for no waiting. */
export interface PollSize {
  readonly count: number
  readonly waitMs: number
}

/** Added so that the server responds before the client's own time limit. */
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
    fetchVariable: fetchVariables,
    tenantIds,
    // Not false: older servers reject unknown members.
    withLease: leases || undefined,
  }
  const { jobs } = await api.activate(body, { signal, timeoutMs: Math.max(0, waitMs) + marginMs, retry: false })
  const valid = Array.isArray(jobs) && jobs.every((job) => typeof job?.jobKey === 'string')
  if (!valid) throw new TypeError('The response to a job activation has no array of jobs')
  return jobs
}
