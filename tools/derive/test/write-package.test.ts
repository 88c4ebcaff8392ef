import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Operation, readOperations } from '@x/rest/shapes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readInterface } from '../src/read-interface.ts'
import { commonFile, readFile } from '../src/read-package.ts'
import { type Written, writePackage } from '../src/write-package.ts'

// A package with all that a resource can have, written and then used as a program uses it.

const orders = `import type { BinaryResponse, CallOptions, DateTime, Int, Key, OpenEnum, Page, Search, TextFilter } from '@x/rest'
import type { Money, Person } from './shared.ts'

/**
 * Orders of customers.
 *
 * @permission ORDER READ
 * @eventuallyConsistent
 */
export interface Orders {
  /** Returns an order with all its lines. It's fast. @operation GET /orders/{orderKey} @since 8.9 */
  get(orderKey: Key<'OrderKey'>, options?: CallOptions): Promise<Order>

  /** Returns one page. @operation POST /orders/search @paging cursor */
  search(body?: OrderSearch, options?: CallOptions): Promise<Page<Order>>

  /** Returns all of them. */
  searchAll(body?: OrderSearch, options?: CallOptions): AsyncGenerator<Order, void, undefined>

  /**
   * Deletes all matching orders.
   *
   * @operation POST /orders/deletion
   * @bulk
   * @permission ORDER DELETE
   * @deprecated Since Camunda 8.10,
   * delete them one by one.
   */
  deleteMany(body: OrderDeletion, options?: CallOptions): Promise<void>

  /** Returns the invoice. @operation GET /orders/{orderKey}/invoice */
  getInvoice(orderKey: Key<'OrderKey'>, options?: CallOptions): Promise<BinaryResponse>

  /** Returns the total of several orders. @code ../total.ts */
  total(orderKeys: readonly Key<'OrderKey'>[], options?: CallOptions): Promise<number>
}

export interface Order {
  key: Key<'OrderKey'>
  state: OpenEnum<'OPEN' | 'SHIPPED'>
  customer: Person | null
  lines: { article: string; price: Money }[]
  /** @since 8.10 */
  shippedAt?: DateTime | undefined
}

export interface OrderFilter {
  readonly state?: TextFilter | undefined
}

export type OrderSearch = Search<OrderFilter, 'key'>

export interface OrderDeletion {
  readonly filter: OrderFilter
  /** @maximum 100 */
  readonly limit?: Int | undefined
}
`

const openingHours = `import type { CallOptions } from '@x/rest'

/** The hours of a shop. @deprecated In favor of nothing. */
export interface OpeningHours {
  /** Returns the hours as text. @operation GET /hours */
  get(options?: CallOptions): Promise<string>
}
`

const shared = `import type { Email } from '@x/rest'
export interface Money {
  amount: number
}
export interface Person {
  email: Email
}
`

// By hand in a package: what the generated files refer to.
const byHand = {
  'connect.ts': `import { connectionOf, createConnection } from '@x/rest'
export function connect(source) {
  return connectionOf(source) ?? createConnection({ api: 'Shop', baseUrl: 'https://shop.example.com', ...source })
}
`,
  'total.ts': `export async function total(orders, keys, options) {
  const found = await Promise.all(keys.map((key) => orders.get(key, options)))
  return found.flatMap(({ lines }) => lines).reduce((sum, { price }) => sum + price.amount, 0)
}
`,
  'client.ts': `import { createUncheckedResources } from '@x/rest'
import { createCheckedResources } from '@x/rest/shapes'
import { connect } from './connect.ts'
import { checked } from './generated/checked.ts'
import { unchecked } from './generated/unchecked.ts'
export const createClient = (options) => createCheckedResources(connect(options), checked)
export const createUncheckedClient = (options) => createUncheckedResources(connect(options), unchecked)
`,
}

let folder: string
let written: Written

