import { createBasicAuth, createBearer, createOAuth, type TokenEvent } from '@x/auth'
import { cluster, OPERATE_AUDIENCE, signIn } from './clients.ts'
import type { Controls } from './controls.ts'
import { equal, ok, rejection, rejectsWith } from './expect.ts'
import type { Place } from './place.ts'
import type { Suite } from './suite.ts'

export function authSuite({ test }: Suite, place: Place, { count, fail }: Controls): void {
  test('auth', 'twenty calls at once send one token request', async () => {
    const auth = signIn(place)
    const all = await Promise.all(Array.from({ length: 20 }, () => auth.headers(OPERATE_AUDIENCE)))
    equal(new Set(all.map(({ authorization }) => authorization)).size, 1, 'tokens')
    ok(/^Bearer \S{100,}$/.test(all[0]?.authorization ?? ''), 'a token in a header')
    equal((await count()).token, 1, 'token requests')
  })

  test('auth', 'each audience has its own token', async () => {
    const auth = signIn(place)
    const tokens = [await auth.token(OPERATE_AUDIENCE), await auth.token('zeebe.camunda.io')]
    equal(new Set(tokens.map(({ accessToken }) => accessToken)).size, 2, 'tokens')
    const hours = ((tokens[0]?.expiresAt ?? 0) - Date.now()) / 3_600_000
    ok(hours > 23.9 && hours < 24.1, 'a lifetime of 24 hours')
  })

  test('auth', 'a rejected credential is not sent again', async () => {
    const auth = signIn(place, { clientSecret: 'wrong' })
    const call = () => auth.headers(OPERATE_AUDIENCE)
    const expected = { code: 'token_rejected', status: 401, isAuthError: true }
    await rejectsWith(call(), 'TokenRejectedError', expected)
    await rejectsWith(call(), 'TokenRejectedError', expected)
    equal((await count()).token, 1, 'token requests')
  })

  test('auth', 'aborting one call ends the wait of that call only', async () => {
    const auth = signIn(place)
    const controller = new AbortController()
    const reason = new Error('enough')
    const other = auth.headers(OPERATE_AUDIENCE)
    const aborted = auth.headers(OPERATE_AUDIENCE, { signal: controller.signal })
    controller.abort(reason)
    ok((await rejection(aborted, 'the call')) === reason, "the signal's own reason")
    ok((await other).authorization, 'headers for the other call')
    equal((await count()).token, 1, 'token requests')
  })

  test('auth', 'a token endpoint that never responds is a timeout', async () => {
    await fail({ kind: 'token', times: 50, response: 'hang' })
    const { headers } = signIn(place, { timeoutMs: 300 })
    await rejectsWith(headers(OPERATE_AUDIENCE), 'AuthError', { code: 'timeout' })
  })

  test('auth', 'a connection that breaks is a network error', async () => {
    await fail({ kind: 'token', times: 50, response: 'disconnect' })
    const { headers } = signIn(place, { timeoutMs: 3000 })
    await rejectsWith(headers(OPERATE_AUDIENCE), 'AuthError', { code: 'network' })
  })

  test('auth', 'a redirect of the token endpoint is not followed', async () => {
    await fail({ kind: 'token', times: 50, response: { status: 302, headers: { location: cluster(place).tokenUrl } } })
    // A separate credential: it is in cooldown for this whole process.
    const { headers } = signIn(place, { clientSecret: 'redirected', timeoutMs: 3000 })
    await rejectsWith(headers(OPERATE_AUDIENCE), 'AuthError', { code: 'token_malformed' })
  })

  test('auth', 'reports what it does', async () => {
    const events: TokenEvent[] = []
    await signIn(place, { onEvent: (event) => void events.push(event) }).headers(OPERATE_AUDIENCE)
    const types = events.map(({ type }) => type)
    equal(types, ['token_requested', 'token_received'], 'events')
  })

  test('auth', 'rejects invalid options before anything is sent', async () => {
    const make = async () => createOAuth({ ...cluster(place), tokenUrl: 'http://login.example.com/' })
    await rejectsWith(make(), 'AuthError', { code: 'config_invalid' })
    equal((await count()).all, 0, 'requests')
  })

  test('auth', 'passwords and fixed tokens become headers, too', async () => {
    const basic = createBasicAuth({ username: 'demo', password: 'pässword' })
    const utf8 = String.fromCharCode(...new TextEncoder().encode('demo:pässword'))
    equal(await basic.headers(undefined), { authorization: `Basic ${btoa(utf8)}` }, 'headers')
    equal(await createBearer(async () => 'mine').headers('any'), { authorization: 'Bearer mine' }, 'headers')
  })
}
