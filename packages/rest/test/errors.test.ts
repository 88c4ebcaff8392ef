import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { ApiError, ConflictError, type RestEvent, type TransportOptions } from '../src/index.ts'
import { answer, serve } from './server.ts'
import { createThing, getThing, secret, transportTo } from './setup.ts'

async function failure(given: ReturnType<typeof answer>, options: Partial<TransportOptions> = {}): Promise<ApiError> {
  const server = await serve(given)
  const { transport } = transportTo(server.url, { retry: false, ...options })
  const error = await transport.call(getThing, { params: ['1'], query: { q: 'x' } }).catch((cause: unknown) => cause)
  expect(error).toBeInstanceOf(ApiError)
  expect(error).toMatchObject({ code: 'http', operation: 'things.get', method: 'GET', url: `${server.url}/things/1` })
  return error as ApiError
}

describe('an error response', () => {
  it('as a problem document', async () => {
    const body = {
      type: 'about:blank',
      title: 'Bad Request',
      status: 400,
      detail: "name: 'must not be blank'",
      instance: '/api',
    }
    const error = await failure(answer(400, body, { 'content-type': 'application/problem+json', 'x-request-id': 'r1' }))
    expect(error).toMatchObject({ ...body, requestId: 'r1' })
  })

  it('as Operate writes it', async () => {
    const body = {
      status: 404,
      message: 'No process instances found for key 1',
      instance: 'uuid',
      type: 'Requested resource not found',
    }
    const error = await failure(answer(404, body))
    expect(error).toMatchObject({ status: 404, detail: body.message, instance: 'uuid', type: body.type })
    expect(error.title).toBeUndefined()
    expect(Object.keys(error)).not.toContain('title')
  })

  it('as Optimize writes it', async () => {
    const body = { errorCode: 'notFoundError', errorMessage: 'Not found.', detailedMessage: 'No report with id r1.' }
    expect(await failure(answer(404, body))).toMatchObject({ type: 'notFoundError', detail: 'No report with id r1.' })
  })

  it('as plain text, and empty', async () => {
    expect(await failure(answer(409, 'Backup is running', { 'content-type': 'text/plain' }))).toMatchObject({
      detail: 'Backup is running',
    })
    expect((await failure(answer(403))).detail).toBeUndefined()
  })

  it('as the HTML page of a proxy, of which only the title is kept', async () => {
    const page = '<html><head><title>401 Authorization\n Required</title></head><body>nginx</body></html>'
    expect((await failure(answer(401, page, { 'content-type': 'text/html' }))).detail).toBe(
      'HTML page: 401 Authorization Required',
    )
    expect((await failure(answer(502, '<!doctype html><body>oops'))).detail).toBe('HTML page from a proxy')
  })

  it('as JSON that is malformed or has members of the wrong type', async () => {
    expect((await failure(answer(500, '{"message":'))).detail).toBe('{"message":')
    expect((await failure(answer(500, { message: 7, title: ['x'], detail: null }))).detail).toBeUndefined()
  })

  it('that is endless, of which little is read', async () => {
    let written = 0
    const server = await serve((response) => {
      response.writeHead(500)
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(16_384))) written += 16_384
        if (!response.destroyed) response.once('drain', more)
      }
      more()
    })
    const error = await transportTo(server.url, { retry: false })
      .transport.call(getThing, { params: ['1'] })
      .catch((cause: unknown) => cause)
    expect((error as ApiError).detail?.length).toBeLessThan(1100)
    expect(written).toBeLessThan(100_000_000)
  })

  it('has the same message for every key, and a separate class where that is useful', async () => {
    const error = await failure(answer(404, { message: 'no 4711' }))
    expect(error.message).toBe('Example returned 404 (not found) for things.get')
    expect(await failure(answer(409))).toBeInstanceOf(ConflictError)
  })

  it('can have a hint from the API client', async () => {
    const error = await failure(answer(404), {
      explain: ({ status }) => (status === 404 ? 'this API is gone' : undefined),
    })
    expect(error.message).toBe('Example returned 404 (not found) for things.get: this API is gone')
  })

  it('never contains a token that the server echoes', async () => {
    const error = await failure(answer(400, { message: `bad header Bearer ${secret}`, title: secret }))
    expect(error.detail).toBe('bad header [redacted]')
    expect(inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error)).not.toContain(secret)
  })

  it('never contains a token that the server echoes as the type of an unreadable response', async () => {
    const server = await serve(answer(200, 'no JSON', { 'content-type': `text/${secret}` }))
    const error = await transportTo(server.url)
      .transport.call(getThing, { params: ['1'] })
      .catch((cause: unknown) => cause)
    expect(error).toMatchObject({ code: 'response_malformed', contentType: 'text/[redacted]' })
  })

  it('never contains a secret of the body that the server echoes', async () => {
    const value = 'pa"ss\nword'
    const body = {
      secretName: 'MAIL_PASSWORD',
      secretValue: value,
      client: { clientSecret: 's3cr', password: 'hunter2', token: '', note: 'kept' },
    }
    const said = `MAIL_PASSWORD = ${value}, s3cr, hunter2, kept`
    for (const text of [
      JSON.stringify({ title: value, detail: said }),
      said,
      JSON.stringify({ detail: said }).slice(0, -1),
      JSON.stringify({ detail: `${'x'.repeat(995)}${value}` }),
    ]) {
      const server = await serve(answer(400, text, { 'x-request-id': `r-${'hunter2'}` }))
      const { transport, events } = transportTo(server.url)
      const error = await transport.call({ ...createThing }, { body }).catch((cause: unknown) => cause as ApiError)
      const shown = inspect([error, events], { depth: 9, showHidden: true }) + JSON.stringify(error) + String(error)
      for (const secret of ['pa"ss', 'pa\\"ss', 's3cr', 'hunter2']) expect(shown).not.toContain(secret)
      if (text.includes('kept')) expect((error as ApiError).detail).toContain('MAIL_PASSWORD = [redacted], [redacted]')
    }
  })
})

describe('events', () => {
  it('report each step, without query and headers', async () => {
    const server = await serve(answer(503), answer(404))
    let time = 0
    const { transport, events } = transportTo(server.url, { now: () => time++ })
    const error = await transport.call(getThing, { params: ['1'], query: { secret } }).catch((cause: unknown) => cause)
    const step = { operation: 'things.get', method: 'GET', url: `${server.url}/things/1` }
    expect(events).toEqual([
      { type: 'request', ...step, attempt: 1 },
      { type: 'response', ...step, attempt: 1, status: 503, durationMs: expect.any(Number) },
      { type: 'retry', ...step, attempt: 1, status: 503, delayMs: 300 },
      { type: 'request', ...step, attempt: 2 },
      { type: 'response', ...step, attempt: 2, status: 404, durationMs: expect.any(Number) },
      { type: 'error', ...step, attempt: 2, error, durationMs: expect.any(Number) },
    ])
    expect(inspect(events, { depth: 9 })).not.toContain(secret)
  })

  it('are not affected by a listener that throws', async () => {
    const server = await serve(answer(200, { a: 1 }))
    const onEvent = (_: RestEvent): void => {
      throw new Error('listener')
    }
    expect(await transportTo(server.url, { onEvent }).transport.call(getThing, { params: ['1'] })).toEqual({ a: 1 })
  })
})
