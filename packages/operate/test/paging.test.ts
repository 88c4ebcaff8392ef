import { expect, test } from 'vitest'
import { createOperateClient, type Incidents } from '../src/index.ts'
import { type Received, serve, testAuth } from './serve.ts'

const FIRST = 9007199254740993n // above 2^53, so that a rounded searchAfter skips or repeats items

interface Paging {
  readonly incidents: Incidents
  readonly received: Received[]
  /** Resolves once the server has got this many requests. */
  reached(count: number): Promise<void>
  /** Waits until a further request has been answered, so that any sent before it has arrived. */
  barrier(): Promise<void>
}

/** A server of `count` incidents that pages as Operate does, `total` stopping at `cap`. */
async function paging(
  count: number,
  cap = 10_000,
  answerWhen: (page: number) => Promise<void> = async () => {},
  largestPage = 1000,
): Promise<Paging> {
  const waiting: (() => boolean)[] = []
  const { baseUrl, received } = await serve(async ({ method, body }) => {
    if (method === 'GET') return { body: item(FIRST) }
    for (const check of [...waiting]) if (check()) waiting.splice(waiting.indexOf(check), 1)
    await answerWhen(searches(received).length)
    const size = Math.min(Number(/"size":(\d+)/.exec(body)?.[1]), largestPage)
    const after = /"searchAfter":\[(\d+)\]/.exec(body)?.[1]
    const start = after === undefined ? 0 : Number(BigInt(after) - FIRST) + 1
    const keys = Array.from({ length: Math.max(0, Math.min(size, count - start)) }, (_, i) => FIRST + BigInt(start + i))
    const sortValues = keys.length > 0 ? `,"sortValues":[${keys.at(-1)}]` : ''
    return { body: `{"items":[${keys.map(item).join()}],"total":${Math.min(count, cap)}${sortValues}}` }
  })
  const { incidents } = createOperateClient({ auth: testAuth(), baseUrl })
  return {
    incidents,
    received,
    reached: (wanted) =>
      new Promise((resolve) => {
        const check = (): boolean => {
          if (searches(received).length < wanted) return false
          resolve()
          return true
        }
        if (!check()) waiting.push(check)
      }),
    barrier: async () => {
      await incidents.get(String(FIRST))
    },
  }
}

const searches = (received: readonly Received[]): readonly Received[] =>
  received.filter(({ method }) => method === 'POST')

const item = (key: bigint): string =>
  `{"key":${key},"processInstanceKey":${key},"type":"UNKNOWN","creationTime":"2026-11-20T08:15:00.000+0000","state":"ACTIVE"}`

test('25 pages and a short one: every item once, in order, one request for each page', async () => {
  const { incidents, received } = await paging(2510)
  const keys: string[] = []
  for await (const incident of incidents.searchAll({ filter: { state: 'ACTIVE' } })) keys.push(incident.key)
  expect(keys).toEqual(Array.from({ length: 2510 }, (_, i) => String(FIRST + BigInt(i))))
  expect(received).toHaveLength(26)
  expect(received[1]?.body).toBe(`{"filter":{"state":"ACTIVE"},"size":100,"searchAfter":[${FIRST + 99n}]}`)
})

test('total is no end: it stops growing long before the items do', async () => {
  const { incidents, received } = await paging(3000, 1000)
  let count = 0
  for await (const _ of incidents.searchAll({ size: 500 })) count++
  expect(count).toBe(3000)
  expect(received).toHaveLength(7) // the last page is empty
})

test.each([
  ['allows fewer on a page than were asked for', 250, 50, 6],
  ['allows so many that the last page is short', 230, 50, 5],
  ['allows one', 7, 1, 8],
  ['allows fewer, of more than are counted', 10_120, 500, 21],
  ['allows fewer, of as many as are counted', 10_000, 500, 21],
])('what is between us and the server %s', async (_, count, largestPage, requests) => {
  const { incidents, received } = await paging(count, 10_000, undefined, largestPage)
  const keys = new Set<string>()
  for await (const { key } of incidents.searchAll({ size: 1000 })) keys.add(key)
  expect(keys.size).toBe(count)
  expect(received).toHaveLength(requests)
})

test('items that are gone before their page is read are no reason to go on for ever', async () => {
  const { baseUrl, received } = await serve((_, index) => ({
    body: index === 0 ? `{"items":[${item(FIRST)}],"total":3,"sortValues":[${FIRST}]}` : '{"items":[],"total":3}',
  }))
  const { incidents } = createOperateClient({ auth: testAuth(), baseUrl })
  const keys: string[] = []
  for await (const { key } of incidents.searchAll()) keys.push(key)
  expect(keys).toEqual([String(FIRST)])
  expect(received).toHaveLength(2)
})

