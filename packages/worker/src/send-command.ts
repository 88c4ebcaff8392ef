import type { ActivatedJob, JobCallOptions, JobsApi } from './api.ts'
import { backoffMs } from './backoff.ts'
import { pause } from './clock.ts'
import type { Command } from './command.ts'
import type { HeldJob } from './held-job.ts'
import { isGone, isInvalid, mayBeDone, retryAfterOf } from './read-failure.ts'

/** The outcome of a command. */
export interface Sent {
  /**
   * `gone`: the job no longer belongs to this worker. `rejected`: the server does not accept the command. `unreached`:
   * the server could not be reached.
   */
  readonly outcome: 'done' | 'gone' | 'rejected' | 'unreached'
  readonly error?: unknown
}

/** Time limit of one attempt, in milliseconds: a dead connection must not use up the job's timeout. */
const tryMs = { least: 1000, most: 10_000 }

/**
 * Sends the command that ends a job, and retries it until the job's timeout, so that finished work is not lost with a
 * connection.
 */
export async function sendCommand(held: HeldJob, command: Command): Promise<Sent> {
  const { run } = held
  const { api, clock, random } = run.settings
  const { signal } = run.over
  let perhapsDone = false
  let failures = 0
  held.command = command
  // Unless the job has arrived again, which shows that the command was carried out.
  while (held.command === command) {
    const { job } = held
    const timeoutMs = Math.min(tryMs.most, Math.max(tryMs.least, Math.ceil(held.deadline - clock.now())))
    try {
      await send(api, job, command, { signal, timeoutMs, retry: false })
      return { outcome: 'done' }
    } catch (error) {
      // Or it was activated again in the meantime, and may have another lease.
      if (held.command !== command || (isGone(error) && held.job !== job)) continue
      // After a lost response, this is the response to the second of two identical commands.
      if (isGone(error)) return { outcome: perhapsDone ? 'done' : 'gone', error }
      if (isInvalid(error)) return { outcome: 'rejected', error }
      perhapsDone ||= mayBeDone(error)
      const left = held.deadline - clock.now()
      if (signal.aborted || left <= 0) return { outcome: 'unreached', error }
      // The last attempt is at the deadline: until then the job belongs to this worker.
      const delayMs = Math.min(left, backoffMs(++failures, random, { retryAfterMs: retryAfterOf(error) }))
      held.moveTo('retrying')
      held.record({ type: 'command_retry', command: command.name, delayMs, error })
      await pause(clock, delayMs, signal)
    }
  }
  return { outcome: 'done' }
}

function send(api: JobsApi, job: ActivatedJob, { name, body }: Command, options: JobCallOptions): Promise<void> {
  const call = api[name] as (jobKey: string, body: object, options: JobCallOptions) => Promise<void>
  return call.call(api, job.jobKey, { ...body, jobLeaseToken: job.jobLeaseToken ?? undefined }, options)
}
