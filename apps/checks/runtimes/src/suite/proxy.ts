import { createOperateClient, type OperateClient, operateApi } from '@x/operate'
import { operations } from '@x/operate/operations'
import { createProxy, createSessionCookie } from '@x/proxy'
import { createProxyAuth } from '@x/proxy/page'
import { cluster, signIn } from './clients.ts'
import type { Controls } from './controls.ts'
import { equal, ok, rejectsWith } from './expect.ts'
import type { Place } from './place.ts'
import type { Suite } from './suite.ts'

/** A page calls the proxy that the runner serves. Any other runtime runs the proxy itself, and simulates the page. */
export function proxySuite({ test }: Suite, place: Place, { count }: Controls): void {
  const { proxyUrl } = place.setup
  const open = async (): Promise<OperateClient> =>
    proxyUrl ? createOperateClient({ auth: createProxyAuth(), baseUrl: proxyUrl }) : openThroughOwnProxy(place)

  test('proxy', 'a page without a secret reads listed operations, with exact keys', async () => {
    const { processInstances } = await open()
    const { items } = await processInstances.search({ size: 20, sort: [{ field: 'key', order: 'DESC' }] })
    // One in four is beyond 2^53, and still sent as a number.
    const key = items.map(({ key }) => key).find((key) => String(Number(key)) !== key) ?? ''
    ok(key, 'a key that a number cannot hold')
    equal((await processInstances.get(key)).key, key, 'the key')
  })

  test('proxy', 'an unlisted operation is rejected', async () => {
    const { decisionDefinitions } = await open()
    await rejectsWith(decisionDefinitions.search(), 'ApiError', { status: 404, type: 'proxy:not_found' })
    equal((await count()).all, 0, 'requests')
  })

  test('proxy', "an error is the API's own", async () => {
    const { processInstances } = await open()
    await rejectsWith(processInstances.get('9223372036854775807'), 'ApiError', { status: 404, code: 'http' })
  })

  if (proxyUrl) return
  test('proxy', 'users without a session and other origins are rejected', async () => {
    const strangers = openThroughOwnProxy(place, { cookie: 'none' })
    await rejectsWith((await strangers).processInstances.get('1'), 'ApiError', { status: 401 })
    const others = openThroughOwnProxy(place, { origin: 'https://evil.example.com' })
    await rejectsWith((await others).processInstances.get('1'), 'ApiError', { status: 403 })
    equal((await count()).all, 0, 'requests')
  })
}

async function openThroughOwnProxy(place: Place, headers: Record<string, string> = {}): Promise<OperateClient> {
  const origin = 'https://app.example.com'
  const sessions = createSessionCookie<{ user: string }>({ secret: 'a secret of the tests that is long enough' })
  const proxy = createProxy({
    basePath: '/camunda',
    origins: [origin],
    session: sessions.read,
    apis: {
      operate: {
        ...operateApi,
        baseUrl: cluster(place).operateUrl,
        auth: signIn(place),
        operations,
        allow: ['processInstances.search', 'processInstances.get'],
      },
    },
  })
  const cookie = (await sessions.issue({ user: 'jane' })).split(';')[0] ?? ''
  return createOperateClient({
    auth: createProxyAuth(),
    baseUrl: `${origin}/camunda/operate`,
    fetch: (input, init) => {
      const request = new Request(input, init)
      for (const [name, value] of Object.entries({ origin, cookie, ...headers })) request.headers.set(name, value)
      return proxy(request)
    },
  })
}
