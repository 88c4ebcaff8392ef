import type { ActivatedJob } from './api.ts'
import type { Run } from './run.ts'
import type { JobType } from './settings.ts'

/**
 * A job that the worker has. `running`: its handler is at work. `settling`: its end is being sent. `retrying`: that failed
 * and is tried again. `ended`: the place is free.
 */
export type Phase = 'running' | 'settling' | 'retrying' | 'ended'

export interface HeldJob {
  readonly job: ActivatedJob
  readonly type: JobType
  readonly arrivedAt: number
  /** When its timeout passes, by the worker's clock: the server's may be wrong. */
  readonly deadline: number
  readonly phase: Phase
  /** True if its timeout passed while the handler was running. */
  readonly timedOut: boolean
  /** Identifies it in events. */
  readonly step: { readonly jobType: string; readonly jobKey: string; readonly processInstanceKey: string }
  signal(): AbortSignal
  abort(reason: DOMException): void
  moveTo(phase: Phase): void
  /** Its timeout is `ms` from now on. */
  extend(ms: number): void
}

/** Takes a job in: its place is held until it moves to `ended`, which happens at its timeout at the latest. */
export function holdJob(run: Run, type: JobType, job: ActivatedJob): HeldJob {
  const { clock, emit } = run.settings
  const { jobKey, processInstanceKey } = job
  const step = { jobType: job.type, jobKey, processInstanceKey }
  const arrivedAt = clock.now()
  let phase: Phase = 'running'
  let timedOut = false
  let deadline = arrivedAt + type.timeoutMs
  let timer = clock.setTimeout(onTimeout, type.timeoutMs)
  // Made when a handler asks for it: most do not.
  let controller: AbortController | undefined
  let reason: DOMException | undefined

  function onTimeout(): void {
    // A command that is under way sees the deadline itself.
    if (phase !== 'running') return
    timedOut = true
    run.counters.timedOut++
    held.abort(new DOMException('The timeout of the job has passed', 'TimeoutError'))
    emit?.({ type: 'job_timed_out', ...step })
    held.moveTo('ended')
  }

  const held: HeldJob = {
    job,
    type,
    arrivedAt,
    step,
    get deadline() {
      return deadline
    },
    get phase() {
      return phase
    },
    get timedOut() {
      return timedOut
    },
    signal() {
      controller ??= new AbortController()
      if (reason) controller.abort(reason)
      return controller.signal
    },
    abort(why) {
      reason ??= why
      controller?.abort(reason)
    },
    moveTo(next) {
      if (phase === 'ended' || phase === next) return
      if (phase === 'settling') run.capacity.settling--
      if (next === 'settling') run.capacity.settling++
      phase = next
      if (next === 'ended') {
        clock.clearTimeout(timer)
        run.held.delete(held)
        run.capacity.release(type)
      }
      // One that is retried no longer promises a free place soon.
      if (next !== 'settling') run.onFree()
    },
    extend(ms) {
      if (phase !== 'running') return
      clock.clearTimeout(timer)
      deadline = clock.now() + ms
      timer = clock.setTimeout(onTimeout, ms)
    },
  }
  run.held.add(held)
  return held
}
