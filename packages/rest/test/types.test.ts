import { describe, expectTypeOf, it } from 'vitest'
import type { CallOptions, ClientOptions, Fetch, FetchResponse, Key, KeyInput, OpenEnum } from '../src/index.ts'
import type { Operation, Schema } from '../src/shapes.ts'

describe('the `fetch` option', () => {
  it('is a call alone, whatever else the global of a runtime has, such as `preconnect` of Bun', () => {
    type Given = NonNullable<ClientOptions['fetch']>
    expectTypeOf<Given>().toEqualTypeOf<Fetch>()
    expectTypeOf<typeof globalThis.fetch>().toExtend<Given>()
  })

  it('returns a `Response`, or what is read of one', () => {
    expectTypeOf<Response>().toExtend<FetchResponse>()
    expectTypeOf<(url: string, init: RequestInit) => Promise<Response>>().toExtend<Fetch>()
    // @ts-expect-error Without a status.
    const less: FetchResponse = { ok: true, url: '', headers: new Headers(), text: async () => '' }
    void less
  })

  it('goes with headers as they come', () => {
    expectTypeOf<Headers>().toExtend<NonNullable<CallOptions['headers']>>()
    expectTypeOf<[string, string][]>().toExtend<NonNullable<CallOptions['headers']>>()
    expectTypeOf<{ 'x-trace'?: string | undefined }>().toExtend<NonNullable<CallOptions['headers']>>()
  })
})

describe('a key', () => {
  it('is text, or a bigint in a request, and of one kind', () => {
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
  it('suggests what is known and accepts what is new', () => {
    expectTypeOf<'NEW'>().toExtend<OpenEnum<'ACTIVE'>>()
    // @ts-expect-error Not text.
    const wrong: OpenEnum<'ACTIVE'> = 1
    void wrong
  })
})

describe('a row of an operation table', () => {
  it('is data: its route, its words, its schemas', () => {
    expectTypeOf<Operation['id']>().toBeString()
    expectTypeOf<NonNullable<Operation['response']>>().toExtend<Schema>()
  })
})
