import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import {
  ApiError,
  createUncheckedResource,
  NotServedError,
  NotYetError,
  type Page,
  RestError,
  TimeoutError,
  type TransportOptions,
  waits,
} from '../src/index.ts'
import type { AnyOptions } from '../src/options.ts'
import { answer, serve } from './server.ts'
import { connectionTo, searches } from './setup.ts'

interface Thing {
  readonly key: string
  readonly state: string
}

interface Things {
  get(key: string, options?: AnyOptions): Promise<Thing>
  search(body?: object, options?: AnyOptions): Promise<Page<Thing>>
  searchAll(body?: object, options?: AnyOptions): AsyncIterable<Thing>
  create(body: object, options?: AnyOptions): Promise<Thing>
  delete(key: string, options?: AnyOptions): Promise<void>
}

const routes = {
  get: 'GET /things/{key} eventual since:8.8',
  search: 'POST /things/search body? paging:cursor safe eventual',
  create: 'POST /things body',
  delete: 'DELETE /things/{key} none eventual',
}

function thingsAt(url: string, options: Partial<TransportOptions> = {}) {
  const { connection, ...rest } = connectionTo(url, { retry: false, ...options })
  return { ...rest, things: createUncheckedResource<Things>(connection, 'things', { routes, searches, waits }) }
}

const absent = answer(404, { title: 'NOT_FOUND', status: 404 })
const page = (...states: string[]) =>
  answer(200, {
    items: states.map((state, key) => ({ key: String(key), state })),
    page: { totalItems: states.length, hasMoreTotalItems: false, startCursor: null, endCursor: null },
  })
const thing = (state: string) => answer(200, { key: '1', state })

describe('waitFor', () => {
  it('true repeats a get until it is found', async () => {
    const server = await serve(absent, absent, absent, thing('ACTIVE'))
    const { things, waits } = thingsAt(server.url)
    expect(await things.get('1', { waitFor: true })).toEqual({ key: '1', state: 'ACTIVE' })
    expect(waits).toEqual([100, 200, 400])
  })

  it('true repeats a search until it is not empty', async () => {
    const server = await serve(page(), page(), page('ACTIVE'))
    const { things } = thingsAt(server.url)
    expect(await things.search({ filter: { state: 'ACTIVE' } }, { waitFor: true })).toMatchObject({ total: 1 })
    expect(server.received.map(({ body }) => body)).toEqual(Array(3).fill('{"filter":{"state":"ACTIVE"}}'))
  })

  it('true repeats a search until its bare array is not empty', async () => {
    const server = await serve(answer(200, []), answer(200, [{ key: '1', state: 'ACTIVE' }]))
    const { connection, waits: pauses } = connectionTo(server.url, { retry: false })
    const list = { list: 'POST /things/search body? safe eventual' }
    const things = createUncheckedResource<Record<'list', Things['search']>>(connection, 'things', {
      routes: list,
      waits,
    })
    expect(await things.list({}, { waitFor: true })).toEqual([{ key: '1', state: 'ACTIVE' }])
    expect(pauses).toEqual([100])
  })

  it('rejects a function that returns a promise, which would end the wait immediately', async () => {
    const server = await serve(thing('ACTIVE'))
    const { things } = thingsAt(server.url)
    await expect(things.get('1', { waitFor: (async () => false) as never })).rejects.toThrow(
      '`waitFor` must return true or false, not a promise',
    )
  })

  it('a function decides on what was found', async () => {
    const server = await serve(absent, thing('ACTIVE'), thing('COMPLETED'))
    const { things } = thingsAt(server.url)
    const seen: Thing[] = []
    const waitFor = (found: Thing): boolean => seen.push(found) > 0 && found.state === 'COMPLETED'
    expect(await things.get('1', { waitFor })).toEqual({ key: '1', state: 'COMPLETED' })
    // Not asked about what is not there.
    expect(seen).toEqual([
      { key: '1', state: 'ACTIVE' },
      { key: '1', state: 'COMPLETED' },
    ])
  })

  it('receives a page as the caller does', async () => {
    const server = await serve(page('ACTIVE'), page('ACTIVE', 'COMPLETED'))
    const { things } = thingsAt(server.url)
    const waitFor = ({ items, total }: Page<Thing>): boolean => total === 2 && items[1]?.state === 'COMPLETED'
    expect(await things.search({}, { waitFor })).toMatchObject({ total: 2, totalIsExact: true, endCursor: null })
  })

  it('waits for the first page of searchAll only: the last one may be empty', async () => {
    const full = answer(200, {
      items: [{ key: '1' }, { key: '2' }],
      page: { totalItems: 9, hasMoreTotalItems: false, startCursor: 'a', endCursor: 'b' },
    })
    const server = await serve(page(), full, page())
    const { things } = thingsAt(server.url)
    const found: string[] = []
    for await (const { key } of things.searchAll({ page: { limit: 2 } }, { waitFor: true })) found.push(key)
    expect(found).toEqual(['1', '2'])
    expect(server.received).toHaveLength(3)
  })
})

