import { describe, expect, test } from 'vitest'
import {
  type AdHocSubProcessResult,
  BpmnError,
  createWorker,
  type Job,
  JobFailure,
  type UserTaskListenerResult,
  type Worker,
  type WorkerOptions,
  type WorkerStats,
} from '../src/index.ts'
import { type Camunda, createCamunda } from './support/camunda.ts'
import { agent, approval, order } from './support/models.ts'

interface Setup extends Camunda {
  readonly deploy: (content: string, tenantId?: string) => Promise<void>
  readonly start: (variables?: object) => Promise<string>
  /** Works on the jobs that there are. */
  readonly work: (jobs: WorkerOptions['jobs'], options?: Partial<WorkerOptions>) => Promise<WorkerStats>
  /** State of an instance, and the elements that it passed. */
  readonly passed: (processInstanceKey: string) => Promise<readonly [state: string, elements: string[]]>
}

async function setUp(): Promise<Setup> {
  const camunda = await createCamunda()
  const { client, clock, jobs: orchestration } = camunda
  async function deploy(content: string, tenantId?: string): Promise<void> {
    await client.deployments.create({ resources: [new File([content], 'process.bpmn')], ...(tenantId && { tenantId }) })
  }
  await deploy(order)
  return {
    ...camunda,
    deploy,
    async start(variables = {}) {
      const { processInstanceKey } = await client.processInstances.create({
        processDefinitionId: 'order',
        variables: { ...variables },
      })
      return processInstanceKey
    },
    async work(jobs, options) {
      const worker = createWorker({ orchestration, jobs, clock, ...options })
      const run = worker.runFor({ ms: 5000 })
      await clock.advance(5000)
      await run
      return worker.stats()
    },
    async passed(processInstanceKey) {
      const { state } = await client.processInstances.get(processInstanceKey)
      const { items } = await client.elementInstances.search({ filter: { processInstanceKey, state: 'COMPLETED' } })
      return [state, items.map(({ elementId }) => elementId).sort()]
    },
  }
}

