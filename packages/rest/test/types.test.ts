import { describe, expectTypeOf, it } from 'vitest'
import type {
  BinaryResponse,
  CallOptions,
  ClientOptions,
  Fetch,
  FetchResponse,
  Key,
  KeyInput,
  OpenEnum,
} from '../src/index.ts'
import type { Operation, Schema } from '../src/shapes.ts'

describe('the `fetch` option', () => {
  it("is just the call signature, without other members of a runtime's global, such as `preconnect` of Bun", () => {
    type Given = NonNullable<ClientOptions['fetch']>
    expectTypeOf<Given>().toEqualTypeOf<Fetch>()
    expectTypeOf<typeof globalThis.fetch>().toExtend<Given>()
  })

  it('returns a `Response`, or the members of one that are read', () => {
    expectTypeOf<Response>().toExtend<FetchResponse>()
    expectTypeOf<(url: string, init: RequestInit) => Promise<Response>>().toExtend<Fetch>()
    // @ts-expect-error Without a status.
    const less: FetchResponse = { ok: true, url: '', headers: new Headers(), text: async () => '' }
    void less
  })

  it('accepts headers in every form', () => {
    expectTypeOf<Headers>().toExtend<NonNullable<CallOptions['headers']>>()
    expectTypeOf<[string, string][]>().toExtend<NonNullable<CallOptions['headers']>>()
    expectTypeOf<{ 'x-trace'?: string | undefined }>().toExtend<NonNullable<CallOptions['headers']>>()
  })
})

describe('a key', () => {
  it('is a string, or a bigint in a request, and of one kind', () => {
    const take = (key: Key<'JobKey'>, input: KeyInput<'JobKey'>): unknown[] => [key, input]
    const job: Key<'JobKey'> = '1'
    const task = '2' as Key<'UserTaskKey'>
    take('1', '2')
    take(job, job)
    take(job, 7n)
    // @ts-expect-error A key of another kind.
    take(task, job)
    // @ts-expect-error A number has lost digits already.
    take(7, job)
    // @ts-expect-error As in a request.
    take(job, 7)
    expectTypeOf<Key<'JobKey'>>().toExtend<string>()
  })
})

describe('an open enumeration', () => {
  it('suggests known values and accepts new ones', () => {
    expectTypeOf<'NEW'>().toExtend<OpenEnum<'ACTIVE'>>()
    // @ts-expect-error Not text.
    const wrong: OpenEnum<'ACTIVE'> = 1
    void wrong
  })
})

describe('the bytes of a response', () => {
  it('are accepted wherever bytes are', () => {
    const use = async (document: BinaryResponse): Promise<unknown[]> => {
      const bytes = await document.bytes()
      return [
        new Response(bytes),
        new Blob([bytes]),
        new Response(document.body),
        crypto.subtle.digest('SHA-256', bytes),
      ]
    }
    void use
  })
})

describe('a row of an operation table', () => {
  it('is data: its route, its documentation, its schemas', () => {
    expectTypeOf<Operation['id']>().toBeString()
    expectTypeOf<NonNullable<Operation['response']>>().toExtend<Schema>()
  })
})
