// Your own authenticator: any object with `headers`, which returns them directly or as a promise.
import type { Authenticator } from '@x/auth'
import { createConsoleClient } from '@x/console'
import { createModelerClient } from '@x/modeler'
import { createOperateClient } from '@x/operate'
import { operations } from '@x/operate/operations'
import { createProxy } from '@x/proxy'
import { createTransport } from '@x/rest'

declare const baseUrl: string
declare const cachedToken: string | undefined
declare function fetchToken(signal?: AbortSignal): Promise<string>
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

const immediate: Authenticator = { headers: () => bearer('static') }
const later: Authenticator = { headers: async (_audience, options) => bearer(await fetchToken(options?.signal)) }
const either: Authenticator = {
  headers: (audience) =>
    cachedToken ? bearer(cachedToken) : fetchToken().then((token) => bearer(`${audience}${token}`)),
  refused: () => true,
}
class Session {
  headers(): Record<string, string> {
    return { cookie: 'session' }
  }
  async refused(): Promise<boolean> {
    return false
  }
}

for (const auth of [immediate, later, either, new Session(), { headers: () => ({}) }]) {
  createOperateClient({ auth, baseUrl })
  createConsoleClient({ auth })
  createModelerClient({ auth })
  createTransport({ auth, baseUrl, api: 'An API' })
  const apis = { operate: { auth, baseUrl, operations, allow: [] } }
  createProxy({ basePath: '/camunda', origins: [], session: () => undefined, apis })
}
createOperateClient({ auth: { headers: () => ({ authorization: 'Basic ZGVtbzpkZW1v' }) }, baseUrl })
