import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import {
  type ActivatedJob,
  BpmnError,
  createWorker,
  type HandlerResult,
  type Job,
  JobFailure,
  type StandardSchema,
  type WorkerOptions,
} from '../src/index.ts'
import { httpError } from './support/job-server.ts'
import { ofType, setUp } from './support/setup.ts'

/** Works on one job, and returns what the server was told. */
async function work(
  handler: WorkerOptions['jobs'][string],
  more: Partial<ActivatedJob> = {},
  options: Partial<WorkerOptions> = {},
): Promise<readonly [string, Record<string, unknown>] | undefined> {
  const { clock, server, start } = setUp({ a: handler }, options)
  const job = server.add('a', more)
  const running = start()
  await clock.advance(100)
  const [sent] = job.accepted
  await running.stop()
  return sent && [sent.command, sent.body]
}

const failed = (errorMessage: string, retries = 2): unknown => ['fail', { retries, retryBackOff: 0, errorMessage }]
const circular: Record<string, unknown> = {}
circular.self = circular

describe('a job ends as its handler decides', () => {
  const noVariables = ['complete', {}]
  test.each<[string, (job: Job) => HandlerResult | Promise<HandlerResult>, unknown]>([
    ['returns variables', () => ({ paid: true }), ['complete', { variables: { paid: true } }]],
    ['resolves to variables', async () => ({ paid: true }), ['complete', { variables: { paid: true } }]],
    ['returns nothing', () => {}, noVariables],
    ['returns null', () => null, noVariables],
    ['returns a bigint in variables', () => ({ id: 2n ** 60n }), ['complete', { variables: { id: 2n ** 60n } }]],
    ['throws an error', () => throwing(new Error('No paper')), failed('No paper')],
    ['throws another error', () => throwing(new RangeError('No paper')), failed('RangeError: No paper')],
    [
      'throws an error with a cause',
      () => throwing(new Error('No receipt', { cause: new TypeError('No paper') })),
      failed('No receipt, caused by TypeError: No paper'),
    ],
    ['rejects', () => Promise.reject(new Error('No paper')), failed('No paper')],
    ['throws a text', () => throwing('No paper'), failed('No paper')],
    ['throws nothing', () => throwing(undefined), failed('The handler threw undefined')],
    [
      'throws an object',
      () => throwing({ paper: 0 }),
      failed('The handler threw a value that is not an error (object)'),
    ],
    [
      'throws a hostile value',
      () => throwing(Object.assign(new Error(), { message: Symbol('no') })),
      failed('The handler threw a value that cannot be described'),
    ],
    [
      'throws a BPMN error',
      () => throwing(new BpmnError('DECLINED', 'Expired', { month: 3 })),
      ['throwError', { errorCode: 'DECLINED', errorMessage: 'Expired', variables: { month: 3 } }],
    ],
    ['throws a bare BPMN error', () => throwing(new BpmnError('DECLINED')), ['throwError', { errorCode: 'DECLINED' }]],
    ['throws a JobFailure', () => throwing(new JobFailure('Later')), failed('Later')],
    [
      'throws a JobFailure without retries left',
      () => throwing(new JobFailure('Never', { retries: 0 })),
      failed('Never', 0),
    ],
    [
      'throws a JobFailure with a backoff and variables',
      () => throwing(new JobFailure('Later', { retries: 7, backoffMs: 9000, variables: { at: 1 } })),
      ['fail', { retries: 7, retryBackOff: 9000, errorMessage: 'Later', variables: { at: 1 } }],
    ],
    [
      'returns an object that contains itself',
      () => circular,
      failed('The result of the handler cannot be represented in JSON: `self` contains itself'),
    ],
    [
      'returns a map in variables',
      () => ({ order: { lines: [new Map()] } }),
      failed(
        'The result of the handler cannot be represented in JSON: `order.lines.0` is an instance of a class, such as a map or an error: return a plain object',
      ),
    ],
    [
      'returns NaN',
      () => ({ price: Number.NaN }),
      failed('The result of the handler cannot be represented in JSON: `price` is not a finite number'),
    ],
    [
      'returns a function',
      () => ({ price: () => 1 }),
      failed('The result of the handler cannot be represented in JSON: `price` is a function'),
    ],
    [
      'returns a list',
      () => [1],
      failed('The handler must return a plain object or nothing, not a string, an array or an instance'),
    ],
  ])('that %s', async (_, handler, expected) => {
    expect(await work(handler)).toEqual(expected)
  })

  test('without retries left, the number does not go below 0', async () => {
    expect(await work(() => throwing(new Error('No')), { retries: 0 })).toEqual(failed('No', 0))
  })

  test('text that looks like a secret is removed from the message', async () => {
    const text =
      'GET https://ada:hunter22@example.com failed, Bearer abc.def-123456, client_secret=s3cr3t, eyJhbGciOi.e30.x'
    expect(await work(() => throwing(new Error(text)))).toEqual(
      failed('GET https://…@example.com failed, Bearer …, client_secret=…, …'),
    )
  })

  test.each([
    [
      'PUT https://store.example/x?sv=1&sig=aGVsbG8%3D&se=2 failed',
      'PUT https://store.example/x?sv=1&sig=…&se=2 failed',
    ],
    ['The key AKIAIOSFODNN7EXAMPLE is disabled', 'The key … is disabled'],
    ['login?passwd=s3cr3t failed', 'login?passwd=… failed'],
    ['The token expired, and the design: wrong', 'The token expired, and the design: wrong'],
  ])('%s', async (text, shown) => {
    expect(await work(() => throwing(new Error(text)))).toEqual(failed(shown))
  })
})

