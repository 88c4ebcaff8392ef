import { describe, expect, it } from 'vitest'
import { type CallOptions, type ClientOptions, RestError, ValidationError } from '../src/index.ts'
import { createCheck } from '../src/shapes.ts'
import { answer, serve } from './server.ts'
import { createThing, getThing, transportTo } from './setup.ts'

const longest = 2 ** 31 - 1

function refusal(make: () => unknown): RestError {
  try {
    make()
  } catch (cause) {
    expect(cause).toBeInstanceOf(RestError)
    return cause as RestError
  }
  throw new Error('nothing was refused')
}

describe('an option of a client', () => {
  const wrong: [string, unknown[]][] = [
    ['auth', [undefined, null, {}, 'token', { headers: 'x' }]],
    ['fetch', [null, 'fetch', {}, false, 1]],
    ['onEvent', [null, 'log', true, {}]],
    ['audience', [null, 1, false, ['a'], {}]],
    ['userAgent', [null, 1, {}, 'a\r\nb: c', 'a\nb', 'agent-ж', '\0']],
    ['timeoutMs', [null, 0, -1, Number.NaN, '1000', true, [1000], longest + 1, -Infinity, 1n]],
    ['maxResponseBytes', [null, 0, -1, 0.5, Number.NaN, '1000', true, {}, 1n]],
    ['retry', [null, true, 1, 'no']],
    ['baseUrl', [null, 7, {}]],
  ]
  it.each(wrong.flatMap(([name, values]) => values.map((value) => [name, value] as const)))(
    'that is invalid is rejected by name: %s %o',
    (name, value) => {
      const error = refusal(() => transportTo('https://example.com', { [name]: value }))
      expect(error.code).toBe('config_invalid')
      expect(error.message).toContain(`\`${name}\``)
    },
  )

  const wrongRetry: [string, unknown[]][] = [
    ['limit', [null, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, '2', true]],
    ['baseDelayMs', [null, -1, Number.NaN, Number.POSITIVE_INFINITY, longest + 1, '300']],
    ['maxDelayMs', [null, -1, Number.NaN, Number.POSITIVE_INFINITY, longest + 1, '300']],
  ]
  it.each(wrongRetry.flatMap(([name, values]) => values.map((value) => [name, value] as const)))(
    'that is invalid is rejected by name: retry.%s %o',
    (name, value) => {
      const error = refusal(() => transportTo('https://example.com', { retry: { [name]: value } }))
      expect(error).toMatchObject({ code: 'config_invalid', message: expect.stringContaining(`\`retry.${name}\``) })
    },
  )

  it.each([
    { timeoutMs: Number.POSITIVE_INFINITY },
    { timeoutMs: longest },
    { timeoutMs: 0.5 },
    { maxResponseBytes: Number.POSITIVE_INFINITY },
    { maxResponseBytes: 1 },
    { retry: false },
    { retry: {} },
    { retry: { limit: 0, baseDelayMs: 0, maxDelayMs: longest } },
    { userAgent: '' },
    { audience: '' },
    { fetch: undefined, onEvent: undefined, userAgent: undefined, audience: undefined, timeoutMs: undefined },
  ] satisfies Partial<ClientOptions>[])('may be %o', (options) => {
    expect(() => transportTo('https://example.com', options)).not.toThrow()
  })

  it.each([false, true, null, 0, 'warn', 'LENIENT', '', {}])('cannot be `validate: %o`', (validate) => {
    const error = refusal(() => createCheck({ routes: {}, calls: {}, shapes: () => ({}) }, validate as never))
    expect(error).toMatchObject({
      code: 'config_invalid',
      message: '`validate` must be "lenient", "strict" or "off"',
    })
  })
})

describe('an option of a call', () => {
  const wrong: [string, unknown][] = [
    ['`options`', null],
    ['`options`', 'x'],
    ['`signal`', { signal: null }],
    ['`signal`', { signal: {} }],
    ['`signal`', { signal: 'x' }],
    ['`timeoutMs`', { timeoutMs: 2 ** 31 }],
    ['`timeoutMs`', { timeoutMs: '5' }],
    ['`retry`', { retry: true }],
    ['`retry.limit`', { retry: { limit: -1 } }],
  ]
  it.each(wrong)('that is invalid is rejected by name, and nothing is sent: %s %o', async (name, options) => {
    const server = await serve(answer(200, {}))
    const { transport } = transportTo(server.url)
    const error = await transport.call(getThing, { params: ['1'] }, options as CallOptions).catch((one: unknown) => one)
    expect(error).toMatchObject({ code: 'config_invalid', message: expect.stringContaining(name) })
    expect(server.received).toHaveLength(0)
    expect(await transport.call(getThing, { params: ['1'] })).toEqual({})
  })
})

