import { createServer as createHttpsServer } from 'node:https'
import { createServer, type Socket } from 'node:net'
import { inspect } from 'node:util'
import { freePort, listen } from 'test-servers'
import { describe, expect, it, onTestFinished } from 'vitest'
import { NetworkError, type TransportOptions } from '../src/index.ts'
import { answer, serve } from './server.ts'
import { createThing, getThing, secret, transportTo } from './setup.ts'

/** The port of a server for one test that does this with each connection. */
async function connectTo(onConnection: (socket: Socket) => void): Promise<number> {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    onConnection(socket)
  })
  const { port, close } = await listen(server)
  onTestFinished(close)
  return port
}

async function failure(url: string, options: Partial<TransportOptions> = {}): Promise<NetworkError> {
  const { transport } = transportTo(url, { retry: false, ...options })
  const error = await transport.call(getThing, { params: ['1'] }).catch((cause: unknown) => cause)
  expect(error).toBeInstanceOf(NetworkError)
  return error as NetworkError
}

describe('the reason of a network error', () => {
  it('is a code in the message and in a property: refused', async () => {
    const error = await failure(`http://127.0.0.1:${await freePort()}`)
    expect(error.message).toBe('Example could not be reached for things.get (ECONNREFUSED)')
    expect(error).toMatchObject({ code: 'network', reasonCode: 'ECONNREFUSED' })
    expect(error.reason).toMatch(/^fetch failed: connect ECONNREFUSED 127\.0\.0\.1:\d+$/)
  })

  it('is a code in the message and in a property: no such host', async () => {
    expect(await failure('http://no-such-host.invalid')).toMatchObject({
      message: expect.stringMatching(/\((ENOTFOUND|EAI_AGAIN)\)$/),
      reasonCode: expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN)$/),
    })
  })

  it('is a code in the message and in a property: TLS to a plain port', async () => {
    const server = await serve(answer(200, {}))
    expect(await failure(server.url.replace('http:', 'https:'))).toMatchObject({
      message: expect.stringContaining('ERR_SSL_'),
      reasonCode: expect.stringMatching(/^ERR_SSL_/),
    })
  })

  const attempt = (code: string): Error => Object.assign(new Error(`connect ${code} ::1:8080`), { code })
  it.each([
    [
      'of each address of a host',
      new TypeError('fetch failed', {
        cause: Object.assign(new AggregateError([attempt('ETIMEDOUT'), attempt('ECONNREFUSED')]), {
          code: 'ETIMEDOUT',
        }),
      }),
      'ETIMEDOUT',
      'fetch failed: connect ETIMEDOUT ::1:8080: connect ECONNREFUSED ::1:8080',
    ],
    [
      "in Deno's words",
      new TypeError('fetch failed', {
        cause: new Error(
          'error sending request for url (http://a.example/v1?x=1): client error (Connect): tcp connect error: Connection refused (os error 111)',
        ),
      }),
      undefined,
      'fetch failed: error sending request for url (http://a.example/v1): client error (Connect): tcp connect error: Connection refused (os error 111)',
    ],
    [
      "in Bun's words",
      Object.assign(new Error('ECONNREFUSED: Unable to connect. Is the computer able to access the url?'), {
        code: 'ECONNREFUSED',
      }),
      'ECONNREFUSED',
      'ECONNREFUSED: Unable to connect. Is the computer able to access the url',
    ],
    ['that is no error', 'just text', undefined, 'just text'],
    ['that is nothing', undefined, undefined, expect.any(String)],
    ['whose code is a number', Object.assign(new Error('aborted'), { code: 20 }), undefined, 'aborted'],
  ])('is text: %s', async (_, thrown, reasonCode, reason) => {
    const error = await failure('http://127.0.0.1:1', { fetch: () => Promise.reject(thrown) })
    expect({ reasonCode: error.reasonCode, reason: error.reason }).toEqual({ reasonCode, reason })
    expect(error.message).not.toContain('a.example')
    expect(error.message).toMatch(/\(.+\)$/)
  })

  it('stops at circular causes', async () => {
    const circle: Error & { cause?: unknown } = new Error('round')
    circle.cause = circle
    expect((await failure('http://127.0.0.1:1', { fetch: () => Promise.reject(circle) })).reason).toBe('round')
  })
})

