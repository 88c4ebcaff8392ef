import { beforeEach, describe, expect, test } from 'vitest'
import { createHarness, type Harness } from '../sampled/harness.ts'
import { START } from '../support.ts'
import { bpmn, sequence } from './models.ts'

let harness: Harness
let client: Harness['client']
beforeEach(async () => {
  harness = await createHarness()
  client = harness.client
})

const problem = (status: number, title: string, detail = '') =>
  expect.objectContaining({ status, title, detail: expect.stringContaining(detail) })
const at = (ms: number) => new Date(START + ms).toISOString()

const EXTENSIONS = `
<zeebe:userTask />
<zeebe:assignmentDefinition assignee="= who" candidateGroups="= groups" candidateUsers="jane, joe" />
<zeebe:taskSchedule dueDate="= due" followUpDate="2026-01-31T09:00:00Z" />
<zeebe:priorityDefinition priority="= priority" />
<zeebe:taskHeaders><zeebe:header key="area" value="north" /></zeebe:taskHeaders>
<zeebe:ioMapping><zeebe:input source="= 1 + 1" target="local" /></zeebe:ioMapping>`

const listener = (eventType: string): string => `<zeebe:taskListener eventType="${eventType}" type="${eventType}" />`

function review(more = '', extensions = EXTENSIONS): File {
  const task = `<bpmn:userTask id="review" name="Review it"><bpmn:extensionElements>${extensions}${more}</bpmn:extensionElements></bpmn:userTask>`
  return bpmn('order', sequence('review') + task, 'name="Order"')
}

const listening = (...events: readonly string[]): File =>
  review(`<zeebe:taskListeners>${events.map(listener).join('')}</zeebe:taskListeners>`, '<zeebe:userTask />')

async function start(variables: Record<string, unknown> = {}): Promise<string> {
  const defaults = { who: '', groups: [], due: null, priority: 50 }
  const body = { processDefinitionId: 'order', variables: { ...defaults, ...variables } }
  return (await client.processInstances.create(body)).processInstanceKey
}

/** Starts an instance and returns its user task. */
async function startTask(file: File, variables: Record<string, unknown> = {}) {
  await client.deployments.create({ resources: [file] })
  const processInstanceKey = await start(variables)
  const { items } = await client.userTasks.search({ filter: { processInstanceKey } })
  const [task] = items
  if (task === undefined) throw new Error('There is no user task.')
  return task
}

/** Waits for the job of a listener and completes it. */
async function answer(type: string, result?: object) {
  const { jobs } = await client.jobs.activate({ type, timeout: 60_000, maxJobsToActivate: 1, requestTimeout: 1000 })
  const [job] = jobs
  if (job === undefined) throw new Error(`There is no job of the type '${type}'.`)
  await client.jobs.complete(job.jobKey, (result && { result: { type: 'userTask', ...result } }) as never)
  return job
}

