import { createOAuth, type TokenStorage } from '../../src/index.ts'
import { indexedDBStorage } from '../../src/storage/indexeddb.ts'
import { type WebStorageArea, webStorage } from '../../src/storage/web.ts'
import { storageContract, type TestFunction } from '../../src/testing/index.ts'

/** What a browser has, or its stand-in. */
export interface BrowserParts {
  readonly localStorage: WebStorageArea
  readonly sessionStorage: WebStorageArea
}

type Around = (body: () => Promise<void>) => Promise<void>

/** The storages of browsers, under any test runner: in Node with stand-ins, and in a page as it is. */
export function browserSuite(test: TestFunction, { localStorage, sessionStorage }: BrowserParts): void {
  const asItIs: Around = (body) => body()
  const local = (): TokenStorage => webStorage(localStorage)
  const session = (): TokenStorage => webStorage(() => sessionStorage)
  const database = (): TokenStorage => indexedDBStorage({ name: 'auth-test' })
  const suites: [name: string, storage: () => TokenStorage, around: Around][] = [
    ['localStorage', local, asItIs],
    ['localStorage without Web Locks', local, withoutLocks],
    ['sessionStorage', session, asItIs],
    ['IndexedDB', database, asItIs],
    ['IndexedDB without Web Locks', database, withoutLocks],
  ]
  for (const [name, storage, around] of suites) {
    const named: TestFunction = (title, body) => test(`${name}: ${title}`, () => around(body))
    storageContract(storage, { test: named })

    named('20 instances send one token request', async () => {
      let requests = 0
      const fetch = async (): Promise<Response> => Response.json({ access_token: `${++requests}`, expires_in: 60 })
      const credential = { tokenUrl: 'https://login.example.com/', clientId: 'c', clientSecret: `${Math.random()}` }
      const all = Array.from({ length: 20 }, () => createOAuth({ ...credential, fetch, storage: storage() }))
      await Promise.all(all.map((auth) => auth.headers('a')))
      if (requests !== 1) throw new Error(`Expected one token request, and there were ${requests}`)
      if (all.some((auth) => auth.stats().storageFailures)) throw new Error('Expected no failure of the storage')
    })
  }
}

/** Runs `body` as on a browser that has no Web Locks. */
async function withoutLocks(body: () => Promise<void>): Promise<void> {
  const { navigator } = globalThis
  const own = Object.getOwnPropertyDescriptor(navigator, 'locks')
  Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true })
  try {
    await body()
  } finally {
    if (own) Object.defineProperty(navigator, 'locks', own)
    else Reflect.deleteProperty(navigator, 'locks')
  }
}
