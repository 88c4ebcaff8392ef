import ky from 'ky'
import { describe, expect, it } from 'vitest'
import { ApiError, NetworkError } from '../src/index.ts'
import { throughKy } from '../src/ky.ts'
import { answer, serve } from './server.ts'
import { createThing, getThing, secret, transportTo } from './setup.ts'

describe('throughKy', () => {
  it('sends method, address, headers and body, and returns the response', async () => {
    const server = await serve(answer(200, { done: true }))
    const { transport } = transportTo(server.url, { fetch: throughKy() })
    expect(await transport.call(createThing, { body: { a: 1 }, query: { x: 'ä&' } })).toEqual({ done: true })
    expect(server.received).toEqual([
      {
        method: 'POST',
        path: '/things?x=%C3%A4%26',
        body: '{"a":1}',
        headers: expect.objectContaining({
          accept: 'application/json',
          'content-type': 'application/json',
          authorization: `Bearer ${secret}`,
        }),
      },
    ])
  })

  it('runs the hooks of the instance and sends its headers with every attempt', async () => {
    const server = await serve(answer(503), answer(200, { from: 'server' }))
    const statuses: number[] = []
    const instance = ky.create({
      headers: { 'x-team': 'billing', accept: 'text/html' },
      hooks: {
        beforeRequest: [({ request }) => request.headers.set('x-trace-id', 'trace')],
        afterResponse: [
          ({ response }) => {
            statuses.push(response.status)
            return response.ok ? Response.json({ from: 'hook' }) : undefined
          },
        ],
      },
    })
    const { transport } = transportTo(server.url, { fetch: throughKy(instance) })
    expect(await transport.call(getThing, { params: ['1'] })).toEqual({ from: 'hook' })
    expect(statuses).toEqual([503, 200])
    const sent = { 'x-team': 'billing', 'x-trace-id': 'trace', accept: 'application/json' }
    for (const { headers } of server.received) expect(headers).toMatchObject(sent)
  })

  it("leaves retries, errors, time limits and addresses to the client, whatever the instance's own settings", async () => {
    const server = await serve(answer(503, 'no'))
    const fetch = throughKy(
      ky.create({
        prefix: 'http://nowhere.invalid/prefix',
        retry: { limit: 5, methods: ['get', 'post'], delay: () => 1 },
        throwHttpErrors: true,
        timeout: 1,
        totalTimeout: 1,
        hooks: { beforeRequest: [() => new Promise((resolve) => setTimeout(resolve, 10))] },
      }),
    )
    const { transport } = transportTo(server.url, { fetch })
    const refused = transport.call(createThing, { body: {} })
    await expect(refused).rejects.toMatchObject({ status: 503, detail: 'no' })
    await expect(refused).rejects.toBeInstanceOf(ApiError)
    expect(server.received).toHaveLength(1)
  })

  it('leaves network failures to the client', async () => {
    let tries = 0
    const instance = ky.create({
      retry: { limit: 5, delay: () => 1 },
      fetch: async () => {
        tries++
        throw new TypeError('fetch failed')
      },
    })
    const { transport } = transportTo('http://127.0.0.1:1', { fetch: throughKy(instance), retry: { limit: 1 } })
    await expect(transport.call(getThing, { params: ['1'] })).rejects.toBeInstanceOf(NetworkError)
    expect(tries).toBe(2)
  })

  it('passes the signal on', async () => {
    const controller = new AbortController()
    let closed = (): void => {}
    const ended = new Promise<void>((resolve) => {
      closed = resolve
    })
    const server = await serve((response) => {
      response.req.socket.on('close', closed)
      controller.abort('changed my mind')
    })
    const { transport } = transportTo(server.url, { fetch: throughKy() })
    const call = transport.call(getThing, { params: ['1'] }, { signal: controller.signal })
    await expect(call).rejects.toBe('changed my mind')
    await ended
  })
})