describe('a user task', () => {
  test('is found, assigned, updated and completed', async () => {
    const task = await startTask(review())
    expect(task).toMatchObject({
      name: 'Review it',
      state: 'CREATED',
      assignee: null,
      candidateUsers: ['jane', 'joe'],
      dueDate: null,
      followUpDate: '2026-01-31T09:00:00.000Z',
      priority: 50,
      creationDate: at(0),
      customHeaders: { area: 'north' },
      elementId: 'review',
      processName: 'Order',
      processDefinitionVersion: 1,
      formKey: null,
    })
    const { userTaskKey, processInstanceKey } = task
    await client.userTasks.assign(userTaskKey, { assignee: 'jane', allowOverride: false })
    const claim = client.userTasks.assign(userTaskKey, { assignee: 'joe', allowOverride: false })
    await expect(claim).rejects.toEqual(problem(409, 'INVALID_STATE', 'already been assigned'))
    expect(await client.userTasks.get(userTaskKey)).toMatchObject({ assignee: 'jane' })
    await client.userTasks.unassign(userTaskKey)
    await client.userTasks.update(userTaskKey, { changeset: { dueDate: new Date(START), candidateGroups: ['g'] } })
    expect(await client.userTasks.get(userTaskKey)).toMatchObject({
      assignee: null,
      dueDate: at(0),
      candidateGroups: ['g'],
    })
    await client.userTasks.update(userTaskKey, { changeset: { dueDate: '', priority: 3 } })
    expect(await client.userTasks.get(userTaskKey)).toMatchObject({ dueDate: null, priority: 3 })
    harness.emulator.clock.advance(1000)
    await client.userTasks.complete(userTaskKey, { variables: { approved: true } })
    expect(await client.userTasks.get(userTaskKey)).toMatchObject({ state: 'COMPLETED', completionDate: at(1000) })
    expect(await client.processInstances.get(processInstanceKey)).toMatchObject({ state: 'COMPLETED' })
    expect(harness.emulator.journal.count({ tier: 'sampled' })).toBe(0)
  })

  test('rejects invalid commands', async () => {
    const { userTaskKey, elementInstanceKey } = await startTask(review())
    const refused = [400, 'INVALID_ARGUMENT'] as const
    await expect(client.userTasks.assign(userTaskKey, {})).rejects.toEqual(problem(...refused, 'assignee'))
    await expect(client.userTasks.update(userTaskKey, {})).rejects.toEqual(problem(...refused, 'changeset'))
    await client.userTasks.complete(userTaskKey)
    for (const key of [userTaskKey, elementInstanceKey, '7']) {
      const missing = problem(404, 'NOT_FOUND', 'no such user task')
      await expect(client.userTasks.assign(key, { assignee: 'a' })).rejects.toEqual(missing)
      await expect(client.userTasks.unassign(key)).rejects.toEqual(missing)
      await expect(client.userTasks.update(key, { action: 'a' })).rejects.toEqual(missing)
      await expect(client.userTasks.complete(key)).rejects.toEqual(missing)
    }
    const missing = problem(404, 'NOT_FOUND', "User Task '7' not found")
    await expect(client.userTasks.get('7')).rejects.toEqual(missing)
    await expect(client.userTasks.getForm('7')).rejects.toEqual(missing)
    await expect(client.userTasks.searchVariables('7')).rejects.toEqual(missing)
    await expect(client.userTasks.searchEffectiveVariables('7')).rejects.toEqual(missing)
  })

  test('has the form that it refers to', async () => {
    const form = new File([JSON.stringify({ id: 'approve', components: [] })], 'approve.form')
    await client.deployments.create({ resources: [form] })
    const linked = '<zeebe:userTask /><zeebe:formDefinition formId="approve" />'
    const { userTaskKey, formKey } = await startTask(review('', linked))
    expect(await client.userTasks.getForm(userTaskKey)).toMatchObject({
      formKey,
      formId: 'approve',
      version: 1,
      schema: await form.text(),
    })
    const external = '<zeebe:userTask /><zeebe:formDefinition externalReference="app:1" />'
    const other = await startTask(review('', external))
    expect(other).toMatchObject({ formKey: null, externalFormReference: 'app:1' })
    expect(await client.userTasks.getForm(other.userTaskKey)).toBeUndefined()
  })

  test('is preceded by the form that starts its process', async () => {
    const form = (...components: readonly object[]) =>
      new File([JSON.stringify({ id: 'begin', components })], 'begin.form')
    const elements = '<bpmn:startEvent id="start"><bpmn:extensionElements><zeebe:formDefinition formId="begin" />'
    const withForm = bpmn('order', `${elements}</bpmn:extensionElements></bpmn:startEvent>`)
    const without = bpmn('plain', '<bpmn:startEvent id="start" />')
    await client.deployments.create({ resources: [withForm, without] })
    const [order, plain] = (await client.processDefinitions.search()).items
    const key = order?.processDefinitionKey ?? ''
    expect([order?.hasStartForm, plain?.hasStartForm]).toEqual([true, false])
    expect((await client.processDefinitions.search({ filter: { hasStartForm: true } })).total).toBe(1)
    expect(await client.processDefinitions.getStartForm(key)).toBeUndefined()
    await client.deployments.create({ resources: [form()] })
    await client.deployments.create({ resources: [form({ type: 'text' })] })
    expect(await client.processDefinitions.getStartForm(key)).toMatchObject({ formId: 'begin', version: 2 })
    expect(await client.processDefinitions.getStartForm(plain?.processDefinitionKey ?? '')).toBeUndefined()
    await expect(client.processDefinitions.getStartForm('7')).rejects.toEqual(problem(404, 'NOT_FOUND'))
  })

  test('sees its own variables and those of all scopes around it', async () => {
    const { userTaskKey, elementInstanceKey } = await startTask(review(), { local: 'outer', text: 'x'.repeat(9000) })
    const values = (items: readonly { readonly name: string; readonly value: string }[]) =>
      items.map(({ name, value }) => [name, value])
    const filter = { name: { $in: ['local', 'who'] } }
    const sort = [{ field: 'name' as const }]
    const all = await client.userTasks.searchVariables(userTaskKey, { filter, sort })
    expect(values(all.items)).toEqual([
      ['local', '"outer"'],
      ['local', '2'],
      ['who', '""'],
    ])
    expect(all.items[1]).toMatchObject({ scopeKey: elementInstanceKey, isTruncated: false })
    const effective = await client.userTasks.searchEffectiveVariables(userTaskKey, { filter, sort })
    expect(values(effective.items)).toEqual([
      ['local', '2'],
      ['who', '""'],
    ])
    const text = { filter: { name: 'text' } }
    const [cut] = (await client.userTasks.searchVariables(userTaskKey, text)).items
    expect(cut).toMatchObject({ isTruncated: true })
    const [whole] = (await client.userTasks.searchEffectiveVariables(userTaskKey, text, { truncateValues: false }))
      .items
    expect(whole?.value).toHaveLength(9002)
  })

  test('that workers handle is only a job', async () => {
    const worked = '<zeebe:assignmentDefinition assignee="jane" />'
    await client.deployments.create({ resources: [review('', worked)] })
    const processInstanceKey = await start()
    expect((await client.userTasks.search()).total).toBe(0)
    const job = await answer('io.camunda.zeebe:userTask')
    expect(job).toMatchObject({ userTask: null, customHeaders: { 'io.camunda.zeebe:assignee': 'jane' } })
    expect(await client.processInstances.get(processInstanceKey)).toMatchObject({ state: 'COMPLETED' })
  })
})