describe("on the emulator's engine", () => {
  test('instances run to their end, and variables are exact in both directions', async () => {
    const { client, start, work, passed } = await setUp()
    const keys = await Promise.all([1n, 2n, 3n].map((part) => start({ orderId: 2n ** 60n + part })))
    const stats = await work({
      'charge-card': ({ variables, customHeaders }) => ({ receipt: [variables.orderId, customHeaders.provider] }),
      'ship-parcel': ({ variables }) => ({ double: (variables.orderId as bigint) * 2n }),
    })
    expect(stats).toMatchObject({ completed: 6, failed: 0, lost: 0 })
    for (const [index, key] of keys.entries()) {
      expect(await passed(key)).toEqual(['COMPLETED', ['charge', 'ship', 'shipped', 'start']])
      const { items } = await client.variables.search({ filter: { processInstanceKey: key } })
      const orderId = 2n ** 60n + BigInt(index + 1)
      expect(Object.fromEntries(items.map(({ name, value }) => [name, value]))).toEqual({
        orderId: `${orderId}`,
        receipt: `[${orderId},"north"]`,
        double: `${orderId * 2n}`,
      })
    }
  })

  test('a BPMN error takes the path of its event', async () => {
    const { start, work, passed } = await setUp()
    const key = await start()
    await work({
      'charge-card': () => {
        throw new BpmnError('DECLINED', 'The card has expired')
      },
    })
    expect(await passed(key)).toEqual(['COMPLETED', ['declined', 'refused', 'start']])
  })

  test('a job that fails is retried as often as it has retries, then an incident says why', async () => {
    const { client, start, work } = await setUp()
    const processInstanceKey = await start()
    let runs = 0
    const stats = await work({
      'charge-card': () => {
        runs++
        throw new JobFailure('The provider is down')
      },
    })
    expect([runs, stats.failed]).toEqual([3, 3])
    const { items } = await client.incidents.search({ filter: { processInstanceKey } })
    expect(items).toMatchObject([{ errorType: 'JOB_NO_RETRIES', errorMessage: 'The provider is down' }])
  })

  test('the delay of a failure is respected', async () => {
    const { clock, start, work, passed } = await setUp()
    const key = await start()
    let runs = 0
    const jobs = {
      'charge-card': () => {
        if (++runs === 1) throw new JobFailure('Later', { backoffMs: 60_000 })
      },
      'ship-parcel': () => {},
    }
    await work(jobs)
    expect(runs).toBe(1)
    await clock.advance(61_000)
    await work(jobs)
    expect(runs).toBe(2)
    expect((await passed(key))[0]).toBe('COMPLETED')
  })

  test('a running worker gets new jobs immediately, and leaves none activated when it stops', async () => {
    const { clock, jobs: orchestration, start, work, passed } = await setUp()
    const stop = new AbortController()
    const worker = createWorker({
      orchestration,
      clock,
      jobs: { 'charge-card': () => {}, 'ship-parcel': () => new Promise<void>(() => {}) },
    })
    const run = worker.run({ signal: stop.signal, graceMs: 0 })
    await clock.advance(30_000)
    const key = await start()
    await clock.advance(0)
    expect(worker.stats()).toMatchObject({ completed: 1, held: 1 })
    stop.abort()
    await clock.advance(2000)
    await run
    expect(worker.stats()).toMatchObject({ completed: 1, held: 0, lost: 0 })
    // Handed back with its retries: another worker gets it at once.
    const stats = await work({ 'ship-parcel': ({ retries }) => ({ retries }) })
    expect(stats).toMatchObject({ completed: 1 })
    expect((await passed(key))[0]).toBe('COMPLETED')
  })

  test('with leases, a worker that is too late does not interfere with the next one', async () => {
    const { client, clock, jobs: orchestration, start } = await setUp()
    const processInstanceKey = await start()
    const workerOf = (name: string, ms: number): Worker =>
      createWorker({
        orchestration,
        clock,
        name,
        leases: true,
        maxJobs: 1,
        jobs: {
          'charge-card': {
            timeoutMs: 10_000,
            async handle() {
              await new Promise<void>((resolve) => void clock.setTimeout(resolve, ms))
              return { chargedBy: name }
            },
          },
        },
      })
    const stop = new AbortController()
    const late = workerOf('late', 15_000)
    const next = workerOf('next', 8000)
    const runs = [late.run({ signal: stop.signal })]
    await clock.advance(1000)
    runs.push(next.run({ signal: stop.signal }))
    // The first one is done when the second one has had the job for five seconds.
    await clock.advance(16_000)
    expect(late.stats()).toMatchObject({ timedOut: 1, gone: 1, completed: 0 })
    expect(next.stats()).toMatchObject({ activated: 1, completed: 0, held: 1 })
    await clock.advance(3000)
    expect(next.stats()).toMatchObject({ completed: 1, gone: 0, timedOut: 0 })
    const { items } = await client.variables.search({ filter: { processInstanceKey } })
    expect(items).toMatchObject([{ name: 'chargedBy', value: '"next"' }])
    stop.abort()
    await clock.advance(1000)
    await Promise.all(runs)
  })

  test('jobs of execution listeners and of an ad-hoc sub-process', async () => {
    const { deploy, client, work, passed } = await setUp()
    await deploy(agent)
    const { processInstanceKey } = await client.processInstances.create({
      processDefinitionId: 'agent',
      variables: { question: 'Where is it?' },
      tags: ['urgent'],
      businessId: 'A-1',
    })
    const seen: unknown[] = []
    const see = ({ kind, listenerEventType, priority, tags, businessId }: Job): void =>
      void seen.push([kind, listenerEventType, priority, tags, businessId])
    const stats = await work({
      prepare(job) {
        see(job)
        return { prepared: true }
      },
      decide(job) {
        see(job)
        const { answer } = job.variables
        if (answer) return { isCompletionConditionFulfilled: true, variables: { said: answer } }
        return { activate: [{ elementId: 'search', variables: { where: 'everywhere' } }] }
      },
      search(job) {
        see(job)
        return { answer: `Found ${job.variables.where}` }
      },
    })
    expect(stats).toMatchObject({ completed: 4, failed: 0, gone: 0 })
    expect(seen).toEqual([
      ['EXECUTION_LISTENER', 'START', 0, ['urgent'], 'A-1'],
      ['AD_HOC_SUB_PROCESS', 'UNSPECIFIED', 50, ['urgent'], 'A-1'],
      ['BPMN_ELEMENT', 'UNSPECIFIED', 90, ['urgent'], 'A-1'],
      ['AD_HOC_SUB_PROCESS', 'UNSPECIFIED', 50, ['urgent'], 'A-1'],
    ])
    expect((await passed(processInstanceKey))[0]).toBe('COMPLETED')
  })

  test('user task listeners correct and deny', async () => {
    const { deploy, client, clock, engine, jobs: orchestration, passed } = await setUp()
    await deploy(approval)
    const { processInstanceKey } = await client.processInstances.create({ processDefinitionId: 'approval' })
    const stop = new AbortController()
    const worker = createWorker({
      orchestration,
      clock,
      jobs: {
        route: ({ userTask }): UserTaskListenerResult => ({
          corrections: { assignee: `${userTask?.assignee}@example.com`, priority: 80 },
        }),
        check: ({ userTask }): UserTaskListenerResult | undefined =>
          userTask?.action === 'later' ? undefined : { denied: true, deniedReason: 'Not before noon' },
      },
    })
    const run = worker.run({ signal: stop.signal })
    await clock.advance(10)
    const [task] = engine.userTasks
    const key = task?.userTaskKey ?? ''
    /** What waits for the listeners. */
    async function during(request: Promise<void>): Promise<unknown> {
      const settled = request.catch((error) => error)
      await clock.advance(100)
      return settled
    }
    await during(client.userTasks.assign(key, { assignee: 'ada' }))
    expect(engine.userTasks.get(key)).toMatchObject({ assignee: 'ada@example.com', priority: 80 })
    const error = await during(client.userTasks.complete(key, { action: 'now' }))
    expect(error).toMatchObject({ status: 409, detail: expect.stringContaining('Not before noon') })
    expect(engine.userTasks.get(key)).toMatchObject({ state: 'CREATED' })
    await during(client.userTasks.complete(key, { action: 'later' }))
    expect((await passed(processInstanceKey))[0]).toBe('COMPLETED')
    expect(worker.stats()).toMatchObject({ completed: 3, failed: 0, gone: 0 })
    stop.abort()
    await clock.advance(1000)
    await run
  })

  test('jobs with a higher priority come first, and only those of the tenants', async () => {
    const { deploy, client, work } = await setUp()
    const plain = agent.replace(/<zeebe:executionListeners>.*<\/zeebe:executionListeners>/, '')
    await deploy(plain)
    await deploy(plain, 'north')
    await deploy(plain.replaceAll('id="agent"', 'id="urgent"').replace('priority="50"', 'priority="80"'))
    for (const [processDefinitionId, tenantId] of [['agent'], ['urgent'], ['agent', 'north']] as const) {
      await client.processInstances.create({ processDefinitionId, ...(tenantId && { tenantId }) })
    }
    const seen: unknown[] = []
    function decide({ processDefinitionId, tenantId }: Job): AdHocSubProcessResult {
      seen.push([processDefinitionId, tenantId])
      return { isCompletionConditionFulfilled: true }
    }
    await work({ decide })
    expect(seen).toEqual([
      ['urgent', '<default>'],
      ['agent', '<default>'],
    ])
    await work({ decide }, { tenantIds: ['north'] })
    expect(seen.slice(2)).toEqual([['agent', 'north']])
  })
})
