import { afterEach, describe, expect, test } from 'vitest'
import { type ConnectedCluster, connectCluster } from '../src/index.ts'
import { collect } from './support/emulated.ts'
import { type KeptTask, startTaskServer, type TaskServer } from './support/task-server.ts'

const auth = { headers: async () => ({}) }
const servers: TaskServer[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

function task(id: string, changes: Partial<KeptTask> = {}): KeptTask {
  return {
    id,
    implementation: 'JOB_WORKER',
    taskState: 'CREATED',
    assignee: null,
    priority: 50,
    creationDate: `2026-11-20T08:15:0${id.at(-1)}.000+0000`,
    taskDefinitionId: 'check-invoice',
    name: 'Check invoice',
    processDefinitionKey: '11',
    processInstanceKey: '22',
    candidateGroups: null,
    dueDate: null,
    formKey: null,
    formId: null,
    isFormEmbedded: null,
    tenantId: '<default>',
    variables: [],
    ...changes,
  }
}

const job = () => task('101', { assignee: 'jane', candidateGroups: ['accounting'] })
const managed = () => task('102', { implementation: 'ZEEBE_USER_TASK', priority: 80 })

async function connect(
  minor: number,
  tasks: readonly KeptTask[],
  tasklist = true,
): Promise<[ConnectedCluster<typeof auth>, TaskServer]> {
  const server = await startTaskServer(minor, tasks, tasklist)
  servers.push(server)
  return [connectCluster({ restUrl: server.url, operateUrl: server.url, tasklistUrl: server.url }, { auth }), server]
}

const bodies = ({ received }: TaskServer, path: string) =>
  received.filter((request) => request.path === path).map(({ body }) => JSON.parse(body))

describe('a search of user tasks on 8.6', () => {
  test('finds both kinds, with the members of v2', async () => {
    const [camunda] = await connect(6, [job(), managed()])
    const { items, ...page } = await camunda.userTasks.search()
    expect(page).toMatchObject({ served: 'tasklist', total: 2, totalIsExact: true })
    expect(items.map(({ userTaskKey, implementation }) => [userTaskKey, implementation])).toEqual([
      ['101', 'JOB_WORKER'],
      ['102', 'ZEEBE_USER_TASK'],
    ])
    expect(items[0]).toEqual({
      userTaskKey: '101',
      name: 'Check invoice',
      state: 'CREATED',
      assignee: 'jane',
      candidateUsers: [],
      candidateGroups: ['accounting'],
      priority: 50,
      creationDate: '2026-11-20T08:15:01.000Z',
      completionDate: null,
      dueDate: null,
      followUpDate: null,
      formKey: null,
      externalFormReference: null,
      elementId: 'check-invoice',
      processInstanceKey: '22',
      processDefinitionKey: '11',
      processName: null,
      tenantId: '<default>',
      implementation: 'JOB_WORKER',
    })
  })

  test("is converted to Tasklist's format", async () => {
    const [camunda, server] = await connect(6, [])
    const due = new Date('2026-12-01T00:00:00.000Z')
    await camunda.userTasks.search({
      filter: {
        state: 'CREATED',
        assignee: { $exists: false },
        candidateGroup: { $in: ['accounting', 'managers'] },
        candidateUser: 'jane',
        elementId: 'check-invoice',
        processInstanceKey: '22',
        processDefinitionKey: { $eq: '11' },
        priority: { $gte: 50, $lt: 90 },
        dueDate: { $lte: due },
        followUpDate: { $gte: '2026-11-01T00:00:00Z', $lte: due },
        tenantId: 'blue',
        implementation: 'JOB_WORKER',
      },
      sort: [{ field: 'completionDate', order: 'DESC' }, { field: 'dueDate' }],
      page: { limit: 20 },
    })
    expect(bodies(server, '/v1/tasks/search')).toEqual([
      {
        state: 'CREATED',
        assigned: false,
        candidateGroups: ['accounting', 'managers'],
        candidateUser: 'jane',
        taskDefinitionId: 'check-invoice',
        processInstanceKey: '22',
        processDefinitionKey: '11',
        priority: { gte: 50, lt: 90 },
        dueDate: { to: '2026-12-01T00:00:00.000Z' },
        followUpDate: { from: '2026-11-01T00:00:00.000Z', to: '2026-12-01T00:00:00.000Z' },
        tenantIds: ['blue'],
        implementation: 'JOB_WORKER',
        sort: [{ field: 'completionTime', order: 'DESC' }, { field: 'dueDate' }],
        pageSize: 20,
      },
    ])
  })

  test('pages forward and backward, and through all pages', async () => {
    const tasks = Array.from({ length: 5 }, (_, index) => task(`20${index}`))
    const [camunda] = await connect(7, tasks)
    const keys = (items: readonly { readonly userTaskKey: string }[]) => items.map(({ userTaskKey }) => userTaskKey)
    const first = await camunda.userTasks.search({ page: { limit: 2 } })
    const second = await camunda.userTasks.search({ page: { limit: 2, after: first.endCursor ?? '' } })
    const back = await camunda.userTasks.search({ page: { limit: 2, before: second.startCursor ?? '' } })
    expect([keys(first.items), keys(second.items), keys(back.items)]).toEqual([
      ['200', '201'],
      ['202', '203'],
      ['200', '201'],
    ])
    expect(first.totalIsExact).toBe(false)
    expect(keys(await collect(camunda.userTasks.searchAll({ page: { limit: 2 } })))).toEqual(tasks.map(({ id }) => id))
  })

  test.each([
    [{ assignee: { $like: 'j*' } }, 'filter.assignee.$like'],
    [{ name: 'Check invoice' }, 'filter.name'],
    [{ userTaskKey: '101' }, 'filter.userTaskKey'],
    [{ state: { $in: ['CREATED', 'COMPLETED'] } }, 'filter.state.$in'],
    [{ state: 'ASSIGNING' }, 'filter.state'],
    [{ processInstanceVariables: [{ name: 'a', value: '1' }] }, 'filter.processInstanceVariables'],
    [{ dueDate: { $lt: '2026-11-01T00:00:00Z' } }, 'filter.dueDate.$lt'],
  ] as const)('rejects what Tasklist cannot answer: %j', async (filter, path) => {
    const [camunda, server] = await connect(6, [])
    await expect(camunda.userTasks.search({ filter: filter as object })).rejects.toMatchObject({
      name: 'VersionError',
      since: '8.8',
      version: '8.6.1',
      issues: [{ path }],
    })
    expect(bodies(server, '/v1/tasks/search')).toEqual([])
  })

  test('rejects a priority on 8.5, which would ignore it and return everything', async () => {
    const [camunda] = await connect(5, [])
    await expect(camunda.userTasks.search({ filter: { priority: 50 } })).rejects.toMatchObject({ since: '8.6' })
  })
})

describe.each([
  [6, 'Tasklist says of which kind a task is'],
  [8, 'the API of the engine is asked first'],
  [9, 'the API of the engine is asked first'],
])('user tasks of both kinds on 8.%i, where %s', (minor) => {
  test('are read', async () => {
    const [camunda] = await connect(minor, [job(), managed()])
    expect(await camunda.userTasks.get('101')).toMatchObject({ userTaskKey: '101', assignee: 'jane', state: 'CREATED' })
    expect(await camunda.userTasks.get('102')).toMatchObject({ userTaskKey: '102', assignee: null, priority: 80 })
    await expect(camunda.userTasks.get('103')).rejects.toMatchObject({ status: 404, title: 'NOT_FOUND' })
  })

  test('are assigned, unassigned and completed', async () => {
    const [camunda, { tasks }] = await connect(minor, [job(), managed()])
    for (const key of ['101', '102']) {
      await camunda.userTasks.assign(key, { assignee: 'kofi' })
      expect(tasks.get(key)?.assignee).toBe('kofi')
      await camunda.userTasks.unassign(key)
      expect(tasks.get(key)?.assignee).toBeNull()
      await camunda.userTasks.complete(key, { variables: { approved: true, amount: 2251799813685249123n } })
      expect(tasks.get(key)?.taskState).toBe('COMPLETED')
      await expect(camunda.userTasks.complete(key)).rejects.toMatchObject({ name: 'ConflictError', status: 409 })
    }
    expect(tasks.get('101')?.variables).toEqual([
      { name: 'approved', value: 'true' },
      { name: 'amount', value: '2251799813685249123' },
    ])
    await expect(camunda.userTasks.assign('103', { assignee: 'kofi' })).rejects.toMatchObject({ status: 404 })
  })

  test('are not reassigned unless that is allowed', async () => {
    const [camunda] = await connect(minor, [job()])
    const claim = camunda.userTasks.assign('101', { assignee: 'kofi', allowOverride: false })
    await expect(claim).rejects.toMatchObject({ name: 'ConflictError', title: 'INVALID_STATE' })
    const action = camunda.userTasks.complete('101', { action: 'approve' })
    await expect(action).rejects.toThrow('action has no effect: this is a task of a job worker')
  })

  test('have variables, truncated unless full values are requested', async () => {
    const long = JSON.stringify('x'.repeat(50))
    const variables = [
      { name: 'orderId', value: '"A-1"' },
      { name: 'letter', value: long },
    ]
    const [camunda] = await connect(minor, [
      { ...job(), variables },
      { ...managed(), variables },
    ])
    const cut = await camunda.userTasks.searchEffectiveVariables('101')
    expect(cut).toMatchObject({ served: 'tasklist', total: 2, totalIsExact: true })
    expect(cut.items.map(({ name, isTruncated, scopeKey }) => [name, isTruncated, scopeKey])).toEqual([
      ['letter', true, '22'],
      ['orderId', false, '22'],
    ])
    const whole = await camunda.userTasks.searchEffectiveVariables('101', {}, { truncateValues: false })
    expect(whole.items[0]).toMatchObject({ name: 'letter', value: long, isTruncated: false })
    const named = await camunda.userTasks.searchEffectiveVariables('101', { filter: { name: { $in: ['orderId'] } } })
    expect(named.items).toMatchObject([{ name: 'orderId', value: '"A-1"' }])
    const page = await camunda.userTasks.searchEffectiveVariables('101', { page: { from: 1, limit: 1 } })
    expect(page).toMatchObject({ items: [{ name: 'orderId' }], total: 2 })
    expect((await camunda.userTasks.searchEffectiveVariables('102')).items).toHaveLength(2)
  })
})

describe('tasks of job workers', () => {
  test('are searched by their kind from 8.8 on', async () => {
    const [camunda] = await connect(8, [job(), managed()])
    const found = await camunda.userTasks.search({ filter: { implementation: 'JOB_WORKER' } })
    expect(found).toMatchObject({ served: 'tasklist', items: [{ userTaskKey: '101' }] })
    const others = await camunda.userTasks.search({ filter: { implementation: 'ZEEBE_USER_TASK', state: 'CREATED' } })
    expect(others.served).toBe('orchestration')
    expect(await collect(camunda.userTasks.searchAll({ filter: { implementation: 'JOB_WORKER' } }))).toHaveLength(1)
  })

  test('do not exist on 8.10, or without Tasklist', async () => {
    const [newest] = await connect(10, [job()])
    await expect(newest.userTasks.search({ filter: { implementation: 'JOB_WORKER' } })).rejects.toMatchObject({
      reason: 'not_served',
    })
    await expect(newest.userTasks.assign('101', { assignee: 'kofi' })).rejects.toMatchObject({ status: 404 })
    const [relational] = await connect(9, [job()], false)
    await expect(relational.userTasks.get('101')).rejects.toMatchObject({ status: 404, title: 'NOT_FOUND' })
  })

  test('of the engine cannot be changed on 8.5', async () => {
    const [camunda] = await connect(5, [managed()])
    await expect(camunda.userTasks.complete('102')).rejects.toMatchObject({ name: 'VersionError', since: '8.6' })
  })
})
