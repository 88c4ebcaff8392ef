import type { ActivatedJob } from './api.ts'
import type { Command } from './command.ts'
import type { JobEvent, WorkerEvent } from './events.ts'
import type { Run } from './run.ts'
import type { JobType } from './settings.ts'

/**
 * `running`: its handler is running. `settling`: its end is being sent. `retrying`: that failed and is retried.
 * `ended`: the slot is free.
 */
export type Phase = 'running' | 'settling' | 'retrying' | 'ended'

/**
 * A job that the worker holds. Its slot is held until the phase `ended`: at its timeout at the latest, unless its end
 * is being sent.
 */
export class HeldJob {
  readonly run: Run
  readonly type: JobType
  /** The job as last activated. */
  job: ActivatedJob
  readonly arrivedAt: number
  /** When its timeout passes, by the worker's clock: the server's may differ. */
  deadline = 0
  phase: Phase = 'running'
  /** The command being sent for it; undefined before that, and once it is known to have been carried out. */
  command: Command | undefined
  /** True if its timeout passed while the handler was running. */
  timedOut = false
  #controller: AbortController | undefined
  #abortReason: unknown
  #timer: unknown

  constructor(run: Run, type: JobType, job: ActivatedJob) {
    this.run = run
    this.type = type
    this.job = job
    this.arrivedAt = run.settings.clock.now()
    this.extend(type.timeoutMs, this.arrivedAt)
    run.held.set(job.jobKey, this)
  }

  /** The signal of its handler. Created on first access, because most handlers never use it. */
  get signal(): AbortSignal {
    if (!this.#controller) {
      this.#controller = new AbortController()
      if (this.#abortReason) this.#controller.abort(this.#abortReason)
    }
    return this.#controller.signal
  }

  abort(reason: DOMException): void {
    this.#abortReason ??= reason
    this.#controller?.abort(reason)
  }

  /** Counts an event of this job and calls the listener. */
  record(event: JobEvent): void {
    const { type: jobType, jobKey, processInstanceKey } = this.job
    this.run.record({ ...event, jobType, jobKey, processInstanceKey } as WorkerEvent)
  }

  moveTo(next: Phase): void {
    const { run, phase } = this
    if (phase === 'ended' || phase === next) return
    if (phase === 'settling') run.capacity.settling--
    if (next === 'settling') run.capacity.settling++
    this.phase = next
    if (next === 'ended') {
      run.settings.clock.clearTimeout(this.#timer)
      run.held.delete(this.job.jobKey)
      run.capacity.release(this.type)
    }
    // A slot whose command is retried will not be free soon.
    if (next !== 'settling') run.onFree()
  }

  /** Sets its timeout to `ms` from now. */
  extend(ms: number, now: number = this.run.settings.clock.now()): void {
    if (this.phase !== 'running') return
    const { clock } = this.run.settings
    clock.clearTimeout(this.#timer)
    this.deadline = now + ms
    this.#timer = clock.setTimeout(() => this.expire(), ms)
  }

  /** Called when the server has activated it again: its end is sent for that activation. */
  renew(job: ActivatedJob): void {
    this.job = job
    this.deadline = this.run.settings.clock.now() + this.type.timeoutMs
  }

  /** Called when its timeout has passed. */
  expire(): void {
    // A command that is being sent checks the deadline itself.
    if (this.phase !== 'running') return
    this.timedOut = true
    this.abort(new DOMException('The timeout of the job has passed', 'TimeoutError'))
    this.record({ type: 'job_timed_out' })
    this.moveTo('ended')
  }
}
