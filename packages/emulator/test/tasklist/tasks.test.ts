import { createTasklistClient, type TasklistClient } from '@x/tasklist'
import { tasklistApi } from '@x/tasklist/operations'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Emulator } from '../../src/index.ts'
import { connect } from '../sampled/harness.ts'

const form = '{"components":[],"type":"default","id":"embedded"}'
const model = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="http://example.com">
  <bpmn:process id="leave" name="Leave" isExecutable="true">
    <bpmn:extensionElements>
      <zeebe:userTaskForm id="embedded">${form.replaceAll('"', '&#34;')}</zeebe:userTaskForm>
    </bpmn:extensionElements>
    <bpmn:startEvent id="start"><bpmn:outgoing>f1</bpmn:outgoing></bpmn:startEvent>
    <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="ask" />
    <bpmn:userTask id="ask" name="Ask for leave">
      <bpmn:extensionElements>
        <zeebe:formDefinition formKey="camunda-forms:bpmn:embedded" />
        <zeebe:assignmentDefinition candidateGroups="staff, temps" candidateUsers="=[who]" />
        <zeebe:taskSchedule dueDate="2026-06-01T12:00:00Z" />
        <zeebe:ioMapping><zeebe:input source="=days" target="local" /></zeebe:ioMapping>
      </bpmn:extensionElements>
      <bpmn:incoming>f1</bpmn:incoming><bpmn:outgoing>f2</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:sequenceFlow id="f2" sourceRef="ask" targetRef="grant" />
    <bpmn:userTask id="grant">
      <bpmn:extensionElements>
        <zeebe:userTask />
        <zeebe:formDefinition formId="grant" />
        <zeebe:assignmentDefinition assignee="boss" />
        <zeebe:priorityDefinition priority="80" />
      </bpmn:extensionElements>
      <bpmn:incoming>f2</bpmn:incoming>
    </bpmn:userTask>
  </bpmn:process>
