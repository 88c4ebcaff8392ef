import { type DenoKv, denoKVStorage } from '../../src/storage/deno-kv.ts'
import { storageContract, type TestFunction } from '../../src/testing/index.ts'
import { faultSuite } from './fault-suite.ts'

/** What runs in Deno; Node takes the names of the tests from it. */
export function denoSuite(kv: DenoKv, test: TestFunction): void {
  storageContract(() => denoKVStorage(kv), { test })
  // Small records need no second part.
  const methods = { get: 1, getMany: 0, delete: 1, atomic: 1 } as const
  faultSuite({ test, client: () => kv, storage: (broken) => denoKVStorage(broken), methods })
}
