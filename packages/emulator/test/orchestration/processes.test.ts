import { operations } from '@x/orchestration/operations'
import { beforeEach, describe, expect, test } from 'vitest'
import { createHarness, type Harness } from '../sampled/harness.ts'
import { START } from '../support.ts'
import { bpmn, order } from './models.ts'
import { isReal } from './real-operations.ts'

let harness: Harness
let client: Harness['client']
beforeEach(async () => {
  harness = await createHarness()
  client = harness.client
})

const problem = (status: number, title: string) => expect.objectContaining({ status, title })
const activation = { timeout: 60_000, maxJobsToActivate: 10, requestTimeout: -1 }

async function start(variables: Record<string, unknown> = {}): Promise<string> {
  await client.deployments.create({ resources: [order()] })
  return (await client.processInstances.create({ processDefinitionId: 'order', variables })).processInstanceKey
}

describe('a process', () => {
  test('is deployed, started, worked on and completed', async () => {
    const key = await start({ orderId: 'A-1' })
    expect(harness.emulator.journal.entries.at(-1)).toMatchObject({ status: 200, kind: 'orchestration' })
    expect(harness.emulator.journal.count({ tier: 'sampled' })).toBe(0)
    const { jobs } = await client.jobs.activate({ ...activation, type: 'charge', worker: 'me' })
    expect(jobs).toMatchObject([
      {
        elementId: 'charge',
        processInstanceKey: key,
        variables: { orderId: 'A-1' },
        worker: 'me',
        retries: 3,
        userTask: null,
      },
    ])
    await client.jobs.complete(jobs[0]?.jobKey ?? '', { variables: { paid: true } })
    const [ship] = (await client.jobs.activate({ ...activation, type: 'ship' })).jobs
    await client.jobs.complete(ship?.jobKey ?? '')
    expect(await client.processInstances.get(key)).toMatchObject({
      state: 'COMPLETED',
      endDate: new Date(START).toISOString(),
    })
    const { items } = await client.variables.search({
      filter: { processInstanceKey: key },
      sort: [{ field: 'name', order: 'DESC' }],
    })
    expect(items.map(({ name, value }) => [name, value])).toEqual([
      ['paid', 'true'],
      ['orderId', '"A-1"'],
    ])
    expect(await client.variables.get(items[0]?.variableKey ?? '')).toMatchObject({ name: 'paid' })
    expect((await client.jobs.search({ filter: { state: 'COMPLETED' } })).total).toBe(2)
    await expect(client.jobs.complete(ship?.jobKey ?? '')).rejects.toEqual(problem(404, 'NOT_FOUND'))
  })

  test('is deleted: its instances continue, and no new ones start', async () => {
    const key = await start()
    const { processDefinitionKey } = await client.processInstances.get(key)
    expect(await client.resources.delete(processDefinitionKey)).toEqual({
      resourceKey: processDefinitionKey,
      batchOperation: null,
    })
    const again = client.processInstances.create({ processDefinitionId: 'order' })
    await expect(again).rejects.toEqual(problem(404, 'NOT_FOUND'))
    await expect(client.resources.delete(processDefinitionKey)).rejects.toEqual(problem(404, 'NOT_FOUND'))
    expect(await client.processDefinitions.get(processDefinitionKey)).toMatchObject({ state: 'DRAINING' })
    expect((await client.processDefinitions.search({ filter: { isLatestVersion: true } })).total).toBe(0)
    await client.processInstances.cancel(key)
    expect(await client.processDefinitions.get(processDefinitionKey)).toMatchObject({ state: 'DELETED' })
  })

  test('is canceled once', async () => {
    const key = await start()
    await client.processInstances.cancel(key)
    expect(await client.processInstances.get(key)).toMatchObject({ state: 'TERMINATED' })
    await expect(client.processInstances.cancel(key)).rejects.toEqual(problem(404, 'NOT_FOUND'))
    await expect(client.processInstances.get('7')).rejects.toEqual(problem(404, 'NOT_FOUND'))
    await expect(client.processInstances.create({ processDefinitionId: 'nothing' })).rejects.toEqual(
      problem(404, 'NOT_FOUND'),
    )
  })

  test('has a history: elements, flows, statistics, hierarchy', async () => {
    const key = await start()
    const [job] = (await client.jobs.activate({ ...activation, type: 'charge' })).jobs
    await client.jobs.complete(job?.jobKey ?? '')
    const { items } = await client.elementInstances.search({ filter: { processInstanceKey: key } })
    expect(items.map(({ elementId, state, type }) => [elementId, state, type])).toEqual([
      ['start', 'COMPLETED', 'START_EVENT'],
      ['charge', 'COMPLETED', 'SERVICE_TASK'],
      ['ship', 'ACTIVE', 'SERVICE_TASK'],
    ])
    expect(await client.elementInstances.get(items[2]?.elementInstanceKey ?? '')).toMatchObject({
      elementName: 'Task ship',
    })
    const flows = await client.processInstances.getSequenceFlows(key)
    expect(flows.items.map(({ elementId }) => elementId)).toEqual(['to-charge', 'to-ship'])
    const statistics = await client.processInstances.getElementStatistics(key)
    expect(statistics.items).toContainEqual({ elementId: 'ship', active: 1, canceled: 0, incidents: 0, completed: 0 })
    expect(await client.processInstances.getCallHierarchy(key)).toMatchObject([
      { processInstanceKey: key, processDefinitionName: 'Order' },
    ])
  })

  test('has variables that can be set', async () => {
    const key = await start({ a: 1 })
    await client.elementInstances.setVariables(key, { variables: { a: 2, b: 'x' } })
    const { items } = await client.variables.search({ filter: { name: { $in: ['a', 'b'] } } })
    expect(items.map(({ value }) => value)).toEqual(['2', '"x"'])
    await expect(client.elementInstances.setVariables('7', { variables: {} })).rejects.toEqual(
      problem(404, 'NOT_FOUND'),
    )
  })
})

