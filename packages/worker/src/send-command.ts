import type { JobCallOptions } from './api.ts'
import { backoffMs } from './backoff.ts'
import { pause } from './clock.ts'
import type { Command } from './command.ts'
import type { HeldJob } from './held-job.ts'
import { isGone, isInvalid, mayBeDone, retryAfterOf, statusOf } from './read-failure.ts'
import type { Run } from './run.ts'

/** How a command ended. `gone`: the job is no longer this worker's. `rejected`: the server does not accept it. */
export type Sent =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'gone'; readonly status: number }
  | { readonly outcome: 'rejected' | 'unreached'; readonly error: unknown }

/** How long one try may take, in milliseconds: a connection that is dead should not use up the job's timeout. */
const tryMs = { least: 1000, most: 10_000 }

/**
 * Sends the command that ends a job, and retries it as long as the job's timeout lasts: what a handler has done is not lost
 * with a connection.
 */
export async function sendCommand(run: Run, held: HeldJob, command: Command): Promise<Sent> {
  const { clock, random, emit } = run.settings
  const { signal } = run.over
  let perhapsDone = false
  for (let failures = 1; ; failures++) {
    const timeLeft = held.deadline - clock.now()
    const timeoutMs = Math.min(tryMs.most, Math.max(tryMs.least, Math.ceil(timeLeft)))
    try {
      await send(run, held, command, { signal, timeoutMs, retry: false })
      return { outcome: 'done' }
    } catch (error) {
      // The response to the try before was lost, and this is the answer to the second of two equal commands.
      if (isGone(error)) return perhapsDone ? { outcome: 'done' } : { outcome: 'gone', status: statusOf(error) ?? 0 }
      if (isInvalid(error)) return { outcome: 'rejected', error }
      perhapsDone ||= mayBeDone(error)
      const left = held.deadline - clock.now()
      if (signal.aborted || left <= 0) return { outcome: 'unreached', error }
      // The last try is at the deadline: until then the job is with this worker.
      const delayMs = Math.min(left, backoffMs(failures, random, { retryAfterMs: retryAfterOf(error) }))
      held.moveTo('retrying')
      emit?.({ type: 'command_retry', ...held.step, command: command.name, delayMs, error })
      await pause(clock, delayMs, signal)
      if (signal.aborted) return { outcome: 'unreached', error }
    }
  }
}

function send(run: Run, { job }: HeldJob, command: Command, options: JobCallOptions): Promise<void> {
  const { api } = run.settings
  const { jobKey, jobLeaseToken } = job
  const lease = jobLeaseToken ? { jobLeaseToken } : {}
  if (command.name === 'complete') return api.complete(jobKey, { ...command.body, ...lease }, options)
  if (command.name === 'throwError') return api.throwError(jobKey, { ...command.body, ...lease }, options)
  return api.fail(jobKey, { ...command.body, ...lease }, options)
}
