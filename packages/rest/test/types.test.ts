import { array, boolean, type GenericSchema, nullish, optional, string } from 'valibot'
import { describe, expectTypeOf, it } from 'vitest'
import type { CallOptions, ClientOptions, Fetch, Methods, Operation } from '../src/index.ts'
import { closed, key, type OpenEnum, object, openEnum } from '../src/validation.ts'

interface Incident {
  key: string
  state: OpenEnum<'ACTIVE' | 'RESOLVED'>
  message?: string | undefined
  tags?: string[] | null | undefined
}

const incident: GenericSchema<unknown, Incident> = object({
  key: key(),
  state: openEnum(['ACTIVE', 'RESOLVED']),
  message: optional(string()),
  tags: nullish(array(string())),
})

describe('schemas', () => {
  it('are held to the interfaces by the compiler', () => {
    // @ts-expect-error `key` is a string, not a boolean
    const wrong: GenericSchema<unknown, Incident> = object({ ...{}, key: boolean(), state: string() })
    // @ts-expect-error `state` is missing
    const less: GenericSchema<unknown, Incident> = object({ key: key() })
    void [wrong, less]
    expectTypeOf<'NEW'>().toExtend<OpenEnum<'ACTIVE'>>()
  })

  it('fit into an operation', () => {
    const operation: Operation = {
      id: 'incidents.get',
      method: 'GET',
      path: '/incidents/{key}',
      summary: 'One incident',
      params: { key: key() },
      body: closed({ size: optional(string()) }),
      response: incident,
    }
    expectTypeOf(operation.id).toBeString()
  })
})

describe('the `fetch` option', () => {
  it('asks for a call alone, whatever else the global of a runtime has, such as `preconnect` of Bun', () => {
    type Given = NonNullable<ClientOptions['fetch']>
    expectTypeOf<Given>().toEqualTypeOf<Fetch>()
    expectTypeOf<Given>().toEqualTypeOf<(url: string, init: RequestInit) => Promise<Response>>()
    expectTypeOf<typeof globalThis.fetch>().toExtend<Given>()
  })

  it('goes with headers as they come', () => {
    expectTypeOf<Headers>().toExtend<NonNullable<CallOptions['headers']>>()
    expectTypeOf<[string, string][]>().toExtend<NonNullable<CallOptions['headers']>>()
    expectTypeOf<{ 'x-trace'?: string | undefined }>().toExtend<NonNullable<CallOptions['headers']>>()
  })
})

describe('methods made of routes', () => {
  const routes = {
    get: { id: 'things.get', method: 'GET', path: '/things/{thingId}' },
    update: { id: 'things.update', method: 'PATCH', path: '/groups/{groupId}/things/{thingId}', takes: 'body' },
  } as const
  interface Things {
    get(thingId: string, options?: CallOptions): Promise<Incident>
    update(groupId: string, thingId: string, body: { name: string }, options?: CallOptions): Promise<void>
  }

  it('fit the interface that has the parameters of the path and what the route takes', () => {
    const methods = {} as Methods<typeof routes>
    const things: Things = methods
    // @ts-expect-error a parameter of the path is missing
    const fewer: { update(groupId: string, body: { name: string }, options?: CallOptions): unknown } = methods
    // @ts-expect-error the route takes no body
    const more: { get(thingId: string, body: { name: string }, options?: CallOptions): unknown } = methods
    void [things, fewer, more]
  })
})
