import { createOAuth, type OAuth, type TokenStorage } from '@x/auth'
import { defineStorage } from '@x/auth/storage'
import { indexedDBStorage } from '@x/auth/storage/indexeddb'
import { webStorage } from '@x/auth/storage/web'
import { parseCredentials } from '@x/env'
import { trackStorage } from './tracked-storage.ts'

const storages = { IndexedDB: () => indexedDBStorage(), localStorage: () => webStorage(localStorage) }

const storageFailures: string[] = []

function signIn(file: string, storage: TokenStorage): OAuth {
  const { cluster } = parseCredentials(file)
  if (!cluster) throw new Error('no cluster client in the file')
  return createOAuth({
    ...cluster,
    storage,
    onEvent: (event) => event.type === 'storage_failed' && storageFailures.push(event.error.message),
  })
}

const connections = new Set<IDBDatabase>()
const { transaction } = IDBDatabase.prototype
IDBDatabase.prototype.transaction = function (...args) {
  connections.add(this)
  return transaction.apply(this, args)
}
const tracked = trackStorage(indexedDBStorage(), defineStorage)
let kept: OAuth | undefined

/** The functions that the tests with many tabs call in each of them. */
Object.assign(globalThis, {
  /** Makes 50 calls at once. Returns the tokens that they were sent with. */
  async callAtOnce(file: string, storage: keyof typeof storages): Promise<string[]> {
    const auth = signIn(file, storages[storage]())
    const calls = Array.from({ length: 50 }, () => auth.token('operate.camunda.io'))
    return (await Promise.all(calls)).map(({ accessToken }) => accessToken)
  },
  /**
   * Makes one call over IndexedDB, with the same client each time. Returns its token, and all failures of the storage.
   */
  async callAgain(file: string, audience: string): Promise<[token: string, failures: string[]]> {
    kept ??= signIn(file, tracked)
    const { accessToken } = await kept.token(audience)
    // The token is stored afterwards. The next step of the test must not run before that.
    await tracked.idle()
    return [accessToken, storageFailures]
  },
  /**
   * Closes the connections of the storage. As when a browser closes them, there is no event: that is not sent for
   * `close`.
   */
  closeConnections(): number {
    for (const connection of connections) connection.close()
    return connections.size
  },
  deleteDatabase: () =>
    new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase('oauth-tokens')
      request.onsuccess = () => resolve(undefined)
      request.onerror = reject
    }),
})
