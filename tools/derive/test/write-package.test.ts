import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Operation, readOperations } from '@x/rest/shapes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readInterface } from '../src/read-interface.ts'
import { commonFile, readFile } from '../src/read-package.ts'
import { type Written, writePackage } from '../src/write-package.ts'

// A package with everything that a resource can have. It is written and then used as a program uses it.

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

// Hand-written in a package: what the generated files refer to.
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
  // Inside this package, so that @x/rest is found.
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
  expect(find('openingHours.get')).toMatchObject({
    path: '/hours',
    returns: 'text',
    deprecated: 'In favor of nothing.',
  })
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
    returns: 'none',
    permission: 'ORDER DELETE',
    deprecated: 'Since Camunda 8.10, delete them one by one.',
    body: { side: 'request' },
  })
  expect(find('orders.deleteMany')).not.toHaveProperty('safe')
  expect(find('orders.getInvoice')).toMatchObject({ returns: 'bytes' })
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

test('An entry has the types of its resource, including those from files without one', () => {
  for (const [path, up] of [
    ['entries/orders.ts', '..'],
    ['entries/unchecked/orders.ts', '../..'],
  ] as const) {
    const from = [...(written.get(path) ?? '').matchAll(/^export type \* from '(.+)'$/gm)].map(([, file]) => file)
    expect(from).toEqual([`${up}/api/orders.ts`, `${up}/api/shared.ts`])
  }
})

describe('An entry creates one resource', () => {
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

  test('with checks, or without', async () => {
    const { options } = shop({ ...order, lines: 'none' })
    const checked = (await load('entries/orders.ts')).createOrders(options)
    const unchecked = (await load('entries/unchecked/orders.ts')).createOrders(options)
    await expect(checked.get('1')).rejects.toMatchObject({ code: 'response_invalid', issues: [{ path: 'lines' }] })
    expect(await unchecked.get('1')).toMatchObject({ lines: 'none' })
  })

  test('from a client too, whose connection it shares', async () => {
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
    'a.ts has OpenEnum<B>, which is not a union of strings',
  )
})

describe('A type is written', () => {
  const long = (name: string): string => `
export interface ${name} {
  readonly aMemberWithALongName: string
  readonly anotherMemberWithALongName: string
  readonly andOneMore: string
}
`
  const trees = (
    type: string,
    types: string,
    imports = '',
  ): string => `import type { CallOptions, OpenEnum } from '@x/rest'
${imports}
/** Trees. */
export interface Trees {
  /** Returns a tree. @operation GET /trees/{id} */
  get(id: string, options?: CallOptions): Promise<${type}>

  /** Returns two. @operation GET /trees */
  list(options?: CallOptions): Promise<Pair<string>>
}
export interface Pair<T> {
  readonly left: T
  readonly right: T
}
${types}`
  const write = (...texts: string[]): Written => {
    const files = texts.map((text, index) => readInterface(`api/${index === 0 ? 'trees' : `shared${index}`}.ts`, text))
    return writePackage('shop', files, readFile(commonFile))
  }
  const members = 'aMemberWithALongName:s,anotherMemberWithALongName:s,andOneMore:s'

  test('in place of its name if it is read once', () => {
    const text = write(trees('Tree', `${long('Leaf')}export interface Tree { readonly leaf: Leaf }`)).get(
      'generated/trees.ts',
    )
    expect(text).toContain(`get: '=(leaf:(${members}))'`)
    expect(text).toContain('\nPair <T>left:T,right:T\n')
    expect(text).not.toMatch(/^(Leaf|Tree) /m)
  })

  test('in place of its name if it is short, also as a base', () => {
    const types = `interface Named { readonly name: string }
export interface Leaf extends Named { readonly owner: Named; readonly color: OpenEnum<Color> }
export type Color = 'RED' | 'GREEN'
export interface Tree { readonly leaf: Leaf | null; readonly colors: Color[] }`
    const text = write(trees('Tree', types)).get('generated/trees.ts')
    expect(text).toContain(`leaf:(owner:(name:s),color:"RED|GREEN"*,name:s)~,colors:["RED|GREEN"]`)
  })

  test('by its name if it is recursive, a union, generic, or long and read more than once', () => {
    const types = `${long('Leaf')}
export interface Tree { readonly trees: Tree[]; readonly first: Leaf; readonly last: Leaf; readonly a: Choice; readonly b: Pair<Choice> }
export type Choice = 'A' | { readonly other: string }`
    const text = write(trees('Tree', types)).get('generated/trees.ts')
    expect(text).toContain("get: '=Tree'")
    expect(text).toContain('Tree trees:[Tree],first:Leaf,last:Leaf,a:Choice,b:Pair<Choice>')
    expect(text).toContain(`Leaf ${members}\n`)
    expect(text).toContain('Choice ="A"|(other:s)')
  })

  test('inline with the other types of its file, and not at all if nothing needs it', () => {
    const shared = `${long('Leaf')}export interface Tree { readonly leaf: Leaf; readonly label: Label }
export interface Label { readonly text: string }
export interface Unused { readonly text: string }`
    const written = write(trees('Tree', '', "import type { Tree } from './shared1.ts'"), shared)
    expect(written.get('generated/trees.ts')).toContain(`get: '=(leaf:(${members}),label:(text:s))'`)
    expect(written.get('generated/shared1.ts')).not.toContain('export const')
  })

  test('in a constant with those that the same resources need', () => {
    const shared = `${long('Leaf')}${long('Root')}${long('Stem')}`
    const types =
      'export interface Tree { readonly trees: Tree[]; readonly a: Leaf; readonly b: Leaf; readonly c: Root; readonly d: Root; readonly e: Stem; readonly f: Stem }'
    const text = write(trees('Tree', types, "import type { Leaf, Root, Stem } from './shared1.ts'"), shared)
    expect(text.get('generated/shared1.ts')).toBe(
      `// Generated by \`pnpm derive\` from ../api/shared1.ts. Do not edit.\n\nexport const Leaf: string = \`\nLeaf ${members}\nRoot ${members}\nStem ${members}\n\`\n`,
    )
    expect(text.get('generated/trees.ts')).toContain('readTexts(Pair, Leaf)')
  })
})