describe('listeners and ad-hoc sub-processes', () => {
  const task = { kind: 'TASK_LISTENER', listenerEventType: 'COMPLETING' }
  const adHoc = { kind: 'AD_HOC_SUB_PROCESS' }
  test.each<[string, Partial<ActivatedJob>, HandlerResult, unknown]>([
    ['a listener corrects', task, { corrections: { assignee: 'ada' } }, { corrections: { assignee: 'ada' } }],
    ['a listener denies', task, { denied: true, deniedReason: 'No' }, { denied: true, deniedReason: 'No' }],
    ['a listener leaves members out', task, { corrections: undefined, denied: false }, { denied: false }],
  ])('%s', async (_, more, result, expected) => {
    expect(await work(() => result, more)).toEqual([
      'complete',
      { result: { type: 'userTask', ...(expected as object) } },
    ])
  })

  test('an ad-hoc sub-process activates elements', async () => {
    const activate = [{ elementId: 'Check', variables: { depth: 1 } }]
    const returned = { activate, isCancelRemainingInstances: true, variables: { round: 2 } }
    expect(await work(() => returned, adHoc)).toEqual([
      'complete',
      {
        variables: { round: 2 },
        result: { type: 'adHocSubProcess', activateElements: activate, isCancelRemainingInstances: true },
      },
    ])
  })

  test('nothing lets the event pass', async () => {
    expect(await work(() => undefined, task)).toEqual(['complete', {}])
  })

  test('on other jobs, these names are variables', async () => {
    const variables = { denied: true, corrections: 1, activate: [] }
    expect(await work(() => variables)).toEqual(['complete', { variables }])
    expect(await work(() => variables, { kind: 'EXECUTION_LISTENER' })).toEqual(['complete', { variables }])
  })

  test('an unknown name fails the job', async () => {
    const sent = await work(() => ({ paid: true }), task)
    const names = '`corrections`, `denied`, `deniedReason`'
    expect(sent).toEqual(failed(`A handler of a user task listener must return ${names}, not \`paid\``))
    const [, body] = (await work(() => ({ elements: [] }), adHoc)) ?? []
    expect(body?.errorMessage).toMatch(/^A handler of an ad-hoc sub-process must return `activate`.*, not `elements`$/)
  })
})

describe('schemas', () => {
  const Order = v.object({
    card: v.pipe(v.string(), v.regex(/^\d+$/, 'must have digits only')),
    lines: v.array(v.object({ price: v.number() })),
  })

  test('the handler gets what the schema returns', async () => {
    const variables = v.pipe(
      v.object({ at: v.string() }),
      v.transform(({ at }) => ({ year: Number(at.slice(0, 4)) })),
    )
    const handle = (job: Job): object => ({ year: job.variables.year })
    expect(await work({ variables, handle } as never, { variables: { at: '2026-11-30' } })).toEqual([
      'complete',
      { variables: { year: 2026 } },
    ])
  })

  test('variables that do not match fail the job, and the message has names and rules, but no values', async () => {
    let calls = 0
    const handle = (): void => void calls++
    const variables = { card: 'top secret', lines: [{ price: 'hunter22' }, {}] }
    expect(await work({ variables: Order, handle }, { variables })).toEqual(
      failed(
        'The variables do not match the schema of the worker: `card`: must have digits only; ' +
          '`lines.0.price`: Invalid type: Expected number; `lines.1.price`: Invalid key: Expected "price"',
      ),
    )
    expect(calls).toBe(0)
  })

  test('any Standard Schema works, including an asynchronous one', async () => {
    const issue = { message: 'must be positive (was -17.25)', path: ['total'] }
    const positive: StandardSchema<{ total: number }> = {
      '~standard': {
        version: 1,
        vendor: 'ours',
        validate: async (value) =>
          (value as { total: number }).total > 0 ? { value: value as { total: number } } : { issues: [issue] },
      },
    }
    const handle = (job: Job): object => ({ half: (job.variables.total as number) / 2 })
    expect(await work({ variables: positive, handle }, { variables: { total: 8 } })).toEqual([
      'complete',
      { variables: { half: 4 } },
    ])
    expect(await work({ variables: positive, handle }, { variables: { total: -17.25 } })).toEqual(
      failed('The variables do not match the schema of the worker: `total`: must be positive'),
    )
  })

  test('a schema that throws fails the job', async () => {
    const broken = {
      '~standard': { version: 1 as const, vendor: 'ours', validate: () => throwing(new Error('Broken schema')) },
    }
    expect(await work({ variables: broken, handle: () => {} })).toEqual(failed('Broken schema'))
  })
})

