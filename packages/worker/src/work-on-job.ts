import type { ActivatedJob } from './api.ts'
import { type Command, failRejected, handBack, toThrownCommand } from './command.ts'
import type { JobEvent } from './events.ts'
import { toCompletion } from './handler-result.ts'
import { HeldJob } from './held-job.ts'
import { viewJob } from './job-view.ts'
import { parseVariables } from './parse-variables.ts'
import { statusOf } from './read-failure.ts'
import { type Run, stopReason } from './run.ts'
import { type Sent, sendCommand } from './send-command.ts'
import type { JobType } from './settings.ts'

/**
 * Works on a job that has arrived: parses its variables, calls its handler, sends its outcome.
 *
 * @param requested - False for a job beyond the number that the poll requested: there is no slot for it.
 */
export function workOnJob(run: Run, type: JobType, job: ActivatedJob, requested: boolean): void {
  run.counters.activated++
  if (joinsHeld(run.held.get(job.jobKey), job)) {
    run.capacity.release(type)
    return
  }
  const held = new HeldJob(run, type, job)
  if (run.handsBack) void handBackJob(held)
  else if (!requested) void handBackJob(held, `the worker ${run.settings.name} did not request it`)
  else void work(held)
}

/** Handles a job that arrives while it is already held. Returns true if there is nothing else to do. */
function joinsHeld(held: HeldJob | undefined, job: ActivatedJob): boolean {
  if (!held) return false
  if (held.phase === 'running') {
    // The same activation was delivered twice, or the timeout has passed on the server but not on the worker.
    if (held.job.deadline === job.deadline) return true
    held.expire()
    return false
  }
  if (held.command?.name === 'fail') {
    // The server has received the failure, but its response was lost. Sending it again would fail the next attempt.
    held.command = undefined
    held.moveTo('ended')
    return false
  }
  // Its handler has finished. Its work must not be repeated because the completion is slow.
  held.renew(job)
  return true
}

async function work(held: HeldJob): Promise<void> {
  held.record({ type: 'job_started', retries: held.job.retries })
  const command = await callHandler(held)
  if (held.phase === 'running') await finish(held, command)
  else if (held.timedOut) await finishLate(held, command)
  // Otherwise it was handed back.
}

async function callHandler(held: HeldJob): Promise<Command> {
  const { job, type } = held
  try {
    const variables = type.variables ? await parseVariables(type.variables, job.variables) : job.variables
    return { name: 'complete', body: toCompletion(job, await type.handle(viewJob(held, variables) as never)) }
  } catch (thrown) {
    return toThrownCommand(job, thrown)
  }
}

/** Sends the outcome of a job, and frees its slot when the server has confirmed it. */
async function finish(held: HeldJob, command: Command): Promise<void> {
  held.moveTo('settling')
  const sent = await sendCommand(held, command)
  if (sent.outcome === 'rejected' && command.name !== 'fail') {
    held.record({ type: 'command_failed', command: command.name, error: sent.error })
    return finish(held, failRejected(held.job, sent.error))
  }
  report(held, command, sent)
  held.moveTo('ended')
}

/**
 * Completes a job after its timeout, with one attempt: if no other worker has finished it yet, the work need not be
 * repeated. A failure is dropped, because it would apply to the worker that has the job now.
 */
async function finishLate(held: HeldJob, command: Command): Promise<void> {
  if (command.name === 'fail' || held.run.over.signal.aborted) return
  report(held, command, await sendCommand(held, command))
}

/** Hands a job back with unchanged retries, so that another worker gets it at once. */
export function handBackJob(held: HeldJob, reason = `the worker ${held.run.settings.name} was stopped`): Promise<void> {
  held.abort(stopReason())
  return finish(held, handBack(held.job, reason))
}

function report(held: HeldJob, command: Command, { outcome, error }: Sent): void {
  if (outcome === 'done') held.record(toEvent(held, command))
  else if (outcome === 'gone') held.record({ type: 'job_gone', command: command.name, status: statusOf(error) ?? 0 })
  else if (held.phase !== 'ended') {
    held.run.counters.lost++
    held.record({ type: 'command_failed', command: command.name, error })
  }
}

/** Returns the event of an accepted command. */
function toEvent({ run, arrivedAt }: HeldJob, command: Command): JobEvent {
  if (command.name === 'complete') {
    return { type: 'job_completed', durationMs: run.settings.clock.now() - arrivedAt }
  }
  if (command.name === 'throwError') return { type: 'job_error_thrown', errorCode: command.body.errorCode }
  if (command.isHandBack) return { type: 'job_handed_back' }
  const { retries, retryBackOff } = command.body
  return { type: 'job_failed', retries, backoffMs: retryBackOff, error: command.error }
}
