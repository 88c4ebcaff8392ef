import { expect, it, vi } from 'vitest'
import { createMethods, sleep } from '../src/index.ts'
import { answer, serve } from './server.ts'
import { transportTo } from './setup.ts'

const routes = {
  list: { id: 'things.list', method: 'GET', path: '/things', takes: 'query' },
  update: { id: 'things.update', method: 'PATCH', path: '/groups/{groupId}/things/{thingId}', takes: 'body' },
  compare: { id: 'things.compare', method: 'GET', path: '/things/{one}...{other}' },
} as const

interface Things {
  list(query?: { size: number }, options?: { headers?: Record<string, string> }): Promise<unknown>
  update(groupId: string, thingId: string, body: { name: string }, options?: { timeoutMs?: number }): Promise<unknown>
  compare(one: string, other: string): Promise<unknown>
}

it('methods take the parameters of the path, then what the route takes, then the options', async () => {
  const server = await serve(answer(200, {}))
  const things: Things = createMethods(transportTo(server.url).transport, routes)
  await things.list({ size: 2 }, { headers: { 'x-trace': 'a' } })
  await things.list()
  await things.update('g', 't', { name: 'n' })
  await things.compare('a', 'b')
  expect(server.received.map(({ method, path, body }) => [method, path, body])).toEqual([
    ['GET', '/things?size=2', ''],
    ['GET', '/things', ''],
    ['PATCH', '/groups/g/things/t', '{"name":"n"}'],
    ['GET', '/things/a...b', ''],
  ])
  expect(server.received[0]?.headers['x-trace']).toBe('a')
  await expect(things.update('g', 't', { name: 'n' }, { timeoutMs: -1 })).rejects.toThrow('timeoutMs')
})

it('sleep ends with the reason of its signal, also of one that has aborted before', async () => {
  const controller = new AbortController()
  const asleep = sleep(1_000_000, controller.signal)
  controller.abort('enough')
  await expect(asleep).rejects.toBe('enough')
  await expect(sleep(1_000_000, controller.signal)).rejects.toBe('enough')
  await expect(sleep(0)).resolves.toBeUndefined()
})

it('sleep never ends at once because a timer cannot hold its time', async () => {
  vi.useFakeTimers()
  try {
    const woke = vi.fn()
    for (const ms of [2 ** 31, 2 ** 40, Number.POSITIVE_INFINITY]) void sleep(ms).then(woke)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(woke).not.toHaveBeenCalled()
  } finally {
    vi.useRealTimers()
  }
})
