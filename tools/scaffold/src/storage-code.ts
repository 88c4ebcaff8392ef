/** Returns the source of a storage that keeps records as text with the user's client. */
export const storageCode = (
  name: string,
  factory: string,
  type: string,
): string => `import { checkMethods, readNow } from '../check.ts'
import { defineStorage } from './define-storage.ts'
import { readRecordText, writeRecordText } from './record-text.ts'
import type { TokenStorage } from './storage.ts'

/** The methods of the client that the storage calls. */
export interface ${type}Client {
  get(key: string): Promise<string | null | undefined>
  set(key: string, value: string, options: { readonly ttlMs: number }): Promise<unknown>
  delete(key: string): Promise<unknown>
}

/** Options of {@link ${factory}}. */
export interface ${type}StorageOptions {
  /** Current time in milliseconds since the Unix epoch. @defaultValue \`Date.now\` */
  readonly now?: (() => number) | undefined
}

const PREFIX = 'oauth-tokens:'

/**
 * Creates a storage in ${name.replaceAll('-', ' ')}. Values are encrypted and expire with the token.
 *
 * There is no lock: processes that start together may each request a token and keep their own pace; after that they
 * share. If the client fails, tokens stay in memory and each process requests its own.
 *
 * @throws AuthError \`config_invalid\` if \`client\` lacks a method, or an option has the wrong type
 * @example
 * import { ${factory} } from '@x/auth/storage/${name}'
 *
 * const place = new Map<string, string>()
 * const client = {
 *   get: async (key: string) => place.get(key),
 *   set: async (key: string, value: string) => place.set(key, value),
 *   delete: async (key: string) => place.delete(key),
 * }
 * const auth = createOAuth({ ...credentials, storage: ${factory}(client) })
 */
export function ${factory}(client: ${type}Client, options: ${type}StorageOptions = {}): TokenStorage {
  checkMethods(client, ['get', 'set', 'delete'], '${factory}: client', 'a client')
  const now = readNow(options, '${factory}')
  return defineStorage({
    get: async (key) => readRecordText(await client.get(PREFIX + key), now()),
    async set(key, record) {
      const ttlMs = Math.max(1, Math.ceil(record.expiresAt - now()))
      await client.set(PREFIX + key, writeRecordText(record), { ttlMs })
    },
    async delete(key) {
      await client.delete(PREFIX + key)
    },
  })
}
`

export const storageTestCode = (
  name: string,
  factory: string,
  type: string,
): string => `import { describe, expect, test } from 'vitest'
import { createOAuth } from '../src/index.ts'
import { type ${type}Client, ${factory} } from '../src/storage/${name}.ts'
import { storageContract } from '../src/testing/index.ts'
import { faultSuite } from './support/fault-suite.ts'

// A Map, until the real service is started here.
function makeClient(place: Map<string, string>): ${type}Client {
  return {
    get: async (key) => place.get(key),
    set: async (key, value) => place.set(key, value),
    delete: async (key) => place.delete(key),
  }
}

describe('${factory}', () => {
  describe('contract', () => {
    const place = new Map<string, string>()
    storageContract(() => ${factory}(makeClient(place)), { test })
  })

  describe('faults', () => {
    const methods = { get: 1, set: 1, delete: 1 } as const
    const place = new Map<string, string>()
    faultSuite({ test, client: () => makeClient(place), storage: (client) => ${factory}(client), methods })
  })

  test('shares one token, and shows neither token, secret nor client', async () => {
    const place = new Map<string, string>()
    let requests = 0
    const fetch = async (): Promise<Response> => Response.json({ access_token: \`marker-\${++requests}\`, expires_in: 60 })
    const credential = { tokenUrl: 'https://login.example.com/', clientId: 'my-client', clientSecret: 'marker-secret' }
    for (let i = 0; i < 2; i++) {
      const auth = createOAuth({ ...credential, fetch, storage: ${factory}(makeClient(place)) })
      expect(await auth.headers('marker-audience')).toEqual({ authorization: 'Bearer marker-1' })
    }
    expect(place.size).toBeGreaterThan(1)
    for (const [key, value] of place) expect(\`\${key} \${value}\`).not.toMatch(/marker|my-client/)
  })
})
`