describe('a deployment', () => {
  test('of the same file keeps keys and version, of another file creates the next version', async () => {
    const deploy = async (name?: string) =>
      (await client.deployments.create({ resources: [order(name)] })).deployments[0]?.processDefinition
    const first = await deploy()
    expect(first).toMatchObject({
      processDefinitionId: 'order',
      processDefinitionVersion: 1,
      resourceName: 'order.bpmn',
    })
    expect(await deploy()).toEqual(first)
    const second = await deploy('Order and more')
    expect(second).toMatchObject({ processDefinitionVersion: 2 })
    const { processDefinitionKey = '' } = second ?? {}
    expect(await client.processDefinitions.get(processDefinitionKey)).toMatchObject({
      name: 'Order and more',
      version: 2,
    })
    expect(await client.processDefinitions.getXml(processDefinitionKey)).toBe(await order('Order and more').text())
    const latest = await client.processDefinitions.search({ filter: { isLatestVersion: true } })
    expect(latest.items.map(({ version }) => version)).toEqual([2])
    expect((await client.processDefinitions.search({ filter: { isLatestVersion: false } })).total).toBe(1)
  })

  test('with mistakes is rejected with all of them, and nothing is deployed', async () => {
    const broken = [
      bpmn('one', '<bpmn:startEvent id="s" /><bpmn:serviceTask id="no-type" />'),
      new File(['x'], 'two.bpmn'),
      order(),
    ]
    const refused = client.deployments.create({ resources: broken })
    await expect(refused).rejects.toEqual(problem(400, 'INVALID_ARGUMENT'))
    await expect(refused).rejects.toMatchObject({ detail: expect.stringMatching(/one\.bpmn:4: no-type.*two\.bpmn/s) })
    expect((await client.processDefinitions.search()).total).toBe(0)
  })

  test('accepts any file from Camunda 8.10 on', async () => {
    const notes = new File(['notes'], 'notes.txt')
    expect((await client.deployments.create({ resources: [notes] })).deployments).toMatchObject([
      { resource: { resourceId: 'notes.txt' } },
    ])
    const { client: older } = await createHarness(9)
    await expect(older.deployments.create({ resources: [notes] })).rejects.toEqual(problem(400, 'INVALID_ARGUMENT'))
  })

  test('of more than 4 MB is a 413', async () => {
    const large = new File([' '.repeat(4 * 1024 * 1024 + 1)], 'large.bpmn')
    await expect(client.deployments.create({ resources: [large] })).rejects.toEqual(problem(413, 'Payload Too Large'))
  })
})

/** What was sent before this has arrived, and waits. */
async function arrived(): Promise<void> {
  for (let round = 0; round < 3; round++) await client.cluster.getTopology()
}

