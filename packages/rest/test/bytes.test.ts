import { getEventListeners } from 'node:events'
import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import {
  type BinaryResponse,
  type CallOptions,
  createUncheckedResource,
  type Fetch,
  MalformedResponseError,
  NetworkError,
  TimeoutError,
  type TransportOptions,
  toBinaryResponse,
} from '../src/index.ts'
import { answer, serve } from './server.ts'
import { connectionTo, secret } from './setup.ts'

interface Documents {
  get(id: string, query?: object, options?: CallOptions): Promise<BinaryResponse>
  convert(body: object, query?: object, options?: CallOptions): Promise<BinaryResponse>
}

const routes = { get: 'GET /documents/{id} query? bytes', convert: 'POST /convert body query? bytes safe' }

function documentsAt(url: string, options: Partial<TransportOptions> = {}) {
  const { connection, events } = connectionTo(url, { retry: false, ...options })
  return {
    documents: createUncheckedResource<Documents>(connection, 'documents', {
      routes,
      formats: { readBytes: toBinaryResponse },
    }),
    events,
  }
}

const content = new Uint8Array([0, 255, 128, 10, 13, 0])
const binary =
  (headers: Record<string, string>, body: Uint8Array = content) =>
  (response: ServerResponse): void => {
    response.writeHead(200, headers).end(body)
  }

/** A response that never ends, and a promise that its connection was closed. */
function endless(): { answer: (response: ServerResponse) => void; closed: Promise<void> } {
  let close = (): void => {}
  const closed = new Promise<void>((resolve) => {
    close = resolve
  })
  return {
    closed,
    answer(response) {
      response.on('close', close)
      response.writeHead(200).write('first')
    },
  }
}

describe('a response of bytes', () => {
  it('is read completely', async () => {
    const server = await serve(binary({ 'content-type': 'image/png', 'content-length': '6' }))
    const { documents } = documentsAt(server.url)
    const { contentType, size, fileName, ...response } = await documents.get('1')
    expect([contentType, size, fileName]).toEqual(['image/png', 6, undefined])
    expect(await response.bytes()).toEqual(content)
    expect(server.received[0]?.headers.accept).toBe('*/*')
  })

  it('is read as a stream', async () => {
    const server = await serve((response) => {
      response.writeHead(200).write('ab')
      response.end('cd')
    })
    const { body, size } = await documentsAt(server.url).documents.get('1')
    expect(body).toBeInstanceOf(ReadableStream)
    expect(size).toBeUndefined()
    expect(await new Response(body).text()).toBe('abcd')
  })

  it('is read as text', async () => {
    const server = await serve(binary({}, new TextEncoder().encode('a;ä\n"1";2')))
    const response = await documentsAt(server.url).documents.get('1')
    expect(response.contentType).toBe('application/octet-stream')
    expect(await response.text()).toBe('a;ä\n"1";2')
  })

  it('can be read only once', async () => {
    const server = await serve(binary({}))
    const response = await documentsAt(server.url).documents.get('1')
    await response.bytes()
    await expect(response.text()).rejects.toBeInstanceOf(TypeError)
  })

  it('may be empty', async () => {
    const server = await serve(answer(204))
    const response = await documentsAt(server.url).documents.get('1')
    expect(await response.bytes()).toEqual(new Uint8Array())
  })

  it('has the decompressed size, or none', async () => {
    const zipped = gzipSync(content)
    const length = String(zipped.byteLength)
    const server = await serve(binary({ 'content-encoding': 'gzip', 'content-length': length }, zipped))
    const response = await documentsAt(server.url).documents.get('1')
    expect(response.size).toBeUndefined()
    expect(await response.bytes()).toEqual(content)
  })

  it.each([
    ['attachment; filename="a b.pdf"', 'a b.pdf'],
    ['attachment; filename=plain.pdf', 'plain.pdf'],
    ['attachment; filename="quoted \\"a\\" \\\\.pdf"', 'quoted "a" \\.pdf'],
    ['attachment; filename="fallback.pdf"; filename*=UTF-8\'\'%E2%82%AC%20rates.pdf', '€ rates.pdf'],
    ["attachment; filename*=utf-8'en'%C3%A4.pdf; filename=a.pdf", 'ä.pdf'],
    ["attachment; filename*=UTF-8''%E2%8.pdf; filename=a.pdf", 'a.pdf'],
    ['inline', undefined],
    ['', undefined],
  ])('has the file name of content-disposition: %s', async (disposition, name) => {
    const server = await serve(binary({ 'content-disposition': disposition }))
    const response = await documentsAt(server.url).documents.get('1')
    expect(response.fileName).toBe(name)
    await response.bytes()
  })

  it('may require a body and a query at the same time', async () => {
    const server = await serve(binary({}))
    const response = await documentsAt(server.url).documents.convert({ to: 'pdf' }, { pages: [1, 2] })
    expect(await response.bytes()).toEqual(content)
    expect(server.received[0]).toMatchObject({ method: 'POST', path: '/convert?pages=1&pages=2', body: '{"to":"pdf"}' })
  })

  it('is an error if the server reports one', async () => {
    const server = await serve(answer(404, { title: 'NOT_FOUND' }))
    await expect(documentsAt(server.url).documents.get('1')).rejects.toMatchObject({ status: 404, title: 'NOT_FOUND' })
  })

  it('is read from a fetch without web streams, too', async () => {
    const headers = new Headers()
    const fetch: Fetch = async (url) => ({
      ...{ ok: true, status: 200, url, headers, text: async () => '' },
      arrayBuffer: async () => content.buffer,
    })
    const response = await documentsAt('https://a.example', { fetch }).documents.get('1')
    expect(await response.bytes()).toEqual(content)
  })

  it('requires a resource that supports it', async () => {
    const server = await serve(binary({}))
    const { connection } = connectionTo(server.url)
    const documents = createUncheckedResource<Documents>(connection, 'documents', { routes })
    await expect(documents.get('1')).rejects.toMatchObject({
      code: 'config_invalid',
      message: '`formats.readBytes` must be set for documents.get',
    })
  })
})