describe('requests', () => {
  test('to an older server have no unknown members', async () => {
    const { clock, server, start } = setUp({ a: () => {} })
    const running = start()
    await clock.advance(10)
    expect(server.polls[0]?.body).toEqual({
      type: 'a',
      worker: 'worker',
      timeout: 60_000,
      maxJobsToActivate: 32,
      requestTimeout: 40_000,
    })
    await running.stop()
  })

  test('have the tenants, the variables to fetch, the name and leases', async () => {
    const jobs = { a: { handle: () => {}, fetchVariables: ['address'], timeoutMs: 5000, maxJobs: 3 } }
    const { clock, server, start } = setUp(jobs, { name: 'parcels', tenantIds: ['north'], leases: true })
    const job = server.add('a')
    const running = start()
    await clock.advance(10)
    expect(server.polls[0]?.body).toMatchObject({
      worker: 'parcels',
      timeout: 5000,
      maxJobsToActivate: 3,
      tenantIds: ['north'],
      fetchVariable: ['address'],
      withLease: true,
    })
    expect(job.accepted).toMatchObject([{ command: 'complete', body: { jobLeaseToken: 'lease-1' } }])
    await running.stop()
  })

  test('a completion that the server rejects fails the job with the reason', async () => {
    const { clock, server, start, events } = setUp({ a: () => ({ total: 1 }) })
    const job = server.add('a', { retries: 1 })
    server.complete = async () => throwing(httpError(400, 'INVALID_ARGUMENT'))
    const running = start()
    await clock.advance(10)
    const errorMessage = 'The result of the handler was rejected: INVALID_ARGUMENT'
    expect(job.accepted).toMatchObject([{ command: 'fail', body: { retries: 0, errorMessage } }])
    expect(ofType(events, 'command_failed')).toMatchObject([{ command: 'complete', error: { status: 400 } }])
    expect(ofType(events, 'job_failed')).toMatchObject([{ retries: 0 }])
    await running.stop()
  })
})

test.each<[string, () => unknown, string]>([
  ['orchestration', () => create({ orchestration: {} as never }), 'must be a client of the Orchestration API'],
  ['options', () => createWorker(undefined as never), '`orchestration` must be a client'],
  ['jobs', () => create({ jobs: undefined as never }), 'must have a handler for at least one job type'],
  ['jobs', () => create({ jobs: {} }), 'must have a handler for at least one job type'],
  ['handle', () => create({ jobs: { a: {} as never } }), '`handle` of the job type `a` must be a function'],
  ['timeoutMs', () => create({ jobs: { a: { handle() {}, timeoutMs: 0 } } }), '`timeoutMs` of the job type `a`'],
  ['variables', () => create({ jobs: { a: { handle() {}, variables: {} as never } } }), 'must be a Standard Schema'],
  ['maxJobs', () => create({ maxJobs: 0 }), '`maxJobs` must be a whole number, 1 or greater'],
  ['tenantIds', () => create({ tenantIds: 'north' as never }), '`tenantIds` must be an array of strings'],
  ['leases', () => create({ leases: 'yes' as never }), '`leases` must be true or false'],
  ['onEvent', () => create({ onEvent: 'log' as never }), '`onEvent` must be a function'],
])('an invalid option is rejected by its name: %s', (_, make, message) => {
  expect(make).toThrow(expect.objectContaining({ code: 'config_invalid', message: expect.stringContaining(message) }))
})

test('errors for handlers check their arguments', () => {
  expect(() => new BpmnError('')).toThrow('`code` must be a string')
  expect(() => new JobFailure('x', { retries: -1 })).toThrow('`retries` must be a whole number, 0 or greater')
  expect(() => new JobFailure('x', { backoffMs: 0.5 })).toThrow('`backoffMs`')
})

function create(options: Partial<WorkerOptions>): unknown {
  const api = { activate() {}, complete() {}, fail() {}, throwError() {}, update() {} }
  return createWorker({ orchestration: api as never, jobs: { a: () => {} }, ...options })
}

function throwing(thrown: unknown): never {
  throw thrown
}
