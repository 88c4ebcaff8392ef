import type { ServerResponse } from 'node:http'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { Agent, interceptors, MockAgent } from 'undici'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  ApiError,
  type BinaryResponse,
  type CallOptions,
  createUncheckedResource,
  MalformedResponseError,
  NetworkError,
  RateLimitedError,
  RedirectError,
  TimeoutError,
  type TransportOptions,
  toBinaryResponse,
  toFormData,
} from '../src/index.ts'
import { throughUndici } from '../src/undici.ts'
import { answer, serve } from './server.ts'
import { connectionTo, secret } from './setup.ts'

interface Things {
  get(key: string, options?: CallOptions): Promise<unknown>
  find(key: string): Promise<unknown>
  create(body: object, options?: CallOptions): Promise<unknown>
  getXml(key: string): Promise<string>
  getFile(key: string, options?: CallOptions): Promise<BinaryResponse>
  upload(form: object): Promise<unknown>
  delete(key: string): Promise<void>
}

const formats = { writeForm: toFormData, readBytes: toBinaryResponse }
const routes = {
  get: 'GET /things/{key}',
  find: 'GET /things/{key} optional',
  create: 'POST /things body',
  getXml: 'GET /things/{key}/xml text',
  getFile: 'GET /things/{key}/file bytes',
  upload: 'POST /things form safe',
  delete: 'DELETE /things/{key} none',
}

function thingsAt(url: string, options: Partial<TransportOptions> = {}) {
  const dispatcher = new Agent()
  onTestFinished(() => dispatcher.destroy())
  const { connection, ...rest } = connectionTo(url, { fetch: throughUndici(dispatcher), ...options })
  return { ...rest, things: createUncheckedResource<Things>(connection, 'things', { routes, formats }) }
}

const failure = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => Promise.reject(new Error('did not fail')),
    (cause) => cause,
  )

const encoded =
  (encoding: string, body: Uint8Array, status = 200) =>
  (response: ServerResponse): void => {
    response.writeHead(status, { 'content-encoding': encoding, 'content-length': body.byteLength }).end(body)
  }

describe('a call', () => {
  it('sends method, path, query, headers and body, and returns JSON with exact keys', async () => {
    const server = await serve((response) => response.end('{"key":9007199254740993}'))
    const { things } = thingsAt(`${server.url}/v1`, { userAgent: 'example/1' })
    expect(await things.create({ name: 'ä' }, { headers: { 'x-trace': 'a' } })).toEqual({ key: '9007199254740993' })
    expect(server.received[0]).toMatchObject({
      method: 'POST',
      path: '/v1/things',
      body: '{"name":"ä"}',
      headers: {
        accept: 'application/json',
        'accept-encoding': 'gzip, deflate, br',
        authorization: `Bearer ${secret}`,
        'content-length': '13',
        'content-type': 'application/json',
        'user-agent': 'example/1',
        'x-trace': 'a',
      },
    })
  })

  it('reads text, and nothing from an empty response', async () => {
    const server = await serve(answer(200, '<a/>'), answer(204), answer(200, { left: 'unread' }))
    const { things } = thingsAt(server.url)
    expect(await things.getXml('1')).toBe('<a/>')
    expect(await things.find('1')).toBeUndefined()
    expect(await things.delete('1')).toBeUndefined()
  })

  it('reuses its connection', async () => {
    const server = await serve(answer(200, {}))
    const { things } = thingsAt(server.url)
    for (let index = 0; index < 6; index++) await things.get('1')
    // It may open a second one before the first is free again.
    expect(server.connections()).toBeLessThanOrEqual(2)
  })

  it('uses the dispatcher that is passed', async () => {
    const mock = new MockAgent()
    mock.disableNetConnect()
    mock.get('https://a.example').intercept({ path: '/things/1' }).reply(200, { mocked: true })
    const { things } = thingsAt('https://a.example', { fetch: throughUndici(mock) })
    expect(await things.get('1')).toEqual({ mocked: true })
  })

  it('uses the global dispatcher otherwise', async () => {
    const server = await serve(answer(200, { ok: true }))
    expect(await thingsAt(server.url, { fetch: throughUndici() }).things.get('1')).toEqual({ ok: true })
  })

  it.each([(headers: HeadersInit) => new Headers(headers), (headers: HeadersInit) => Object.entries(headers)])(
    'may be wrapped by code that passes headers in another form: %s',
    async (convert) => {
      const server = await serve(answer(200, {}))
      const fetch = throughUndici()
      const { things } = thingsAt(server.url, {
        fetch: (url, init) => fetch(url, { ...init, headers: convert(init.headers ?? {}) as HeadersInit }),
      })
      await things.get('1')
      expect(server.received[0]?.headers).toMatchObject({
        authorization: `Bearer ${secret}`,
        accept: 'application/json',
      })
    },
  )

  it('sends a form, and can repeat it', async () => {
    const server = await serve(answer(503, ''), answer(200, {}))
    await thingsAt(server.url).things.upload({ file: new File(['<a/>'], 'a.bpmn'), name: 'ä' })
    expect(server.received).toHaveLength(2)
    for (const { body, headers } of server.received) {
      const form = await new Response(body, { headers: { 'content-type': headers['content-type'] ?? '' } }).formData()
      expect(form.get('name')).toBe('ä')
      expect(await (form.get('file') as File).text()).toBe('<a/>')
    }
  })
})

