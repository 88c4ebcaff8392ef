import { type Clock, pause } from './clock.ts'
import type { PollLoop } from './poll-loop.ts'
import { type Run, stopReason } from './run.ts'
import { handBackJob } from './work-on-job.ts'

export interface ShutDownOptions {
  /** How long running handlers may continue. */
  readonly graceMs: number
  /** How long handing back the rest may take after that. */
  readonly handBackMs: number
  /** True if jobs that are still on their way are worked on, as far as the grace period allows. */
  readonly finishesPolls: boolean
}

/** How long a poll that was just sent, or a job that results from the last command, may take to arrive. */
const landingMs = 100

/**
 * Stops a run: handlers finish within the grace period, and the rest is handed back. Open polls stay open until then,
 * because a server may not notice that a poll was aborted and activate jobs for it, which are lost until their timeout.
 */
export async function shutDown(
  run: Run,
  loop: PollLoop,
  { graceMs, handBackMs, finishesPolls }: ShutDownOptions,
): Promise<void> {
  const { counters, held, over } = run
  const { clock } = run.settings
  run.stopping = true
  run.handsBack = !finishesPolls
  loop.stop()
  run.record({ type: 'stopping', running: held.size, graceMs })
  const arrived = finishesPolls ? loop.ended().then(() => idle(run)) : idle(run)
  await within(clock, graceMs, arrived)
  run.handsBack = true
  await within(clock, handBackMs, handBackRest(run, loop))
  loop.abort()
  over.abort(stopReason())
  const lost = held.size
  counters.lost += lost
  for (const job of held.values()) job.moveTo('ended')
  run.record({ type: 'stopped', lost })
}

async function handBackRest(run: Run, loop: PollLoop): Promise<void> {
  const { clock } = run.settings
  for (const job of run.held.values()) if (job.phase === 'running') void handBackJob(job)
  await idle(run)
  // A job that was handed back, or the next one of its process, often arrives at this worker again.
  await within(clock, run.activeAt + landingMs - clock.now(), loop.ended())
  loop.abort()
  await loop.ended()
  await idle(run)
}

/** Resolves when no job is held. */
async function idle(run: Run): Promise<void> {
  if (run.held.size === 0) return
  await new Promise<void>((resolve) => {
    const { onFree } = run
    run.onFree = () => {
      onFree()
      if (run.held.size === 0) resolve()
    }
  })
  run.activeAt = run.settings.clock.now()
}

/** Waits for `work` for at most `ms`. */
async function within(clock: Clock, ms: number, work: Promise<unknown>): Promise<void> {
  if (ms < 0) return
  const done = new AbortController()
  await Promise.race([work, pause(clock, ms, done.signal)])
  done.abort()
}
