import { afterEach, expect, it, vi } from 'vitest'

afterEach(() => vi.unstubAllGlobals())

/** The `cache` that a fresh copy of the package sends, on a platform with this `Request`. */
async function sentCache(request: unknown): Promise<unknown> {
  vi.stubGlobal('Request', request)
  vi.resetModules()
  const { createTransport } = await import('../src/index.ts')
  let cache: unknown = 'none'
  const transport = createTransport({
    api: 'Example',
    baseUrl: 'https://example.com',
    auth: { headers: async () => ({}) },
    fetch: async (_, init) => {
      cache = init.cache
      return new Response('{}')
    },
  })
  await transport.call({ id: 'a.b', method: 'GET', path: '/a' })
  return cache
}

it.each([
  ['that knows it', Request, 'no-store'],
  [
    'that throws at it, as workerd does before 2024-11-11',
    class {
      constructor() {
        throw new Error("The 'cache' field on 'RequestInitializerDict' is not implemented.")
      }
    },
    undefined,
  ],
  ['that ignores it, as Deno does', class {}, undefined],
  [
    'whose polyfill adds a parameter to the address',
    class {
      cache = 'no-store'
      url = 'http://a/?_=1'
    },
    undefined,
  ],
  ['without a Request', undefined, undefined],
])('`cache: no-store` is sent on a platform %s: %s', async (_, request, expected) => {
  expect(await sentCache(request)).toBe(expected)
})
