import { describe, expect, it } from 'vitest'
import type { Engine, EngineEvent } from '../src/index.ts'
import { activate, activeIncidentKey, activeIncidents, engineWith, startInstance, stateOf } from './support/engine.ts'
import { end, flows, process, serviceTask, start } from './support/models.ts'

const HEADERS = '<zeebe:taskHeaders><zeebe:header key="carrier" value="DHL" /></zeebe:taskHeaders>'
const model = (extensions = HEADERS, attributes = '', type = 'ship'): string =>
  process([start(), serviceTask('task', type, extensions, attributes), end(), flows('start', 'task', 'end')].join('\n'))

const onlyJob = (engine: Engine): string => [...engine.jobs][0]?.jobKey ?? ''
const jobStates = (engine: Engine): string[] => [...engine.jobs].map(({ state }) => state)

describe('activateJobs', () => {
  it('returns what a worker needs', async () => {
    const engine = await engineWith(model())
    const processInstanceKey = startInstance(engine, { weight: 3, address: { zip: '10115' } })
    const [job] = engine.activateJobs({ type: 'ship', worker: 'w1', timeout: 1000, maxJobsToActivate: 5 })
    expect(job).toMatchObject({
      type: 'ship',
      kind: 'BPMN_ELEMENT',
      elementId: 'task',
      processInstanceKey,
      rootProcessInstanceKey: processInstanceKey,
      processDefinitionId: 'process',
      processDefinitionVersion: 1,
      customHeaders: { carrier: 'DHL' },
      variables: { weight: 3, address: { zip: '10115' } },
      worker: 'w1',
      retries: 3,
      deadline: engine.now() + 1000,
      jobLeaseToken: null,
    })
    expect(engine.elementInstances.get(job?.elementInstanceKey ?? '')?.elementId).toBe('task')
  })

  it('returns copies of the requested variables', async () => {
    const engine = await engineWith(model())
    startInstance(engine, { weight: 3, address: { zip: '10115' } })
    const input = { type: 'ship', timeout: 1000, maxJobsToActivate: 1, fetchVariable: ['address', 'unknown'] }
    const [job] = engine.activateJobs(input)
    expect(job?.variables).toEqual({ address: { zip: '10115' } })
    Object.assign(job?.variables.address as object, { zip: 'changed' })
    engine.advance(1000)
    expect(engine.activateJobs(input)[0]?.variables).toEqual({ address: { zip: '10115' } })
  })

  it('returns each job once, the oldest first, and no more than requested', async () => {
    const engine = await engineWith(model())
    const instances = [1, 2, 3].map(() => startInstance(engine))
    expect(activate(engine, 'ship', 2).map((job) => job.processInstanceKey)).toEqual(instances.slice(0, 2))
    expect(activate(engine, 'ship', 2).map((job) => job.processInstanceKey)).toEqual(instances.slice(2))
    expect(activate(engine, 'ship', 2)).toEqual([])
    expect(activate(engine, 'other')).toEqual([])
  })

  it('returns jobs of higher priority first, even if the priority is changed later', async () => {
    const priority = '<zeebe:jobPriorityDefinition priority="= p" />'
    const engine = await engineWith(model(priority))
    const [low, high, middle] = [1, 50, 20].map((p) => startInstance(engine, { p }))
    const lowJob = [...engine.jobs.of(low ?? '')][0]?.jobKey ?? ''
    expect(engine.jobs.get(lowJob)?.priority).toBe(1)
    engine.updateJob(lowJob, { priority: 30 })
    expect(activate(engine, 'ship').map((job) => job.processInstanceKey)).toEqual([high, low, middle])
  })

  it('returns jobs of the requested tenants', async () => {
    const engine = await engineWith(model())
    await engine.deploy([{ name: 'process.bpmn', content: model() }], { tenantId: 'acme' })
    startInstance(engine)
    engine.createInstance({ processDefinitionId: 'process', tenantId: 'acme' })
    const of = (tenantIds?: string[]): string[] =>
      engine.activateJobs({ type: 'ship', timeout: 1, maxJobsToActivate: 5, tenantIds }).map((job) => job.tenantId)
    expect(of(['acme'])).toEqual(['acme'])
    expect(of()).toEqual(['<default>'])
    engine.advance(1)
    expect(of(['acme', '<default>'])).toEqual(['<default>', 'acme'])
  })

  it.each([{ type: '' }, { timeout: 0 }, { maxJobsToActivate: 0 }, { maxJobsToActivate: 1.5 }])(
    'rejects %j',
    async (wrong) => {
      const engine = await engineWith(model())
      const input = { type: 'ship', timeout: 1, maxJobsToActivate: 1, ...wrong }
      expect(() => engine.activateJobs(input)).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }))
    },
  )

  it('notifies waiting callers about available jobs', async () => {
    const events: EngineEvent[] = []
    const engine = await engineWith(model(), {
      onEvent(event) {
        events.push(event)
        throw new Error('A listener that throws changes nothing.')
      },
    })
    const processInstanceKey = startInstance(engine)
    expect(events).toEqual([{ type: 'job-available', jobType: 'ship', tenantId: '<default>' }])
    const failing = engine.revision()
    engine.failJob(onlyJob(engine))
    expect(events[1]).toEqual({ type: 'incident-created', incidentKey: activeIncidentKey(engine) })
    expect(engine.revision()).toBeGreaterThan(failing)
    engine.cancelInstance(processInstanceKey)
    expect(events[2]).toEqual({ type: 'process-instance-ended', processInstanceKey, state: 'TERMINATED' })
    const last = engine.revision()
    engine.runUntilIdle()
    expect([...engine.jobs]).toHaveLength(1)
    expect(engine.revision()).toBe(last)
  })
})

