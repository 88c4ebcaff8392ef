import { buildEmulator, type Emulator } from './emulator.ts'
import { createRunningCluster } from './engine/running-cluster.ts'
import type { EmulatorOptions } from './options.ts'

/**
 * Creates an emulator. Emulators share no state, and reject each other's tokens.
 *
 * @throws TypeError for an invalid option.
 * @example
 * const emulator = createEmulator()
 * const { tokenUrl, clientId, clientSecret } = emulator.credentials('organization')
 * const auth = createOAuth({ tokenUrl, clientId, clientSecret, fetch: emulator.fetch })
 * const camunda = createConsoleClient({ auth, baseUrl: emulator.url('console'), fetch: emulator.fetch })
 * console.log(await camunda.clusters.list(), emulator.journal.count({ kind: 'token' }))
 */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  return buildEmulator(options, createRunningCluster)
}
