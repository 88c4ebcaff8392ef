import type { ActivatedJob } from './api.ts'
import { type Command, failure, handBack, toThrownCommand } from './command.ts'
import { HandlerResultError } from './errors.ts'
import { toCompletion } from './handler-result.ts'
import { HeldJob } from './held-job.ts'
import { viewJob } from './job-view.ts'
import { parseVariables } from './parse-variables.ts'
import type { Run } from './run.ts'
import { type Sent, sendCommand } from './send-command.ts'
import type { JobType } from './settings.ts'

/** Works on a job that has arrived: parses its variables, calls its handler, sends how it ended. */
export function workOnJob(run: Run, type: JobType, job: ActivatedJob): void {
  const held = new HeldJob(run, type, job)
  run.counters.activated++
  if (run.stopping) void handBackJob(run, held)
  else void work(run, held)
}

async function work(run: Run, held: HeldJob): Promise<void> {
  const { job } = held
  run.settings.emit?.({ type: 'job_started', ...held.step, retries: job.retries })
  const command = await callHandler(held)
  // Handed back, or its place was given away at its timeout.
  if (held.phase !== 'running') return held.timedOut ? sendLate(run, held, command) : undefined
  held.moveTo('settling')
  const sent = await sendCommand(run, held, command)
  if (sent.outcome === 'rejected' && command.name !== 'fail') await failRejected(run, held, command, sent.error)
  else report(run, held, command, sent)
  held.moveTo('ended')
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

/**
 * The work was done after all, and if nobody else has it done yet, it need not be done again: one try. A failure is
 * dropped, since it would be that of the worker which has the job now.
 */
async function sendLate(run: Run, held: HeldJob, command: Command): Promise<void> {
  if (command.name === 'fail' || run.over.signal.aborted) return
  report(run, held, command, await sendCommand(run, held, command))
}

/** The server does not accept how the job ended, and would not the next time: its message says so. */
async function failRejected(run: Run, held: HeldJob, rejected: Command, error: unknown): Promise<void> {
  run.settings.emit?.({ type: 'command_failed', ...held.step, command: rejected.name, error })
  const { title, detail, message } = Object(error) as Record<string, unknown>
  const reason = [title, detail].filter(Boolean).join(': ') || String(message)
  const command = failure(held.job, new HandlerResultError(`The result of the handler was rejected: ${reason}`))
  report(run, held, command, await sendCommand(run, held, command))
}

/** Gives a job back with the retries it had, so that another worker gets it at once. */
export async function handBackJob(run: Run, held: HeldJob): Promise<void> {
  held.abort(new DOMException('The worker has stopped', 'AbortError'))
  held.moveTo('settling')
  const command = handBack(held.job, run.settings.name)
  const sent = await sendCommand(run, held, command)
  if (sent.outcome === 'done') {
    run.counters.handedBack++
    run.settings.emit?.({ type: 'job_handed_back', ...held.step })
  } else report(run, held, command, sent)
  held.moveTo('ended')
}

function report(run: Run, held: HeldJob, command: Command, sent: Sent): void {
  const { counters, settings } = run
  const { emit, clock } = settings
  const { step } = held
  if (sent.outcome === 'gone') {
    counters.gone++
    emit?.({ type: 'job_gone', ...step, command: command.name, status: sent.status })
  } else if (sent.outcome !== 'done') {
    // One that has ended before was counted then.
    if (held.phase === 'ended') return
    counters.lost++
    emit?.({ type: 'command_failed', ...step, command: command.name, error: sent.error })
  } else if (command.name === 'complete') {
    counters.completed++
    emit?.({ type: 'job_completed', ...step, durationMs: clock.now() - held.arrivedAt })
  } else if (command.name === 'throwError') {
    counters.errorsThrown++
    emit?.({ type: 'job_error_thrown', ...step, errorCode: command.body.errorCode })
  } else {
    counters.failed++
    const { retries, retryBackOff } = command.body
    emit?.({ type: 'job_failed', ...step, retries, backoffMs: retryBackOff, error: command.error })
  }
}
