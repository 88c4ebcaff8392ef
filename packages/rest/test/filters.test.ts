import { describe, expect, it } from 'vitest'
import { createUncheckedResource, ValidationError } from '../src/index.ts'
import type { AnyOptions } from '../src/options.ts'
import { createCheckedResource } from '../src/shapes.ts'
import { answer, serve } from './server.ts'
import { connectionTo, searches } from './setup.ts'

interface Things {
  cancel(body?: object, options?: AnyOptions): Promise<unknown>
  search(body?: object, options?: AnyOptions): Promise<unknown>
  searchAll(body?: object, options?: AnyOptions): AsyncIterable<unknown>
}

const page = { items: [], page: { totalItems: 0, hasMoreTotalItems: false }, total: 0 }
const routes = (paging = 'cursor', bulk = 'bulk') => ({
  cancel: `POST /things/cancellation body? ${bulk}`,
  search: `POST /things/search body? paging:${paging} safe`,
})
const table = {
  searches,
  calls: { cancel: 'body:Query', search: 'body:Query' },
  shapes: () => ({
    Query: 'filter?:Filter',
    Filter: 'key?:s|Conditions,state?:s|Conditions,tags?:[s],$or?:[Filter]',
    Conditions: '$eq?:s,$in?:[s]',
  }),
}

/** The same resource without schemas, and with them in each mode. */
async function everyMode(paging?: string, bulk?: string): Promise<{ things: Things[]; sent: () => string[] }> {
  const server = await serve(answer(200, page))
  const { connection } = connectionTo(server.url)
  const parts = { ...table, routes: routes(paging, bulk) }
  const checked = (['off', 'lenient', 'strict'] as const).map((validate) =>
    createCheckedResource<Things>({ ...connection, validate }, 'things', parts),
  )
  const things = [createUncheckedResource<Things>(connection, 'things', parts), ...checked]
  return { things, sent: () => server.received.map(({ body }) => body) }
}

const matchingAll: [string, object | undefined][] = [
  ['no body', undefined],
  ['no filter', {}],
  ['a filter that is undefined', { filter: undefined }],
  ['an empty filter', { filter: {} }],
  ['undefined members', { filter: { key: undefined, state: undefined } }],
  ['conditions that are empty', { filter: { key: {} } }],
  ['conditions that are undefined', { filter: { key: { $eq: undefined } } }],
  ['a list that is empty', { filter: { key: { $in: [] } } }],
  ['a member that is an empty list', { filter: { tags: [] } }],
  ['no alternatives', { filter: { $or: [] } }],
  ['an alternative without conditions', { filter: { $or: [{}] } }],
  ['one alternative without conditions', { filter: { $or: [{ state: 'ACTIVE' }, {}] } }],
  ['an alternative of undefined members', { filter: { $or: [{ state: undefined }] } }],
  ['an alternative of empty conditions', { filter: { $or: [{ state: { $eq: undefined } }] } }],
  ['alternatives within one', { filter: { $or: [{ $or: [{}] }] } }],
]

