import { createOAuth } from '@x/auth'
import { createEmulator, type Emulator } from '@x/emulator'
import { apis } from '../../../src/apis.ts'
import type { ApiAccess } from '../../../src/calls/api-access.ts'

/** The ways into each API of an embedded Camunda of its own. */
export function embeddedAccesses(): { readonly emulator: Emulator; readonly accesses: readonly ApiAccess[] } {
  const emulator = createEmulator({ rateLimit: false })
  const auths = new Map(
    (['cluster', 'organization'] as const).map((kind) => {
      const { tokenUrl, clientId, clientSecret } = emulator.credentials(kind)
      return [kind, createOAuth({ tokenUrl, clientId, clientSecret, fetch: emulator.fetch, minTokenIntervalMs: 0 })]
    }),
  )
  const accesses = apis.map((api) => ({
    api,
    baseUrl: emulator.url(api.name),
    auth: auths.get(api.credentials) as ApiAccess['auth'],
    audience: undefined,
    fetch: emulator.fetch,
  }))
  return { emulator, accesses }
}