describe('something that is missing for waitForMs', () => {
  const failure = async (call: Promise<unknown>): Promise<NotYetError> => {
    const error = await call.catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(NotYetError)
    return error as NotYetError
  }

  it('is a NotYetError after the last read at the end of the time', async () => {
    const server = await serve(absent)
    const { things, waits } = thingsAt(server.url)
    const error = await failure(things.get('1', { waitFor: true, waitForMs: 1000 }))
    expect(error).toMatchObject({ code: 'not_yet', name: 'NotYetError', operation: 'things.get', waitForMs: 1000 })
    expect(error.response).toBeUndefined()
    expect(waits).toEqual([100, 200, 400, 300])
    expect(server.received).toHaveLength(5)
  })

  it('waits 10 seconds by default, with at most a second between two reads', async () => {
    const server = await serve(absent)
    const { things, waits } = thingsAt(server.url)
    await failure(things.get('1', { waitFor: true }))
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBe(10_000)
    expect(Math.max(...waits)).toBe(1000)
  })

  it('is read once with 0', async () => {
    const server = await serve(page())
    const { things, waits } = thingsAt(server.url)
    await failure(things.search({}, { waitFor: true, waitForMs: 0 }))
    expect([waits, server.received.length]).toEqual([[], 1])
  })

  it.each([
    ['at once', []],
    ['later', [thing('ACTIVE')]],
  ])('ends a read that a server does not respond to: %s', async (_, before) => {
    const server = await serve(...before, () => {})
    const { things, clock } = thingsAt(server.url)
    const waiting = things.get('1', { waitFor: () => false, waitForMs: 300 })
    const error = await failure(waiting)
    expect(error).toMatchObject({ waitForMs: 300, response: before[0] && { key: '1', state: 'ACTIVE' } })
    // The clock of the call stands still while it waits for the server.
    expect(clock.now).toBeLessThanOrEqual(1_000_300)
    expect(server.received).toHaveLength(before.length + 1)
  })

  it('is a TimeoutError if the call itself has a shorter time limit', async () => {
    const server = await serve(() => {})
    const { things } = thingsAt(server.url)
    await expect(things.get('1', { waitFor: true, timeoutMs: 20 })).rejects.toBeInstanceOf(TimeoutError)
    await expect(things.get('1', { waitFor: true, waitForMs: 0, timeoutMs: 20 })).rejects.toBeInstanceOf(TimeoutError)
    const { things: impatient } = thingsAt(server.url, { timeoutMs: 20 })
    await expect(impatient.get('1', { waitFor: true })).rejects.toBeInstanceOf(TimeoutError)
  })

  it('has the last response, which is never printed', async () => {
    const server = await serve(thing('hidden-1'), thing('hidden-2'))
    const { things } = thingsAt(server.url)
    const error = await failure(things.get('1', { waitFor: () => false, waitForMs: 100 }))
    expect(error.response).toEqual({ key: '1', state: 'hidden-2' })
    expect(Object.keys(error)).not.toContain('response')
    for (const text of [inspect(error), JSON.stringify(error), String(error), error.stack]) {
      expect(text).not.toContain('hidden')
    }
  })
})

describe('waiting ends', () => {
  it('with the reason of the signal, between two reads', async () => {
    const server = await serve(absent)
    const controller = new AbortController()
    const reason = new Error('enough')
    const { things } = thingsAt(server.url, {
      sleep: (_, signal) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason))
          controller.abort(reason)
        }),
    })
    await expect(things.get('1', { waitFor: true, signal: controller.signal })).rejects.toBe(reason)
    expect(server.received).toHaveLength(1)
  })

  it('with the reason of the signal, during a read', async () => {
    const controller = new AbortController()
    const reason = new Error('enough')
    const server = await serve(absent, () => controller.abort(reason))
    const { things } = thingsAt(server.url)
    await expect(things.get('1', { waitFor: true, signal: controller.signal })).rejects.toBe(reason)
  })

  it('immediately with any other error', async () => {
    const server = await serve(absent, answer(403, { title: 'FORBIDDEN' }))
    const { things } = thingsAt(server.url)
    const error = await things.get('1', { waitFor: true }).catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ status: 403 })
    expect(server.received).toHaveLength(2)
  })

  it('immediately if the server does not have the operation', async () => {
    const server = await serve(absent)
    const { things } = thingsAt(server.url, { isNotServed: () => true })
    await expect(things.get('1', { waitFor: true })).rejects.toBeInstanceOf(NotServedError)
    expect(server.received).toHaveLength(1)
  })

  it('with the error that the function throws', async () => {
    const server = await serve(thing('ACTIVE'))
    const wrong = new Error('mine')
    const waitFor = (): never => {
      throw wrong
    }
    await expect(thingsAt(server.url).things.get('1', { waitFor })).rejects.toBe(wrong)
  })
})

