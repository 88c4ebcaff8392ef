import { describe, expect, it } from 'vitest'
import { MalformedResponseError, NetworkError, RestError, TimeoutError, ValidationError } from '../src/index.ts'
import { answer, serve } from './server.ts'
import { createThing, getThing, secret, transportTo } from './setup.ts'

describe('a call', () => {
  it('sends what the route says and returns the response with exact keys', async () => {
    const server = await serve((response) => response.end('{"key":9007199254740993,"version":2}'))
    const { transport } = transportTo(`${server.url}/v1/`)
    const thing = await transport.call(getThing, { params: ['a/b'], query: { x: [1, 2], y: undefined, z: 'ä&' } })
    expect(thing).toEqual({ key: '9007199254740993', version: 2 })
    expect(server.received[0]).toMatchObject({
      method: 'GET',
      path: '/v1/things/a%2Fb?x=1&x=2&z=%C3%A4%26',
      headers: { accept: 'application/json', authorization: `Bearer ${secret}` },
    })
    expect(server.received[0]?.headers).not.toHaveProperty('content-type')
  })

  it('sends bigints as digits', async () => {
    const server = await serve(answer(200, {}))
    await transportTo(server.url).transport.call(createThing, { body: { searchAfter: [9007199254740993n, 'x'] } })
    expect(server.received[0]?.body).toBe('{"searchAfter":[9007199254740993,"x"]}')
    expect(server.received[0]?.headers['content-type']).toBe('application/json')
  })

  it('lets a call add headers, but not replace those of the authenticator', async () => {
    const server = await serve(answer(200, {}))
    const { transport } = transportTo(server.url, { userAgent: 'example/1' })
    await transport.call(getThing, { params: ['1'] }, { headers: { 'X-Trace': 'a', authorization: 'Basic b' } })
    expect(server.received[0]?.headers).toMatchObject({
      'x-trace': 'a',
      authorization: `Bearer ${secret}`,
      'user-agent': 'example/1',
    })
  })

  const open: typeof getThing = { ...getThing, authenticated: false }

  it('succeeds without authentication if the route requires none', async () => {
    const server = await serve(answer(200, {}))
    const rejecting = { headers: async () => Promise.reject(new Error('asked')) }
    await transportTo(server.url, { auth: rejecting }).transport.call(open, { params: ['1'] })
    const throwing = {
      headers: () => {
        throw new Error('asked')
      },
    }
    await transportTo(server.url, { auth: throwing }).transport.call(open, { params: ['1'] })
    for (const { headers } of server.received) expect(headers).not.toHaveProperty('authorization')
    expect(server.received).toHaveLength(2)
  })

  it('sends available authentication even if the route requires none', async () => {
    const server = await serve(answer(200, {}))
    await transportTo(server.url).transport.call(open, { params: ['1'] })
    expect(server.received[0]?.headers.authorization).toBe(`Bearer ${secret}`)
  })

  it('can be aborted while it waits for authentication that the route does not require', async () => {
    const server = await serve(answer(200, {}))
    const controller = new AbortController()
    const auth = {
      headers: () => {
        controller.abort('enough')
        return new Promise<never>(() => {})
      },
    }
    const call = transportTo(server.url, { auth }).transport.call(
      open,
      { params: ['1'] },
      { signal: controller.signal },
    )
    await expect(call).rejects.toBe('enough')
    expect(server.received).toHaveLength(0)
  })

  it('keeps its connections, whatever the responses', async () => {
    const server = await serve(answer(404, 'no'), answer(200, { a: 1 }), answer(200, 'ignored'), answer(204))
    const { transport } = transportTo(server.url)
    await expect(transport.call(getThing, { params: ['1'] })).rejects.toThrow()
    await transport.call(getThing, { params: ['1'] })
    expect(await transport.call({ ...getThing, returns: 'none' }, { params: ['1'] })).toBeUndefined()
    const maybe = { ...getThing, optional: true }
    expect(await transport.call(maybe, { params: ['1'] })).toBeUndefined()
    const { length } = server.received
    for (let index = 0; index < 6; index++) await transport.call(maybe, { params: ['1'] })
    expect(server.received).toHaveLength(length + 6)
    // undici may open a second one before the first is free again; what matters is that it does not open one per call.
    expect(server.connections()).toBeLessThanOrEqual(2)
  })

  it('looks up the global fetch at call time', async () => {
    const { transport } = transportTo('https://nowhere.invalid')
    const original = globalThis.fetch
    globalThis.fetch = async () => new Response('{"a":1}')
    try {
      expect(await transport.call(getThing, { params: ['1'] })).toEqual({ a: 1 })
    } finally {
      globalThis.fetch = original
    }
  })

  it('passes the response to its reader, whose error is that of the call', async () => {
    const server = await serve(answer(200, { a: 1 }))
    const { transport, events } = transportTo(server.url)
    const read = (response: unknown): unknown => [response]
    expect(await transport.call(getThing, { params: ['1'] }, {}, read)).toEqual([{ a: 1 }])
    const wrong = new ValidationError('things.get', 'response', [{ path: 'a', message: 'must be a string' }])
    const call = transport.call(getThing, { params: ['1'] }, {}, () => {
      throw wrong
    })
    await expect(call).rejects.toBe(wrong)
    expect(events.at(-1)).toMatchObject({ type: 'error', error: wrong })
  })

  it('does not call the reader without a response', async () => {
    const server = await serve(answer(204))
    const read = (): never => {
      throw new Error('called')
    }
    const { transport } = transportTo(server.url)
    for (const route of [
      { ...getThing, optional: true },
      { ...getThing, returns: 'none' as const },
    ]) {
      expect(await transport.call(route, { params: ['1'] }, {}, read)).toBeUndefined()
    }
  })

  it.each([204, 205])('rejects a %d where the operation has a response', async (status) => {
    const server = await serve(answer(status))
    const error = await transportTo(server.url)
      .transport.call(getThing, { params: ['1'] })
      .catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(MalformedResponseError)
    expect(error).toMatchObject({ code: 'response_malformed', status, operation: 'things.get' })
  })
})