describe('a failure', () => {
  it('is the problem that the server describes', async () => {
    const problem = { title: 'NOT_FOUND', detail: 'No thing 1' }
    const server = await serve(answer(404, problem, { 'x-request-id': 'r-1' }))
    const error = await failure(thingsAt(server.url).things.get('1'))
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ status: 404, requestId: 'r-1', ...problem })
  })

  it('renews the authentication once', async () => {
    const server = await serve(answer(401), answer(200, { ok: true }))
    let token = 'old'
    const auth = {
      headers: () => ({ authorization: `Bearer ${token}` }),
      refused: () => {
        token = 'new'
        return true
      },
    }
    expect(await thingsAt(server.url, { auth }).things.create({})).toEqual({ ok: true })
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual(['Bearer old', 'Bearer new'])
  })

  it('is retried as the server requests', async () => {
    const server = await serve(answer(429, '', { 'retry-after': '2' }), answer(200, { ok: true }))
    const { things, waits } = thingsAt(server.url)
    expect(await things.create({})).toEqual({ ok: true })
    expect(waits).toEqual([2200])
    const again = await serve(answer(429, '', { 'retry-after': '2' }))
    const error = await failure(thingsAt(again.url, { retry: false }).things.create({}))
    expect(error).toBeInstanceOf(RateLimitedError)
    expect(error).toMatchObject({ retryAfterMs: 2000 })
  })

  it('without a connection is retried, and described', async () => {
    const { things, waits } = thingsAt('http://127.0.0.1:1')
    const error = await failure(things.create({}))
    expect(error).toBeInstanceOf(NetworkError)
    expect(error).toMatchObject({ code: 'network', reasonCode: 'ECONNREFUSED' })
    expect(waits).toHaveLength(2)
  })

  it('after the server has received a POST is not retried', async () => {
    const server = await serve((response) => response.destroy())
    const { things, waits } = thingsAt(server.url)
    const error = await failure(things.create({}))
    expect(error).toBeInstanceOf(NetworkError)
    expect(error).toMatchObject({ reasonCode: 'UND_ERR_SOCKET' })
    expect([waits, server.received.length]).toEqual([[], 1])
  })

  it('in the middle of a body is a NetworkError', async () => {
    const server = await serve((response) => {
      response.writeHead(200, { 'content-length': '100' }).write('first', () => response.destroy())
    })
    const error = await failure(thingsAt(server.url, { retry: false }).things.get('1'))
    expect(error).toBeInstanceOf(NetworkError)
    expect(error).toMatchObject({ message: expect.stringContaining('broke off') })
  })
})

describe('an abort', () => {
  it.each([
    ['before the response', () => {}],
    [
      'within a body of known length',
      (response: ServerResponse) => response.writeHead(200, { 'content-length': '9' }).write('a'),
    ],
    ['within a body of unknown length', (response: ServerResponse) => response.writeHead(200).write('a')],
  ])('ends the call with the reason of the signal, and closes its connection: %s', async (_, begin) => {
    const controller = new AbortController()
    const reason = new Error('enough')
    let close = (): void => {}
    const closed = new Promise<void>((resolve) => {
      close = resolve
    })
    const server = await serve((response) => {
      response.on('close', close)
      begin(response)
      setImmediate(() => controller.abort(reason))
    })
    const { things } = thingsAt(server.url)
    await expect(things.get('1', { signal: controller.signal })).rejects.toBe(reason)
    await closed
  })

  it('before the call sends nothing', async () => {
    const server = await serve(answer(200, {}))
    const { things } = thingsAt(server.url)
    await expect(things.get('1', { signal: AbortSignal.abort('enough') })).rejects.toBe('enough')
    expect(server.received).toHaveLength(0)
  })

  it('works like the time limit', async () => {
    const server = await serve(() => {})
    await expect(thingsAt(server.url).things.get('1', { timeoutMs: 20 })).rejects.toBeInstanceOf(TimeoutError)
  })
})

