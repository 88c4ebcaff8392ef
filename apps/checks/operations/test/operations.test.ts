import { type BinaryResponse, type PageResponse, ValidationError } from '@x/rest'
import { stringifyJson } from '@x/rest/json'
import type { Operation, Schema } from '@x/rest/shapes'
import { describe, expect, test } from 'vitest'
import { type Api, apis, createResource, type Options } from './apis.ts'
import { type Breakage, breakagesOf } from './breakages.ts'
import { newerPaths } from './newer-paths.ts'
import { createRecordingFetch } from './recording-fetch.ts'
import { isNewer, type SampleOptions, sampleOf, variantsOf } from './sample.ts'

const BASE_URL = 'https://camunda.example.com/path'

type Part = 'params' | 'body' | 'form' | 'query'
type Method = (...args: unknown[]) => Promise<unknown>

/** The arguments of an operation's method, by their kind. */
type Input = { readonly params: readonly unknown[] } & { readonly [Name in Exclude<Part, 'params'>]?: unknown }

function sampleInput(operation: Operation, options: SampleOptions): Input {
  const parts = (operation.takes ?? []).map((part) => [part, sampleOf(schemaOf(operation, part).shape, options)])
  return {
    params: Object.values(paramsOf(operation)).map(({ shape }) => sampleOf(shape, options)),
    ...Object.fromEntries(parts),
  }
}

const paramsOf = ({ params }: Operation) => params ?? {}

function schemaOf(operation: Operation, part: 'body' | 'form' | 'query'): Schema {
  const schema = operation[part]
  if (!schema) throw new Error(`${operation.id} has no schema of its ${part}`)
  return schema
}

function sampleResponse({ returns, response }: Operation, options: SampleOptions): unknown {
  if (returns === 'none') return undefined
  return response ? sampleOf(response.shape, options) : 'text'
}

/** The variants of a sample that contain something new of an operation. */
function variantsFor({ query, body, form, response }: Partial<Operation>): number[] {
  const counts = [query, body, form, response].map((schema) => (schema ? variantsOf(schema.shape) : 1))
  return Array.from({ length: Math.max(...counts) }, (_, variant) => variant)
}

/**
 * The response as the client reads it: keys as text, and other integers beyond 2^53 as the API's clients return them.
 */
const received = ({ parse }: Api, response: unknown): unknown =>
  response === undefined ? undefined : parse(stringifyJson(response))

/** What a method returns for a response. Pages of the v2 APIs are converted. */
function returned({ paging }: Operation, response: unknown): unknown {
  if (paging !== 'cursor' && paging !== 'offset') return response
  const { items, page } = response as PageResponse<unknown>
  const { totalItems: total, hasMoreTotalItems, startCursor, endCursor } = page
  return { items, total, totalIsExact: !hasMoreTotalItems, startCursor, endCursor }
}

/** The administration of a cluster has full paths. */
const pathOf = ({ about }: Api, { path }: Operation): string =>
  path.startsWith('/cluster/v2/') ? path : about.versionPath + path

function methodOf(client: object, verb: string): Method {
  const method = (client as Record<string, Method>)[verb]
  if (!method) throw new Error(`There is no method ${verb}`)
  return method
}

function call(method: Method, { takes = [] }: Operation, { params, ...parts }: Input, options?: object) {
  return method(...params, ...takes.map((part) => parts[part]), options)
}

/** The four ways to get a resource: from a whole client or its own entry, checked or not. */
const ways: Record<string, (api: Api, name: string, options: Options) => object | Promise<object>> = {
  'the client': ({ createClient }, name, options) => member(createClient(options), name),
  'the client without checks': ({ createUncheckedClient }, name, options) =>
    member(createUncheckedClient(options), name),
  'the resource alone': ({ about }, name, options) => createResource(`@x/${about.name}`, name, options),
  'the resource alone, without checks': ({ about }, name, options) =>
    createResource(`@x/${about.name}/unchecked`, name, options),
}

const member = (client: object, name: string): object => (client as Record<string, object>)[name] ?? {}

interface Opened {
  readonly way?: string
  readonly version?: Options['version']
}

