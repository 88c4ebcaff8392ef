import { createWorker, type Worker, type WorkerEvent, type WorkerOptions } from '../../src/index.ts'
import { createJobServer, type JobServer } from './job-server.ts'
import { createVirtualClock, type VirtualClock } from './virtual-clock.ts'

export interface Setup {
  readonly clock: VirtualClock
  readonly server: JobServer
  readonly worker: Worker
  readonly events: WorkerEvent[]
  /** Timers that the worker has now. */
  readonly timers: () => number
  /** Starts `run`; the result aborts it and resolves when it has ended. */
  start(options?: { graceMs?: number }): { stop(): Promise<void>; readonly ended: boolean; done: Promise<void> }
}

/** A worker and a job server in virtual time. */
export function setUp(jobs: WorkerOptions['jobs'], options: Partial<WorkerOptions> = {}): Setup {
  const clock = createVirtualClock()
  const server = createJobServer(clock)
  const events: WorkerEvent[] = []
  const own = clock.part()
  const worker = createWorker({
    orchestration: server,
    jobs,
    clock: own,
    random: () => 0.5,
    onEvent: (event) => events.push(event),
    ...options,
  })
  return {
    clock,
    server,
    worker,
    events,
    timers: () => own.timers,
    start(runOptions = {}) {
      const controller = new AbortController()
      const state = { ended: false }
      const done = worker.run({ signal: controller.signal, ...runOptions }).then(() => {
        state.ended = true
      })
      return {
        done,
        get ended() {
          return state.ended
        },
        async stop() {
          controller.abort()
          // Whatever it waits for.
          await clock.advance(60_000)
          await done
        },
      }
    },
  }
}

export function ofType<Type extends WorkerEvent['type']>(
  events: readonly WorkerEvent[],
  type: Type,
): Extract<WorkerEvent, { type: Type }>[] {
  return events.filter((event) => event.type === type) as Extract<WorkerEvent, { type: Type }>[]
}