test('one page ahead and no more', async () => {
  const { incidents, received, reached, barrier } = await paging(2500)
  const all = incidents.searchAll()
  await barrier()
  expect(searches(received)).toHaveLength(0) // nothing before somebody asks
  for (let i = 0; i < 100; i++) await all.next()
  await reached(2)
  await barrier()
  expect(searches(received)).toHaveLength(2)
  await all.next() // the first item of the second page
  await reached(3)
  await barrier()
  expect(searches(received)).toHaveLength(3)
  await all.return()
})

test('leaving the loop ends the paging', async () => {
  const { incidents, received, reached, barrier } = await paging(2500)
  for await (const incident of incidents.searchAll()) {
    if (incident.key === String(FIRST + 150n)) break
  }
  await reached(2)
  await barrier()
  expect(searches(received).length).toBeLessThanOrEqual(3)
})

test('a limit ends it, and nothing beyond is asked for', async () => {
  const { incidents, received, barrier } = await paging(2500)
  let count = 0
  for await (const _ of incidents.searchAll({}, { limit: 250 })) count++
  await barrier()
  expect(count).toBe(250)
  expect(searches(received)).toHaveLength(3)
})

test('a small limit asks for a small page; none for none', async () => {
  const { incidents, received } = await paging(2500)
  const taken: string[] = []
  for await (const { key } of incidents.searchAll({}, { limit: 3 })) taken.push(key)
  for await (const { key } of incidents.searchAll({}, { limit: 0 })) taken.push(key)
  expect(taken).toHaveLength(3)
  expect(received.map(({ body }) => body)).toEqual(['{"size":3}'])
})

test.each([Number.NaN, -1, 1.5])('a limit of %s is refused', async (limit) => {
  const { incidents } = await paging(1)
  expect(() => incidents.searchAll({}, { limit })).toThrow(expect.objectContaining({ code: 'request_invalid' }))
})

test('an abort in the middle rejects with its reason while a page is on its way', async () => {
  const controller = new AbortController()
  const never = new Promise<void>(() => {})
  const { incidents, reached } = await paging(2500, 10_000, async (page) => (page < 3 ? undefined : never))
  const all = incidents.searchAll({}, { signal: controller.signal })
  for (let i = 0; i < 200; i++) await all.next()
  await reached(3)
  const reason = new Error('enough')
  const next = all.next()
  controller.abort(reason)
  await expect(next).rejects.toBe(reason)
  await expect(all.next()).resolves.toEqual({ done: true, value: undefined })
})

test('it starts after the place it is given', async () => {
  const { incidents } = await paging(120)
  const keys: string[] = []
  for await (const { key } of incidents.searchAll({ searchAfter: [String(FIRST + 109n)] })) keys.push(key)
  expect(keys).toHaveLength(10)
  expect(keys[0]).toBe(String(FIRST + 110n))
})

test('a short page that is repeated, though there is said to be more, is an error', async () => {
  const { baseUrl, received } = await serve(() => ({
    body: `{"items":[${item(FIRST)}],"total":250,"sortValues":[${FIRST}]}`,
  }))
  const { incidents } = createOperateClient({ auth: testAuth(), baseUrl })
  const run = async (): Promise<void> => {
    for await (const _ of incidents.searchAll());
  }
  await expect(run()).rejects.toMatchObject({
    code: 'response_invalid',
    message: expect.stringMatching(/sortValues was on an earlier page/),
  })
  expect(received).toHaveLength(2)
})

test.each([
  ['goes round in circles', 1, ',"sortValues":[9007199254740993]', /sortValues was on an earlier page/],
  ['does not say where it is', 1, '', /sortValues is missing from a page that is not the last/],
  ['does not say so on a short page', 100, '', /sortValues is missing from a page that is not the last/],
])('a server that %s does not make an endless loop, nor an end too soon', async (_, size, sortValues, expected) => {
  const { baseUrl, received } = await serve(() => ({ body: `{"items":[${item(FIRST)}],"total":9${sortValues}}` }))
  const { incidents } = createOperateClient({ auth: testAuth(), baseUrl })
  const run = async (): Promise<void> => {
    for await (const _ of incidents.searchAll({ size }));
  }
  await expect(run()).rejects.toMatchObject({ code: 'response_invalid', message: expect.stringMatching(expected) })
  expect(received.length).toBeLessThanOrEqual(2)
})
