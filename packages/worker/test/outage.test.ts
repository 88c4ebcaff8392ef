import { createJobs } from '@x/orchestration/unchecked/jobs'
import { freePort, type Respond, startServer } from 'test-servers'
import { expect, onTestFinished, test } from 'vitest'
import { createWorker, type JobsApi } from '../src/index.ts'
import { createPending } from './support/pending.ts'
import { createVirtualClock } from './support/virtual-clock.ts'

const auth = { headers: async () => ({ authorization: 'Bearer token' }) }
const outageMs = 20_000

/** A request of the worker, at its time. */
interface Call {
  readonly name: string
  readonly at: number
}

/** A real server, and a worker of two types whose time is virtual: it passes while no request is under way. */
async function setUp(fail: Respond | 'refused') {
  const calls: Call[] = []
  const pending = createPending()
  const clock = createVirtualClock(pending.settle)
  const queue = ['a']
  const state = { isDown: false, runs: 0, completed: 0 }
  const server = await startServer((request, response) => {
    if (state.isDown && fail !== 'refused') return fail(request, response)
    if (request.path.endsWith('/completion')) state.completed++
    if (!request.path.endsWith('/activation')) return { status: 204 }
    const { type } = JSON.parse(request.body)
    if (queue[0] !== type) return { body: { jobs: [] } }
    queue.pop()
    return { body: { jobs: [{ jobKey: `job-${type}`, type, kind: 'BPMN_ELEMENT', retries: 3, variables: {} }] } }
  })
  onTestFinished(server.close)
  const closed = `http://127.0.0.1:${await freePort()}`
  const api = createJobs({
    auth,
    baseUrl: server.url,
    fetch: (input, init) => {
      const isRefused = state.isDown && fail === 'refused'
      return fetch(isRefused ? String(input).replace(server.url, closed) : input, init)
    },
  })
  function call<Response>(name: string, send: () => Promise<Response>): Promise<Response> {
    calls.push({ name, at: clock.now() })
    return pending.track(send())
  }
  const orchestration: JobsApi = {
    ...api,
    activate: (body, options) => call(`poll ${body.type}`, () => api.activate(body, options)),
    complete: (key, body, options) => call('complete', () => api.complete(key, body, options)),
  }
  const worker = createWorker({
    orchestration,
    clock,
    jobs: {
      async a() {
        state.runs++
        await new Promise<void>((resolve) => void clock.setTimeout(resolve, 100))
      },
      b: () => {},
    },
  })
  const stop = new AbortController()
  const run = worker.run({ signal: stop.signal })
  return {
    clock,
    calls,
    queue,
    state,
    server,
    async stop() {
      stop.abort()
      await clock.advance(1000)
      await run
    },
  }
}

/** Times between requests of one kind. */
function gapsOf(calls: readonly Call[], name: string): number[] {
  const times = calls.filter((call) => call.name === name).map(({ at }) => at)
  return times.slice(1).map((at, index) => at - (times[index] ?? 0))
}

test.each<[string, Respond | 'refused']>([
  ['503', () => ({ status: 503, body: { title: 'RESOURCE_EXHAUSTED', status: 503 } })],
  ['429', () => ({ status: 429, body: { title: 'RESOURCE_EXHAUSTED', status: 429 } })],
  ['500 RESOURCE_EXHAUSTED', () => ({ status: 500, body: { detail: 'RESOURCE_EXHAUSTED', status: 500 } })],
  ['a refused connection', 'refused'],
  [
    'a truncated response',
    (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
      response.write('{"jobs":[')
      response.destroy()
      return undefined
    },
  ],
])('the server is not flooded, and work resumes within 1.1 s: %s', async (_, fail) => {
  const { clock, calls, queue, state, server, stop } = await setUp(fail)
  // The first job is in its handler when the outage begins, and is finished in it.
  await clock.advance(50)
  state.isDown = true
  calls.length = 0
  server.received.length = 0
  await clock.advance(outageMs)
  for (const name of ['poll a', 'poll b', 'complete']) {
    const gaps = gapsOf(calls, name)
    for (const [index, gap] of gaps.entries()) {
      const bound = Math.min(1000, 100 * 2 ** index)
      expect(gap, `${name}, gap ${index}`).toBeGreaterThanOrEqual(bound / 2)
      expect(gap, `${name}, gap ${index}`).toBeLessThanOrEqual(bound + 1)
    }
    expect(gaps.length).toBeGreaterThan(20)
  }
  if (fail !== 'refused') expect(server.received.length).toBe(calls.length)
  expect([state.runs, state.completed]).toEqual([1, 0])

  state.isDown = false
  queue.push('b')
  await clock.advance(1100)
  expect(queue).toEqual([])
  expect([state.runs, state.completed]).toEqual([1, 2])
  await stop()
})

test('every type and every command waits for Retry-After', async () => {
  const { clock, calls, state, stop } = await setUp(() => ({ status: 429, headers: { 'retry-after': '3' }, body: {} }))
  await clock.advance(50)
  state.isDown = true
  calls.length = 0
  await clock.advance(outageMs)
  for (const name of ['poll a', 'poll b', 'complete']) {
    for (const gap of gapsOf(calls, name)) {
      expect(gap, name).toBeGreaterThanOrEqual(3000)
      expect(gap, name).toBeLessThanOrEqual(3301)
    }
  }
  state.isDown = false
  await clock.advance(3300)
  expect([state.runs, state.completed]).toEqual([1, 1])
  await stop()
})
