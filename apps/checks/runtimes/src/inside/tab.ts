import { createOAuth, type OAuth } from '@x/auth'
import { indexedDBStorage } from '@x/auth/storage/indexeddb'
import { webStorage } from '@x/auth/storage/web'
import { parseCredentials } from '@x/env'

const storages = { IndexedDB: () => indexedDBStorage(), localStorage: () => webStorage(localStorage) }

function signIn(file: string, storage: keyof typeof storages): OAuth {
  const { cluster } = parseCredentials(file)
  if (!cluster) throw new Error('no cluster client in the file')
  return createOAuth({ ...cluster, storage: storages[storage]() })
}

const connections = new Set<IDBDatabase>()
const { transaction } = IDBDatabase.prototype
IDBDatabase.prototype.transaction = function (...args) {
  connections.add(this)
  return transaction.apply(this, args)
}
let kept: OAuth | undefined

/** What the tests of many tabs call in each of them. */
Object.assign(globalThis, {
  /** 50 calls at once. Gives the tokens that they went with. */
  async callAtOnce(file: string, storage: keyof typeof storages): Promise<string[]> {
    const auth = signIn(file, storage)
    const calls = Array.from({ length: 50 }, () => auth.token('operate.camunda.io'))
    return (await Promise.all(calls)).map(({ accessToken }) => accessToken)
  },
  /** One call over IndexedDB, by the same client each time. Gives its token, and how often its storage has failed. */
  async callAgain(file: string, audience: string): Promise<[token: string, failures: number]> {
    kept ??= signIn(file, 'IndexedDB')
    const { accessToken } = await kept.token(audience)
    // It is stored afterwards: what the test does next must not meet that.
    await new Promise((resolve) => setTimeout(resolve, 250))
    return [accessToken, kept.stats().storageFailures]
  },
  /** Closes what the storage has open. No event tells it: `close` is for connections that the browser closes. */
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
