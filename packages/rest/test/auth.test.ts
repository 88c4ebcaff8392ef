import { describe, expect, it } from 'vitest'
import type { Authenticator } from '../src/index.ts'
import { answer, serve } from './server.ts'
import { createThing, getThing, transportTo } from './setup.ts'

function renewable(renew: boolean): Authenticator & { asked: unknown[] } {
  let token = 1
  const asked: unknown[] = []
  return {
    asked,
    headers: async (audience) => ({ authorization: `Bearer ${audience}-${token}` }),
    refused: async (audience, headers) => {
      asked.push([audience, headers])
      token++
      return renew
    },
  }
}

describe('a 401', () => {
  it('renews the token once, for every method, without counting as a retry', async () => {
    const server = await serve(answer(401), answer(200, {}))
    const auth = renewable(true)
    const { transport, events } = transportTo(server.url, { auth, audience: 'api', retry: false })
    await transport.call(createThing, { body: {} })
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual(['Bearer api-1', 'Bearer api-2'])
    expect(auth.asked).toEqual([['api', { authorization: 'Bearer api-1' }]])
    expect(events).toContainEqual(expect.objectContaining({ type: 'auth_refused', renewed: true, attempt: 1 }))
  })

  it('is returned if the new token is rejected, too', async () => {
    const server = await serve(answer(401, { message: 'no' }))
    const auth = renewable(true)
    await expect(transportTo(server.url, { auth }).transport.call(getThing, { params: ['1'] })).rejects.toMatchObject({
      status: 401,
    })
    expect(server.received).toHaveLength(2)
    expect(auth.asked).toHaveLength(1)
  })

  it('is returned if the authenticator has nothing new', async () => {
    const server = await serve(answer(401))
    const { transport } = transportTo(server.url, { auth: renewable(false) })
    await expect(transport.call(getThing, { params: ['1'] })).rejects.toMatchObject({ status: 401 })
    expect(server.received).toHaveLength(1)
  })

  it('of a route without authentication does not call the authenticator', async () => {
    const server = await serve(answer(401))
    const auth = renewable(true)
    const { transport } = transportTo(server.url, { auth })
    await expect(transport.call({ ...getThing, authenticated: false }, { params: ['1'] })).rejects.toMatchObject({
      status: 401,
    })
    expect(auth.asked).toEqual([])
  })
})

it('an authenticator may return values instead of promises', async () => {
  const server = await serve(answer(401), answer(200, {}))
  let token = 1
  const auth: Authenticator = {
    headers: () => ({ authorization: `Bearer ${token}` }),
    refused: () => ++token === 2,
  }
  await transportTo(server.url, { auth }).transport.call(getThing, { params: ['1'] })
  expect(server.received.map(({ headers }) => headers.authorization)).toEqual(['Bearer 1', 'Bearer 2'])
})

it('an error of the authenticator is the error of the call, and nothing is sent', async () => {
  const server = await serve(answer(200, {}))
  const failure = new Error('invalid_client')
  const { transport } = transportTo(server.url, { auth: { headers: () => Promise.reject(failure) } })
  await expect(transport.call(getThing, { params: ['1'] })).rejects.toBe(failure)
  expect(server.received).toHaveLength(0)
})