</bpmn:definitions>`

let emulator: Emulator
let tasklist: TasklistClient
beforeEach(async () => {
  const { auth, baseUrl, ...connection } = await connect(tasklistApi, 8)
  emulator = connection.emulator
  tasklist = createTasklistClient({ auth, baseUrl, fetch: emulator.fetch, retry: false, validate: 'strict' })
  await emulator.engine.deploy([
    { name: 'leave.bpmn', content: model },
    { name: 'grant.form', content: '{"id":"grant","components":[]}' },
  ])
})

const start = (variables: Record<string, unknown> = {}): string =>
  emulator.engine.createInstance({ processDefinitionId: 'leave', variables: { who: 'ann', ...variables } })
    .processInstanceKey

async function open(): Promise<string> {
  const [task] = await tasklist.tasks.search({ state: 'CREATED' })
  return task?.id ?? ''
}

/** Starts an instance and completes its first task. */
async function reachSecond(): Promise<string> {
  start({ days: 3 })
  const id = await open()
  await tasklist.tasks.assign(id, { assignee: 'ann' })
  await tasklist.tasks.complete(id)
  return open()
}

const refused = (status: number, detail: RegExp) =>
  expect.objectContaining({ status, detail: expect.stringMatching(detail) })

describe('tasks', () => {
  test('that are jobs have the properties of their model', async () => {
    const processInstanceKey = start({ days: 3 })
    expect(await tasklist.tasks.get(await open())).toEqual({
      id: [...emulator.engine.jobs][0]?.jobKey,
      implementation: 'JOB_WORKER',
      name: 'Ask for leave',
      taskDefinitionId: 'ask',
      processName: 'Leave',
      taskState: 'CREATED',
      assignee: null,
      candidateGroups: ['staff', 'temps'],
      candidateUsers: ['ann'],
      priority: 50,
      creationDate: '2026-05-04T12:00:00.000+0000',
      completionDate: null,
      dueDate: '2026-06-01T12:00:00.000+0000',
      followUpDate: null,
      formKey: 'camunda-forms:bpmn:embedded',
      formId: null,
      formVersion: null,
      isFormEmbedded: true,
      processInstanceKey,
      processDefinitionKey: [...emulator.engine.processDefinitions][0]?.processDefinitionKey,
      tenantId: '<default>',
    })
  })

  test('that the engine manages are returned, but cannot be changed', async () => {
    const id = await reachSecond()
    expect(await tasklist.tasks.get(id)).toMatchObject({
      id: [...emulator.engine.userTasks][0]?.userTaskKey,
      implementation: 'ZEEBE_USER_TASK',
      name: null,
      taskDefinitionId: 'grant',
      assignee: 'boss',
      priority: 80,
      formKey: 'grant',
      formId: 'grant',
      formVersion: 1,
      isFormEmbedded: false,
    })
    const unsupported = refused(400, /not supported using Tasklist V1 API/)
    await expect(tasklist.tasks.assign(id, { assignee: 'ann' })).rejects.toEqual(unsupported)
    await expect(tasklist.tasks.unassign(id)).rejects.toEqual(unsupported)
    await expect(tasklist.tasks.complete(id)).rejects.toEqual(unsupported)
    await expect(tasklist.tasks.saveDraftVariables(id, { variables: [] })).rejects.toEqual(unsupported)
    emulator.engine.completeUserTask(id)
    expect(await tasklist.tasks.get(id)).toMatchObject({ taskState: 'COMPLETED' })
  })

  test('are assigned, unassigned and completed', async () => {
    const key = start({ days: 3 })
    const id = await open()
    await expect(tasklist.tasks.unassign(id)).rejects.toEqual(refused(400, /not assigned/))
    await expect(tasklist.tasks.complete(id)).rejects.toEqual(refused(400, /not assigned/))
    await expect(tasklist.tasks.assign(id, {})).rejects.toEqual(refused(400, /Assignee must be specified/))
    expect(await tasklist.tasks.assign(id, { assignee: 'ann' })).toMatchObject({ id, assignee: 'ann' })
    await expect(tasklist.tasks.assign(id, { assignee: 'bob', allowOverrideAssignment: false })).rejects.toEqual(
      refused(400, /already assigned/),
    )
    expect(await tasklist.tasks.assign(id, { assignee: 'bob' })).toMatchObject({ assignee: 'bob' })
    expect(await tasklist.tasks.unassign(id)).toMatchObject({ assignee: null })
    await tasklist.tasks.assign(id, { assignee: 'ann' })
    await expect(tasklist.tasks.complete(id, { variables: [{ name: 'a', value: 'no JSON' }] })).rejects.toEqual(
      refused(400, /variable a is not JSON/),
    )
    const variables = [{ name: 'granted', value: '{"by":9007199254740993}' }]
    expect(await tasklist.tasks.complete(id, { variables })).toMatchObject({
      taskState: 'COMPLETED',
      assignee: 'ann',
      completionDate: '2026-05-04T12:00:00.000+0000',
    })
    await expect(tasklist.tasks.complete(id)).rejects.toEqual(refused(400, /not active/))
    const granted = [...emulator.engine.variables.of(key)].find(({ name }) => name === 'granted')
    expect(granted?.value).toBe('{"by":9007199254740993}')
    await expect(tasklist.tasks.get('7')).rejects.toEqual(refused(404, /7 was not found/))
  })

  test('end with their instance', async () => {
    emulator.engine.cancelInstance(start())
    expect(await tasklist.tasks.search()).toMatchObject([{ taskState: 'CANCELED' }])
    start()
    const [job] = emulator.engine.activateJobs({ type: 'io.camunda.zeebe:userTask', timeout: 1, maxJobsToActivate: 1 })
    emulator.engine.failJob(job?.jobKey ?? '', { retries: 0 })
    expect(await tasklist.tasks.search({ state: 'FAILED' })).toMatchObject([{ id: job?.jobKey }])
  })
})

describe('a search', () => {
  test.each([
    [{ state: 'COMPLETED' }, ['ask']],
    [{ assigned: true }, ['ask', 'grant']],
    [{ assigned: false }, []],
    [{ assignee: 'boss' }, ['grant']],
    [{ assignees: ['ann', 'bob'] }, ['ask']],
    [{ taskDefinitionId: 'ask' }, ['ask']],
    [{ candidateGroup: 'temps' }, ['ask']],
    [{ candidateGroups: ['others', 'staff'] }, ['ask']],
    [{ candidateUser: 'ann' }, ['ask']],
    [{ candidateUsers: ['bob'] }, []],
    [{ implementation: 'ZEEBE_USER_TASK' }, ['grant']],
    [{ dueDate: { from: '2026-06-01T00:00:00Z', to: '2026-06-02T00:00:00Z' } }, ['ask']],
    [{ dueDate: { to: '2026-05-31T00:00:00Z' } }, []],
    [{ priority: { gt: 50 } }, ['grant']],
    [{ priority: { eq: 50, lte: 60 } }, ['ask']],
    [{ priority: { gte: 50, lt: 80 } }, ['ask']],
    [{ tenantIds: ['other'] }, []],
    [{ processInstanceKey: '7' }, []],
    [{ taskVariables: [{ name: 'days', value: '3', operator: 'eq' }] }, ['ask', 'grant']],
    [{ taskVariables: [{ name: 'local', value: '3', operator: 'eq' }] }, ['ask']],
    [{ taskVariables: [{ name: 'days', value: '4', operator: 'eq' }] }, []],
  ] as const)('by %j', async (conditions, expected) => {
    await reachSecond()
    const found = await tasklist.tasks.search({ ...conditions, sort: [{ field: 'priority', order: 'ASC' }] })
    expect(found.map(({ taskDefinitionId }) => taskDefinitionId)).toEqual(expected)
  })

  test('pages in both directions, newest first', async () => {
    for (let n = 0; n < 5; n += 1) {
      start({ n })
      emulator.clock.advance(1000)
    }
    const includeVariables = [{ name: 'n' }]
    const numbers = async (search: object) =>
      (await tasklist.tasks.search({ pageSize: 2, includeVariables, ...search })).map(
        ({ variables, sortValues, isFirst }) => ({
          n: Number(variables?.[0]?.value),
          sortValues,
          isFirst,
        }),
      )
    const first = await numbers({})
    expect(first.map(({ n, isFirst }) => [n, isFirst])).toEqual([
      [4, true],
      [3, false],
    ])
    const searchAfter = first.at(-1)?.sortValues
    const second = await numbers({ searchAfter })
    expect(second.map(({ n }) => n)).toEqual([2, 1])
    expect((await numbers({ searchAfterOrEqual: searchAfter })).map(({ n }) => n)).toEqual([3, 2])
    expect((await numbers({ searchBefore: second[0]?.sortValues })).map(({ n }) => n)).toEqual([4, 3])
    expect((await numbers({ searchBeforeOrEqual: second[0]?.sortValues })).map(({ n }) => n)).toEqual([3, 2])
    const all: number[] = []
    for await (const { variables } of tasklist.tasks.searchAll({ pageSize: 2, includeVariables })) {
      all.push(Number(variables?.[0]?.value))
    }
    expect(all).toEqual([4, 3, 2, 1, 0])
  })

  test('accepts a single position to continue from', async () => {
    const place = ['1', '2']
    await expect(tasklist.tasks.search({ searchAfter: place, searchBefore: place })).rejects.toEqual(
      refused(400, /Only one of/),
    )
    await expect(tasklist.tasks.search({ searchAfter: ['x'] })).rejects.toEqual(refused(400, /searchAfter must be/))
  })
})

describe('variables', () => {
  test('are those that the task sees, plus drafts', async () => {
    const key = start({ days: 3, text: 'x'.repeat(9000) })
    const id = await open()
    const find = async (body?: object) =>
      (await tasklist.tasks.searchVariables(id, body)).map(({ name, value, draft }) => [name, value, draft?.value])
    expect(await find()).toEqual([
      ['days', '3', undefined],
      ['local', '3', undefined],
      ['text', null, undefined],
      ['who', '"ann"', undefined],
    ])
    const drafts = [
      { name: 'days', value: '5' },
      { name: 'new', value: 'true' },
      { name: 'who', value: '"ann"' },
    ]
    await tasklist.tasks.saveDraftVariables(id, { variables: drafts })
    expect(await find({ variableNames: ['days', 'new', 'who'] })).toEqual([
      ['days', '3', '5'],
      ['new', null, 'true'],
      ['who', '"ann"', undefined],
    ])
    const [whole] = await tasklist.tasks.searchVariables(id, {
      includeVariables: [{ name: 'text', alwaysReturnFullValue: true }],
    })
    expect(whole).toMatchObject({ id: `${key}-text`, isValueTruncated: false })
    expect(whole?.value).toHaveLength(9002)
    const variable = await tasklist.variables.get(`${key}-text`)
    expect(variable).toMatchObject({ name: 'text', value: whole?.value, draft: null })
    expect(await tasklist.variables.get(`${id}-new`)).toMatchObject({ name: 'new', draft: { value: 'true' } })
    await tasklist.tasks.saveDraftVariables(id, { variables: [] })
    await expect(tasklist.variables.get(`${id}-new`)).rejects.toEqual(refused(404, /was not found/))
    await expect(tasklist.tasks.searchVariables('7')).rejects.toEqual(refused(404, /was not found/))
  })
})

test('forms are those of the process, embedded or deployed', async () => {
  const processDefinitionKey = [...emulator.engine.processDefinitions][0]?.processDefinitionKey ?? ''
  expect(await tasklist.forms.get('embedded', { processDefinitionKey })).toMatchObject({ schema: form, version: null })
  const deployed = { id: 'grant', schema: '{"id":"grant","components":[]}', version: 1 }
  expect(await tasklist.forms.get('grant', { processDefinitionKey })).toMatchObject(deployed)
  expect(await tasklist.forms.get('grant', { processDefinitionKey, version: 1 })).toMatchObject(deployed)
  await expect(tasklist.forms.get('grant', { processDefinitionKey, version: 2 })).rejects.toEqual(refused(404, /grant/))
  await expect(tasklist.forms.get('other', { processDefinitionKey })).rejects.toEqual(refused(404, /other/))
})
