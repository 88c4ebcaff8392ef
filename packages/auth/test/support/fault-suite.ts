import { createOAuth, type OAuth, type TokenStorage } from '../../src/index.ts'
import { defineStorage } from '../../src/storage/index.ts'
import type { TestFunction } from '../../src/testing/index.ts'
import { trackStorage } from './tracked-storage.ts'

export interface FaultSuiteOptions<Client extends object> {
  readonly test: TestFunction
  /** A client that works. */
  readonly client: () => Client
  readonly storage: (client: Client) => TokenStorage
  /** What is called on the client, and how many outages it makes when that fails: 0 where there is a way round. */
  readonly methods: Readonly<Record<string, 0 | 1>>
  /** False where nothing can hang, since all is synchronous. */
  readonly hangs?: boolean | undefined
}

/** Breaks a working client in every way, under any test runner: each time calls go on, and one event tells. */
export function faultSuite<Client extends object>(options: FaultSuiteOptions<Client>): void {
  const { test, client, storage, methods, hangs = true } = options

  function make(broken: Client, clientSecret: string) {
    let requests = 0
    let failures = 0
    const tracked = trackStorage(storage(broken), defineStorage)
    const auth: OAuth = createOAuth({
      tokenUrl: 'https://login.example.com/',
      clientId: 'my-client',
      clientSecret,
      minTokenIntervalMs: 0,
      fetch: async () => Response.json({ access_token: `token-${++requests}`, expires_in: 60 }),
      onEvent: ({ type }) => {
        if (type === 'storage_failed') failures++
      },
      storage: tracked,
    })
    return { auth, idle: tracked.idle, counts: () => [requests, failures] }
  }

  const names = Object.keys(methods)
  const all: [string, string[], 0 | 1, () => unknown][] = [['everything throws', names, 1, fail]]
  for (const [name, outages] of Object.entries(methods)) all.push([`${name} throws`, [name], outages, fail])
  if (hangs) all.push(['everything hangs', names, 1, () => new Promise(() => {})])

  for (const [title, broken, outages, fault] of all) {
    test(`no call fails when ${title}`, async () => {
      const half = breakMethods(client(), (name) => (broken.includes(name) ? fault : undefined))
      const { auth, idle, counts } = make(half, `${Math.random()}`)
      const seen: string[] = []
      for (const audience of ['a', 'b', 'a', 'b']) seen.push(`${(await auth.headers(audience)).authorization}`)
      equal(seen, ['Bearer token-1', 'Bearer token-2', 'Bearer token-1', 'Bearer token-2'])
      await auth.forget()
      if (fault === fail) await idle()
      equal(counts(), [2, outages])
    })
  }

  test('it is used again once it works again', async () => {
    let works = false
    const [whole, clientSecret] = [client(), `${Math.random()}`]
    const half = breakMethods(whole, (name) => (!works && name in methods ? fail : undefined))
    const { auth, idle, counts } = make(half, clientSecret)
    await auth.headers('a')
    await idle()
    works = true
    await auth.headers('b')
    await idle()
    equal(counts(), [2, 1])
    const other = make(whole, clientSecret)
    await other.auth.headers('b')
    equal(other.counts(), [0, 0])
  })
}

function fail(): never {
  throw new Error('broken on purpose')
}

function breakMethods<Client extends object>(client: Client, fault: (name: string) => (() => unknown) | undefined) {
  return new Proxy(client, {
    get(target, name) {
      const member = Reflect.get(target, name)
      if (typeof member !== 'function') return member
      return (...args: unknown[]) => (fault(String(name)) ?? member.bind(target))(...args)
    },
  })
}

function equal(actual: unknown, expected: unknown): void {
  const [is, should] = [actual, expected].map((value) => JSON.stringify(value))
  if (is !== should) throw new Error(`Expected ${should}, and it is ${is}`)
}