describe('waiting', () => {
  test('for the end of an instance', async () => {
    await client.deployments.create({ resources: [order()] })
    const body = {
      processDefinitionId: 'order',
      awaitCompletion: true,
      variables: { a: 1 },
      fetchVariables: ['b'],
    } as const
    const result = client.processInstances.create(body)
    for (const type of ['charge', 'ship']) {
      const [job] = (await client.jobs.activate({ ...activation, type, requestTimeout: 1000 })).jobs
      await client.jobs.complete(job?.jobKey ?? '', { variables: { b: type } })
    }
    expect(await result).toMatchObject({ variables: { b: 'ship' } })
  })

  test('without success', async () => {
    await client.deployments.create({ resources: [order()] })
    const result = client.processInstances.create({
      processDefinitionId: 'order',
      awaitCompletion: true,
      requestTimeout: 2000,
    })
    const refused = expect(result).rejects.toEqual(problem(504, 'DEADLINE_EXCEEDED'))
    await arrived()
    harness.emulator.clock.advance(2000)
    await refused
    expect((await client.processInstances.search({ filter: { state: 'ACTIVE' } })).total).toBe(1)
  })

  test('for an instance that is canceled meanwhile', async () => {
    await client.deployments.create({ resources: [order()] })
    const result = client.processInstances.create({
      processDefinitionId: 'order',
      awaitCompletion: true,
      requestTimeout: 2000,
    })
    const refused = expect(result).rejects.toMatchObject({
      detail: expect.stringContaining('Its state is TERMINATED.'),
    })
    await arrived()
    const { items } = await client.processInstances.search()
    await client.processInstances.cancel(items[0]?.processInstanceKey ?? '')
    harness.emulator.clock.advance(2000)
    await refused
  })

  test('for jobs: the caller that has waited longest gets the first one', async () => {
    await client.deployments.create({ resources: [order()] })
    const poll = () =>
      client.jobs.activate({ ...activation, maxJobsToActivate: 1, type: 'charge', requestTimeout: 5000 })
    const first = poll()
    await arrived()
    const second = poll()
    await arrived()
    const third = poll()
    await arrived()
    const { processInstanceKey: a } = await client.processInstances.create({ processDefinitionId: 'order' })
    const { processInstanceKey: b } = await client.processInstances.create({ processDefinitionId: 'order' })
    expect((await first).jobs).toMatchObject([{ processInstanceKey: a }])
    expect((await second).jobs).toMatchObject([{ processInstanceKey: b }])
    harness.emulator.clock.advance(5000)
    expect((await third).jobs).toEqual([])
  })

  test('for a job whose timeout passes', async () => {
    await start()
    const type = 'charge'
    const [job] = (await client.jobs.activate({ ...activation, type, timeout: 1000 })).jobs
    const again = client.jobs.activate({ ...activation, type, requestTimeout: 5000 })
    await arrived()
    harness.emulator.clock.advance(1000)
    expect((await again).jobs).toMatchObject([{ jobKey: job?.jobKey }])
  })

  test('ends when the caller aborts, or with reset()', async () => {
    const controller = new AbortController()
    const poll = { ...activation, type: 'charge', requestTimeout: 5000 }
    const given = client.jobs.activate(poll, { signal: controller.signal })
    controller.abort(new Error('enough'))
    await expect(given).rejects.toThrow('enough')
    const waiting = client.jobs.activate(poll)
    await arrived()
    await client.deployments.create({ resources: [order()] })
    harness.emulator.reset()
    expect((await waiting).jobs).toEqual([])
    expect((await client.processDefinitions.search()).total).toBe(0)
  })
})

