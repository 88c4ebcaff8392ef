import { type BinaryResponse, type PageResponse, ValidationError } from '@x/rest'
import { parseJson, stringifyJson } from '@x/rest/json'
import type { Operation } from '@x/rest/shapes'
import { describe, expect, test } from 'vitest'
import { type Api, apis, createResource, type Options } from './apis.ts'
import { type Breakage, breakagesOf } from './breakages.ts'
import { createRecordingFetch } from './recording-fetch.ts'
import { sampleOf } from './sample.ts'

const BASE_URL = 'https://camunda.example.com/path'

type Part = 'params' | 'body' | 'form' | 'query'
type Method = (...args: unknown[]) => Promise<unknown>

/** The arguments of an operation's method, by what they are. */
type Input = { readonly params: readonly unknown[] } & { readonly [Name in Exclude<Part, 'params'>]?: unknown }

function sampleInput(operation: Operation): Input {
  const parts = (operation.takes ?? []).map((part) => [part, sampleOf(shapeOf(operation, part))])
  return {
    params: Object.values(paramsOf(operation)).map(({ shape }) => sampleOf(shape)),
    ...Object.fromEntries(parts),
  }
}

const paramsOf = ({ params }: Operation) => params ?? {}

function shapeOf(operation: Operation, part: 'body' | 'form' | 'query' | 'response') {
  const schema = operation[part]
  if (!schema) throw new Error(`${operation.id} has no shape of its ${part}`)
  return schema.shape
}

function sampleResponse(operation: Operation): unknown {
  if (operation.answer === 'none') return undefined
  return operation.response ? sampleOf(operation.response.shape) : 'text'
}

/** As the client returns it: keys, and whatever else is longer than a number holds, as text. */
const received = (response: unknown): unknown =>
  response === undefined ? undefined : parseJson(stringifyJson(response))

/** What a method returns for a response: pages of the v2 APIs have a form of their own. */
function returned({ paging }: Operation, response: unknown): unknown {
  if (paging !== 'cursor' && paging !== 'offset') return response
  const { items, page } = response as PageResponse<unknown>
  const { totalItems: total, hasMoreTotalItems, startCursor, endCursor } = page
  return { items, total, totalIsExact: !hasMoreTotalItems, startCursor, endCursor }
}

/** The administration of a cluster has complete paths. */
const pathOf = ({ about }: Api, { path }: Operation): string =>
  path.startsWith('/cluster/') ? path : about.versionPath + path

function methodOf(client: object, verb: string): Method {
  const method = (client as Record<string, Method>)[verb]
  if (!method) throw new Error(`There is no method ${verb}`)
  return method
}

function call(method: Method, { takes = [] }: Operation, { params, ...parts }: Input): Promise<unknown> {
  return method(...params, ...takes.map((part) => parts[part]), { everything: true })
}

const hasKeys = (response: unknown): boolean => stringifyJson(response) !== stringifyJson(replaceKeys(response, ''))

/** A copy of a sample with other keys, which are the only `bigint` in it. */
function replaceKeys(value: unknown, key: bigint | string): unknown {
  if (typeof value === 'bigint') return key
  if (Array.isArray(value)) return value.map((item) => replaceKeys(item, key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, replaceKeys(member, key)]))
}

/** The four ways to a resource: of a whole client or by itself, checked or not. */
const ways: Record<string, (api: Api, name: string, options: Options) => object | Promise<object>> = {
  'the client': ({ createClient }, name, options) => member(createClient(options), name),
  'the client without checks': ({ createUncheckedClient }, name, options) =>
    member(createUncheckedClient(options), name),
  'the resource alone': ({ about }, name, options) => createResource(`@x/${about.name}`, name, options),
  'the resource alone, without checks': ({ about }, name, options) =>
    createResource(`@x/${about.name}/unchecked`, name, options),
}

const member = (client: object, name: string): object => (client as Record<string, object>)[name] ?? {}

async function open(api: Api, operation: Operation, response: unknown, way = 'the client') {
  const { fetch, sent } = createRecordingFetch(operation, response)
  const auth = { headers: async () => ({ authorization: 'Bearer token' }) }
  const [name = '', verb = ''] = operation.id.split('.')
  const resource = await ways[way]?.(api, name, { auth, baseUrl: BASE_URL, fetch, retry: false })
  return { sent, method: methodOf(resource ?? {}, verb) }
}