test('can be searched and sorted by all its members', async () => {
  await client.deployments.create({ resources: [review()] })
  const first = await start({ who: 'jane', groups: ['a', 'b'], due: '2026-02-01T10:00:00+01:00', priority: 9 })
  harness.emulator.clock.advance(1000)
  const second = await start({ who: 'joe', groups: ['b'], priority: 80, own: { n: 1 } })
  harness.emulator.clock.advance(1000)
  const third = await start({ due: '2026-01-01T00:00:00Z', local: 'outer' })
  const found = async (filter: object, sort: readonly object[] = []) =>
    (await client.userTasks.search({ filter, sort } as never)).items.map(({ processInstanceKey }) => processInstanceKey)
  expect(await found({})).toEqual([first, second, third])
  expect(await found({ assignee: 'jane' })).toEqual([first])
  expect(await found({ assignee: { $exists: false } })).toEqual([third])
  expect(await found({ assignee: { $like: 'j*' } })).toEqual([first, second])
  expect(await found({ candidateGroup: 'b' })).toEqual([first, second])
  expect(await found({ candidateGroup: { $in: ['a', 'c'] } })).toEqual([first])
  expect(await found({ candidateUser: 'joe' })).toEqual([first, second, third])
  expect(await found({ candidateUser: { $neq: 'joe' } })).toEqual([])
  expect(await found({ priority: { $gte: 50 } })).toEqual([second, third])
  expect(await found({ dueDate: { $lt: '2026-02-01T09:00:00.001Z' } })).toEqual([first, third])
  expect(await found({ dueDate: '2026-02-01T09:00:00Z' })).toEqual([first])
  expect(await found({ followUpDate: { $exists: true } })).toEqual([first, second, third])
  expect(await found({ creationDate: { $gt: at(0) } })).toEqual([second, third])
  expect(await found({ completionDate: { $exists: true } })).toEqual([])
  expect(await found({ name: 'Review it', elementId: 'review', state: 'CREATED' })).toEqual([first, second, third])
  expect(await found({ state: { $in: ['COMPLETED', 'CANCELED'] } })).toEqual([])
  expect(await found({ processInstanceKey: second })).toEqual([second])
  expect(await found({ processDefinitionId: 'order', tenantId: '<default>' })).toHaveLength(3)
  expect(await found({ processInstanceVariables: [{ name: 'own', value: '{"n":1}' }] })).toEqual([second])
  expect(await found({ localVariables: [{ name: 'local', value: '2' }] })).toHaveLength(3)
  expect(await found({ localVariables: [{ name: 'who', value: '"joe"' }] })).toEqual([])
  expect(await found({ $or: [{ assignee: 'joe' }, { priority: 9 }] })).toEqual([first, second])
  const [task] = (await client.userTasks.search({ filter: { assignee: 'joe' } })).items
  const { userTaskKey = '', elementInstanceKey = '' } = task ?? {}
  expect(await found({ userTaskKey })).toEqual([second])
  expect(await found({ elementInstanceKey })).toEqual([second])
  expect(await found({}, [{ field: 'priority', order: 'DESC' }])).toEqual([second, third, first])
  expect(await found({}, [{ field: 'dueDate' }])).toEqual([third, first, second])
  expect(await found({}, [{ field: 'creationDate', order: 'DESC' }])).toEqual([third, second, first])
  expect(await found({}, [{ field: 'name' }, { field: 'followUpDate' }, { field: 'completionDate' }])).toHaveLength(3)
})