describe('incidents', () => {
  test('of a job without retries, until it is resolved', async () => {
    const key = await start()
    const [job] = (await client.jobs.activate({ ...activation, type: 'charge' })).jobs
    const jobKey = job?.jobKey ?? ''
    await client.jobs.fail(jobKey, { retries: 0, errorMessage: 'Card declined' })
    const [incident] = (await client.incidents.search({ filter: { state: 'ACTIVE' } })).items
    expect(incident).toMatchObject({
      errorType: 'JOB_NO_RETRIES',
      errorMessage: 'Card declined',
      elementId: 'charge',
      jobKey,
    })
    const incidentKey = incident?.incidentKey ?? ''
    expect(await client.incidents.get(incidentKey)).toEqual(incident)
    expect((await client.processInstances.search({ filter: { hasIncident: true } })).total).toBe(1)
    expect((await client.processInstances.search({ filter: { errorMessage: { $like: 'Card*' } } })).total).toBe(1)
    expect((await client.processInstances.searchIncidents(key, {})).total).toBe(1)
    expect((await client.elementInstances.searchIncidents(job?.elementInstanceKey ?? '', {})).total).toBe(1)
    const [byError] = (await client.incidents.getStatisticsByError()).items
    expect(byError).toMatchObject({ errorMessage: 'Card declined', activeInstancesWithErrorCount: 1 })
    const errorHashCode = byError?.errorHashCode ?? 0
    expect((await client.incidents.getStatisticsByDefinition({ filter: { errorHashCode } })).items).toMatchObject([
      { processDefinitionId: 'order', activeInstancesWithErrorCount: 1 },
    ])
    await client.jobs.update(jobKey, { changeset: { retries: 1 } })
    await client.incidents.resolve(incidentKey)
    expect(await client.incidents.get(incidentKey)).toMatchObject({ state: 'RESOLVED' })
    expect((await client.jobs.activate({ ...activation, type: 'charge' })).jobs).toHaveLength(1)
    await expect(client.incidents.resolve(incidentKey)).rejects.toEqual(problem(404, 'NOT_FOUND'))
    await expect(client.jobs.throwError(jobKey, { errorCode: 'x' })).resolves.toBeUndefined()
    expect((await client.incidents.search({ filter: { errorType: 'UNHANDLED_ERROR_EVENT' } })).total).toBe(1)
  })
})

describe('searches of process instances', () => {
  test('by variables, and by conditions on a single element', async () => {
    const key = await start({ orderId: 'A-1', total: 7 })
    const other = (
      await client.processInstances.create({ processDefinitionId: 'order', variables: { orderId: 'A-2' } })
    ).processInstanceKey
    const [job] = (await client.jobs.activate({ ...activation, type: 'charge', maxJobsToActivate: 1 })).jobs
    await client.jobs.complete(job?.jobKey ?? '')
    const found = async (filter: object) =>
      (await client.processInstances.search({ filter } as never)).items.map(
        ({ processInstanceKey }) => processInstanceKey,
      )
    expect(await found({ variables: [{ name: 'orderId', value: '"A-1"' }] })).toEqual([key])
    expect(
      await found({
        variables: [
          { name: 'orderId', value: { $like: '*A-*' } },
          { name: 'total', value: '7' },
        ],
      }),
    ).toEqual([key])
    expect(await found({ elementId: 'charge', elementInstanceState: 'ACTIVE' })).toEqual([other])
    expect(await found({ elementId: 'charge', elementInstanceState: 'COMPLETED' })).toEqual([key])
    expect(await found({ $or: [{ elementId: 'ship' }, { processInstanceKey: other }] })).toEqual([key, other])
    expect(await found({ processInstanceKey: { $eq: other } })).toEqual([other])
  })

  test('count by definition and version', async () => {
    await start()
    await client.deployments.create({ resources: [order('Again')] })
    await client.processInstances.create({ processDefinitionId: 'order' })
    const [all] = (await client.processDefinitions.getInstanceStatistics()).items
    expect(all).toMatchObject({
      latestProcessDefinitionName: 'Again',
      hasMultipleVersions: true,
      activeInstancesWithoutIncidentCount: 2,
    })
    const versions = await client.processDefinitions.getInstanceVersionStatistics({
      filter: { processDefinitionId: 'order' },
    })
    expect(
      versions.items.map((item) => [item.processDefinitionVersion, item.activeInstancesWithoutIncidentCount]),
    ).toEqual([
      [1, 1],
      [2, 1],
    ])
    const { processDefinitionKey = '' } = versions.items[0] ?? {}
    expect(
      (await client.processDefinitions.getElementStatistics(processDefinitionKey, { filter: { state: 'ACTIVE' } }))
        .items,
    ).toContainEqual({
      elementId: 'charge',
      active: 1,
      canceled: 0,
      incidents: 0,
      completed: 0,
    })
  })
})

