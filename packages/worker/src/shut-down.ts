import { pause } from './clock.ts'
import type { PollLoop } from './poll-loop.ts'
import type { Run } from './run.ts'
import { handBackJob } from './work-on-job.ts'

export interface ShutDownOptions {
  /** How long running handlers may go on. */
  readonly graceMs: number
  /** How long after that what is left may take to be handed back. */
  readonly handBackMs: number
}

/**
 * Stops a run: handlers finish within the grace period and the rest is handed back. A poll that is open stays so as long as
 * handlers run, since a server may not notice that it was ended, and lose the jobs it activates for it.
 */
export async function shutDown(run: Run, loop: PollLoop, { graceMs, handBackMs }: ShutDownOptions): Promise<void> {
  const { settings, counters, held, over } = run
  const { emit, clock } = settings
  run.stopping = true
  loop.stop()
  emit?.({ type: 'stopping', running: held.size, graceMs })
  await untilIdle(run, graceMs)

  loop.abort()
  for (const job of held) if (job.phase === 'running') void handBackJob(run, job)
  const last = new AbortController()
  const timeUp = pause(clock, handBackMs, last.signal)
  await Promise.race([loop.ended().then(() => untilIdle(run, handBackMs)), timeUp])
  last.abort()

  over.abort(new DOMException('The worker has stopped', 'AbortError'))
  const lost = held.size
  counters.lost += lost
  for (const job of held) job.moveTo('ended')
  emit?.({ type: 'stopped', lost })
}

/** Resolves when no job is held, or when the time is up. */
async function untilIdle(run: Run, ms: number): Promise<void> {
  if (run.held.size === 0) return
  const idle = new AbortController()
  const { onFree } = run
  run.onFree = () => {
    onFree()
    if (run.held.size === 0) idle.abort()
  }
  await pause(run.settings.clock, ms, idle.signal)
  run.onFree = onFree
}