describe('text responses', () => {
  const xml: typeof getThing = { ...getThing, returns: 'text' }

  it('are returned unchanged', async () => {
    const server = await serve(answer(200, '<?xml version="1.0"?><a key="9007199254740993"/>'))
    expect(await transportTo(server.url).transport.call(xml, { params: ['1'] })).toMatch(/^<\?xml/)
  })

  it('are unwrapped from a JSON string', async () => {
    const server = await serve(answer(200, '"a;b\\n1;2"', { 'content-type': 'application/json' }))
    expect(await transportTo(server.url).transport.call(xml, { params: ['1'] })).toBe('a;b\n1;2')
  })

  it('are returned unchanged if only their first column is quoted like a JSON string', async () => {
    const server = await serve(answer(200, '"a","b"\n"1","2"', { 'content-type': 'application/json' }))
    expect(await transportTo(server.url).transport.call(xml, { params: ['1'] })).toBe('"a","b"\n"1","2"')
  })
})

describe('an unreadable response', () => {
  const page = '<!DOCTYPE html><html><head><title>Sign in</title></head></html>'
  it.each([
    ['an HTML page', answer(200, page, { 'content-type': 'text/html' })],
    ['an HTML page without a content type', answer(200, page)],
    ['broken JSON', answer(200, '{"a":', { 'content-type': 'application/json' })],
    ['an empty body', answer(200, '')],
  ])('is a typed error that names the operation: %s', async (_, given) => {
    const server = await serve(given)
    const error = await transportTo(server.url)
      .transport.call(getThing, { params: ['1'] })
      .catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(MalformedResponseError)
    expect(error).toMatchObject({ code: 'response_malformed', operation: 'things.get', method: 'GET', status: 200 })
    expect((error as Error).message).toContain('things.get')
    expect((error as Error).message).not.toContain('Sign in')
  })

  it('is an HTML page, even if no body is expected', async () => {
    const server = await serve(answer(200, page))
    const call = transportTo(server.url).transport.call({ ...createThing, returns: 'none' })
    await expect(call).rejects.toBeInstanceOf(MalformedResponseError)
  })

  it('is a network error if it breaks half-way, and is not retried', async () => {
    const server = await serve((response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('{"a":', () => response.destroy())
    })
    const error = await transportTo(server.url)
      .transport.call(getThing, { params: ['1'] })
      .catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(NetworkError)
    expect(server.received).toHaveLength(1)
  })
})

