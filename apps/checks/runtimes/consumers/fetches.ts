// The `fetch` option: the platform's, the emulator's, that of an authenticator, and wrappers around one.
import { createOAuth } from '@x/auth'
import { createConsoleClient } from '@x/console'
import { createEmulator } from '@x/emulator'
import { createModelerClient } from '@x/modeler'
import { createOperateClient } from '@x/operate'
import { operations } from '@x/operate/operations'
import { createProxy } from '@x/proxy'
import { createTransport } from '@x/rest'

const emulator = createEmulator()
const baseUrl = emulator.url('operate')
const auth = createOAuth({ ...emulator.credentials('cluster'), fetch: emulator.fetch })
const common = { basePath: '/camunda', origins: [], session: () => undefined }
const apis = { operate: { auth, baseUrl, operations, allow: [] } }

for (const fetch of [emulator.fetch, auth.fetch('x')]) {
  createOperateClient({ auth, baseUrl, fetch })
  createConsoleClient({ auth, fetch })
  createModelerClient({ auth, fetch })
  createTransport({ auth, baseUrl, api: 'An API', fetch })
  createProxy({ ...common, apis, fetch })
  createOAuth({ ...emulator.credentials('cluster'), fetch })
}

createOperateClient({ auth, baseUrl, fetch })
createConsoleClient({ auth, fetch })
createModelerClient({ auth, fetch: globalThis.fetch })
createTransport({ auth, baseUrl, api: 'An API', fetch: globalThis.fetch })
createProxy({ ...common, apis, fetch })
createOAuth({ ...emulator.credentials('cluster'), fetch })

createOperateClient({ auth, baseUrl, fetch: (input, init) => fetch(input, init) })
createConsoleClient({ auth, fetch: (input, init) => fetch(input, init) })
createModelerClient({ auth, fetch: async (input, init) => fetch(input, { ...init, keepalive: true }) })
createTransport({ auth, baseUrl, api: 'An API', fetch: (input, init) => fetch(input, init) })
createProxy({ ...common, apis, fetch: (input, init) => fetch(input, init) })
createOAuth({ ...emulator.credentials('cluster'), fetch: (input, init) => fetch(input, init) })

async function logged(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init)
  console.log(response.status)
  return response
}
createOperateClient({ auth, baseUrl, fetch: logged })
createConsoleClient({ auth, fetch: logged })
createModelerClient({ auth, fetch: logged })
createProxy({ ...common, apis, fetch: logged })
createOAuth({ ...emulator.credentials('cluster'), fetch: logged })
