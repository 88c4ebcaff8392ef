import type { ActivatedJob } from './api.ts'
import type { Run } from './run.ts'
import type { JobType } from './settings.ts'

/**
 * `running`: its handler is at work. `settling`: its end is being sent. `retrying`: that failed and is tried again. `ended`:
 * the place is free.
 */
export type Phase = 'running' | 'settling' | 'retrying' | 'ended'

/**
 * A job that the worker has taken in. Its place is held until it moves to `ended`: at its timeout at the latest, unless its
 * end is being sent.
 */
export class HeldJob {
  readonly run: Run
  readonly type: JobType
  readonly job: ActivatedJob
  readonly arrivedAt: number
  /** When its timeout passes, by the worker's clock: the server's may be wrong. */
  deadline: number
  phase: Phase = 'running'
  /** True if its timeout passed while the handler was running. */
  timedOut = false
  #timer: unknown
  /** Made when a handler asks for it: most do not. */
  #controller: AbortController | undefined
  #reason: DOMException | undefined

  constructor(run: Run, type: JobType, job: ActivatedJob) {
    this.run = run
    this.type = type
    this.job = job
    this.arrivedAt = run.settings.clock.now()
    this.deadline = this.arrivedAt + type.timeoutMs
    this.#startTimer(type.timeoutMs)
    run.held.add(this)
  }

  /** Identifies it in events. */
  get step(): { readonly jobType: string; readonly jobKey: string; readonly processInstanceKey: string } {
    const { type, jobKey, processInstanceKey } = this.job
    return { jobType: type, jobKey, processInstanceKey }
  }

  get signal(): AbortSignal {
    this.#controller ??= new AbortController()
    if (this.#reason) this.#controller.abort(this.#reason)
    return this.#controller.signal
  }

  abort(reason: DOMException): void {
    this.#reason ??= reason
    this.#controller?.abort(this.#reason)
  }

  moveTo(next: Phase): void {
    const { run, phase } = this
    if (phase === 'ended' || phase === next) return
    if (phase === 'settling') run.capacity.settling--
    if (next === 'settling') run.capacity.settling++
    this.phase = next
    if (next === 'ended') {
      run.settings.clock.clearTimeout(this.#timer)
      run.held.delete(this)
      run.capacity.release(this.type)
    }
    // One that is retried no longer promises a free place soon.
    if (next !== 'settling') run.onFree()
  }

  /** Its timeout is `ms` from now on. */
  extend(ms: number): void {
    if (this.phase !== 'running') return
    const { clock } = this.run.settings
    clock.clearTimeout(this.#timer)
    this.deadline = clock.now() + ms
    this.#startTimer(ms)
  }

  #startTimer(ms: number): void {
    this.#timer = this.run.settings.clock.setTimeout(() => this.#onTimeout(), ms)
  }

  #onTimeout(): void {
    // A command that is under way sees the deadline itself.
    if (this.phase !== 'running') return
    this.timedOut = true
    this.run.counters.timedOut++
    this.abort(new DOMException('The timeout of the job has passed', 'TimeoutError'))
    this.run.settings.emit?.({ type: 'job_timed_out', ...this.step })
    this.moveTo('ended')
  }
}
