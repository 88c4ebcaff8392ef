import type { ClusterEngine } from '../../engine/cluster-engine.ts'
import type { Waiting } from '../../engine/waiting.ts'
import type { Handlers } from '../handler.ts'

/** Pins the clock of the cluster's engine, which otherwise follows the emulator's. */
export function clockOperations({ clock, catchUp }: ClusterEngine, waiting: Waiting): Handlers {
  const moved = (): void => {
    catchUp()
    waiting.wake()
  }
  return {
    'clock.pin': ({ body: { timestamp } }) => {
      clock.pin(timestamp)
      moved()
    },
    'clock.reset': () => {
      clock.reset()
      moved()
    },
  }
}
