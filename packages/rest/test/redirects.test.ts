import { describe, expect, it } from 'vitest'
import { RedirectError, type TransportOptions } from '../src/index.ts'
import { answer, serve } from './server.ts'
import { createThing, getThing, secret, transportTo } from './setup.ts'

async function redirected(
  status: number,
  location: string | undefined,
  options: Partial<TransportOptions> = {},
): Promise<{ error: RedirectError; url: string; sent: number }> {
  const server = await serve(answer(status, '', location === undefined ? {} : { location }))
  const { transport } = transportTo(server.url, options)
  const call = transport.call(createThing, { body: { secretValue: 'hunter22' } }, { headers: { 'x-csrf-token': 'c' } })
  const error = await call.catch((cause: unknown) => cause)
  expect(error).toBeInstanceOf(RedirectError)
  return { error: error as RedirectError, url: server.url, sent: server.received.length }
}

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])('with %i is an error, and no other server is called', async (status) => {
    const other = await serve(answer(200, { done: true }))
    const { error, sent } = await redirected(status, `${other.url}/v1/things?page=2#top`)
    expect(error).toMatchObject({ code: 'http', name: 'RedirectError', status, location: `${other.url}/v1/things` })
    expect(error.message).toBe(
      `Example redirects things.create (${status}) to ${other.url}/v1/things. Set \`baseUrl\` to the final address`,
    )
    expect(sent).toBe(1)
    expect(other.received).toEqual([])
  })

  it('to the same server is an error too, also for a GET', async () => {
    const server = await serve(answer(302, '', { location: '/login' }), answer(200, {}))
    const call = transportTo(server.url).transport.call(getThing, { params: ['1'] })
    await expect(call).rejects.toMatchObject({ status: 302, location: `${server.url}/login` })
    expect(server.received).toHaveLength(1)
  })

  it.each([
    ['without a location', undefined, undefined],
    ['with a location that is no address', 'http://[', undefined],
    ['with a user name and password', 'https://me:hunter22@b.example/x', 'https://b.example/x'],
    ['with the token in its path', `https://b.example/${secret}/x`, 'https://b.example/[redacted]/x'],
    ['with a secret of the body in its path', 'https://b.example/HUNTER22', 'https://b.example/[redacted]'],
  ])('%s reveals only origin and path', async (_, location, expected) => {
    const { error } = await redirected(307, location)
    expect(error.location).toBe(expected)
    expect(error.message).toContain(expected ?? 'another address')
  })

  it('that a browser hides is the same error without the target', async () => {
    const hidden = { ok: false, status: 0, type: 'opaqueredirect', headers: new Headers(), body: null }
    const { error } = await redirected(307, '/', { fetch: async () => hidden as Response })
    expect(error).toMatchObject({ status: 0 })
    expect(error).not.toHaveProperty('location')
    expect(error.message).toContain('redirects things.create')
  })

  it('that a `fetch` follows anyway is not a success', async () => {
    const other = await serve(answer(200, { done: true }))
    const { error } = await redirected(303, `${other.url}/end`, {
      fetch: (url, init) => fetch(url, { ...init, redirect: 'follow' }),
    })
    expect(error).toMatchObject({ status: 200, location: `${other.url}/end` })
  })
})

describe('a response from a cache', () => {
  // As Next.js 13 and 14 replace `fetch`.
  const caching = (): TransportOptions['fetch'] => {
    const cache = new Map<string, string>()
    return async (url, init) => {
      const key = `${url} ${init.body}`
      if (init.cache === 'no-store') return fetch(url, init)
      if (!cache.has(key)) cache.set(key, await (await fetch(url, init)).text())
      return new Response(cache.get(key))
    }
  }

  it('is never used', async () => {
    const server = await serve(answer(200, { n: 1 }), answer(200, { n: 2 }))
    const { transport } = transportTo(server.url, { fetch: caching() })
    expect(await transport.call(getThing, { params: ['1'] })).toEqual({ n: 1 })
    expect(await transport.call(getThing, { params: ['1'] })).toEqual({ n: 2 })
  })
})
