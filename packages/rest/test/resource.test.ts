import { expect, test } from 'vitest'
import type { Key, KeyInput } from '../src/index.ts'
import { createResource, type Route, type RouteInput } from '../src/shapes.ts'

interface Things {
  get(key: string, part: string, options?: object): Promise<unknown>
  search(body?: object, query?: object, options?: object): Promise<unknown>
  upload(form: object, options?: object): Promise<unknown>
  list(options?: object): Promise<unknown>
}

test('A resource is made from its routes', async () => {
  const calls: [id: string, input: RouteInput, options?: unknown][] = []
  const caller = {
    async call(route: Route, input: RouteInput, options?: unknown) {
      calls.push([route.id, input, options])
      return route.method
    },
  }
  const things = createResource<Things>(caller, 'things', {
    get: 'GET /things/{key}/parts/{part}',
    search: 'POST /things/search body? query? paging:cursor safe',
    upload: 'POST /things form',
    list: 'GET /things',
  })
  const options = { timeoutMs: 1 }
  expect(await things.get('1', 'a', options)).toBe('GET')
  await things.search()
  await things.search({ filter: {} }, { withTotal: true }, options)
  await things.upload({ file: 'x' })
  await things.upload(undefined as never)
  await things.list(options)
  expect(calls).toEqual([
    ['things.get', { params: ['1', 'a'] }, options],
    ['things.search', { params: [], body: {}, query: undefined }, undefined],
    ['things.search', { params: [], body: { filter: {} }, query: { withTotal: true } }, options],
    ['things.upload', { params: [], form: { file: 'x' } }, undefined],
    ['things.upload', { params: [], form: undefined }, undefined],
    ['things.list', { params: [] }, options],
  ])
})

test('Keys of another kind are compile errors', () => {
  const take = (key: Key<'JobKey'>, input: KeyInput<'JobKey'>): unknown[] => [key, input]
  const job: Key<'JobKey'> = '1'
  const task = '2' as Key<'UserTaskKey'>
  take('1', '2')
  take(job, job)
  take(job, 7n)
  const text: string = job
  // @ts-expect-error A key of another kind.
  take(task, job)
  // @ts-expect-error A number has lost digits already.
  take(7, job)
  // @ts-expect-error As in a request.
  take(job, 7)
  expect(text).toBe('1')
})