describe('headers of a call', () => {
  it.each([
    ['a record', { 'X-Trace': 'a', 'x-count': '1' }],
    ['a record with members that are undefined', { 'X-Trace': 'a', 'x-count': '1', 'x-none': undefined }],
    ['Headers', new Headers({ 'X-Trace': 'a', 'x-count': '1' })],
    ['pairs', [['X-Trace', 'a'] as const, ['x-count', '1'] as const]],
    ['a record with lists', { 'X-Trace': ['a'], 'x-count': ['1'] }],
    ['a Map', new Map(Object.entries({ 'X-Trace': 'a', 'x-count': '1' }))],
    ['numbers, from JavaScript', { 'X-Trace': 'a', 'x-count': 1 } as unknown as Record<string, string>],
  ])('may be %s', async (_, headers) => {
    const server = await serve(answer(200, {}))
    await transportTo(server.url).transport.call(getThing, { params: ['1'] }, { headers })
    expect(server.received[0]?.headers).toMatchObject({ 'x-trace': 'a', 'x-count': '1' })
    expect(server.received[0]?.headers).not.toHaveProperty('x-none')
  })

  it('replace those of the client, and are joined if a name occurs twice', async () => {
    const server = await serve(answer(200, {}))
    const headers = [
      ['Accept', 'text/plain'],
      ['x-list', 'a'],
      ['X-List', 'b'],
    ] as const
    await transportTo(server.url).transport.call(getThing, { params: ['1'] }, { headers })
    expect(server.received[0]?.headers).toMatchObject({ accept: 'text/plain', 'x-list': 'a, b' })
  })

  it('may have the name of an inherited object member', async () => {
    const server = await serve(answer(200, {}))
    await transportTo(server.url).transport.call(getThing, { params: ['1'] }, { headers: { constructor: 'a' } })
    expect(server.received[0]?.headers.constructor).toBe('a')
  })

  it.each([
    ['a line break in a name', { 'x-a\r\nx-b': 'hidden' }],
    ['a space in a name', { 'x a': 'hidden' }],
    ['an empty name', { '': 'hidden' }],
    ['a name beyond ASCII', { 'x-ä': 'hidden' }],
    ['the name of a prototype', JSON.parse('{ "__proto__": "hidden" }')],
    ['a line break in a value', { 'x-a': 'hidden\r\nx-b: 1' }],
    ['a zero in a value', { 'x-a': 'hidden\0' }],
    ['a value beyond Latin-1', { 'x-a': 'hidden ж' }],
    ['an object as value', { 'x-a': {} }],
    ['a symbol as value', { 'x-a': Symbol('hidden') }],
    ['text', 'x-a: hidden'],
    ['a pair without a value', [['x-a']] as unknown as [string, string][]],
    ['a pair of three', [['x-a', 'hidden', 'b']] as unknown as [string, string][]],
    ['a number', 5],
    ['a list of text', ['x-a: hidden']],
  ])('with %s are rejected before anything is sent', async (_, headers) => {
    const server = await serve(answer(200, {}))
    const { transport, events } = transportTo(server.url)
    const call = transport.call(createThing, { body: {} }, { headers } as unknown as CallOptions)
    const error = await call.catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(ValidationError)
    expect(error).toMatchObject({ code: 'request_invalid', part: 'headers', operation: 'things.create' })
    expect((error as Error).message).toMatch(/^things\.create: invalid headers: /)
    expect((error as Error).message).not.toMatch(/hidden|[\r\n]/)
    expect(server.received).toHaveLength(0)
    expect(events).toEqual([])
  })
})

describe('headers of an authenticator', () => {
  it('may be a Headers object, too', async () => {
    const server = await serve(answer(200, {}))
    const auth = { headers: async () => new Headers({ authorization: 'Bearer a' }) as never }
    await transportTo(server.url, { auth }).transport.call(getThing, { params: ['1'] })
    expect(server.received[0]?.headers.authorization).toBe('Bearer a')
  })

  it.each([
    ['a line break in a value', { authorization: 'Bearer a-token\r\nx: y' }],
    ['a line break in a name', { 'x\r\ny': 'a-token' }],
    ['nothing', undefined],
    ['text', 'Bearer a-token'],
  ])('with %s are rejected, never sent and never retried', async (_, headers) => {
    const server = await serve(answer(200, {}))
    let asked = 0
    const auth = {
      headers: async () => {
        asked++
        return headers as never
      },
    }
    const call = transportTo(server.url, { auth }).transport.call(getThing, { params: ['1'] })
    const error = await call.catch((cause: unknown) => cause as RestError)
    expect(error).toMatchObject({ code: 'config_invalid', message: expect.stringContaining("authenticator's headers") })
    expect((error as RestError).message).not.toMatch(/a-token|[\r\n]/)
    expect([asked, server.received.length]).toEqual([1, 0])
  })
})
