import { Readable } from 'node:stream'
import { createGzip, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { ApiError, type Fetch, MalformedResponseError, NetworkError } from '../src/index.ts'
import { answer, serve } from './server.ts'
import { getThing, transportTo } from './setup.ts'

const call = (url: string, options: Parameters<typeof transportTo>[1], route = getThing): Promise<unknown> =>
  transportTo(url, { retry: false, ...options }).transport.call(route, { params: ['1'] })

describe('a response larger than maxResponseBytes', () => {
  const expected = {
    code: 'response_malformed',
    operation: 'things.get',
    status: 200,
    message: 'Example returned more than `maxResponseBytes` (1000) for things.get. Raise it or request less',
  }

  it('is rejected, even without a content length', async () => {
    let closed = (): void => {}
    const ended = new Promise<void>((resolve) => {
      closed = resolve
    })
    const server = await serve((response) => {
      response.on('close', closed)
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(16_384))) {}
        if (!response.destroyed) response.once('drain', more)
      }
      more()
    })
    const error = await call(server.url, { maxResponseBytes: 1000 }).catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(MalformedResponseError)
    expect(error).toMatchObject(expected)
    await ended
  })

  it('is measured after decompression, without blocking the event loop', async () => {
    const server = await serve((response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' })
      const zeros = Buffer.alloc(1 << 20)
      const bomb = Readable.from(
        (function* () {
          for (let count = 0; count < 512; count++) yield zeros
        })(),
      )
      const gzip = createGzip()
      response.on('close', () => bomb.destroy())
      bomb.pipe(gzip).pipe(response)
    })
    let turns = 0
    const turning = setInterval(() => turns++)
    await expect(call(server.url, { maxResponseBytes: 64 << 20 })).rejects.toMatchObject({ code: 'response_malformed' })
    clearInterval(turning)
    expect(turns).toBeGreaterThan(0)
  })

  it('is one byte over the limit, with any encoding', async () => {
    const body = JSON.stringify('ä'.repeat(499))
    expect(Buffer.byteLength(body)).toBe(1000)
    const plain = await serve(answer(200, body))
    const gzip = await serve((response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(body)))
    for (const { url } of [plain, gzip]) {
      expect(await call(url, { maxResponseBytes: 1000 })).toBe('ä'.repeat(499))
      await expect(call(url, { maxResponseBytes: 999 })).rejects.toBeInstanceOf(MalformedResponseError)
    }
  })

  it('has a default limit of 64 MiB, and none with Infinity', async () => {
    const chunk = new Uint8Array(1 << 20).fill(0x20)
    const fetch: Fetch = async () => {
      let left = 65
      return new Response(
        new ReadableStream({
          pull: (controller) => (left-- > 0 ? controller.enqueue(chunk) : controller.close()),
        }),
      )
    }
    const text = { ...getThing, returns: 'text' } as const
    await expect(call('https://a.example', { fetch }, text)).rejects.toMatchObject({
      message: expect.stringContaining('`maxResponseBytes` (67108864)'),
    })
    const whole = await call('https://a.example', { fetch, maxResponseBytes: Number.POSITIVE_INFINITY }, text)
    expect((whole as string).length).toBe(65 << 20)
  })
})

describe('a response without web streams', () => {
  interface Given {
    readonly status: number
    readonly text: string
    readonly body?: unknown
  }
  /** As polyfills have it: `text()`, and perhaps a body of another kind. */
  const foreign =
    ({ status, text, ...body }: Given): Fetch =>
    async () =>
      ({ ok: status < 300, status, headers: new Headers(), text: async () => text, ...body }) as Response

  const problem = JSON.stringify({ title: 'Not found', detail: 'No thing 1', type: 'about:blank' })
  const kinds: [string, (text: string) => { body?: unknown }][] = [
    ['one of Node', (text) => ({ body: Readable.from([text]) })],
    ['no body', () => ({})],
  ]

  it.each(kinds)('is read by text(): %s', async (_, body) => {
    const text = '{"key":9007199254740993}'
    const answered = await call('https://a.example', { fetch: foreign({ status: 200, text, ...body(text) }) })
    expect(answered).toEqual({ key: '9007199254740993' })
    const none = { ...getThing, returns: 'none' } as const
    expect(await call('https://a.example', { fetch: foreign({ status: 200, text, ...body(text) }) }, none)).toBe(
      undefined,
    )
  })

  it.each(kinds)('keeps the problem of an error: %s', async (_, body) => {
    const error = await call('https://a.example', {
      fetch: foreign({ status: 404, text: problem, ...body(problem) }),
    }).catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ status: 404, title: 'Not found', detail: 'No thing 1', type: 'about:blank' })
  })

  it.each(kinds)('is limited by maxResponseBytes: %s', async (_, body) => {
    const text = '"0123456789"'
    const fetch = foreign({ status: 200, text, ...body(text) })
    await expect(call('https://a.example', { fetch, maxResponseBytes: 11 })).rejects.toMatchObject({
      code: 'response_malformed',
      message: expect.stringContaining('`maxResponseBytes` (11)'),
    })
  })

  it('that breaks is a network error', async () => {
    const fetch: Fetch = async () =>
      ({
        ok: true,
        status: 200,
        headers: new Headers(),
        text: () => Promise.reject(new Error('Premature close')),
      }) as unknown as Response
    const error = await call('https://a.example', { fetch }).catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(NetworkError)
    expect(error).toMatchObject({
      message: 'The response of Example to things.get broke off (Premature close)',
      reason: 'Premature close',
    })
  })
})

describe('a response with the content type HTML', () => {
  const html = { 'content-type': 'text/html' }

  it('is parsed if it is JSON anyway', async () => {
    const server = await serve(answer(200, { id: '1' }, html))
    expect(await call(server.url, {})).toEqual({ id: '1' })
  })

  it.each(['<p>Sign in', '', '{"id":'])('is rejected as a page if it is not JSON: %o', async (body) => {
    const server = await serve(answer(200, body, html))
    const error = await call(server.url, {}).catch((cause: unknown) => cause)
    expect(error).toMatchObject({ code: 'response_malformed', contentType: 'text/html' })
    expect((error as Error).message).toContain('an HTML page instead of data')
  })
})
