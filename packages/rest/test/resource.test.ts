import { expect, test } from 'vitest'
import {
  type CallInput,
  type CallOptions,
  connectionOf,
  createConnection,
  createResource,
  createUncheckedResource,
  createUncheckedResources,
  type ResourceRoutes,
  type Route,
  type Transport,
  ValidationError,
} from '../src/index.ts'
import { createCheckedResource, createCheckedResources } from '../src/shapes.ts'
import { searches } from './setup.ts'

interface Things {
  get(key: string, part: string, options?: CallOptions): Promise<unknown>
  search(body?: object, query?: object, options?: CallOptions): Promise<unknown>
  searchAll(body?: object, options?: CallOptions): AsyncIterable<unknown>
  upload(form: object, options?: CallOptions): Promise<unknown>
  list(options?: CallOptions): Promise<unknown>
  both(): Promise<unknown[]>
}

const routes: ResourceRoutes = {
  routes: {
    get: 'GET /things/{key}/parts/{part}',
    search: 'POST /things/search body? query? paging:cursor safe',
    upload: 'POST /things form',
    list: 'GET /things eventual since:8.8 anonymous',
  },
  searches,
  code: {
    both: (things: Things) => Promise.all([things.get('1', 'a'), things.list()]),
  },
}

/** A transport that writes down what it is called with. */
function recorder(response: unknown = { items: [], page: { totalItems: 0, hasMoreTotalItems: false } }) {
  const calls: [id: string, input: CallInput, options: CallOptions | undefined][] = []
  const known: Route[] = []
  const transport = {
    async call(route, input, options, read) {
      calls.push([route.id, input as CallInput, options])
      known.push(route)
      return read?.(response) as never
    },
  } satisfies Transport
  const options = { api: 'Example', baseUrl: 'https://a.example', auth: { headers: () => ({}) } }
  return { calls, known, connection: createConnection(options, () => transport) }
}

test('A method takes path parameters, then body or form, then the query, then the options', async () => {
  const { connection, calls } = recorder()
  const things = createResource<Things>(connection, 'things', routes, (_route, _part, value) => value)
  const options = { timeoutMs: 1 }
  await things.get('1', 'a', options)
  await things.search()
  await things.search({ filter: {} }, { withTotal: true }, options)
  await things.upload({ file: 'x' })
  await things.list(options)
  expect(calls).toEqual([
    ['things.get', { params: ['1', 'a'] }, options],
    ['things.search', { params: [], body: {}, query: {} }, undefined],
    ['things.search', { params: [], body: { filter: {} }, query: { withTotal: true } }, options],
    ['things.upload', { params: [], form: { file: 'x' } }, undefined],
    ['things.list', { params: [] }, options],
  ])
})

test('A route is parsed from its text', async () => {
  const { connection, known } = recorder()
  const things = createUncheckedResource<Things>(connection, 'things', routes)
  await things.search()
  await things.upload({})
  await things.list()
  expect(known).toEqual([
    {
      id: 'things.search',
      method: 'POST',
      path: '/things/search',
      takes: ['body', 'query'],
      mayOmit: true,
      paging: 'cursor',
      safe: true,
    },
    { id: 'things.upload', method: 'POST', path: '/things', takes: ['form'] },
    {
      id: 'things.list',
      method: 'GET',
      path: '/things',
      eventuallyConsistent: true,
      since: '8.8',
      authenticated: false,
    },
  ])
})

test('The check sees each part on its way out and the response on its way back', async () => {
  const { connection, calls } = recorder(7)
  const seen: [id: string, part: string, value: unknown][] = []
  const things = createResource<Things>(
    connection,
    'things',
    { ...routes, searches: undefined },
    (route, part, value) => {
      seen.push([route.id, part, value])
      return part === 'params' ? ['x', 'y'] : part === 'response' ? [value] : value
    },
  )
  expect(await things.get('1', 'a')).toEqual([7])
  await things.search({ a: 1 }, { b: 2 })
  expect(calls[0]?.[1]).toEqual({ params: ['x', 'y'] })
  expect(seen).toEqual([
    ['things.get', 'params', ['1', 'a']],
    ['things.get', 'response', 7],
    ['things.search', 'params', []],
    ['things.search', 'body', { a: 1 }],
    ['things.search', 'query', { b: 2 }],
    ['things.search', 'response', 7],
  ])
})

test('Hand-written methods get the resource', async () => {
  const { connection, calls } = recorder()
  await createUncheckedResource<Things>(connection, 'things', routes).both()
  expect(calls.map(([id]) => id)).toEqual(['things.get', 'things.list'])
})

test('Clients and resources share their connection', () => {
  const { connection } = recorder()
  const table = { ...routes, calls: {}, shapes: () => ({}) }
  const clients = [
    createUncheckedResource<Things>(connection, 'things', routes),
    createUncheckedResources<{ things: Things }>(connection, { things: routes }),
    createUncheckedResources<{ things: Things }>(connection, { things: routes }).things,
    createCheckedResource<Things>(connection, 'things', table),
    createCheckedResources<{ things: Things }>(connection, { things: table }),
  ]
  for (const client of clients) expect(connectionOf(client)).toBe(connection)
  expect(connectionOf({ auth: {} })).toBeUndefined()
})

test.each([new Map([['filter', 1]]), [], 'x', { filter: new Map() }, { a: { b: new Set() } }])(
  'Without schemas, a body that JSON would change is rejected: %o',
  async (body) => {
    const { connection, calls } = recorder()
    const things = createUncheckedResource<Things>(connection, 'things', routes)
    await expect(things.search(body as object)).rejects.toBeInstanceOf(ValidationError)
    expect(() => things.searchAll(body as object)).toThrow(ValidationError)
    expect(calls).toEqual([])
  },
)

test.each([{}, 'x', null, new Set()])('Without schemas, %o is rejected as a body that is an array', async (body) => {
  const { connection, calls } = recorder()
  const routes = { send: 'POST /things body list none' }
  const things = createUncheckedResource<{ send(body: unknown): Promise<void> }>(connection, 'things', { routes })
  await expect(things.send(body)).rejects.toThrow('must be an array')
  await things.send([{ a: 1 }])
  expect(calls.map(([, input]) => input.body)).toEqual([[{ a: 1 }]])
})

test('Without schemas, a circular body is rejected', async () => {
  const { connection } = recorder()
  const body: Record<string, unknown> = { a: {} }
  body.a = { body }
  const call = createUncheckedResource<Things>(connection, 'things', routes).search(body)
  await expect(call).rejects.toMatchObject({ issues: [{ path: 'a.body', message: 'must not contain itself' }] })
})
