import { createOAuth } from '@x/auth'
import { indexedDBStorage } from '@x/auth/storage/indexeddb'
import { webStorage } from '@x/auth/storage/web'
import { parseCredentials } from '@x/env'

const storages = { IndexedDB: () => indexedDBStorage(), localStorage: () => webStorage(localStorage) }

/** What the test of many tabs calls in each of them: 50 calls at once. Gives the tokens that they went with. */
Object.assign(globalThis, {
  async callAtOnce(file: string, storage: keyof typeof storages): Promise<string[]> {
    const { cluster } = parseCredentials(file)
    if (!cluster) throw new Error('no cluster client in the file')
    const auth = createOAuth({ ...cluster, storage: storages[storage]() })
    const calls = Array.from({ length: 50 }, () => auth.token('operate.camunda.io'))
    return (await Promise.all(calls)).map(({ accessToken }) => accessToken)
  },
})
