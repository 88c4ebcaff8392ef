import sampleFile from 'virtual:sample-credentials'
import { createOAuth, type OAuth, type TokenEvent } from '@x/auth'
import { indexedDBStorage } from '@x/auth/storage/indexeddb'
import { parseCredentials } from '@x/env'
import type { Authenticator } from '@x/rest'
import { type ApiCredentials, addressOf, apis, audienceOf } from '../apis.ts'
import type { ApiAccess } from '../calls/api-access.ts'
import type { EmbeddedCamunda } from '../camunda/embedded-camunda.ts'
import { observeCalls } from '../recording/observe-calls.ts'
import { keptText } from '../ui/kept-text.ts'
import type { Connection, TokenCache } from './connection.ts'
import { once } from './once.ts'

const DATABASE = 'camunda-playground-tokens'
const INSTANCE = 'camunda-playground-instance'
const lastInstance = keptText(() => localStorage, INSTANCE)

type Kind = TokenCache['credentials']

export interface EmbeddedOptions {
  /** A credentials file of the embedded Camunda. @defaultValue the one that it creates */
  readonly file: string | undefined
  /** Starts the embedded Camunda on the first call, because it is larger than the page. */
  readonly start: () => Promise<EmbeddedCamunda>
  readonly onEvent: (cache: Kind, event: TokenEvent) => void
}

/** What exists once the embedded Camunda is running. */
interface Started {
  readonly fetch: typeof fetch
  readonly caches: ReadonlyMap<Kind, OAuth>
  /** The same with all calls recorded. */
  readonly observed: ReadonlyMap<Kind, Authenticator>
}

/**
 * Connects to the embedded Camunda from a credentials file, as a program would; tokens are shared with other tabs. It is
 * started on the first call.
 *
 * @throws CredentialsError of `@x/env` for a file that cannot be used
 */
export function connectEmbedded({ file, start, onEvent }: EmbeddedOptions): Connection {
  const credentials = parseCredentials(file ?? sampleFile)
  const started = once(async (): Promise<Started> => {
    const camunda = await start()
    const known = file === undefined ? parseCredentials(await camunda.ask('credentialsFile', 'both')) : credentials
    // Without storage in the browser there is nothing to delete, and tokens stay in memory.
    await forgetTokensOfEarlierInstance(await camunda.ask('instance')).catch(() => {})
    return createCaches(camunda, known, onEvent)
  })
  const send: typeof fetch = async (...request) => (await started()).fetch(...request)
  const authOf = (kind: Kind): Authenticator => ({
    headers: async (audience, options) => observedOf(await started(), kind).headers(audience, options),
    refused: async (audience, headers) =>
      (await observedOf(await started(), kind).refused?.(audience, headers)) ?? false,
  })

  const accesses = new Map<string, ApiAccess>()
  const tokenCaches: TokenCache[] = []
  for (const kind of ['cluster', 'organization'] as const) {
    const client = credentials[kind]
    if (!client) continue
    const audiences = new Set<string | undefined>()
    for (const api of apis.filter((candidate) => candidate.credentials === kind)) {
      const baseUrl = addressOf(api, credentials)
      if (!baseUrl) continue
      const audience = audienceOf(api, credentials)
      audiences.add(audience)
      accesses.set(api.name, { api, baseUrl, auth: authOf(kind), audience, fetch: send })
    }
    const forget = async (audience?: string): Promise<void> => (await started()).caches.get(kind)?.forget(audience)
    tokenCaches.push({ credentials: kind, clientId: client.clientId, forget, audiences: [...audiences] })
  }
  const { cluster } = credentials
  return {
    kind: 'sample',
    name: 'Sample data',
    readOnly: undefined,
    accesses,
    loadCluster:
      cluster &&
      once(async () => (await import('@x/camunda')).connectCluster(cluster, { auth: authOf('cluster'), fetch: send })),
    tokenCaches,
  }
}

function observedOf({ observed }: Started, kind: Kind): Authenticator {
  const auth = observed.get(kind)
  if (!auth) throw new TypeError(`The credentials file has no client of the ${kind}.`)
  return auth
}

function createCaches(
  { fetch }: EmbeddedCamunda,
  credentials: ApiCredentials,
  onEvent: EmbeddedOptions['onEvent'],
): Started {
  const storage = indexedDBStorage({ name: DATABASE })
  const caches = new Map<Kind, OAuth>()
  for (const kind of ['cluster', 'organization'] as const) {
    const client = credentials[kind]
    if (client) caches.set(kind, createOAuth({ ...client, storage, fetch, onEvent: (event) => onEvent(kind, event) }))
  }
  const observed = new Map([...caches].map(([kind, auth]) => [kind, observeCalls(kind, auth)] as const))
  return { fetch, caches, observed }
}

/** Tokens outlive the embedded Camunda that signed them, and a new one would reject each of them once. */
async function forgetTokensOfEarlierInstance(instance: string): Promise<void> {
  await navigator.locks.request(INSTANCE, async () => {
    if (lastInstance.read() === instance) return
    lastInstance.write(instance)
    await new Promise<void>((resolve) => {
      const request = indexedDB.deleteDatabase(DATABASE)
      // A database that cannot be deleted costs only one rejected token.
      request.onsuccess = request.onerror = request.onblocked = () => resolve()
    })
  })
}