describe('what was sent and received', () => {
  const body = { secretName: 'MAIL', secretValue: 'hunter2-hunter2' }

  async function expectClean(url: string): Promise<void> {
    const { transport, events } = transportTo(url, { retry: { limit: 1 } })
    for (const route of [createThing, { ...createThing, safe: true }]) {
      const error = await transport.call(route, { body }).catch((cause: unknown) => cause)
      expect(error).toBeInstanceOf(NetworkError)
      const shown = [error, events].map((one) => inspect(one, { depth: Number.POSITIVE_INFINITY, showHidden: true }))
      const text = [...shown, JSON.stringify(error), JSON.stringify(events), String((error as Error).stack)].join('\n')
      // undici keeps received bytes as numbers in a Buffer.
      const bytes = Buffer.from(secret).toString('hex').replace(/../g, '$& ').trim()
      for (const leak of [secret, 'hunter2-hunter2', bytes]) expect(text).not.toContain(leak)
      expect(error).not.toHaveProperty('cause')
    }
  }

  it('is in no error and no event, even if a server echoes it', async () => {
    const port = await connectTo((socket) => socket.on('data', (data) => socket.write(data)))
    await expectClean(`http://127.0.0.1:${port}`)
  })

  it('is in no error and no event, even if a server echoes it in a body and disconnects', async () => {
    const port = await connectTo((socket) =>
      socket.on('data', (data) => {
        socket.write(`HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n${data}`, () => socket.destroy())
      }),
    )
    await expectClean(`http://127.0.0.1:${port}`)
  })

  it('is in no error and no event, even if a `fetch` puts it there', async () => {
    const cause = Object.assign(new Error(`sent Bearer ${secret}`), { code: secret.replaceAll('-', '_'), data: secret })
    const fetch = (): Promise<never> => Promise.reject(new TypeError(`failed: ${body.secretValue}`, { cause }))
    const { transport, events } = transportTo('http://127.0.0.1:1', { fetch })
    const error = await transport.call(createThing, { body }).catch((one: unknown) => one)
    const shown = inspect([error, events], { depth: Number.POSITIVE_INFINITY, showHidden: true })
    for (const leak of [secret, secret.replaceAll('-', '_'), 'hunter2']) expect(shown).not.toContain(leak)
    expect((error as NetworkError).reason).toBe('failed: [redacted]: sent [redacted]')
  })
})

