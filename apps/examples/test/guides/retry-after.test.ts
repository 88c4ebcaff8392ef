import { createOAuth } from '@x/auth'
import { createOperateClient } from '@x/operate'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

const now = Date.UTC(2026, 10, 30, 12)
const hour = 3_600_000
const inHttp = (ms: number): string => new Date(now + ms).toUTCString()

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now })
})
afterEach(() => {
  vi.useRealTimers()
})

// The two packages are independent, and each parses the header itself.
it.each<[string, number | undefined]>([
  ['0', 0],
  ['7', 7000],
  ['007', 7000],
  [' 7 ', 7000],
  // HTTP dates in all three formats.
  [inHttp(90_000), 90_000],
  ['Monday, 30-Nov-26 12:01:30 GMT', 90_000],
  ['Mon Nov 30 12:01:30 2026', 90_000],
  // Points in time, in seconds and milliseconds since 1970.
  [String(now / 1000 + 90), 90_000],
  [String(now + 90_000), 90_000],
  [String(now + 1), 1],
  // In the past.
  [inHttp(-90_000), undefined],
  [inHttp(0), undefined],
  [String(now / 1000 - 90), undefined],
  [String(now - 90_000), undefined],
  // Neither of them.
  ...['', '-5', '+5', '1.5', '0.5', '1e1', '0x10', '1_000', '1, 1', '10;', '5 s', 'soon', 'NaN', 'Infinity'].map(
    (text): [string, undefined] => [text, undefined],
  ),
  ['2026-11-30T12:01:30Z', undefined],
  ['30 Nov 2026 12:01:30 GMT', undefined],
  ['Nov 30, 2026 12:01:30 GMT', undefined],
  ['Mon, 30 Nov 2026 12:01:30 +0200', undefined],
  ['Mon, 30 Nov 2026 12:01:30', undefined],
  ['Mon, 99 Foo 2026 99:99:99 GMT', undefined],
  // Longer than the limit for token endpoints.
  ['86400', hour],
  [String(now + 2 * hour), hour],
  [inHttp(24 * hour), hour],
  ['9'.repeat(400), hour],
])('a Retry-After of %j means the same to the token request and to a call', async (value, expected) => {
  const fetch = async (): Promise<Response> => new Response('{}', { status: 429, headers: { 'retry-after': value } })
  const failure = (call: Promise<unknown>): Promise<{ retryAfterMs?: number }> => call.then(() => ({})).catch((e) => e)

  // Each has a separate server, since a process remembers how long to leave a server alone.
  const tokenUrl = `https://login.example.com/${crypto.randomUUID()}`
  const auth = createOAuth({ tokenUrl, clientId: 'a', clientSecret: 'b', timeoutMs: 900, fetch })
  const { retryAfterMs: ofToken } = await failure(auth.token())
  const operate = createOperateClient({
    auth: { headers: () => ({}) },
    baseUrl: 'https://operate.example.com',
    retry: false,
    fetch,
  })
  const { retryAfterMs: ofCall } = await failure(operate.processInstances.get('1'))

  expect(ofToken).toBe(expected)
  // The maximum delay of a call is that of a timer.
  expect(ofCall === undefined ? undefined : Math.min(ofCall, hour)).toBe(expected)
})
