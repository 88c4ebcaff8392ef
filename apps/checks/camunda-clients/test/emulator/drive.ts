import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Emulator } from '@x/emulator'
import { type EmulatorServer, serve } from '@x/emulator/node'
import { afterAll, beforeAll } from 'vitest'

// The SDK has types, but it is installed later than types are checked.
// biome-ignore lint/suspicious/noExplicitAny: as above
export type ForeignClient = any

export interface Drive {
  readonly emulator: Emulator
  readonly client: ForeignClient
  /** Requests that reached the API since the last call: method, path below the base URL, and status. */
  requests(): string[]
  /** Public methods of the client that were not called. */
  notCalled(): string[]
}

export interface DriveOptions {
  readonly product: 'operate' | 'modeler' | 'console'
  /** The path of the client in the SDK, for example `Operate.OperateApiClient`. */
  readonly client: readonly [module: string, name: string]
  /** Methods declared as private or protected, which JavaScript does not distinguish. */
  readonly hidden: readonly string[]
  /** The address and audience of the product, as settings of the SDK. */
  settings(emulator: Emulator): Record<string, string>
}

/** Creates a client of `@camunda8/sdk` that knows nothing but the addresses of the emulator. */
export function useSdk({ product, client: [module, name], hidden, settings }: DriveOptions): Drive {
  const called = new Set<string>()
  let camunda: EmulatorServer
  let client: ForeignClient
  let cache: string

  beforeAll(async () => {
    // With the token endpoint's rate limit: the SDK needs one token.
    camunda = await serve({ modeler: { requestsPerMinute: false } })
    cache = await mkdtemp(join(tmpdir(), 'camunda-sdk-'))
    const kind = product === 'operate' ? 'cluster' : 'organization'
    const { tokenUrl, clientId, clientSecret } = camunda.emulator.credentials(kind)
    const sdk = createRequire(new URL('../../peers/package.json', import.meta.url))('@camunda8/sdk')
    const config = {
      CAMUNDA_OAUTH_URL: tokenUrl,
      ZEEBE_CLIENT_ID: clientId,
      ZEEBE_CLIENT_SECRET: clientSecret,
      CAMUNDA_TOKEN_CACHE_DIR: cache,
      CAMUNDA_LOG_LEVEL: 'none',
      ...settings(camunda.emulator),
    }
    client = record(new sdk[module][name]({ config }), called)
  })
  afterAll(async () => {
    await camunda?.close()
    await rm(cache, { recursive: true, force: true })
  })

  let seen = 0
  return {
    get emulator() {
      return camunda.emulator
    },
    get client() {
      return client
    },
    requests: () => {
      const entries = camunda.emulator.journal.filter({ kind: product })
      const { pathname } = new URL(camunda.emulator.url(product))
      const lines = entries
        .slice(seen)
        .map(({ method, path, status }) => `${method} ${path.slice(pathname.length)} ${status}`)
      seen = entries.length
      return lines
    },
    notCalled: () => {
      const methods = Object.getOwnPropertyNames(Object.getPrototypeOf(client))
      return methods.filter((method) => !['constructor', ...hidden].includes(method) && !called.has(method))
    },
  }
}

function record(client: object, called: Set<string>): ForeignClient {
  return new Proxy(client, {
    get: (target, name) => {
      const value = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      called.add(String(name))
      return value.bind(target)
    },
  })
}
