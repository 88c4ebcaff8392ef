import { createOAuth } from '@x/auth'
import type { Journal } from '@x/emulator'
import { serve } from '@x/emulator/node'
import type { TestContext } from 'vitest'
import { apis } from '../../../../src/apis.ts'
import type { ApiAccess } from '../../../../src/calls/api-access.ts'

/** An embedded Camunda over real HTTP. */
export interface ServedCamunda {
  readonly accesses: readonly ApiAccess[]
  /** Those of the credentials files. */
  readonly variables: Readonly<Record<string, string>>
  readonly journal: Journal
}

/** Closed after the test, whose context it needs because tests run concurrently. Each has its own data, which are the same at the start; time stands still in it. */
export async function startCamunda({ onTestFinished }: TestContext): Promise<ServedCamunda> {
  const now = Date.now()
  const server = await serve({ rateLimit: false, now: () => now })
  onTestFinished(() => server.close())
  const { emulator } = server
  const accesses = apis.map((api) => {
    const { tokenUrl, clientId, clientSecret } = emulator.credentials(api.credentials)
    const auth = createOAuth({ tokenUrl, clientId, clientSecret })
    return { api, baseUrl: emulator.url(api.name), auth, audience: undefined, fetch: globalThis.fetch }
  })
  const lines = emulator.credentialsFile('both').matchAll(/^export (\w+)='(.*)'$/gm)
  const variables = Object.fromEntries([...lines].map(([, name = '', value = '']) => [name, value]))
  return { accesses, variables, journal: emulator.journal }
}