beforeAll(() => {
  const files = [
    ['api/opening-hours.ts', openingHours],
    ['api/orders.ts', orders],
    ['api/shared.ts', shared],
  ].map(([path = '', text = '']) => readInterface(path, text))
  written = writePackage('shop', files, readFile(commonFile))
  // Inside of this package, so that @x/rest is found.
  folder = mkdtempSync(join(import.meta.dirname, '.shop-'))
  for (const [path, text] of [...written, ...Object.entries(byHand)]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// biome-ignore lint/suspicious/noExplicitAny: It was written a moment ago, so the compiler does not know it.
const load = (path: string): Promise<any> => import(pathToFileURL(join(folder, path)).href)

test('A package has these files', () => {
  expect([...written.keys()].sort()).toEqual([
    'entries/opening-hours.ts',
    'entries/orders.ts',
    'entries/unchecked/opening-hours.ts',
    'entries/unchecked/orders.ts',
    'generated/checked.ts',
    'generated/client.ts',
    'generated/opening-hours.ts',
    'generated/orders.ts',
    'generated/shared.ts',
    'generated/types.ts',
    'generated/unchecked.ts',
    'generated/words.ts',
  ])
  for (const text of written.values())
    expect(text).toMatch(/^\/\/ Generated by `pnpm derive` from .*\. Do not edit\.\n/)
})

test('The interface of the client has a member for each resource, with its first sentence', () => {
  expect(written.get('generated/client.ts')).toContain(`/** Client of @x/shop, a member for each resource. */
export interface ShopClient {
  /**
   * The hours of a shop.
   *
   * @deprecated In favor of nothing.
   */
  readonly openingHours: OpeningHours
  /** Orders of customers. */
  readonly orders: Orders
}
`)
  expect(written.get('generated/types.ts')).toContain("export type * from '../api/orders.ts'")
})

test('The table has the route, the words and the shapes of each operation', async () => {
  const [{ checked }, { words }] = await Promise.all([load('generated/checked.ts'), load('generated/words.ts')])
  const operations = readOperations(checked, words)
  const find = (id: string): Operation | undefined => operations.find((operation) => operation.id === id)
  expect(operations.map(({ id }) => id)).toEqual([
    'openingHours.get',
    'orders.get',
    'orders.search',
    'orders.deleteMany',
    'orders.getInvoice',
  ])
  expect(find('openingHours.get')).toMatchObject({ path: '/hours', answer: 'text', deprecated: 'In favor of nothing.' })
  expect(find('orders.get')).toMatchObject({
    method: 'GET',
    path: '/orders/{orderKey}',
    since: '8.9',
    eventuallyConsistent: true,
    summary: 'Returns an order with all its lines.',
    permission: 'ORDER READ',
    params: { orderKey: { shape: { kind: 'key' } } },
  })
  expect(find('orders.search')).toMatchObject({ takes: ['body'], mayOmit: true, paging: 'cursor', safe: true })
  expect(find('orders.deleteMany')).toMatchObject({
    bulk: true,
    answer: 'none',
    permission: 'ORDER DELETE',
    deprecated: 'Since Camunda 8.10, delete them one by one.',
    body: { side: 'request' },
  })
  expect(find('orders.deleteMany')).not.toHaveProperty('safe')
  expect(find('orders.getInvoice')).toMatchObject({ answer: 'bytes' })
  expect(find('orders.get')?.response).toMatchObject({
    side: 'response',
    shape: {
      kind: 'object',
      members: [
        { name: 'key', shape: { kind: 'key' } },
        { name: 'state', shape: { kind: 'enum', values: ['OPEN', 'SHIPPED'], open: true } },
        { name: 'customer', shape: { kind: 'nullable', shape: { kind: 'object', members: [{ name: 'email' }] } } },
        { name: 'lines', shape: { kind: 'array', item: { members: [{ name: 'article' }, { name: 'price' }] } } },
        { name: 'shippedAt', presence: 'optional', since: '8.10', shape: { kind: 'date' } },
      ],
    },
  })
})

const order = {
  key: '9007199254740993',
  state: 'OPEN',
  customer: null,
  lines: [{ article: 'Tea', price: { amount: 3 } }],
}

/** Options of a client, and the requests that it sends. */
function shop(response: unknown): { options: object; sent: string[] } {
  const sent: string[] = []
  const fetch = async (url: string, { method, body }: RequestInit): Promise<Response> => {
    sent.push(`${method} ${new URL(url).pathname}${body ? ` ${body}` : ''}`)
    return Response.json(response)
  }
  return { options: { auth: { headers: async () => ({}) }, fetch, retry: false }, sent }
}

describe('An entry makes one resource', () => {
  test.each(['entries/orders.ts', 'entries/unchecked/orders.ts'])('%s', async (path) => {
    const { createOrders } = await load(path)
    const { options, sent } = shop(order)
    const orders = createOrders(options)
    expect(Object.keys(orders).sort()).toEqual(['deleteMany', 'get', 'getInvoice', 'search', 'searchAll', 'total'])
    expect(await orders.get('1')).toEqual(order)
    expect(await orders.total(['1', '2'])).toBe(6)
    await expect(orders.deleteMany({ filter: {} })).rejects.toMatchObject({ issues: [{ path: 'filter' }] })
    await orders.deleteMany({ filter: {} }, { everything: true })
    expect(sent).toEqual(['GET /orders/1', 'GET /orders/1', 'GET /orders/2', 'POST /orders/deletion {"filter":{}}'])
  })

  test('which is checked, or not', async () => {
    const { options } = shop({ ...order, lines: 'none' })
    const checked = (await load('entries/orders.ts')).createOrders(options)
    const unchecked = (await load('entries/unchecked/orders.ts')).createOrders(options)
    await expect(checked.get('1')).rejects.toMatchObject({ code: 'response_invalid', issues: [{ path: 'lines' }] })
    expect(await unchecked.get('1')).toMatchObject({ lines: 'none' })
  })

  test('of a client too, whose connection it shares', async () => {
    const { options, sent } = shop({
      items: [order],
      page: { totalItems: 1, hasMoreTotalItems: false, startCursor: null, endCursor: null },
    })
    const { createClient, createUncheckedClient } = await load('client.ts')
    const { createOrders } = await load('entries/orders.ts')
    for (const create of [createClient, createUncheckedClient]) {
      const client = create(options)
      expect(Object.keys(client)).toEqual(['openingHours', 'orders'])
      expect((await createOrders(client).search()).items).toEqual([order])
    }
    expect(sent).toEqual(['POST /orders/search {}', 'POST /orders/search {}'])
  })

  test('and is documented with its own name and path', () => {
    const text = written.get('entries/unchecked/opening-hours.ts')
    expect(text).toContain("import { createOpeningHours } from '@x/shop/unchecked/opening-hours'")
    expect(text).toContain(
      'export function createOpeningHours(source: ShopClientOptions | { readonly openingHours: OpeningHours }): OpeningHours {',
    )
  })
})

test('Only an enumeration can be open, wherever it is declared', () => {
  const files = [
    "import type { OpenEnum } from '@x/rest'\nimport type { B } from './b.ts'\nexport interface A { readonly b: OpenEnum<B> }\n",
    'export interface B { readonly a: string }\n',
  ].map((text, index) => readInterface(`api/${index ? 'b' : 'a'}.ts`, text))
  expect(() => writePackage('shop', files, readFile(commonFile))).toThrow(
    'a.ts has OpenEnum<B>, which is no list of texts',
  )
})
