import { memoryStorage } from '@x/auth'
import { indexedDBStorage } from '@x/auth/storage/indexeddb'
import { webStorage } from '@x/auth/storage/web'
import { runAll } from '../suite/index.ts'
import { type Setup, variablesOf } from '../suite/place.ts'

/** Called by the runner. A page has no environment, and only its console shows values in full. */
Object.assign(globalThis, {
  runAll: (setup: Setup) =>
    runAll({
      setup,
      variables: { ...variablesOf(setup.clusterFile), ...variablesOf(setup.organizationFile) },
      inspect: undefined,
      storages: {
        memory: { open: () => memoryStorage(), shared: false },
        localStorage: { open: () => webStorage(() => localStorage), shared: true },
        sessionStorage: { open: () => webStorage(() => sessionStorage), shared: true },
        IndexedDB: { open: () => indexedDBStorage(), shared: true },
      },
    }),
})
