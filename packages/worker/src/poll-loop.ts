import type { ActivatedJob } from './api.ts'
import { backoffMs, longestDelayMs } from './backoff.ts'
import { type PollSize, sendPoll } from './poll.ts'
import { nextPollSize, takeTurns, turnMs } from './poll-size.ts'
import { isRejected, retryAfterOf } from './read-failure.ts'
import type { Run } from './run.ts'
import type { JobType } from './settings.ts'

/** Polls for jobs of all types, in turns, as places become free. */
export interface PollLoop {
  /** Sends the polls that are due. Call it when a place has become free. */
  wake(): void
  /** Sends no more polls; those that are open go on. */
  stop(): void
  /** Ends the open polls that wait. One that does not is about to end anyway, and may bring jobs. */
  abort(): void
  /** Resolves when no poll is open. */
  ended(): Promise<unknown>
}

/** Where a type stands. */
interface Line {
  readonly type: JobType
  busy: boolean
  open: boolean
  failures: number
  /** Not polled before that. */
  readyAt: number
  /** Nothing more to be had in this round; only for a loop that drains. */
  drained: boolean
}

/** Credentials or settings that are wrong are not put right within a second. */
const longestRejectedDelayMs = 5000

/** How long a poll of a loop that drains waits for the jobs that those before it may have led to. */
const drainWaitMs = 500

/**
 * @param receive - Called with each job, whose place is held from then on.
 * @param onDrained - Makes a loop that does not wait for jobs, and calls it when there are none left.
 */
export function createPollLoop(
  run: Run,
  receive: (type: JobType, job: ActivatedJob) => void,
  onDrained?: () => void,
): PollLoop {
  const { settings, capacity, counters } = run
  const { clock, emit, types, maxJobs, random } = settings
  const turns = takeTurns(types, maxJobs)
  // The line that was polled last is at the end, so that each has its turn.
  const lines: Line[] = types.map((type) => {
    return { type, busy: false, open: false, failures: 0, readyAt: 0, drained: false }
  })
  const open = new Set<Promise<void>>()
  const waiting = new AbortController()
  const round = { number: 1, found: 0 }
  let stopped = false
  let timer: unknown

  function wake(): void {
    if (stopped) return
    clock.clearTimeout(timer)
    const now = clock.now()
    const due = lines.filter((line) => !line.open && !line.drained)
    const ready = due.filter((line) => line.readyAt <= now && capacity.freeFor(line.type) > 0)
    for (const [index, line] of ready.entries()) {
      const size = nextPollSize(settings, capacity, line, ready.length - index)
      if (size) start(line, size)
    }
    // With all places taken there is nothing to wait for but a place.
    const nextAt = Math.min(...due.filter((line) => line.readyAt > now).map((line) => line.readyAt))
    if (capacity.free > 0 && nextAt < Infinity) timer = clock.setTimeout(wake, Math.max(1, Math.ceil(nextAt - now)))
    if (onDrained && capacity.held === 0 && lines.every((line) => line.drained)) endRound(onDrained)
  }

  /** What was done may have led to more jobs, so there is one more round after each that found any. */
  function endRound(onDrained: () => void): void {
    if (round.found === 0) {
      onDrained()
      return
    }
    Object.assign(round, { number: round.number + 1, found: 0 })
    for (const line of lines) line.drained = false
    wake()
  }

  function start(line: Line, size: PollSize): void {
    lines.push(...lines.splice(lines.indexOf(line), 1))
    line.open = true
    capacity.reserve(line.type, size.count)
    const drainMs = line.busy || round.number === 1 ? -1 : drainWaitMs
    const waitMs = onDrained ? drainMs : size.waitMs
    const sent = poll(line, { ...size, waitMs })
    open.add(sent)
    void sent.then(() => open.delete(sent))
  }

  async function poll(line: Line, size: PollSize): Promise<void> {
    const { type } = line
    const startedAt = clock.now()
    let jobs: readonly ActivatedJob[] = []
    counters.polls++
    emit?.({ type: 'poll', jobType: type.type, maxJobs: size.count, waitMs: size.waitMs })
    try {
      jobs = await sendPoll(settings, type, size, size.waitMs < 0 ? run.over.signal : waiting.signal)
      emit?.({ type: 'polled', jobType: type.type, jobs: jobs.length, durationMs: clock.now() - startedAt })
      succeed(line, size, jobs.length, startedAt)
    } catch (error) {
      if (!waiting.signal.aborted) fail(line, error)
    }
    line.open = false
    capacity.take(type, size.count, jobs.length)
    for (const job of jobs) receive(type, job)
    wake()
  }

  function succeed(line: Line, { count, waitMs }: PollSize, jobs: number, startedAt: number): void {
    line.failures = 0
    line.busy = jobs >= count
    round.found += jobs
    line.drained = onDrained !== undefined && !line.busy
    if (onDrained) return
    // The next poll waits for jobs, where this one did not. A server that does not wait must not be polled without end.
    const waitsNext = waitMs < 0 && !turns
    if (!line.busy && (jobs === 0 || turns) && !waitsNext) line.readyAt = startedAt + turnMs
  }

  function fail(line: Line, error: unknown): void {
    line.failures++
    line.busy = false
    counters.pollFailures++
    const boundMs = isRejected(error) ? longestRejectedDelayMs : longestDelayMs
    const delayMs = backoffMs(line.failures, random, { retryAfterMs: retryAfterOf(error), boundMs })
    line.readyAt = clock.now() + delayMs
    emit?.({ type: 'poll_failed', jobType: line.type.type, failures: line.failures, delayMs, error })
  }

  return {
    wake,
    stop() {
      stopped = true
      clock.clearTimeout(timer)
    },
    abort: () => waiting.abort(new DOMException('The worker has stopped', 'AbortError')),
    ended: () => Promise.all(open),
  }
}
