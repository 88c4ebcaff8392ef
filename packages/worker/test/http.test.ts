import { createOAuth } from '@x/auth'
import { createOrchestrationClient, type OrchestrationClientOptions } from '@x/orchestration'
import { createJobs } from '@x/orchestration/unchecked/jobs'
import { type Received, type Reply, type Respond, startServer, type TestServer } from 'test-servers'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { BpmnError, createWorker, JobFailure, type WorkerEvent, type WorkerOptions } from '../src/index.ts'

const ends: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

const auth = { headers: async () => ({ authorization: 'Bearer token-of-the-client' }) }
const jobKey = '2251799813685300'

/** A job as Camunda 8.10 sends it. `variables` is JSON text, for its digits. */
function activated(variables = '{}', key = jobKey): string {
  const job = {
    jobKey: key,
    type: 'a',
    customHeaders: { region: 'north' },
    retries: 3,
    deadline: 1_796_000_000_000,
    worker: 'worker',
    kind: 'BPMN_ELEMENT',
    listenerEventType: 'UNSPECIFIED',
    elementId: 'Task',
    elementInstanceKey: '2251799813685301',
    processInstanceKey: '2251799813685302',
    rootProcessInstanceKey: '2251799813685302',
    processDefinitionId: 'order',
    processDefinitionVersion: 1,
    processDefinitionKey: '2251799813685303',
    userTask: null,
    tags: ['urgent'],
    businessId: null,
    priority: 10,
    jobLeaseToken: null,
    tenantId: '<default>',
    physicalTenantId: 'default',
    variables: 0,
  }
  return `{"jobs":[${JSON.stringify(job).replace('"variables":0', `"variables":${variables}`)}]}`
}

const json = (body: string): Reply => ({ headers: { 'content-type': 'application/json' }, body })
const isPoll = ({ path }: Received): boolean => path.endsWith('/activation')

interface Started {
  readonly server: TestServer
  readonly events: WorkerEvent[]
  readonly stop: () => Promise<void>
  /** Resolves with the first event of this type. */
  event<Type extends WorkerEvent['type']>(type: Type): Promise<Extract<WorkerEvent, { type: Type }>>
}

/** Runs a worker over HTTP until the end of the test. */
async function run(
  respond: Respond,
  jobs: WorkerOptions['jobs'],
  options: Partial<OrchestrationClientOptions & { create: 'client' | 'resource' }> = {},
  workerOptions: Partial<WorkerOptions> = {},
): Promise<Started> {
  const server = await startServer(respond)
  ends.push(() => server.close())
  const { create = 'client', ...rest } = options
  const clientOptions = { auth, baseUrl: server.url, ...rest }
  const orchestration = create === 'client' ? createOrchestrationClient(clientOptions) : createJobs(clientOptions)
  const events: WorkerEvent[] = []
  const listeners = new Set<() => void>()
  const worker = createWorker({
    orchestration,
    jobs,
    ...workerOptions,
    onEvent(event) {
      events.push(event)
      for (const listener of listeners) listener()
    },
  })
  const controller = new AbortController()
  const running = worker.run({ signal: controller.signal, graceMs: 0 })
  const stop = (): Promise<void> => {
    controller.abort()
    return running
  }
  ends.push(stop)
  return {
    server,
    events,
    stop,
    event: (type) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = events.find((event) => event.type === type)
          if (!found) return
          listeners.delete(look)
          resolve(found as never)
        }
        listeners.add(look)
        look()
      }),
  }
}

/** Replies to the first poll with a job, lets the others wait, and to commands with success. */
function oneJob(variables?: string): Respond {
  let polls = 0
  return (request) => {
    if (!isPoll(request)) return { status: 204 }
    return polls++ === 0 ? json(activated(variables)) : undefined
  }
}

