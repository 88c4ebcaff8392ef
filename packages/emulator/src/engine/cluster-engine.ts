import { createEngine, type Engine, type EngineEvent } from '@x/engine'
import type { RunningClock } from '../clock.ts'
import { type ClusterClock, createClusterClock } from './cluster-clock.ts'
import type { Lag } from './lag.ts'
import { recordCommands } from './record-commands.ts'

/** The engine of one cluster. */
export interface ClusterEngine {
  /** The engine that executes commands. */
  readonly engine: Engine
  /** The engine that reads see: the same one, or one that lags behind. */
  readonly visible: Engine
  readonly clock: ClusterClock
  /** Runs everything that is due now. */
  catchUp(): void
}

export interface ClusterEngineParts {
  readonly clock: RunningClock
  readonly seed: number
  readonly partitions: number
  readonly lag: Lag
  onEvent(event: EngineEvent): void
}

export function createClusterEngine({ clock, seed, partitions, lag, onEvent }: ClusterEngineParts): ClusterEngine {
  const time = createClusterClock(clock)
  const engine = createEngine({ clock: time, seed, partitions, onEvent })
  if (lag.ms === 0) return { engine, visible: engine, clock: time, catchUp: () => engine.runUntilIdle() }
  // Equal commands at equal times produce equal engines. This one gets all of them later.
  let behind = time.now()
  const visible = createEngine({ clock: { now: () => behind }, seed, partitions })
  return {
    engine: recordCommands(engine, (command) => {
      const at = time.now()
      lag.later(async () => {
        behind = at
        await command(visible)
      })
    }),
    visible,
    clock: time,
    catchUp: () => {
      engine.runUntilIdle()
      behind = Math.max(behind, time.now() - lag.ms)
      visible.runUntilIdle()
    },
  }
}
