import { createOAuth, type TokenStorage } from '../../src/index.ts'
import { indexedDBStorage } from '../../src/storage/indexeddb.ts'
import { type WebStorageArea, webStorage } from '../../src/storage/web.ts'
import { storageContract, type TestFunction } from '../../src/testing/index.ts'

/** What a browser has, or its stand-in. */
export interface BrowserParts {
  readonly localStorage: WebStorageArea
  readonly sessionStorage: WebStorageArea
}

/** The storages of browsers, under any test runner: in Node with stand-ins, and in a page as it is. */
export function browserSuite(test: TestFunction, { localStorage, sessionStorage }: BrowserParts): void {
  const storages: Record<string, () => TokenStorage> = {
    localStorage: () => webStorage(localStorage),
    'a function that gives sessionStorage': () => webStorage(() => sessionStorage),
    IndexedDB: () => indexedDBStorage({ name: 'auth-test' }),
  }
  for (const [name, storage] of Object.entries(storages)) {
    const named =
      (suffix: string, around = (body: () => Promise<void>) => body()): TestFunction =>
      (title, body) =>
        test(`${name}${suffix}: ${title}`, () => around(body))
    storageContract(storage, { test: named('') })
    storageContract(storage, { test: named(' without Web Locks', withoutLocks) })

    for (const around of [undefined, withoutLocks]) {
      named(around ? ' without Web Locks' : '', around)('20 instances send one token request', async () => {
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
