import { createBearer } from '@x/auth'
import { createOperateClient } from '@x/operate'
import { checkBaseUrl, createTransport } from '@x/rest'
import { parseJson, stringifyJson } from '@x/rest/json'
import { cluster, OPERATE_AUDIENCE, openOperate, signIn } from './clients.ts'
import type { Controls } from './controls.ts'
import { equal, ok, rejection, rejectsWith } from './expect.ts'
import type { Place } from './place.ts'
import type { Suite } from './suite.ts'

export function restSuite({ test }: Suite, place: Place, { count, expireTokens, fail }: Controls): void {
  test('rest', 'JSON keeps 64-bit integers exact in both directions', async () => {
    const text = '{"key":9007199254740993,"least":-9223372036854775808,"text":"9007199254740993","short":42,"part":0.5}'
    const value = parseJson(text) as Record<string, unknown>
    const expected = { key: '9007199254740993', least: '-9223372036854775808', text: '9007199254740993' }
    equal(value, { ...expected, short: 42, part: 0.5 }, 'parsed')
    equal(stringifyJson({ key: 9007199254740993n }), '{"key":9007199254740993}', 'written')
  })

  test('rest', 'a rejected token is renewed once for all calls', async () => {
    const operate = openOperate(place)
    await operate.incidents.search()
    await expireTokens()
    const calls = Array.from({ length: 10 }, () => operate.incidents.search({ size: 1 }))
    for (const { items } of await Promise.all(calls)) equal(items.length, 1, 'items')
    equal((await count()).token, 2, 'token requests')
  })

  test('rest', 'requests to an overloaded server are retried', async () => {
    await fail({ kind: 'operate', times: 2, response: { status: 503, headers: { 'retry-after': '0' } } })
    equal((await openOperate(place).incidents.search({ size: 1 })).items.length, 1, 'items')
  })

  test('rest', 'a rate limit is an error that says how long it lasts', async () => {
    await fail({ kind: 'operate', response: { status: 429, headers: { 'retry-after': '7' } } })
    const { incidents } = openOperate(place, { retry: false })
    await rejectsWith(incidents.search(), 'RateLimitedError', { status: 429, retryAfterMs: 7000 })
  })

  test('rest', 'a server that never responds is a timeout', async () => {
    await fail({ kind: 'operate', times: 50, response: 'hang' })
    const call = openOperate(place, { retry: false, timeoutMs: 300 }).incidents.search()
    await rejectsWith(call, 'TimeoutError', { code: 'timeout', timeoutMs: 300, operation: 'incidents.search' })
  })

  test('rest', 'a connection that breaks is a network error', async () => {
    // Browsers retry this request automatically.
    await fail({ kind: 'operate', times: 50, response: 'disconnect' })
    const { incidents } = openOperate(place, { retry: false })
    await rejectsWith(incidents.search(), 'NetworkError', { code: 'network', method: 'POST' })
  })

  test('rest', 'HTML instead of a response has its own error', async () => {
    const answer = { status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>Sign in</h1>' }
    await fail({ kind: 'operate', response: answer })
    await rejectsWith(openOperate(place).incidents.search(), 'MalformedResponseError', { status: 200 })
  })

  test('rest', 'a redirect is an error and is not followed', async () => {
    const location = `${cluster(place).operateUrl}/v1/elsewhere`
    await fail({ kind: 'operate', response: { status: 307, headers: { location } } })
    await rejectsWith(openOperate(place).incidents.search(), 'RedirectError', { code: 'http' })
    const { all, token } = await count()
    equal(all - token, 1, 'requests')
  })

  test('rest', "an abort rejects with the signal's own reason", async () => {
    await fail({ kind: 'operate', times: 50, response: 'hang' })
    const { incidents } = openOperate(place)
    const reason = new Error('enough')
    const before = new AbortController()
    before.abort(reason)
    ok((await rejection(incidents.search({}, before), 'the call')) === reason, 'the reason, before the call')
    const during = new AbortController()
    const call = rejection(incidents.search({}, during), 'the call')
    setTimeout(() => during.abort(reason), 50)
    ok((await call) === reason, 'the reason, during the call')
    const error = await rejection(incidents.search({}, { signal: AbortSignal.timeout(50) }), 'the call')
    equal((error as Error).name, 'TimeoutError', 'the reason of AbortSignal.timeout')
  })

  test('rest', 'works with any API and any authenticator', async () => {
    const { operateUrl = '' } = cluster(place)
    const { accessToken } = await signIn(place).token(OPERATE_AUDIENCE)
    const auth = createBearer(accessToken)
    const transport = createTransport({ api: 'Operate', baseUrl: checkBaseUrl(operateUrl, 'Operate'), auth })
    const route = { id: 'incidents.search', method: 'POST', path: '/v1/incidents/search', safe: true } as const
    const { items } = await transport.call<{ items: unknown[] }>(route, { body: { size: 2 } })
    equal(items.length, 2, 'items')
  })

  test('rest', 'rejects an invalid address', async () => {
    const make = async () => createOperateClient({ auth: createBearer('t'), baseUrl: 'camunda.example.com' })
    await rejectsWith(make(), 'RestError', { code: 'config_invalid' })
  })
}