describe('statistics of jobs', () => {
  test('count the jobs that were created, completed and failed in a period', async () => {
    const { clock } = harness.emulator
    await start()
    clock.advance(1000)
    await client.processInstances.create({ processDefinitionId: 'order' })
    const { jobs } = await client.jobs.activate({ ...activation, type: 'charge', worker: 'ada' })
    clock.advance(1000)
    await client.jobs.complete(jobs[0]?.jobKey ?? '')
    await client.jobs.fail(jobs[1]?.jobKey ?? '', { retries: 0, errorMessage: 'Card declined' })
    const [from, to] = [START, START + 10_000].map((time) => new Date(time).toISOString()) as [string, string]
    const at = (ms: number) => new Date(START + ms).toISOString()
    expect(await client.jobs.getGlobalStatistics({ from, to, jobType: 'charge' })).toEqual({
      isIncomplete: false,
      created: { count: 2, lastUpdatedAt: at(1000) },
      completed: { count: 1, lastUpdatedAt: at(2000) },
      failed: { count: 1, lastUpdatedAt: at(2000) },
    })
    const types = await client.jobs.getTypeStatistics({ filter: { from, to } })
    expect(types.items.map(({ jobType, workers, created }) => [jobType, workers, created.count])).toEqual([
      ['ship', 0, 1],
      ['charge', 1, 2],
    ])
    const filter = { from, to, jobType: 'charge' }
    expect((await client.jobs.getWorkerStatistics({ filter })).items).toMatchObject([
      { worker: 'ada', completed: { count: 1 } },
    ])
    expect((await client.jobs.getErrorStatistics({ filter })).items).toMatchObject([
      { errorMessage: 'Card declined', workers: 1 },
    ])
    const series = await client.jobs.getTimeSeriesStatistics({ filter: { ...filter, resolution: 'PT1S' } })
    expect(series.items.map(({ created }) => created.count)).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0, 0])
    await expect(client.jobs.getTimeSeriesStatistics({ filter: { ...filter, resolution: 'often' } })).rejects.toEqual(
      problem(400, 'INVALID_ARGUMENT'),
    )
  })
})

describe('other files', () => {
  const dmn = new File(
    [
      `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="risks" name="Risks" namespace="http://camunda.org/schema/1.0/dmn">
  <decision id="risk" name="Risk"><variable id="v" name="risk" /><literalExpression id="e"><text>amount > 100</text></literalExpression></decision>
</definitions>`,
    ],
    'risk.dmn',
  )

  test('decisions, forms and other resources are found as deployed', async () => {
    const form = new File([JSON.stringify({ id: 'approve', type: 'default', components: [] })], 'approve.form')
    const script = new File(['{"id":"robot"}'], 'robot.rpa')
    const { deployments } = await client.deployments.create({ resources: [dmn, form, script] })
    const { decisionDefinitionKey = '', decisionRequirementsKey = '' } =
      deployments.find((one) => one.decisionDefinition)?.decisionDefinition ?? {}
    expect(await client.decisionDefinitions.get(decisionDefinitionKey)).toMatchObject({
      decisionDefinitionId: 'risk',
      name: 'Risk',
      version: 1,
    })
    expect(await client.decisionDefinitions.getXml(decisionDefinitionKey)).toBe(await dmn.text())
    expect(await client.decisionRequirements.get(decisionRequirementsKey)).toMatchObject({
      decisionRequirementsId: 'risks',
    })
    expect(await client.decisionRequirements.getXml(decisionRequirementsKey)).toBe(await dmn.text())
    expect((await client.decisionDefinitions.search({ filter: { isLatestVersion: true } })).total).toBe(1)
    expect((await client.decisionRequirements.search({ filter: { resourceName: 'risk.dmn' } })).total).toBe(1)
    const formKey = deployments.find((one) => one.form)?.form?.formKey ?? ''
    expect(await client.forms.get(formKey)).toMatchObject({ formId: 'approve', version: 1 })
    const resourceKey = deployments.find((one) => one.resource)?.resource?.resourceKey ?? ''
    expect(await client.resources.get(resourceKey)).toMatchObject({ resourceName: 'robot.rpa' })
    expect(await client.resources.getContent(resourceKey)).toEqual({ id: 'robot' })
    expect(await (await client.resources.getContentBinary(resourceKey)).text()).toBe('{"id":"robot"}')
    expect((await client.resources.search()).total).toBe(1)
    await expect(client.resources.get(formKey)).rejects.toEqual(problem(404, 'NOT_FOUND'))
  })

  test('decisions are evaluated, and their evaluations are found', async () => {
    await client.deployments.create({ resources: [dmn] })
    const result = await client.decisionDefinitions.evaluate({
      decisionDefinitionId: 'risk',
      variables: { amount: 200 },
    })
    expect(result).toMatchObject({ output: 'true', decisionDefinitionName: 'Risk', failureMessage: null })
    const { items } = await client.decisionInstances.search({ filter: { decisionDefinitionId: 'risk' } })
    expect(items).toMatchObject([
      { state: 'EVALUATED', result: 'true', decisionEvaluationKey: result.decisionEvaluationKey },
    ])
    const { decisionEvaluationInstanceKey = '' } = items[0] ?? {}
    expect(await client.decisionInstances.get(decisionEvaluationInstanceKey)).toMatchObject({
      decisionDefinitionType: 'LITERAL_EXPRESSION',
    })
    await expect(client.decisionDefinitions.evaluate({ decisionDefinitionId: 'none' })).rejects.toEqual(
      problem(404, 'NOT_FOUND'),
    )
  })
})

