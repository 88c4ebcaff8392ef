import { memoryStorage } from '@x/auth'
import { indexedDBStorage } from '@x/auth/storage/indexeddb'
import { webStorage } from '@x/auth/storage/web'
import { runAll } from '../suite/index.ts'
import { type Setup, variablesOf } from '../suite/place.ts'

/** What the runner calls. A page has no environment, and its console is the only thing that shows a value whole. */
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