describe('the time limit', () => {
  it('covers everything before the body', async () => {
    const server = await serve(() => {})
    const { documents } = documentsAt(server.url)
    await expect(documents.get('1', {}, { timeoutMs: 20 })).rejects.toBeInstanceOf(TimeoutError)
  })

  it('does not cover the body', async () => {
    let end = (): void => {}
    const server = await serve((response) => {
      response.writeHead(200).write('a')
      end = () => response.end('b')
    })
    const timers: number[] = []
    const { setTimeout: original, clearTimeout: clear } = globalThis
    const limit = 54_321
    const cleared: unknown[] = []
    let timer: unknown
    globalThis.setTimeout = ((run: () => void, ms: number) => {
      const id = original(run, ms)
      if (ms === limit) {
        timers.push(ms)
        timer = id
      }
      return id
    }) as typeof setTimeout
    globalThis.clearTimeout = ((id: never) => {
      cleared.push(id)
      clear(id)
    }) as typeof clearTimeout
    try {
      const response = await documentsAt(server.url).documents.get('1', {}, { timeoutMs: limit })
      expect(timers).toEqual([limit])
      // Before anything of the body is read.
      expect(cleared).toContain(timer)
      end()
      expect(await response.text()).toBe('ab')
    } finally {
      Object.assign(globalThis, { setTimeout: original, clearTimeout: clear })
    }
  })
})

describe('the body', () => {
  it('is aborted by the caller, with the reason of the signal', async () => {
    const { answer, closed } = endless()
    const server = await serve(answer)
    const controller = new AbortController()
    const { body } = await documentsAt(server.url).documents.get('1', {}, { signal: controller.signal })
    const reader = body.getReader()
    expect(new TextDecoder().decode((await reader.read()).value)).toBe('first')
    const reason = new Error('enough')
    controller.abort(reason)
    await expect(reader.read()).rejects.toBe(reason)
    await closed
  })

  it('is aborted even if fetch ignores the signal', async () => {
    const canceled: unknown[] = []
    const stream = new ReadableStream({
      pull: () => new Promise(() => {}),
      cancel: (reason) => void canceled.push(reason),
    })
    const controller = new AbortController()
    const { documents } = documentsAt('https://a.example', { fetch: async () => new Response(stream) })
    const response = await documents.get('1', {}, { signal: controller.signal })
    const bytes = response.bytes()
    controller.abort('enough')
    await expect(bytes).rejects.toBe('enough')
    expect(canceled).toEqual(['enough'])
  })

  it('releases its connection when it is canceled', async () => {
    const { answer, closed } = endless()
    const server = await serve(answer)
    const { body } = await documentsAt(server.url).documents.get('1')
    await body.cancel()
    await closed
  })

  it('removes its listener from the signal at the end', async () => {
    const server = await serve(binary({}))
    const { signal } = new AbortController()
    const listeners = (): number => getEventListeners(signal, 'abort').length
    const { documents } = documentsAt(server.url)
    const whole = await documents.get('1', {}, { signal })
    expect(listeners()).toBe(1)
    await whole.bytes()
    expect(listeners()).toBe(0)
    const canceled = await documents.get('1', {}, { signal })
    await canceled.body.cancel()
    expect(listeners()).toBe(0)
  })

  it('that breaks is a NetworkError without secrets', async () => {
    const server = await serve((response) => {
      response.writeHead(200, { 'content-length': '100' }).write('first', () => response.destroy())
    })
    const error = await documentsAt(server.url)
      .documents.get('1')
      .then((response) => response.bytes())
      .catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(NetworkError)
    expect(error).toMatchObject({ operation: 'documents.get', message: expect.stringContaining('broke off') })
    expect(JSON.stringify(error)).not.toContain(secret)
    expect(error).not.toHaveProperty('cause')
  })
})

describe('maxResponseBytes', () => {
  const large = binary({}, new Uint8Array(1001))

  it.each(['bytes', 'text'] as const)('applies to %s(), which keeps all of it in memory', async (read) => {
    const server = await serve(large)
    const response = await documentsAt(server.url, { maxResponseBytes: 1000 }).documents.get('1')
    const error = await response[read]().catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(MalformedResponseError)
    expect(error).toMatchObject({ message: expect.stringContaining('`maxResponseBytes` (1000)'), status: 200 })
    const exact = await documentsAt(server.url, { maxResponseBytes: 1001 }).documents.get('1')
    expect(await exact[read]()).toHaveLength(1001)
  })

  it('stops an endless body', async () => {
    const { answer, closed } = endless()
    const server = await serve(answer)
    const response = await documentsAt(server.url, { maxResponseBytes: 4 }).documents.get('1')
    await expect(response.bytes()).rejects.toBeInstanceOf(MalformedResponseError)
    await closed
  })

  it('does not apply to the stream', async () => {
    const server = await serve(large)
    const { body } = await documentsAt(server.url, { maxResponseBytes: 1000 }).documents.get('1')
    let size = 0
    for await (const chunk of body) size += chunk.byteLength
    expect(size).toBe(1001)
  })
})