describe('an operation that changes everything its filter matches', () => {
  it.each([{ state: 'ACTIVE' }, { state: 'ACTIVE', key: undefined }, { state: 'ACTIVE', tags: undefined }])(
    'is rejected with only members that the server overrides: %o',
    async (filter) => {
      const { things, sent } = await everyMode('cursor', 'bulk:state')
      for (const { cancel } of things) {
        await expect(cancel({ filter })).rejects.toThrow('filter.state has no effect here')
        await cancel({ filter }, { everything: true })
        await cancel({ filter: { ...filter, key: '1' } })
      }
      expect(sent()).toHaveLength(2 * things.length)
    },
  )

  it.each(matchingAll)('is rejected with %s', async (_, body) => {
    const { things, sent } = await everyMode()
    for (const each of things) {
      for (const options of [undefined, {}, { everything: false }, { everything: 1 as never }]) {
        const error = await each.cancel(body, options).catch((cause: unknown) => cause)
        expect(error).toBeInstanceOf(ValidationError)
        expect(error).toMatchObject({ code: 'request_invalid', part: 'body', operation: 'things.cancel' })
      }
    }
    expect(sent()).toEqual([])
  })

  it.each(matchingAll)('is sent with %s if the caller confirms that it means everything', async (_, body) => {
    const { things, sent } = await everyMode()
    for (const each of things) await each.cancel(body, { everything: true })
    expect(sent()).toEqual(Array(4).fill(JSON.stringify(body ?? {})))
  })

  it('names the option', async () => {
    const { things } = await everyMode()
    await expect(things[0]?.cancel({ filter: {} })).rejects.toMatchObject({
      issues: [
        {
          path: 'filter',
          message: 'is empty. Everything would be changed. Pass the option `everything: true` if that is intended',
        },
      ],
    })
  })

  it.each([
    [{ state: 'ACTIVE' }],
    [{ state: 'ACTIVE', key: undefined }],
    [{ state: { $eq: 'ACTIVE' } }],
    [{ state: '' }],
    [{ key: { $in: ['1'] } }],
    [{ $or: [{ state: 'ACTIVE' }, { key: '1' }] }],
  ])('is sent with an effective filter: %o', async (filter) => {
    const { things, sent } = await everyMode()
    for (const each of things) await each.cancel({ filter })
    expect(sent()).toEqual(Array(4).fill(JSON.stringify({ filter })))
  })

  it('is rejected if one of its conditions would be ignored', async () => {
    const { things, sent } = await everyMode()
    for (const filter of [
      { state: 'ACTIVE', key: { $in: [] } },
      { state: 'ACTIVE', $or: [{}] },
      { $or: [{ state: 'ACTIVE', key: {} }] },
    ]) {
      for (const each of things) await expect(each.cancel({ filter })).rejects.toBeInstanceOf(ValidationError)
    }
    expect(sent()).toEqual([])
  })
})

describe('a search', () => {
  it.each([undefined, {}, { filter: {} }, { filter: undefined }])('may match everything: %o', async (body) => {
    const { things, sent } = await everyMode()
    for (const each of things) await each.search(body)
    expect(sent()).toHaveLength(4)
  })

  it.each([
    ['of undefined members only', { key: undefined, state: undefined }, 'filter.key', /^has no value/],
    ['with null', { state: null, key: '1' }, 'filter.state', /./],
    ['with empty conditions', { key: '1', state: {} }, 'filter.state', /^has no value/],
    ['with an empty list', { key: { $in: [] } }, 'filter.key.$in', /^has no value/],
    ['with no alternatives', { $or: [] }, 'filter.$or', /^has no value/],
    ['with an alternative for everything', { $or: [{}] }, 'filter.$or.0', /^has no value/],
    ['with a condition of an alternative', { $or: [{ state: {}, key: '1' }] }, 'filter.$or.0.state', /^has no value/],
  ])('is rejected in every mode %s', async (_, filter, path, message) => {
    const { things, sent } = await everyMode()
    for (const each of things) {
      const error = await each.search({ filter }).catch((cause: unknown) => cause)
      expect(error).toMatchObject({
        code: 'request_invalid',
        issues: [{ path, message: expect.stringMatching(message) }],
      })
      expect(() => each.searchAll({ filter })).toThrow(ValidationError)
    }
    expect(sent()).toEqual([])
  })

  it.each(['searchAfter', 'page'])(
    'of a v1 API is rejected with an empty string, which the API ignores: %s',
    async (paging) => {
      const { things, sent } = await everyMode(paging)
      for (const each of things) {
        await expect(each.search({ filter: { state: '' } })).rejects.toMatchObject({
          issues: [{ path: 'filter.state' }],
        })
      }
      expect(sent()).toEqual([])
    },
  )

  it.each(['cursor', 'offset'])('of a v2 API accepts an empty string: %s', async (paging) => {
    const { things, sent } = await everyMode(paging)
    for (const each of things) await each.search({ filter: { state: '' } })
    expect(sent()).toHaveLength(4)
  })

  it('cannot match everything by the option of bulk operations', async () => {
    const { things } = await everyMode()
    const call = things[0]?.search({ filter: { key: undefined } }, { everything: true })
    await expect(call).rejects.toBeInstanceOf(ValidationError)
  })
})
