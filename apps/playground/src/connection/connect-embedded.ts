import { createOAuth, type TokenEvent } from '@x/auth'
import { indexedDBStorage } from '@x/auth/storage/indexeddb'
import { parseCredentials } from '@x/env'
import { addressOf, apis, audienceOf } from '../apis.ts'
import type { ApiAccess } from '../calls/api-access.ts'
import type { EmbeddedCamunda } from '../camunda/embedded-camunda.ts'
import { observeCalls } from '../recording/observe-calls.ts'
import { keptText } from '../ui/kept-text.ts'
import type { Connection, TokenCache } from './connection.ts'

const DATABASE = 'camunda-playground-tokens'
const INSTANCE = 'camunda-playground-instance'
const lastInstance = keptText(() => localStorage, INSTANCE)

/**
 * From a credentials file to clients of the embedded Camunda, as a program would do it; the tokens are shared with the
 * other tabs.
 *
 * @throws CredentialsError of `@x/env` for a file that opens nothing
 */
export async function connectEmbedded(
  camunda: EmbeddedCamunda,
  credentialsFile: string,
  onEvent: (cache: TokenCache['credentials'], event: TokenEvent) => void,
): Promise<Connection> {
  const credentials = parseCredentials(credentialsFile)
  // Where the browser keeps nothing for pages, there is nothing to forget, and tokens stay in memory.
  await forgetTokensOfEarlierInstance(await camunda.ask('instance')).catch(() => {})
  const storage = indexedDBStorage({ name: DATABASE })

  const accesses = new Map<string, ApiAccess>()
  const tokenCaches: TokenCache[] = []
  for (const kind of ['cluster', 'organization'] as const) {
    const client = credentials[kind]
    if (!client) continue
    const auth = createOAuth({
      ...client,
      storage,
      fetch: camunda.fetch,
      onEvent: (event) => onEvent(kind, event),
    })
    const observed = observeCalls(kind, auth)
    const audiences = new Set<string | undefined>()
    for (const api of apis.filter((candidate) => candidate.credentials === kind)) {
      const baseUrl = addressOf(api, credentials)
      if (!baseUrl) continue
      const audience = audienceOf(api, credentials)
      audiences.add(audience)
      accesses.set(api.name, { api, baseUrl, auth: observed, audience, fetch: camunda.fetch })
    }
    tokenCaches.push({ credentials: kind, clientId: client.clientId, auth, audiences: [...audiences] })
  }
  return { mode: 'embedded', accesses, tokenCaches }
}

/** Tokens outlive the embedded Camunda that signed them; a new one would refuse each of them once. */
async function forgetTokensOfEarlierInstance(instance: string): Promise<void> {
  await navigator.locks.request(INSTANCE, async () => {
    if (lastInstance.read() === instance) return
    lastInstance.write(instance)
    await new Promise<void>((resolve) => {
      const request = indexedDB.deleteDatabase(DATABASE)
      // A database that cannot be deleted costs one refused token, no more.
      request.onsuccess = request.onerror = request.onblocked = () => resolve()
    })
  })
}
