import { ApiError, NotYetError } from '@x/rest'
import { expect, test } from 'vitest'
import { createOperateClient, type OperateClient, type OperateClientOptions, type SearchPage } from '../src/index.ts'
import { type Received, type Reply, serve, testAuth } from './serve.ts'

const KEY = '2251799813685249'
const found = `{"key":${KEY},"processVersion":1,"bpmnProcessId":"order","startDate":"2026-11-20T08:15:00.000+0000","state":"ACTIVE","processDefinitionKey":${KEY}}`
const page = (count: number): Reply => ({ body: `{"items":[${Array(count).fill(found).join()}],"total":${count}}` })
const missing: Reply = {
  status: 404,
  type: 'application/problem+json',
  body: '{"status":404,"message":"No process instance","type":"Requested resource not found"}',
}

interface Waiting {
  readonly operate: OperateClient
  readonly received: Received[]
  /** How long it slept, in milliseconds. */
  readonly waits: number[]
}

/** A server that goes through `replies` and stays at the last, and a clock that only waiting moves. */
async function waiting(...replies: Reply[]): Promise<Waiting> {
  const { baseUrl, received } = await serve((_, index) => replies[Math.min(index, replies.length - 1)] as Reply)
  const waits: number[] = []
  let time = 0
  const clock = {
    now: () => time,
    sleep: async (ms: number) => {
      waits.push(ms)
      time += ms
    },
  }
  const options: OperateClientOptions = { auth: testAuth(), baseUrl, retry: false }
  return { operate: createOperateClient({ ...options, ...clock }), received, waits }
}

test('a get waits until the instance is there', async () => {
  const { operate, received, waits } = await waiting(missing, missing, missing, missing, missing, { body: found })
  expect(await operate.processInstances.get(KEY, { waitFor: true })).toMatchObject({ key: KEY })
  expect(received).toHaveLength(6)
  expect(waits).toEqual([100, 200, 400, 800, 1000])
})

test('a search waits until it finds something, or what a function looks for', async () => {
  const first = await waiting(page(0), page(0), page(1), page(2))
  expect((await first.operate.processInstances.search({}, { waitFor: true })).items).toHaveLength(1)
  expect(first.received).toHaveLength(3)
  const second = await waiting(page(0), page(1), page(2))
  const hasTwo = ({ items }: SearchPage<unknown>): boolean => items.length === 2
  expect((await second.operate.processInstances.search({}, { waitFor: hasTwo })).items).toHaveLength(2)
})

test('searchAll waits for its first page only: the last one may be empty', async () => {
  const first = { body: `{"items":[${found}],"total":2,"sortValues":[${KEY}]}` }
  const { operate, received, waits } = await waiting(page(0), first, page(0))
  const keys: string[] = []
  for await (const { key } of operate.processInstances.searchAll({ size: 1 }, { waitFor: true })) keys.push(key)
  expect(keys).toEqual([KEY])
  expect(received).toHaveLength(3)
  expect(waits).toEqual([100])
})

test('what is not there in time is an error with the last response', async () => {
  const { operate, waits } = await waiting(page(0))
  const error = await operate.processInstances.search({}, { waitFor: true, waitForMs: 1500 }).catch((error) => error)
  expect(error).toBeInstanceOf(NotYetError)
  expect(error).toMatchObject({ code: 'not_yet', operation: 'processInstances.search', waitForMs: 1500 })
  expect(error.response).toMatchObject({ items: [], total: 0 })
  expect(waits).toEqual([100, 200, 400, 800])
  const gone = await waiting(missing)
  const call = gone.operate.processInstances.get(KEY, { waitFor: true, waitForMs: 0 })
  await expect(call).rejects.toMatchObject({ code: 'not_yet', response: undefined })
})

test('any other failure ends the wait, a server without Operate v1 too', async () => {
  const forbidden = await waiting({ status: 403, body: '{}' })
  await expect(forbidden.operate.incidents.search({}, { waitFor: true })).rejects.toBeInstanceOf(ApiError)
  const gateway = await waiting({ status: 404, type: 'text/html', body: '<title>404 Not Found</title>' })
  await expect(gateway.operate.processInstances.get(KEY, { waitFor: true })).rejects.toThrow(/no Operate v1 here/)
  expect([forbidden.waits, gateway.waits]).toEqual([[], []])
})

test('what changes something cannot wait', async () => {
  const { operate, received } = await waiting({ body: '{"deleted":1}' })
  // @ts-expect-error for those who do not compile
  await expect(operate.processInstances.delete(KEY, { waitFor: true })).rejects.toMatchObject({
    code: 'config_invalid',
    message: expect.stringContaining('waitFor'),
  })
  expect(received).toEqual([])
})
