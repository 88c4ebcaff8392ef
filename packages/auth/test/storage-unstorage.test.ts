import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createStorage } from 'unstorage'
import fsDriver from 'unstorage/drivers/fs'
import memoryDriver from 'unstorage/drivers/memory'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createOAuth } from '../src/index.ts'
import { type Unstorage, unstorageStorage } from '../src/storage/unstorage.ts'
import { storageContract } from '../src/testing/index.ts'
import { faultSuite } from './support/fault-suite.ts'

let base: string
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'auth-unstorage-'))
})
afterAll(() => rm(base, { recursive: true, force: true }))

const memory = memoryDriver()
const drivers = {
  memory: () => createStorage({ driver: memory }),
  fs: () => createStorage({ driver: fsDriver({ base }) }),
}
describe.each(Object.entries(drivers))('%s', (_, makeStorage) => {
  describe('contract', () => storageContract(() => unstorageStorage(makeStorage()), { test }))

  test('shares one token, encrypted', async () => {
    let requests = 0
    const fetch = async (): Promise<Response> => Response.json({ access_token: `marker-${++requests}`, expires_in: 60 })
    for (let i = 0; i < 2; i++) {
      const storage = unstorageStorage(makeStorage())
      const credential = {
        tokenUrl: 'https://login.example.com/',
        clientId: 'my-client',
        clientSecret: 'marker-secret',
      }
      expect(await createOAuth({ ...credential, fetch, storage }).headers('marker-audience')).toEqual({
        authorization: 'Bearer marker-1',
      })
    }
    const keys = await makeStorage().getKeys('oauth-tokens')
    expect(keys.length).toBeGreaterThan(1)
    for (const key of keys) expect(`${key} ${await makeStorage().getItem(key)}`).not.toMatch(/marker|my-client/)
  })

  test('an item that never becomes complete is a miss', async () => {
    await makeStorage().setItem('oauth-tokens:torn', '1 300 half a rec')
    expect(await unstorageStorage(makeStorage()).get('torn')).toBeUndefined()
  })
})

describe.concurrent('faults', () => {
  const methods = { getItem: 1, setItem: 1, removeItem: 1 } as const
  faultSuite({
    test,
    client: () => createStorage() as Unstorage,
    storage: (storage) => unstorageStorage(storage),
    methods,
  })
})
