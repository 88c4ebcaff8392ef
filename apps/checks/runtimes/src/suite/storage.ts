import { storageContract } from '@x/auth/testing'
import { OPERATE_AUDIENCE, signIn } from './clients.ts'
import type { Controls } from './controls.ts'
import { equal } from './expect.ts'
import type { Place } from './place.ts'
import type { Suite } from './suite.ts'

/** The storages of the runtime. */
export function storageSuite({ test }: Suite, place: Place, { count }: Controls): void {
  for (const [name, { open, shared }] of Object.entries(place.storages)) {
    const one = open()
    const another = () => (shared ? open() : one)

    storageContract(another, { test: (title, body) => test('auth', `${name}: ${title}`, body), shared })

    test('auth', `${name}: who shares it shares the token`, async () => {
      const clients = Array.from({ length: 10 }, () => signIn(place, { storage: another() }))
      // Without a lease, the first one must finish before the others start.
      if (!one.lock) await clients[0]?.headers(OPERATE_AUDIENCE)
      const headers = await Promise.all(clients.map((auth) => auth.headers(OPERATE_AUDIENCE)))
      equal(new Set(headers.map(({ authorization }) => authorization)).size, 1, 'tokens')
      equal((await count()).token, 1, 'token requests')
      const failures = clients.reduce((sum, auth) => sum + auth.stats().storageFailures, 0)
      equal(failures, 0, 'failures of the storage')
      await clients[0]?.forget()
    })
  }
}