describe('a POST that must not be repeated', () => {
  async function tries(url: string, options: Partial<TransportOptions> = {}): Promise<number> {
    const { transport, events } = transportTo(url, options)
    await expect(transport.call(createThing, { body: {} })).rejects.toBeInstanceOf(NetworkError)
    return events.filter(({ type }) => type === 'request').length
  }

  it('is retried after a refused connection, and succeeds once the port is open', async () => {
    const port = await freePort()
    const opened = createServer()
    const seen: string[] = []
    const { transport } = transportTo(`http://127.0.0.1:${port}`, {
      sleep: async () => {
        opened.on('connection', (socket) =>
          socket.on('data', (data) => {
            seen.push(String(data))
            socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}')
          }),
        )
        await new Promise<void>((resolve) => opened.listen(port, '127.0.0.1', resolve))
      },
    })
    onTestFinished(() => void opened.close())
    expect(await transport.call(createThing, { body: { a: 1 } })).toEqual({})
    expect(seen).toHaveLength(1)
  })

  it('is retried if no connection was made: unknown host, TLS to a plain port, failed handshake', async () => {
    const plain = await serve(answer(200, {}))
    // Without a certificate it ends every handshake.
    const tls = await listen(createHttpsServer())
    onTestFinished(tls.close)
    expect(await tries('http://no-such-host.invalid')).toBe(3)
    expect(await tries(plain.url.replace('http:', 'https:'))).toBe(3)
    expect(await tries(`https://127.0.0.1:${tls.port}`)).toBe(3)
  })

  it('is sent once if the server may have received it', async () => {
    const reset = await connectTo((socket) => socket.once('data', () => socket.resetAndDestroy()))
    expect(await tries(`http://127.0.0.1:${reset}`)).toBe(1)
    const ended = await connectTo((socket) => socket.once('data', () => socket.end()))
    expect(await tries(`http://127.0.0.1:${ended}`)).toBe(1)
  })

  const coded = (code: string, message = ''): Error =>
    new TypeError('fetch failed', { cause: Object.assign(new Error(message), { code }) })
  it.each([
    ['ECONNREFUSED', coded('ECONNREFUSED'), 3],
    ['EAI_AGAIN', coded('EAI_AGAIN'), 3],
    ['UND_ERR_CONNECT_TIMEOUT', coded('UND_ERR_CONNECT_TIMEOUT'), 3],
    ['ETIMEDOUT while connecting', coded('ETIMEDOUT', 'connect ETIMEDOUT 10.0.0.1:443'), 3],
    ['EHOSTUNREACH while connecting', coded('EHOSTUNREACH', 'connect EHOSTUNREACH 10.0.0.1:443'), 3],
    ['SELF_SIGNED_CERT_IN_CHAIN', coded('SELF_SIGNED_CERT_IN_CHAIN'), 3],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', coded('DEPTH_ZERO_SELF_SIGNED_CERT'), 3],
    ['CERT_HAS_EXPIRED', coded('CERT_HAS_EXPIRED'), 3],
    ['ERR_TLS_CERT_ALTNAME_INVALID', coded('ERR_TLS_CERT_ALTNAME_INVALID'), 3],
    ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', coded('ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION'), 3],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', coded('UNABLE_TO_GET_ISSUER_CERT_LOCALLY'), 3],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', coded('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), 3],
    [
      'a socket that ends during the handshake',
      coded('ECONNRESET', 'Client network socket disconnected before secure TLS connection was established'),
      3,
    ],
    ["Bun's EPROTO", coded('EPROTO', 'EPROTO: The TLS handshake failed. Does the server speak TLS on this port?'), 3],
    [
      "Deno's client error (Connect)",
      new TypeError('fetch failed', {
        cause: new Error('error sending request for url (https://a.example/): client error (Connect): dns error: no'),
      }),
      3,
    ],
    [
      "Deno's client error (SendRequest)",
      new Error('error sending request for url (http://a/): client error (SendRequest): x'),
      1,
    ],
    ['ETIMEDOUT while reading', coded('ETIMEDOUT', 'read ETIMEDOUT'), 1],
    ['ECONNRESET', coded('ECONNRESET', 'read ECONNRESET'), 1],
    ['EPIPE', coded('EPIPE', 'write EPIPE'), 1],
    ['UND_ERR_SOCKET', coded('UND_ERR_SOCKET', 'other side closed'), 1],
    ['UND_ERR_HEADERS_TIMEOUT', coded('UND_ERR_HEADERS_TIMEOUT'), 1],
    ['an alert after the handshake', coded('ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED'), 1],
    ['a browser', new TypeError('Failed to fetch'), 1],
    ['workerd', new Error('Network connection lost.'), 1],
    ['a message that quotes one', new Error('the server says: connect ECONNREFUSED'), 1],
  ])('after %s', async (_, error, expected) => {
    expect(await tries('http://127.0.0.1:1', { fetch: () => Promise.reject(error) })).toBe(expected)
  })
})