describe('a redirect', () => {
  it('is rejected', async () => {
    const target = await serve(answer(200, {}))
    const server = await serve(answer(307, '', { location: `${target.url}/elsewhere?secret=1` }))
    const error = await failure(thingsAt(server.url).things.create({ password: 'hidden' }))
    expect(error).toBeInstanceOf(RedirectError)
    expect(error).toMatchObject({ status: 307, location: `${target.url}/elsewhere` })
    expect(target.received).toHaveLength(0)
  })

  it('that a dispatcher followed anyway is an error', async () => {
    const target = await serve(answer(200, { stolen: true }))
    const server = await serve(answer(302, '', { location: `${target.url}/elsewhere` }))
    const agent = new Agent()
    onTestFinished(() => agent.destroy())
    const fetch = throughUndici(agent.compose(interceptors.redirect({ maxRedirections: 2 })))
    const error = await failure(thingsAt(server.url, { fetch }).things.get('1'))
    expect(error).toBeInstanceOf(RedirectError)
    expect(error).toMatchObject({ location: `${target.url}/elsewhere` })
  })
})

describe('a compressed body', () => {
  const text = '{"key":9007199254740993}'

  it.each([
    ['gzip', gzipSync(text)],
    ['br', brotliCompressSync(text)],
    ['deflate', deflateSync(text)],
    ['gzip, br', brotliCompressSync(gzipSync(text))],
  ])('is read: %s', async (encoding, body) => {
    const server = await serve(encoded(encoding, body))
    expect(await thingsAt(server.url).things.get('1')).toEqual({ key: '9007199254740993' })
  })

  it('of an error is read, too', async () => {
    const server = await serve(encoded('gzip', gzipSync('{"detail":"No thing 1"}'), 404))
    await expect(thingsAt(server.url).things.get('1')).rejects.toMatchObject({ status: 404, detail: 'No thing 1' })
  })

  it('that is malformed is a NetworkError', async () => {
    const server = await serve(encoded('gzip', new TextEncoder().encode('not gzip')))
    expect(await failure(thingsAt(server.url, { retry: false }).things.get('1'))).toBeInstanceOf(NetworkError)
  })
})

describe('maxResponseBytes', () => {
  it.each([
    ['of known length', answer(200, 'x'.repeat(1001), { 'content-length': '1001' })],
    ['of unknown length', (response: ServerResponse) => response.write('x'.repeat(1001))],
    [
      'of known length beyond what is taken in one piece',
      answer(200, 'x'.repeat(1 << 21), { 'content-length': `${1 << 21}` }),
    ],
    ['compressed', encoded('gzip', gzipSync('x'.repeat(1 << 22)))],
  ])('ends a body %s', async (_, begin) => {
    const server = await serve(begin as never)
    const error = await failure(thingsAt(server.url, { maxResponseBytes: 1000 }).things.getXml('1'))
    expect(error).toBeInstanceOf(MalformedResponseError)
    expect(error).toMatchObject({ message: expect.stringContaining('`maxResponseBytes` (1000)') })
  })

  it('accepts a body of several megabytes within the limit', async () => {
    const text = 'ä'.repeat(3 << 20)
    const server = await serve(answer(200, text), encoded('br', brotliCompressSync(text)))
    const { things } = thingsAt(server.url)
    expect(await things.getXml('1')).toBe(text)
    expect(await things.getXml('1')).toBe(text)
  })
})

describe('a response of bytes', () => {
  const content = new Uint8Array([0, 255, 128])

  it('has its headers, as a stream or as a whole', async () => {
    const headers = {
      'content-type': 'image/png',
      'content-length': '3',
      'content-disposition': 'attachment; filename=a.png',
    }
    const server = await serve((response) => response.writeHead(200, headers).end(content))
    const { things } = thingsAt(server.url)
    const file = await things.getFile('1')
    expect(file).toMatchObject({ contentType: 'image/png', size: 3, fileName: 'a.png' })
    expect(await file.bytes()).toEqual(content)
    const { body } = await things.getFile('1')
    expect(new Uint8Array(await new Response(body).arrayBuffer())).toEqual(content)
  })

  it('releases its connection when it is canceled or aborted', async () => {
    let closed = 0
    const server = await serve((response) => {
      response.on('close', () => closed++)
      response.writeHead(200).write('first')
    })
    const { things } = thingsAt(server.url)
    const { body } = await things.getFile('1')
    await body.cancel()
    const controller = new AbortController()
    const aborted = await things.getFile('1', { signal: controller.signal })
    controller.abort('enough')
    await expect(aborted.bytes()).rejects.toBe('enough')
    await expect.poll(() => closed).toBe(2)
  })
})
