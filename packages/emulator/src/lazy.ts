import { buildEmulator, type Emulator } from './emulator.ts'
import type { EmulatorOptions } from './options.ts'

export type { Emulator } from './emulator.ts'
export type { EmulatorOptions } from './options.ts'

/**
 * Like `createEmulator` of `@x/emulator`, for web pages: the engine, which is most of the code, is loaded with the
 * first request to the APIs of a cluster. Before that, `engine` throws a `TypeError`.
 *
 * @throws TypeError for an invalid option.
 * @example
 * import { createEmulator } from '@x/emulator/lazy'
 *
 * const emulator = createEmulator()
 * await fetch(emulator.url('orchestration')) // to its `fetch`: from here on emulator.engine is there
 */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  return buildEmulator(options, {
    load: async () => (await import('./engine/running-cluster.ts')).createRunningCluster,
  })
}
