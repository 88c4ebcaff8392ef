import type { Engine, EngineEvent } from '@x/engine'
import type { ClusterClock } from '../engine/cluster-clock.ts'
import { createAgenda } from './agenda.ts'
import { arrivalsBetween, shareOut } from './arrivals.ts'
import { DAY, type ProcessModel } from './bpmn/model.ts'
import { startInstance } from './customers.ts'
import { sampleDeployments } from './deployments.ts'
import { expectOperator } from './operators.ts'
import { expectPerson } from './people.ts'
import { createRandom } from './random.ts'
import type { Stage } from './stage.ts'
import { expectWorker } from './workers.ts'

/** Sample processes that run in an engine, with workers, people, customers and operators that act on them. */
export interface SampleWorld {
  /**
   * Simulates six weeks, up to now: deploys the processes, starts instances, and lets workers and people do their work.
   */
  begin(): Promise<void>
  /** Continues the work of workers and people up to now. Without `live`, they stop after the initial simulation. */
  goOn(): void
  /** Receives the engine's events. */
  notice(event: EngineEvent): void
}

export interface SampleWorldParts {
  readonly engine: Engine
  readonly clock: ClusterClock
  readonly seed: number
  /** How many process instances are started up to now, not counting those that they call. */
  readonly processInstances: number
  /** Whether the work continues after the initial simulation. */
  readonly live: boolean
}

/** How far back the data reaches. */
const PAST = 42 * DAY
/** The worker that is down for some time at the end, so that there are jobs to work on. */
const DOWN = { type: 'send-invoice', ms: 3 * DAY } as const

export function createSampleWorld({ engine, clock, seed, processInstances, live }: SampleWorldParts): SampleWorld {
  const random = createRandom(seed)
  const agenda = createAgenda()
  let isOn = false
  let end = Number.POSITIVE_INFINITY
  const stage: Stage = {
    engine,
    random,
    isDown: (type) => type === DOWN.type && clock.now() > end - DOWN.ms,
    after: (ms, action) => agenda.add(clock.now() + ms, action),
  }

  /** Runs one event after the other, each at its own time. */
  function runUntil(time: number): void {
    for (;;) {
      const next = Math.min(agenda.nextTime ?? time, engine.nextDueTime() ?? time)
      if (next >= time) break
      clock.pin(next)
      if (agenda.nextTime === next) agenda.take()?.()
      else engine.runUntilIdle()
    }
    clock.pin(time)
    engine.runUntilIdle()
  }

  /** Then new instances arrive at the same rate, with the exponentially distributed gaps of independent customers. */
  function keepComing(model: ProcessModel, gap: number): void {
    stage.after(Math.max(1, Math.round(-Math.log(1 - random.next()) * gap)), () => {
      startInstance(stage, model)
      keepComing(model, gap)
    })
  }

  return {
    begin: async () => {
      const now = clock.now()
      const first = now - PAST
      isOn = true
      if (!live) end = now
      for (const { model, at } of arrivalsBetween(first, now, processInstances, random)) {
        agenda.add(at, () => startInstance(stage, model))
      }
      clock.pin(first)
      for (const { afterMs, resources } of sampleDeployments()) {
        runUntil(first + afterMs)
        await engine.deploy(resources)
      }
      runUntil(now)
      clock.reset()
      isOn = live
      if (!live) {
        agenda.clear()
        return
      }
      for (const { model, count } of shareOut(processInstances)) {
        if (count > 0) keepComing(model, (now - first - model.deployedAfterMs) / count)
      }
    },
    goOn: () => {
      if (!isOn) return
      const pinned = clock.pinned
      runUntil(clock.now())
      if (pinned === undefined) clock.reset()
    },
    notice: (event) => {
      if (!isOn) return
      if (event.type === 'job-available') expectWorker(stage, event.jobType)
      if (event.type === 'user-task-changed') expectPerson(stage, event.userTaskKey)
      if (event.type === 'incident-created') expectOperator(stage, event.incidentKey)
    },
  }
}