describe.each(apis.map((api) => [api.about.title, api] as const))('%s', (_title, api) => {
  const rows = api.operations.map((operation) => [operation.id, operation] as const)

  test('has one row for each method and path, and searches that walk through all pages', () => {
    const unique = (texts: readonly string[]) => expect([...new Set(texts)]).toHaveLength(rows.length)
    unique(api.operations.map(({ id }) => id))
    unique(api.operations.map(({ method, path }) => `${method} ${path}`))
    const auth = { headers: async () => ({}) }
    const client = api.createClient({ auth, baseUrl: BASE_URL }) as Record<string, object>
    expect(Object.keys(client).sort()).toEqual([...new Set(rows.map(([id]) => id.split('.')[0]))].sort())
    for (const { id, paging } of api.operations) {
      const [name = '', verb = ''] = id.split('.')
      expect(`${verb}All` in member(client, name), id).toBe(paging !== undefined)
    }
  })

  describe.each(Object.keys(ways))('through %s', (way) => {
    test.each(rows)('%s sends what its route says, and returns the response', async (_id, operation) => {
      const response = sampleResponse(operation)
      const { sent, method } = await open(api, operation, response, way)
      const input = sampleInput(operation)
      const result = await call(method, operation, input)
      expect(sent).toHaveLength(1)
      const { url, body, ...request } = sent[0] as (typeof sent)[0]
      expect(request).toEqual({ method: operation.method })
      const { origin, pathname, searchParams } = new URL(url)
      let index = 0
      const path = pathOf(api, operation).replace(/\{[^}]+\}/g, () => encodeURIComponent(String(input.params[index++])))
      expect(origin + pathname).toBe(BASE_URL + path)
      const query = Object.entries(input.query ?? {}).map(([name, value]) => [name, String(value)])
      expect([...searchParams]).toEqual(query)
      if (input.form) expect([...(body as FormData).keys()]).toEqual(Object.keys(input.form))
      else expect(body && parseJson(body as string)).toEqual(received(input.body))
      if (operation.answer === 'bytes') expect(await (result as BinaryResponse).text()).toBe(response)
      else expect(result).toEqual(returned(operation, received(response)))
    })
  })

  const withKeys = rows.filter(([, operation]) => hasKeys(sampleResponse(operation)))
  test.each(withKeys)('%s returns keys as text, also those that fit into a number', async (_id, operation) => {
    const { method } = await open(api, operation, replaceKeys(sampleResponse(operation), 42n))
    const result = await call(method, operation, sampleInput(operation))
    expect(result).toEqual(returned(operation, replaceKeys(sampleResponse(operation), '42')))
  })

  test.each(rows)('%s rejects what does not fit before anything is sent', async (_id, operation) => {
    const { sent, method } = await open(api, operation, sampleResponse(operation))
    const input = sampleInput(operation)
    for (const part of operation.takes ?? []) {
      const breakages = [...breakagesOf(operation[part] as never, input[part])]
      expect(breakages.length).toBeGreaterThan(1)
      for (const breakage of breakages) {
        await expectInvalid(call(method, operation, { ...input, [part]: breakage.value }), part, breakage)
      }
    }
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

  const checked = rows.filter(([, { answer = 'json', response }]) => answer === 'json' && response)
  test.each(checked)('%s rejects responses that do not fit', async (_id, operation) => {
    const response = sampleResponse(operation)
    const breakages = [...breakagesOf(operation.response as never, response)]
    expect(breakages.length).toBeGreaterThan(0)
    for (const breakage of breakages) {
      const { method } = await open(api, operation, breakage.value)
      await expectInvalid(call(method, operation, sampleInput(operation)), 'response', breakage)
    }
  })
})

async function expectInvalid(result: Promise<unknown>, part: string, { path, value }: Breakage): Promise<void> {
  const error = await result.then(
    () => undefined,
    (error: unknown) => error,
  )
  const what = `${part} ${path} of ${stringifyJson(value)}`
  expect(error, what).toBeInstanceOf(ValidationError)
  const { issues, ...rest } = error as ValidationError
  expect(rest.part, what).toBe(part)
  expect(
    issues.map((issue) => issue.path),
    what,
  ).toContain(path)
}