async function open(api: Api, operation: Operation, { way = 'the client', version }: Opened = {}) {
  const { fetch, ...recorded } = createRecordingFetch(operation)
  const auth = { headers: async () => ({ authorization: 'Bearer token' }) }
  const [name = '', verb = ''] = operation.id.split('.')
  const resource = await ways[way]?.(api, name, { auth, baseUrl: BASE_URL, fetch, retry: false, version })
  recorded.respondWith(sampleResponse(operation, { key: api.key }))
  return { ...recorded, method: methodOf(resource ?? {}, verb) }
}

/** Code determines how their pages follow each other. */
const pagedByHand = ['tasks.search', 'reports.exportData']

describe.each(apis.map((api) => [api.about.title, api] as const))('%s', (_title, api) => {
  const rows = api.operations.map((operation) => [operation.id, operation] as const)
  const { key } = api

  test('has one row for each method and path, and searches that iterate over all pages', () => {
    const unique = (texts: readonly string[]) => expect([...new Set(texts)]).toHaveLength(rows.length)
    unique(api.operations.map(({ id }) => id))
    unique(api.operations.map(({ method, path }) => `${method} ${path}`))
    const auth = { headers: async () => ({}) }
    const client = api.createClient({ auth, baseUrl: BASE_URL }) as Record<string, object>
    expect(Object.keys(client).sort()).toEqual([...new Set(rows.map(([id]) => id.split('.')[0]))].sort())
    for (const { id, paging } of api.operations) {
      const [name = '', verb = ''] = id.split('.')
      expect(`${verb}All` in member(client, name), id).toBe(paging !== undefined || pagedByHand.includes(id))
    }
  })

  describe.each(Object.keys(ways))('through %s', (way) => {
    test.each(rows)('%s sends what its route says, and returns the response', async (_id, operation) => {
      const { sent, method, respondWith } = await open(api, operation, { way })
      for (const variant of variantsFor(operation)) {
        const response = sampleResponse(operation, { key, variant })
        respondWith(response)
        const input = sampleInput(operation, { key, variant })
        const result = await call(method, operation, input)
        expect(sent).toHaveLength(1)
        const { url, body, ...request } = sent.pop() as (typeof sent)[0]
        expect(request).toEqual({ method: operation.method })
        const { origin, pathname, searchParams } = new URL(url)
        let index = 0
        const path = pathOf(api, operation).replace(/\{[^}]+\}/g, () =>
          encodeURIComponent(String(input.params[index++])),
        )
        expect(origin + pathname).toBe(BASE_URL + path)
        const query = Object.entries(input.query ?? {}).map(([name, value]) => [name, String(value)])
        expect([...searchParams]).toEqual(query)
        if (input.form) expect([...(body as FormData).keys()]).toEqual(Object.keys(input.form))
        else expect(body && api.parse(body as string)).toEqual(received(api, input.body))
        if (operation.returns === 'bytes') expect(await (result as BinaryResponse).text()).toBe(response)
        else expect(result).toEqual(returned(operation, received(api, response)))
      }
    })
  })

  const withKeys = rows.filter(([, operation]) => {
    const [one, other] = [1n, 2n].map((key) => stringifyJson(sampleResponse(operation, { key })))
    return one !== other
  })
  test.each(withKeys)('%s returns keys as text, including those that fit into a number', async (_id, operation) => {
    const { method, respondWith } = await open(api, operation)
    respondWith(sampleResponse(operation, { key: 42n }))
    const result = await call(method, operation, sampleInput(operation, { key }))
    expect(result).toEqual(returned(operation, received(api, sampleResponse(operation, { key: '42' }))))
  })

  test.each(rows)('%s rejects invalid input before anything is sent', async (_id, operation) => {
    const { sent, method } = await open(api, operation)
    for (const variant of variantsFor(operation)) {
      const input = sampleInput(operation, { key, variant })
      for (const part of operation.takes ?? []) {
        const breakages = [...breakagesOf(schemaOf(operation, part), input[part], variant)]
        expect(breakages.length).toBeGreaterThan(0)
        for (const breakage of breakages) {
          await expectInvalid(call(method, operation, { ...input, [part]: breakage.value }), part, breakage)
        }
      }
    }
    const input = sampleInput(operation, { key })
    for (const [index, [path, { shape }]] of Object.entries(paramsOf(operation)).entries()) {
      for (const value of [undefined, '', '..', shape.kind === 'key' ? 'wrong' : ['wrong'], 1.5]) {
        await expectInvalid(call(method, operation, { ...input, params: input.params.with(index, value) }), 'params', {
          path,
          value,
        })
      }
    }
    expect(sent).toEqual([])
  })

  const pageOf = (operation: Operation, variant: number): object =>
    Object(Object(sampleInput(operation, { variant }).body).page)
  const searches = rows.filter(([, operation]) => 'from' in pageOf(operation, 2) && 'after' in pageOf(operation, 0))
  test.each(searches)('%s rejects a page that is requested in two ways', async (_id, operation) => {
    const { sent, method } = await open(api, operation)
    const value = { page: { ...pageOf(operation, 0), ...pageOf(operation, 2) } }
    const input = { ...sampleInput(operation, { key }), body: value }
    await expectInvalid(call(method, operation, input), 'body', { path: 'page', value })
    expect(sent).toEqual([])
  })

  const bulk = rows.filter(([, { bulk }]) => bulk)
  test.each(bulk)('%s changes everything only if that is explicit', async (_id, operation) => {
    const { sent, method } = await open(api, operation)
    const input = sampleInput(operation, { key })
    const withFilter = (filter: unknown): Input => ({ ...input, body: { ...Object(input.body), filter } })
    for (const value of [undefined, {}]) {
      await expectInvalid(call(method, operation, withFilter(value)), 'body', { path: 'filter', value })
    }
    expect(sent).toEqual([])
    await call(method, operation, withFilter({}), { everything: true })
    expect(sent).toHaveLength(1)
  })

  const { oldest: version } = api
  const isNew = ({ since }: Operation) => version !== undefined && isNewer(since, version)
  test.each(rows.filter(([, row]) => isNew(row)))('%s is not sent to older servers', async (_id, operation) => {
    const { sent, method } = await open(api, operation, { version })
    const value = operation.since
    await expectInvalid(call(method, operation, sampleInput(operation, { key })), 'operation', { path: '', value })
    expect(sent).toEqual([])
  })

  const old = rows.filter(([, row]) => version !== undefined && !isNew(row))
  test.each(old)('%s sends older servers only the members that they know', async (_id, operation) => {
    const { sent, method } = await open(api, operation, { version })
    const older = sampleInput(operation, { key, version })
    await call(method, operation, older)
    expect(sent).toHaveLength(1)
    for (const part of operation.takes ?? []) {
      const value = sampleInput(operation, { key })[part]
      for (const path of newerPaths(value, older[part])) {
        await expectInvalid(call(method, operation, { ...older, [part]: value }), part, { path, value })
      }
    }
    expect(sent).toHaveLength(1)
  })

  const checked = rows.filter(([, { returns = 'json', response }]) => returns === 'json' && response)
  test.each(checked)('%s rejects invalid responses', async (_id, operation) => {
    const { method, respondWith } = await open(api, operation)
    const input = sampleInput(operation, { key })
    for (const variant of variantsFor({ response: operation.response })) {
      const response = sampleResponse(operation, { key, variant })
      const breakages = [...breakagesOf(operation.response as Schema, response, variant)]
      expect(breakages.length).toBeGreaterThan(0)
      for (const breakage of breakages) {
        respondWith(breakage.value)
        await expectInvalid(call(method, operation, input), 'response', breakage)
      }
    }
  })
})

/** Expects an issue with this path, or any issue if other members could be named as well. */
async function expectInvalid(
  result: Promise<unknown>,
  part: string,
  { path, value, isVague }: Breakage,
): Promise<void> {
  const error = await result.then(
    () => undefined,
    (error: unknown) => error,
  )
  const { issues = [] } = error instanceof ValidationError && error.part === part ? error : {}
  if (issues.some((issue) => issue.path === path || isVague)) return
  // Only written on failure: there are many, and they are large.
  throw new Error(`${part} ${path} of ${stringifyJson(value)} is not rejected: ${error}`)
}
