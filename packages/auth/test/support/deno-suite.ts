import { type DenoKv, denoKVStorage } from '../../src/storage/deno-kv.ts'
import { storageContract, type TestFunction } from '../../src/testing/index.ts'
import { faultSuite } from './fault-suite.ts'

/** What runs in Deno; Node takes the names of the tests from it. */
export function denoSuite(kv: DenoKv, test: TestFunction): void {
  storageContract(() => denoKVStorage(kv), { test })
  test('a record in several parts is never combined from two records', async () => {
    const [storage, expiresAt] = [denoKVStorage(kv), Date.now() + 60_000]
    const values = ['a', 'b'].map((letter) => letter.repeat(100_000))
    let writing = true
    const write = async (): Promise<void> => {
      for (let i = 0; i < 30; i++) await storage.set('parts', { value: values[i % 2] as string, expiresAt })
      writing = false
    }
    const read = async (): Promise<void> => {
      while (writing) {
        const { value } = (await storage.get('parts')) ?? {}
        if (value !== undefined && !values.includes(value)) throw new Error('Expected one of the two records')
      }
    }
    await Promise.all([write(), read()])
  })

  test('a record of another program is a miss', async () => {
    const storage = denoKVStorage(kv)
    const bytes = new TextEncoder().encode(`${Date.now() + 60_000} 4 text`)
    for (const value of [
      5,
      'text',
      {},
      { parts: 1 },
      { parts: 1, bytes: 'text' },
      { parts: 1e9, bytes },
      { parts: -1, bytes },
    ]) {
      await kv.atomic().set(['oauth-tokens', 'foreign', 0], value, { expireIn: 60_000 }).commit()
      if ((await storage.get('foreign')) !== undefined) throw new Error(`Expected a miss for ${JSON.stringify(value)}`)
    }
  })

  // Small records need no second part.
  const methods = { get: 1, getMany: 0, delete: 1, atomic: 1 } as const
  faultSuite({ test, client: () => kv, storage: (broken) => denoKVStorage(broken), methods })
}