describe('a job', () => {
  it('is available again after its timeout, and can still be completed by its former worker', async () => {
    const engine = await engineWith(model())
    const instance = startInstance(engine)
    const [job] = activate(engine, 'ship')
    engine.advance(59_999)
    expect(activate(engine, 'ship')).toEqual([])
    engine.advance(1)
    expect(jobStates(engine)).toEqual(['TIMED_OUT'])
    expect(activate(engine, 'ship').map(({ jobKey }) => jobKey)).toEqual([job?.jobKey])
    engine.completeJob(job?.jobKey ?? '')
    expect(stateOf(engine, instance)).toBe('COMPLETED')
    engine.advance(120_000)
    expect(jobStates(engine)).toEqual(['COMPLETED'])
  })

  it('has the timeout that an update sets', async () => {
    const engine = await engineWith(model())
    startInstance(engine)
    const jobKey = onlyJob(engine)
    expect(() => engine.updateJob(jobKey, { timeout: 5 })).toThrow(expect.objectContaining({ code: 'INVALID_STATE' }))
    activate(engine, 'ship')
    engine.updateJob(jobKey, { timeout: 100_000 })
    engine.advance(99_999)
    expect(activate(engine, 'ship')).toEqual([])
    engine.advance(1)
    expect(activate(engine, 'ship')).toHaveLength(1)
  })

  it('is retried immediately, or after its backoff', async () => {
    const engine = await engineWith(model())
    startInstance(engine)
    const [job] = activate(engine, 'ship')
    const jobKey = job?.jobKey ?? ''
    engine.failJob(jobKey, { retries: 2, errorMessage: 'no truck', variables: { reason: 'truck' } })
    expect(engine.jobs.get(jobKey)).toMatchObject({
      state: 'FAILED',
      retries: 2,
      errorMessage: 'no truck',
      hasFailedWithRetriesLeft: true,
    })
    expect(activate(engine, 'ship')[0]).toMatchObject({ retries: 2, variables: { reason: 'truck' } })
    engine.failJob(jobKey, { retries: 1, retryBackOff: 5000 })
    expect(activate(engine, 'ship')).toEqual([])
    const waiting = expect.objectContaining({ code: 'INVALID_STATE' })
    expect(() => engine.completeJob(jobKey)).toThrow(waiting)
    expect(() => engine.failJob(jobKey)).toThrow(waiting)
    expect(() => engine.throwError(jobKey, { errorCode: 'E' })).toThrow(waiting)
    engine.advance(5000)
    expect(activate(engine, 'ship')).toHaveLength(1)
    expect([...engine.variables].map(({ scopeKey }) => scopeKey)).toEqual([job?.elementInstanceKey])
  })

  it('without retries raises an incident, and continues once it has retries and the incident is resolved', async () => {
    const engine = await engineWith(model())
    const instance = startInstance(engine)
    activate(engine, 'ship')
    engine.failJob(onlyJob(engine), { retries: 0, errorMessage: 'broken' })
    expect(activeIncidents(engine)).toEqual(['task JOB_NO_RETRIES'])
    const incidentKey = activeIncidentKey(engine)
    expect(engine.incidents.get(incidentKey)).toMatchObject({ errorMessage: 'broken', jobKey: onlyJob(engine) })
    expect(engine.processInstances.get(instance)?.hasIncident).toBe(true)
    expect([...engine.elementInstances].map(({ hasIncident }) => hasIncident)).toEqual([false, true])

    const rejected = expect.objectContaining({ code: 'INVALID_STATE' })
    expect(() => engine.resolveIncident(incidentKey)).toThrow(rejected)
    engine.updateJob(onlyJob(engine), { retries: 1 })
    expect(activate(engine, 'ship')).toEqual([])
    engine.resolveIncident(incidentKey)
    expect(engine.incidents.get(incidentKey)?.state).toBe('RESOLVED')
    expect(engine.processInstances.get(instance)?.hasIncident).toBe(false)
    expect(() => engine.resolveIncident(incidentKey)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
    expect(activate(engine, 'ship')).toHaveLength(1)
  })

  it('is closed once it is completed', async () => {
    const engine = await engineWith(model())
    startInstance(engine)
    const jobKey = onlyJob(engine)
    engine.completeJob(jobKey)
    const gone = expect.objectContaining({ code: 'NOT_FOUND' })
    expect(() => engine.completeJob(jobKey)).toThrow(gone)
    expect(() => engine.failJob(jobKey)).toThrow(gone)
    expect(() => engine.throwError(jobKey, { errorCode: 'E' })).toThrow(gone)
    expect(() => engine.updateJob(jobKey, { retries: 1 })).toThrow(gone)
    expect(() => engine.completeJob('1')).toThrow(gone)
  })

  it('requires the token of its latest activation if it is leased', async () => {
    const engine = await engineWith(model())
    startInstance(engine)
    const lease = { type: 'ship', timeout: 10, maxJobsToActivate: 1, withLease: true }
    const [first] = engine.activateJobs(lease)
    engine.advance(10)
    const [second] = engine.activateJobs(lease)
    const jobKey = second?.jobKey ?? ''
    const rejected = expect.objectContaining({ code: 'INVALID_STATE' })
    expect(() => engine.completeJob(jobKey)).toThrow(rejected)
    expect(() => engine.completeJob(jobKey, { jobLeaseToken: first?.jobLeaseToken })).toThrow(rejected)
    expect(() => engine.updateJob(jobKey, { retries: 1, jobLeaseToken: first?.jobLeaseToken })).toThrow(rejected)
    engine.completeJob(jobKey, { jobLeaseToken: second?.jobLeaseToken })
    expect(jobStates(engine)).toEqual(['COMPLETED'])
  })

  it('only goes to workers with leases after it was leased, in the order of all jobs', async () => {
    const engine = await engineWith(model())
    for (let index = 0; index < 3; index++) startInstance(engine)
    const activation = { type: 'ship', timeout: 10, maxJobsToActivate: 1 }
    const [leased] = engine.activateJobs({ ...activation, withLease: true })
    engine.updateJob(leased?.jobKey ?? '', { priority: 5 })
    engine.advance(10)
    engine.updateJob(leased?.jobKey ?? '', { priority: 0 })
    const [open] = engine.activateJobs(activation)
    expect(open?.jobKey).not.toBe(leased?.jobKey)
    expect(open?.jobLeaseToken).toBeNull()
    const all = engine.activateJobs({ ...activation, maxJobsToActivate: 9, withLease: true })
    expect(all.map(({ jobKey }) => jobKey)).toEqual([leased?.jobKey, [...engine.jobs].at(-1)?.jobKey])
    expect(new Set([leased, ...all].map((job) => job?.jobLeaseToken)).size).toBe(3)
    engine.advance(10)
    expect(engine.activateJobs({ ...activation, maxJobsToActivate: 9 })).toHaveLength(1)
    // An operator needs no token to update it.
    engine.updateJob(leased?.jobKey ?? '', { retries: 7 })
    expect(engine.jobs.get(leased?.jobKey ?? '')).toMatchObject({ retries: 7 })
  })

  it('gets its type and retries from expressions, and an incident if they fail', async () => {
    const engine = await engineWith(model('', 'retries="= tries"', '= kind'))
    startInstance(engine, { kind: 'express', tries: 7 })
    expect([...engine.jobs][0]).toMatchObject({ type: 'express', retries: 7 })
    const waiting = startInstance(engine, { kind: 5, tries: 1 })
    expect(activeIncidents(engine)).toEqual(['task EXTRACT_VALUE_ERROR'])
    engine.setVariables(waiting, { variables: { kind: 'slow' } })
    engine.resolveIncident(activeIncidentKey(engine))
    expect(activeIncidents(engine)).toEqual([])
    expect(activate(engine, 'slow')).toHaveLength(1)
  })
})