describe('a task listener', () => {
  test('is called before anything changes, and may correct the change', async () => {
    const { userTaskKey } = await startTask(listening('assigning', 'completing'))
    const assigned = client.userTasks.assign(userTaskKey, { assignee: 'jane' })
    const job = await answer('assigning', {
      corrections: { assignee: 'joe', dueDate: '2026-05-01T00:00:00Z', priority: 1 },
    })
    await assigned
    expect(job).toMatchObject({
      kind: 'TASK_LISTENER',
      listenerEventType: 'ASSIGNING',
      userTask: { userTaskKey, action: 'assign', assignee: 'jane', changedAttributes: ['assignee'], priority: 50 },
    })
    expect(await client.userTasks.get(userTaskKey)).toMatchObject({
      state: 'CREATED',
      assignee: 'joe',
      dueDate: '2026-05-01T00:00:00.000Z',
      priority: 1,
    })
    const completed = client.userTasks.complete(userTaskKey, { variables: { ok: true } })
    await answer('completing', { corrections: { assignee: '', dueDate: '', candidateUsers: [] } })
    await completed
    expect(await client.userTasks.get(userTaskKey)).toMatchObject({ state: 'COMPLETED', assignee: null, dueDate: null })
  })

  test('may deny the change', async () => {
    const { userTaskKey, elementInstanceKey } = await startTask(listening('assigning', 'updating', 'completing'))
    const denied = { denied: true, deniedReason: 'not now' }
    const commands = [
      ['assigning', 'Assignment', () => client.userTasks.assign(userTaskKey, { assignee: 'jane' })],
      ['assigning', 'Assignment', () => client.userTasks.unassign(userTaskKey)],
      ['updating', 'Update', () => client.userTasks.update(userTaskKey, { changeset: { priority: 1 } })],
      ['updating', 'Update', () => client.elementInstances.setVariables(elementInstanceKey, { variables: { a: 1 } })],
      ['completing', 'Completion', () => client.userTasks.complete(userTaskKey)],
    ] as const
    for (const [type, what, command] of commands) {
      const reason = `${what} of the User Task with key '${userTaskKey}' was denied by Task Listener. Reason to deny: 'not now'`
      const refused = expect(command()).rejects.toEqual(problem(409, 'INVALID_STATE', reason))
      const { jobKey } = await answer(type, denied)
      await refused
      expect((await client.jobs.search({ filter: { jobKey } })).items).toMatchObject([
        { isDenied: true, deniedReason: 'not now', state: 'COMPLETED' },
      ])
    }
    expect(await client.userTasks.get(userTaskKey)).toMatchObject({ state: 'CREATED', assignee: null, priority: 50 })
    const wrong = client.userTasks.update(userTaskKey, { action: 'x' })
    const { jobs } = await client.jobs.activate({ type: 'updating', timeout: 1000, maxJobsToActivate: 1 })
    const jobKey = jobs[0]?.jobKey ?? ''
    const both = client.jobs.complete(jobKey, {
      result: { type: 'userTask', denied: true, corrections: { priority: 1 } },
    })
    await expect(both).rejects.toEqual(problem(400, 'INVALID_ARGUMENT'))
    await expect(client.jobs.complete(jobKey, { variables: { a: 1 } })).rejects.toEqual(
      problem(400, 'INVALID_ARGUMENT'),
    )
    await client.jobs.complete(jobKey)
    await wrong
  })

  test('that takes too long delays no response, and may still decide', async () => {
    const { userTaskKey } = await startTask(listening('completing'))
    const refused = expect(client.userTasks.complete(userTaskKey)).rejects.toEqual(problem(504, 'DEADLINE_EXCEEDED'))
    await arrived()
    await expect(client.userTasks.unassign(userTaskKey)).rejects.toEqual(problem(409, 'INVALID_STATE', "'COMPLETING'"))
    harness.emulator.clock.advance(15_000)
    await refused
    expect(await client.userTasks.get(userTaskKey)).toMatchObject({ state: 'COMPLETING' })
    await answer('completing')
    expect(await client.userTasks.get(userTaskKey)).toMatchObject({ state: 'COMPLETED' })
  })

  test('can apply to all processes', async () => {
    const { globalTaskListeners, userTasks } = client
    const { userTaskKey } = await startTask(listening())
    await globalTaskListeners.create({ id: 'audit', type: 'audit', eventTypes: ['assigning'] })
    const assigned = userTasks.assign(userTaskKey, { assignee: 'jane' })
    expect(await answer('audit')).toMatchObject({ kind: 'TASK_LISTENER', userTask: { userTaskKey } })
    await assigned
    await globalTaskListeners.update('audit', { type: 'check', eventTypes: ['updating'] })
    await userTasks.unassign(userTaskKey)
    const updated = userTasks.update(userTaskKey, { action: 'x' })
    await answer('check')
    await updated
    await globalTaskListeners.delete('audit')
    await userTasks.update(userTaskKey, { action: 'x' })
    const refused = problem(400, 'INVALID_ARGUMENT', 'eventTypes')
    await expect(globalTaskListeners.create({ id: 'b', type: 'b', eventTypes: [] })).rejects.toEqual(refused)
    await expect(globalTaskListeners.create({ id: 'b', eventTypes: ['all'] })).rejects.toEqual(
      problem(400, 'INVALID_ARGUMENT', 'type'),
    )
    expect((await globalTaskListeners.search()).total).toBe(0)
  })

  test('is not called anymore once the instance is canceled', async () => {
    const { userTaskKey, processInstanceKey } = await startTask(listening('completing'))
    const canceled = problem(409, 'INVALID_STATE', 'canceled during ongoing transition')
    const refused = expect(client.userTasks.complete(userTaskKey)).rejects.toEqual(canceled)
    await arrived()
    await client.processInstances.cancel(processInstanceKey)
    await refused
    expect(await client.userTasks.get(userTaskKey)).toMatchObject({ state: 'CANCELED' })
  })
})

/** What was sent before this has arrived, and waits. */
async function arrived(): Promise<void> {
  for (let round = 0; round < 3; round++) await client.cluster.getTopology()
}
