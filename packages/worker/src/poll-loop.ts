import type { ActivatedJob } from './api.ts'
import { backoffMs, longestDelayMs } from './backoff.ts'
import { type PollSize, sendPoll } from './poll.ts'
import { nextPollSize, turnMs } from './poll-size.ts'
import { isRejected, retryAfterOf } from './read-failure.ts'
import { type Run, stopReason } from './run.ts'
import type { JobType } from './settings.ts'

/** Polls for jobs of all types in turns, as slots become free. */
export interface PollLoop {
  /** Sends the polls that are due. Call it when a slot has become free. */
  wake(): void
  /** Schedules no more polls, for a run that stops. Open polls continue. */
  stop(): void
  /** Aborts the open long polls. Others are about to end anyway, and may return jobs. */
  abort(): void
  /** Resolves when no poll is open anymore. */
  ended(): Promise<unknown>
}

/** The polling state of a type. */
interface Line {
  readonly type: JobType
  busy: boolean
  /** Its open polls. */
  readonly open: Set<Promise<void>>
  failures: number
  /** Earliest time of the next poll. */
  readyAt: number
  /** True if there are no more jobs in this round; only for a loop that drains. */
  drained: boolean
}

/** Wrong credentials or settings are not fixed within a second. */
const longestRejectedDelayMs = 5000

/** How long a poll of a draining loop waits for jobs that result from previous ones. */
const drainWaitMs = 500

/**
 * @param receive - Called with each job, whose slot is held from then on. `requested` is false for jobs beyond the
 * number that the poll requested.
 * @param onDrained - Makes the loop drain: it does not wait for jobs, and calls this when none are left.
 */
export function createPollLoop(
  run: Run,
  receive: (type: JobType, job: ActivatedJob, requested: boolean) => void,
  onDrained?: () => void,
): PollLoop {
  const { settings, capacity } = run
  const { clock, types, takesTurns, random } = settings
  // The line that was polled last is at the end, so that they take turns.
  const lines: Line[] = types.map((type) => {
    return { type, busy: false, open: new Set(), failures: 0, readyAt: 0, drained: false }
  })
  const waiting = new AbortController()
  let round = 1
  let foundInRound = 0
  let timer: unknown

  function wake(): void {
    if (run.stopping) return
    clock.clearTimeout(timer)
    const now = clock.now()
    run.activeAt = now
    const due = lines.filter((line) => line.open.size < mostPolls(line) && !line.drained)
    const ready = due.filter((line) => line.readyAt <= now && capacity.freeFor(line.type) > 0)
    for (const [index, line] of ready.entries()) {
      const size = nextPollSize(settings, capacity, { ...line, isSecond: line.open.size > 0 }, ready.length - index)
      if (size) start(line, size)
    }
    // Without a free slot, the only thing to wait for is a slot.
    const nextAt = Math.min(...due.filter((line) => line.readyAt > now).map((line) => line.readyAt))
    if (capacity.free > 0 && nextAt < Infinity) timer = clock.setTimeout(wake, Math.max(1, Math.ceil(nextAt - now)))
    if (onDrained && capacity.held === 0 && lines.every((line) => line.drained)) endRound(onDrained)
  }

  /** While the queue is deep, the next poll does not wait for the response to the last one. */
  function mostPolls({ busy }: Line): number {
    return busy && types.length === 1 && !onDrained ? 2 : 1
  }

  /** Starts another round after each that found jobs, because finishing them may have created more. */
  function endRound(onDrained: () => void): void {
    if (foundInRound === 0) {
      onDrained()
      return
    }
    round++
    foundInRound = 0
    for (const line of lines) line.drained = false
    wake()
  }

  function start(line: Line, size: PollSize): void {
    lines.push(...lines.splice(lines.indexOf(line), 1))
    const drainMs = line.busy || round === 1 ? -1 : drainWaitMs
    const open = poll(line, onDrained ? { ...size, waitMs: drainMs } : size, () => line.open.delete(open))
    line.open.add(open)
  }

  async function poll(line: Line, size: PollSize, end: () => void): Promise<void> {
    const { type } = line
    const { count, waitMs } = size
    const startedAt = clock.now()
    let jobs: readonly ActivatedJob[] = []
    capacity.reserve(type, count)
    run.record({ type: 'poll', jobType: type.type, maxJobs: count, waitMs })
    try {
      jobs = await sendPoll(settings, type, size, waitMs < 0 ? run.over.signal : waiting.signal)
      run.record({ type: 'polled', jobType: type.type, jobs: jobs.length, durationMs: clock.now() - startedAt })
      succeed(line, size, jobs.length, startedAt)
    } catch (error) {
      if (!waiting.signal.aborted) fail(line, error)
    }
    end()
    capacity.take(type, count, jobs.length)
    for (const [index, job] of jobs.entries()) receive(type, job, index < count)
    wake()
  }

  function succeed(line: Line, { count, waitMs }: PollSize, jobs: number, startedAt: number): void {
    line.failures = 0
    line.busy = jobs >= count
    foundInRound += jobs
    line.drained = onDrained !== undefined && !line.busy
    // A long poll that returned at once: such a server must not be polled continuously.
    const isEmpty = jobs === 0 && waitMs > 0
    if (!onDrained && (takesTurns ? !line.busy : isEmpty)) line.readyAt = startedAt + turnMs
  }

  function fail(line: Line, error: unknown): void {
    line.failures++
    line.busy = false
    const boundMs = isRejected(error) ? longestRejectedDelayMs : longestDelayMs
    const delayMs = backoffMs(line.failures, random, { retryAfterMs: retryAfterOf(error), boundMs })
    line.readyAt = clock.now() + delayMs
    run.record({ type: 'poll_failed', jobType: line.type.type, failures: line.failures, delayMs, error })
  }

  return {
    wake,
    stop: () => clock.clearTimeout(timer),
    abort: () => waiting.abort(stopReason()),
    ended: () => Promise.all(lines.flatMap((line) => [...line.open])),
  }
}