describe('time limit and abort', () => {
  it('covers a response that never starts', async () => {
    const server = await serve(() => {})
    const error = await transportTo(server.url, { timeoutMs: 20 })
      .transport.call(getThing, { params: ['1'] })
      .catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(TimeoutError)
    expect(error).toMatchObject({ code: 'timeout', operation: 'things.get', timeoutMs: 20 })
  })

  it('covers a body that never ends, of success and of an error', async () => {
    const server = await serve(
      (response) => response.writeHead(200).write('{'),
      (response) => response.writeHead(500).write('no'),
    )
    const { transport } = transportTo(server.url)
    for (const status of [200, 500]) {
      const call = transport.call(getThing, { params: [String(status)] }, { timeoutMs: 20 })
      await expect(call).rejects.toBeInstanceOf(TimeoutError)
    }
  })

  it('covers an authenticator and a fetch that ignore the signal', async () => {
    const never = new Promise<never>(() => {})
    const deaf = transportTo('http://127.0.0.1:1', { fetch: () => never, timeoutMs: 10 })
    await expect(deaf.transport.call(getThing, { params: ['1'] })).rejects.toBeInstanceOf(TimeoutError)
    const stuck = transportTo('http://127.0.0.1:1', { auth: { headers: () => never }, timeoutMs: 10 })
    await expect(stuck.transport.call(getThing, { params: ['1'] })).rejects.toBeInstanceOf(TimeoutError)
  })

  it("rejects with the signal's own reason, and aborts the request", async () => {
    let tellClosed = (): void => {}
    const closed = new Promise<void>((resolve) => {
      tellClosed = resolve
    })
    const controller = new AbortController()
    const server = await serve((response) => {
      response.req.socket.on('close', tellClosed)
      controller.abort('changed my mind')
    })
    const call = transportTo(server.url).transport.call(getThing, { params: ['1'] }, { signal: controller.signal })
    await expect(call).rejects.toBe('changed my mind')
    await closed
  })

  it('sends nothing if the signal is already aborted', async () => {
    const server = await serve(answer(200, {}))
    const call = transportTo(server.url).transport.call(
      getThing,
      { params: ['1'] },
      { signal: AbortSignal.abort('over') },
    )
    await expect(call).rejects.toBe('over')
    expect(server.received).toHaveLength(0)
  })

  it('ends the delay before a retry', async () => {
    const server = await serve(answer(503))
    const controller = new AbortController()
    const { transport } = transportTo(server.url, {
      sleep: () => {
        controller.abort('enough')
        return new Promise(() => {})
      },
    })
    const call = transport.call(getThing, { params: ['1'] }, { signal: controller.signal })
    await expect(call).rejects.toBe('enough')
    expect(server.received).toHaveLength(1)
  })

  it('leaves no listener on the signal', async () => {
    const server = await serve(answer(200, {}), answer(404))
    const { signal } = new AbortController()
    let listeners = 0
    const { addEventListener, removeEventListener } = signal
    signal.addEventListener = (...args: Parameters<typeof addEventListener>) => {
      listeners++
      addEventListener.apply(signal, args)
    }
    signal.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
      listeners--
      removeEventListener.apply(signal, args)
    }
    const { transport } = transportTo(server.url)
    await transport.call(getThing, { params: ['1'] }, { signal })
    await expect(transport.call(getThing, { params: ['1'] }, { signal })).rejects.toThrow()
    expect(listeners).toBe(0)
  })
})

describe('invalid options', () => {
  const cases: [string, Record<string, unknown>][] = [
    ['baseUrl', { baseUrl: undefined }],
    ['baseUrl', { baseUrl: 'camunda.io/v1' }],
    ['baseUrl', { baseUrl: 'ftp://camunda.io' }],
    ['baseUrl', { baseUrl: 'https://user:pass-word@camunda.io' }],
    ['baseUrl', { baseUrl: 'https://camunda.io?x=1' }],
    ['auth', { auth: undefined }],
    ['timeoutMs', { timeoutMs: 0 }],
    ['timeoutMs', { timeoutMs: Number.NaN }],
    ['retry.limit', { retry: { limit: -1 } }],
    ['retry.baseDelayMs', { retry: { baseDelayMs: Number.NaN } }],
  ]
  it.each(cases)('name the option: %s %o', (name, options) => {
    let error: unknown
    try {
      transportTo('https://example.com', options)
    } catch (cause) {
      error = cause
    }
    expect(error).toBeInstanceOf(RestError)
    expect(error).toMatchObject({ code: 'config_invalid', message: expect.stringContaining(`\`${name}\``) })
    expect((error as Error).message).not.toContain('pass-word')
  })

  it('in a header are rejected without quoting it', async () => {
    const auth = { headers: async () => ({ authorization: `Bearer ${secret}\r\nx: y` }) }
    const error = await transportTo('http://127.0.0.1:1', { auth })
      .transport.call(getThing, { params: ['1'] })
      .catch((cause: unknown) => cause)
    expect(error).toMatchObject({ code: 'config_invalid', message: expect.stringContaining('authorization') })
    expect(JSON.stringify(error) + String((error as Error).stack)).not.toContain(secret)
  })

  it('of a call are rejected before anything is sent', async () => {
    const server = await serve(answer(200, {}))
    const { transport } = transportTo(server.url)
    await expect(transport.call(getThing, { params: ['..'] })).rejects.toBeInstanceOf(ValidationError)
    await expect(transport.call(getThing, { params: ['1'] }, { timeoutMs: -1 })).rejects.toMatchObject({
      code: 'config_invalid',
    })
    expect(server.received).toHaveLength(0)
  })
})