describe('a lag', () => {
  test('delays all reads, including those of job timeouts', async () => {
    harness = await createHarness(10, { orchestration: { lagMs: 1000 } })
    client = harness.client
    const { clock } = harness.emulator
    const key = await start({ a: 1 })
    await expect(client.processInstances.get(key)).rejects.toEqual(problem(404, 'NOT_FOUND'))
    clock.advance(500)
    const [job] = (await client.jobs.activate({ ...activation, type: 'charge', timeout: 300 })).jobs
    clock.advance(500)
    expect(await client.processInstances.get(key)).toMatchObject({ startDate: new Date(START).toISOString() })
    expect((await client.jobs.search()).items).toMatchObject([{ jobKey: job?.jobKey, state: 'CREATED', worker: '' }])
    clock.advance(500)
    expect((await client.jobs.search()).items).toMatchObject([{ deadline: new Date(START + 800).toISOString() }])
    clock.advance(300)
    expect((await client.jobs.search()).items).toMatchObject([{ state: 'TIMED_OUT' }])
  })
})

test('the clock can be pinned', async () => {
  await client.clock.pin({ timestamp: START + 5000 })
  const key = await start()
  expect(await client.processInstances.get(key)).toMatchObject({ startDate: new Date(START + 5000).toISOString() })
  await client.clock.reset()
  const { processInstanceKey } = await client.processInstances.create({ processDefinitionId: 'order' })
  expect(await client.processInstances.get(processInstanceKey)).toMatchObject({
    startDate: new Date(START).toISOString(),
  })
})

test('the engine is accessible without HTTP, too', async () => {
  const { emulator } = harness
  const key = await start()
  const [job] = emulator.engine.activateJobs({ type: 'charge', timeout: 1000, maxJobsToActivate: 1 })
  emulator.engine.completeJob(job?.jobKey ?? '')
  expect((await client.jobs.activate({ ...activation, type: 'ship' })).jobs).toMatchObject([
    { processInstanceKey: key },
  ])
  emulator.reset()
  expect(emulator.engine.processInstances.size).toBe(0)
})

test('a large history of variables can be searched page by page', async () => {
  const { engine } = harness.emulator
  await engine.deploy([{ name: 'order.bpmn', content: await order().text() }])
  const variables = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`v${index}`, index]))
  for (let index = 0; index < 1000; index++) engine.createInstance({ processDefinitionId: 'order', variables })
  const body = { sort: [{ field: 'name' }], page: { limit: 1000 } } as const
  const page = await client.variables.search(body)
  expect([page.items.length, page.total, page.totalIsExact]).toEqual([1000, 10_000, false])
  const next = await client.variables.search({ ...body, page: { limit: 1000, after: page.endCursor ?? '' } })
  expect([page.items[0]?.name, next.items[0]?.name]).toEqual(['v0', 'v1'])
})

test('no operation that the engine handles is sampled, for any request', async () => {
  const real = operations.filter(({ id }) => isReal(id))
  for (const { id, method, path } of real) {
    const filled = `/v2${path.replace(/\{[^}]+\}/g, '7')}`
    await harness.call(
      method,
      filled,
      method === 'GET' ? undefined : { type: 'x', timeout: 1, maxJobsToActivate: 1, requestTimeout: -1 },
    )
    expect([id, harness.emulator.journal.entries.at(-1)?.tier]).not.toEqual([id, 'sampled'])
  }
  expect(real.length).toBeGreaterThan(100)
})

test('clusters with 8.7 run processes, too', async () => {
  const { call, emulator } = await createHarness(7)
  await emulator.engine.deploy([{ name: 'order.bpmn', content: await order().text() }])
  expect((await call('POST', '/v2/process-instances', { processDefinitionId: 'order' })).status).toBe(200)
  const job = { ...activation, type: 'charge' }
  expect((await call('POST', '/v2/jobs/activation', job)).body.jobs).toMatchObject([{ elementId: 'charge' }])
  expect(emulator.journal.entries.at(-1)).not.toHaveProperty('tier')
})
