import { createOAuth } from '@x/auth'
import type { StartProcess } from './simulate-fleet.ts'
import type { OpenStorage } from './storages.ts'

const audience = 'operate.example'

/** Processes that authenticate with `@x/auth`, over the fleet's storage. */
export function startOAuth(openStorage: OpenStorage): StartProcess {
  return (worker, clientSecret, fetch) => {
    const auth = createOAuth({
      tokenUrl: 'https://login.example.com/oauth/token',
      clientId: 'fleet',
      clientSecret,
      fetch,
      storage: openStorage(worker),
    })
    return { headers: () => auth.headers(audience) }
  }
}