describe('over HTTP', () => {
  test.each(['client', 'resource'] as const)('a job is handled, and its variables are exact (%s)', async (create) => {
    const { server, event } = await run(
      oneJob('{"orderId":9007199254740993,"items":2}'),
      { a: ({ variables, customHeaders, tags }) => ({ ...variables, ...customHeaders, tags }) },
      { create },
    )
    await event('job_completed')
    const [poll, ...others] = server.received
    expect(poll).toMatchObject({ method: 'POST', path: '/v2/jobs/activation' })
    expect(JSON.parse(poll?.body ?? '')).toEqual({
      type: 'a',
      worker: 'worker',
      timeout: 60_000,
      maxJobsToActivate: 32,
      requestTimeout: 40_000,
    })
    const completion = others.find(({ path }) => path === `/v2/jobs/${jobKey}/completion`)
    expect(completion?.body).toBe(
      '{"variables":{"orderId":9007199254740993,"items":2,"region":"north","tags":["urgent"]}}',
    )
  })

  test("a listener, a failure and a BPMN error have the API's bodies", async () => {
    let polls = 0
    const kinds = ['TASK_LISTENER', 'BPMN_ELEMENT', 'AD_HOC_SUB_PROCESS']
    const { server, event } = await run(
      (request) => {
        if (!isPoll(request)) return { status: 204 }
        const kind = kinds[polls++]
        return kind ? json(activated('{}', `${polls}`).replace('"BPMN_ELEMENT"', `"${kind}"`)) : undefined
      },
      {
        a({ kind }) {
          if (kind === 'TASK_LISTENER') return { corrections: { candidateUsers: ['ada'], priority: 7 } }
          if (kind === 'AD_HOC_SUB_PROCESS') return { activate: [{ elementId: 'Check' }] }
          throw new Error('No paper')
        },
      },
    )
    await event('job_failed')
    await until(() => server.received.filter(({ path }) => path.endsWith('completion')).length === 2)
    expect(commandsOf(server)).toEqual([
      [
        'POST /v2/jobs/1/completion',
        { result: { type: 'userTask', corrections: { candidateUsers: ['ada'], priority: 7 } } },
      ],
      ['POST /v2/jobs/2/failure', { retries: 2, errorMessage: 'No paper', retryBackOff: 0 }],
      [
        'POST /v2/jobs/3/completion',
        { result: { type: 'adHocSubProcess', activateElements: [{ elementId: 'Check' }] } },
      ],
    ])
  })

  test('on 8.10, leases, tenants, tags, priority and business id are passed in both directions', async () => {
    let polls = 0
    const outcomes = ['complete', 'throw', 'fail']
    const members = { tags: ['urgent', 'gift'], priority: 80, businessId: 'A-1', tenantId: 'north' }
    const seen: object[] = []
    const { server } = await run(
      (request) => {
        if (!isPoll(request)) return { status: 204 }
        const end = outcomes[polls++]
        if (!end) return undefined
        const [job] = JSON.parse(activated('{}', `${polls}`)).jobs
        return { body: { jobs: [{ ...job, ...members, jobLeaseToken: `lease-${polls}`, variables: { end } }] } }
      },
      {
        async a(job) {
          const { tags, priority, businessId, tenantId } = job
          seen.push({ tags, priority, businessId, tenantId })
          await job.extendTimeout(90_000)
          if (job.variables.end === 'throw') throw new BpmnError('DECLINED', 'Expired')
          if (job.variables.end === 'fail') throw new JobFailure('Later', { backoffMs: 9000 })
        },
      },
      {},
      { leases: true, tenantIds: ['north', 'south'] },
    )
    await until(() => commandsOf(server).length === 6)
    const [poll] = server.received
    expect(JSON.parse(poll?.body ?? '')).toMatchObject({ withLease: true, tenantIds: ['north', 'south'] })
    expect(seen).toEqual([members, members, members])
    const changeset = { timeout: 90_000 }
    expect(commandsOf(server)).toEqual([
      ['PATCH /v2/jobs/1', { changeset, jobLeaseToken: 'lease-1' }],
      ['POST /v2/jobs/1/completion', { jobLeaseToken: 'lease-1' }],
      ['PATCH /v2/jobs/2', { changeset, jobLeaseToken: 'lease-2' }],
      ['POST /v2/jobs/2/error', { errorCode: 'DECLINED', errorMessage: 'Expired', jobLeaseToken: 'lease-2' }],
      ['PATCH /v2/jobs/3', { changeset, jobLeaseToken: 'lease-3' }],
      ['POST /v2/jobs/3/failure', { retries: 2, errorMessage: 'Later', retryBackOff: 9000, jobLeaseToken: 'lease-3' }],
    ])
  })

  test('one new token for all types after a 401', async () => {
    let tokens = 0
    const tokenServer = await startServer(() => ({ body: { access_token: `token-${++tokens}`, expires_in: 3600 } }))
    ends.push(() => tokenServer.close())
    const credentials = { tokenUrl: tokenServer.url, clientId: 'id', clientSecret: 'secret', minTokenIntervalMs: 0 }
    const types = Array.from({ length: 10 }, (_, index) => `type-${index}`)
    const { server } = await run(
      ({ headers }) => (headers.authorization === 'Bearer token-1' ? { status: 401, body: {} } : undefined),
      Object.fromEntries(types.map((name) => [name, () => {}])),
      { auth: createOAuth(credentials) },
    )
    await until(() => server.received.filter(({ headers }) => headers.authorization === 'Bearer token-2').length === 10)
    expect(tokens).toBe(2)
    expect(server.received).toHaveLength(20)
  })

  test('a rejected token is renewed once, and the worker continues', async () => {
    const work = oneJob()
    let token = 'old'
    const renewing = {
      headers: async () => ({ authorization: `Bearer ${token}` }),
      refused: async () => {
        token = 'new'
        return true
      },
    }
    const { server, event, events } = await run(
      (request, response) =>
        request.headers.authorization === 'Bearer new' ? work(request, response) : { status: 401, body: {} },
      { a: () => {} },
      { auth: renewing },
    )
    await event('job_completed')
    expect(server.received.map(({ headers }) => headers.authorization).slice(0, 2)).toEqual([
      'Bearer old',
      'Bearer new',
    ])
    expect(events.filter(({ type }) => type === 'poll_failed')).toEqual([])
  })

  test('a failing authenticator does not stop the worker', async () => {
    let calls = 0
    const failing = {
      async headers() {
        if (++calls < 3) throw new Error('The token endpoint is down')
        return { authorization: 'Bearer token' }
      },
    }
    const { event, events } = await run(oneJob(), { a: () => {} }, { auth: failing })
    await event('job_completed')
    expect(events.filter(({ type }) => type === 'poll_failed')).toHaveLength(2)
  })

  test('Retry-After of a 429 is honored', async () => {
    const { event } = await run(() => ({ status: 429, headers: { 'retry-after': '3' }, body: {} }), { a: () => {} })
    const { delayMs, error } = await event('poll_failed')
    expect(error).toMatchObject({ status: 429 })
    expect(delayMs).toBeGreaterThanOrEqual(3000)
    expect(delayMs).toBeLessThanOrEqual(3300)
  })

  test.each<[string, Respond]>([
    ['503', () => ({ status: 503, body: { title: 'RESOURCE_EXHAUSTED', status: 503 } })],
    ['500 RESOURCE_EXHAUSTED', () => ({ status: 500, body: { detail: 'RESOURCE_EXHAUSTED', status: 500 } })],
    [
      'a lost connection',
      (_, response) => {
        response.destroy()
        return undefined
      },
    ],
    [
      'a truncated response',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
        response.write('{"jobs":[')
        response.destroy()
        return undefined
      },
    ],
    ['a page of a proxy', () => ({ headers: { 'content-type': 'text/html' }, body: '<html></html>' })],
  ])('polls and completions are retried: %s', async (_, fail) => {
    const work = oneJob()
    const seen = new Map<boolean, number>()
    let runs = 0
    const { event, events } = await run(
      (request, response) => {
        const count = (seen.get(isPoll(request)) ?? 0) + 1
        seen.set(isPoll(request), count)
        return count <= 2 ? fail(request, response) : work(request, response)
      },
      { a: () => void runs++ },
    )
    await event('job_completed')
    expect(runs).toBe(1)
    expect(events.filter(({ type }) => type === 'poll_failed')).toHaveLength(2)
    expect(events.filter(({ type }) => type === 'command_retry')).toHaveLength(2)
  })

  test('a completion whose response is lost is sent again, and a 404 means that it was done', async () => {
    const work = oneJob()
    let completions = 0
    const { event, server } = await run(
      (request, response) => {
        if (isPoll(request)) return work(request, response)
        if (++completions > 1) return { status: 404, body: { title: 'NOT_FOUND', status: 404, detail: 'No such job' } }
        response.destroy()
        return undefined
      },
      { a: () => {} },
    )
    await event('job_completed')
    expect(server.received.filter((request) => !isPoll(request))).toHaveLength(2)
  })

  test.each([404, 409])('a job that timed out meanwhile is an event, and nothing else is sent (%i)', async (status) => {
    const work = oneJob()
    const { event, server, stop } = await run(
      (request, response) =>
        isPoll(request)
          ? work(request, response)
          : { status, body: { title: 'NOT_FOUND', status, detail: 'No such job' } },
      { a: () => {} },
    )
    expect(await event('job_gone')).toMatchObject({ jobKey, command: 'complete', status })
    await stop()
    expect(server.received.filter((request) => !isPoll(request))).toHaveLength(1)
  })

  test.each([0, Date.UTC(2100)])('a system clock that is set to %i changes no timeout', async (time) => {
    onTestFinished(() => void vi.useRealTimers())
    const { event, events } = await run(oneJob(), {
      async a() {
        vi.useFakeTimers({ toFake: ['Date'], now: time })
        await new Promise((resolve) => setTimeout(resolve, 20))
      },
    })
    const { durationMs } = await event('job_completed')
    expect(durationMs).toBeGreaterThan(0)
    expect(events.filter(({ type }) => type === 'job_timed_out')).toEqual([])
  })

  test('stopping ends the open polls, and hands back the running job', async () => {
    let polls = 0
    let closed = false
    const { event, server, stop } = await run(
      (request, response) => {
        if (!isPoll(request)) return { status: 204 }
        if (polls++ === 0) return json(activated())
        response.on('close', () => {
          closed = true
        })
        return undefined
      },
      { a: () => new Promise<void>(() => {}) },
    )
    await event('job_started')
    await until(() => polls === 2)
    await stop()
    await until(() => closed)
    const failure = server.received.find(({ path }) => path.endsWith('/failure'))
    expect(JSON.parse(failure?.body ?? '')).toEqual({
      retries: 3,
      retryBackOff: 0,
      errorMessage: 'Handed back without using a retry: the worker worker was stopped',
    })
  })

  test('no error or event contains the token', async () => {
    const { event, events } = await run(() => ({ status: 500, body: { detail: 'Bearer token-of-the-client' } }), {
      a: () => {},
    })
    const { error } = await event('poll_failed')
    expect(`${JSON.stringify(events)} ${String(error)} ${JSON.stringify(error)}`).not.toContain('token-of-the-client')
  })
})

/** All that was sent but polls, by job. */
function commandsOf({ received }: TestServer): (readonly [request: string, body: unknown])[] {
  const commands = received.filter((request) => !isPoll(request))
  const sent = commands.map(({ method, path, body }) => [`${method} ${path}`, JSON.parse(body)] as const)
  const keyOf = (request: string): string => request.split('/')[3] ?? ''
  return sent.sort(([one], [other]) => keyOf(one).localeCompare(keyOf(other)))
}

/** Looks again as long as requests are under way. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve))
}