describe('waitFor is rejected before anything is sent', () => {
  const wrong: [string, (things: Things) => Promise<unknown>, string][] = [
    ['on what changes something', (things) => things.create({}, { waitFor: true }), '`waitFor` must be'],
    ['on a DELETE', (things) => things.delete('1', { waitFor: true }), '`waitFor` must be'],
    ['that is false', (things) => things.get('1', { waitFor: false as never }), '`waitFor` must be'],
    ['that is text', (things) => things.get('1', { waitFor: 'yes' as never }), '`waitFor` must be'],
    ...[-1, Number.NaN, '100', null].map((waitForMs): [string, (things: Things) => Promise<unknown>, string] => [
      `for ${waitForMs} ms`,
      (things) => things.get('1', { waitFor: true, waitForMs: waitForMs as never }),
      '`waitForMs` must be',
    ]),
  ]
  it.each(wrong)('%s', async (_, call, message) => {
    const server = await serve(thing('ACTIVE'))
    const error = await call(thingsAt(server.url).things).catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(RestError)
    expect(error).toMatchObject({ code: 'config_invalid', message: expect.stringContaining(message) })
    expect(server.received).toHaveLength(0)
  })

  it('if the data of a resource does not lag', async () => {
    const server = await serve(thing('ACTIVE'))
    const { connection } = connectionTo(server.url)
    const things = createUncheckedResource<Things>(connection, 'things', { routes })
    await expect(things.get('1', { waitFor: true })).rejects.toMatchObject({
      code: 'config_invalid',
      message: expect.stringContaining('`waitFor`'),
    })
    expect(server.received).toHaveLength(0)
  })
})

describe('a 404 for an operation that the server does not have', () => {
  it('says what to check if the API has no hint of its own', async () => {
    const server = await serve(absent)
    const { things } = thingsAt(server.url, { isNotServed: () => true })
    await expect(things.get('1')).rejects.toThrow(
      'this server does not have it. Check `baseUrl` and its version. Camunda has it from 8.8',
    )
  })

  it('names the versions that have the operation', async () => {
    const server = await serve(absent)
    const { connection } = connectionTo(server.url, { isNotServed: () => true, explain: () => 'a hint' })
    const things = createUncheckedResource<Things & { old(): Promise<void>; ever(): Promise<void> }>(
      connection,
      'things',
      { routes: { ...routes, old: 'GET /old since:8.2 until:8.9', ever: 'GET /ever' } },
    )
    const failing = (call: Promise<unknown>): Promise<NotServedError> =>
      call.then(
        () => Promise.reject(new Error('served')),
        (error) => error,
      )
    const since = await failing(things.get('1'))
    expect(since).toBeInstanceOf(NotServedError)
    expect(since).toBeInstanceOf(ApiError)
    expect(since).toMatchObject({ name: 'NotServedError', status: 404, since: '8.8', title: 'NOT_FOUND' })
    expect(since).not.toHaveProperty('until')
    expect(since.message).toContain('Camunda has it from 8.8')
    expect(since.message).toContain('a hint')
    const both = await failing(things.old())
    expect(both).toMatchObject({ since: '8.2', until: '8.9' })
    expect(both.message).toContain('Camunda has it from 8.2 up to 8.9')
    const never = await failing(things.ever())
    expect(never).toBeInstanceOf(NotServedError)
    expect(never.message).not.toContain('Camunda has it')
  })

  it('is a plain ApiError for a missing entity, and for other statuses', async () => {
    const server = await serve(absent, answer(500))
    const { things } = thingsAt(server.url, { isNotServed: ({ status }) => status === 500 })
    for (const status of [404, 500]) {
      const error = await things.get('1').catch((cause: unknown) => cause)
      expect(error).toMatchObject({ name: 'ApiError', status })
    }
  })
})
