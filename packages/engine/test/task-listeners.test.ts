import { describe, expect, it } from 'vitest'
import type { Engine } from '../src/index.ts'
import { codeOf, engineWith, startInstance, stateOf, variablesOf } from './support/engine.ts'
import { element, end, flows, ioMapping, process, start, taskListeners, userTask } from './support/models.ts'
import { ASSIGNEE, answer, job, model, started, waiting } from './support/task-listeners.ts'

describe('task listeners', () => {
  it('delay everything that happens to a user task', async () => {
    const { engine, instance, task, key } = await started(
      [
        ['completing', 'completing'],
        ['updating', 'updating'],
        ['creating', 'creating'],
        ['assigning', 'assigning'],
      ],
      ASSIGNEE,
    )
    expect(task()).toMatchObject({ state: 'CREATING', assignee: null })
    expect(answer(engine, 'creating')).toMatchObject({ kind: 'TASK_LISTENER', listenerEventType: 'CREATING' })
    expect(task()).toMatchObject({ state: 'ASSIGNING', assignee: null })
    answer(engine, 'assigning')
    expect(task()).toMatchObject({ state: 'CREATED', assignee: 'jane' })

    const assignment = engine.assignUserTask(key, { assignee: 'joe' })
    expect(task()).toMatchObject({ state: 'ASSIGNING', assignee: 'jane' })
    expect(assignment.outcome).toBe('PENDING')
    answer(engine, 'assigning')
    expect(assignment.outcome).toBe('DONE')
    expect(task()).toMatchObject({ state: 'CREATED', assignee: 'joe' })

    engine.updateUserTask(key, { changeset: { priority: 7 } })
    expect(task()).toMatchObject({ state: 'UPDATING', priority: 50 })
    answer(engine, 'updating')
    expect(task()).toMatchObject({ state: 'CREATED', priority: 7 })

    engine.completeUserTask(key, { variables: { ok: true } })
    expect(task()).toMatchObject({ state: 'COMPLETING', completionDate: null })
    expect(variablesOf(engine, instance)).toEqual({ seen: 1 })
    answer(engine, 'completing')
    expect(task().state).toBe('COMPLETED')
    expect(variablesOf(engine, instance)).toEqual({ seen: 1, ok: true })
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('are called one after the other, in the order of the file', async () => {
    const { engine, task, key } = await started([
      ['assigning', 'b'],
      ['completing', 'x'],
      ['assigning', 'a'],
      ['assigning', 'b'],
    ])
    engine.assignUserTask(key, { assignee: 'jane' })
    const order: string[] = []
    for (let open = waiting(engine); open !== undefined; open = waiting(engine)) {
      order.push(open.type)
      engine.completeJob(open.jobKey)
    }
    expect(order).toEqual(['b', 'a', 'b'])
    expect(task()).toMatchObject({ state: 'CREATED', assignee: 'jane' })
    expect([...engine.jobs].map(({ listenerEventType }) => listenerEventType)).toEqual(Array(3).fill('ASSIGNING'))
  })

  it('get the task as it will be, and the changes', async () => {
    const { engine, key } = await started(
      [
        ['assigning', 'first'],
        ['assigning', 'second'],
        ['assigning', 'third'],
      ],
      '<zeebe:taskHeaders><zeebe:header key="area" value="north" /></zeebe:taskHeaders>',
    )
    engine.updateUserTask(key, { changeset: { dueDate: '2026-02-01T10:00:00+01:00', candidateGroups: ['g'] } })
    engine.assignUserTask(key, { assignee: 'jane', action: 'grab' })
    const first = job(engine, 'first')
    expect(first.userTask).toEqual({
      userTaskKey: key,
      action: 'grab',
      changedAttributes: ['assignee'],
      assignee: 'jane',
      candidateGroups: ['g'],
      candidateUsers: [],
      dueDate: '2026-02-01T10:00:00+01:00',
      followUpDate: null,
      formKey: null,
      priority: 50,
    })
    expect(first.customHeaders).toEqual({
      area: 'north',
      'io.camunda.zeebe:action': 'grab',
      'io.camunda.zeebe:assignee': 'jane',
      'io.camunda.zeebe:candidateGroups': '["g"]',
      'io.camunda.zeebe:changedAttributes': '["assignee"]',
      'io.camunda.zeebe:dueDate': '2026-02-01T10:00:00+01:00',
      'io.camunda.zeebe:priority': '50',
      'io.camunda.zeebe:userTaskKey': key,
    })
    engine.completeJob(first.jobKey, { result: { type: 'userTask', corrections: { priority: 9 } } })
    expect(answer(engine, 'second', { corrections: { priority: 50 } }).userTask?.changedAttributes).toEqual([
      'assignee',
      'priority',
    ])
    expect(job(engine, 'third').userTask?.changedAttributes).toEqual(['assignee'])
  })

  it.each<[string, (engine: Engine, key: string) => unknown, string]>([
    ['assign', (engine, key) => engine.assignUserTask(key, { assignee: 'a' }), 'ASSIGNING'],
    ['claim', (engine, key) => engine.assignUserTask(key, { assignee: 'a', allowOverride: false }), 'ASSIGNING'],
    ['unassign', (engine, key) => engine.unassignUserTask(key), 'ASSIGNING'],
    ['update', (engine, key) => engine.updateUserTask(key, { changeset: { priority: 1 } }), 'UPDATING'],
    ['complete', (engine, key) => engine.completeUserTask(key), 'COMPLETING'],
  ])('get the action %s', async (action, command, listenerEventType) => {
    const { engine, key } = await started([
      ['assigning', 'listen'],
      ['updating', 'listen'],
      ['completing', 'listen'],
    ])
    command(engine, key)
    expect(job(engine, 'listen')).toMatchObject({ listenerEventType, userTask: { action } })
  })

  it('get the latest action when the task is canceled, and none if there was none', async () => {
    const { engine, instance, key } = await started([
      ['creating', 'creating'],
      ['canceling', 'canceling'],
    ])
    expect(answer(engine, 'creating').userTask?.action).toBe('')
    engine.updateUserTask(key, { action: 'escalate' })
    engine.cancelInstance(instance)
    expect(job(engine, 'canceling').customHeaders).toMatchObject({ 'io.camunda.zeebe:action': 'escalate' })
  })

  it('get the variables of the completion', async () => {
    const { engine, key } = await started([['completing', 'check']], ioMapping({ inputs: { local: '= 2' } }))
    engine.completeUserTask(key, { variables: { seen: 5, answer: 42 } })
    expect(job(engine, 'check').variables).toEqual({ local: 2, seen: 5, answer: 42 })
    engine.advance(60_000)
    const [again] = engine.activateJobs({ type: 'check', timeout: 1, maxJobsToActivate: 1, fetchVariable: ['answer'] })
    expect(again?.variables).toEqual({ answer: 42 })
  })

  it('block other changes meanwhile', async () => {
    const { engine, task, key } = await started([['completing', 'check']])
    engine.completeUserTask(key)
    expect(codeOf(() => engine.completeUserTask(key))).toBe('INVALID_STATE')
    expect(codeOf(() => engine.assignUserTask(key, { assignee: 'a' }))).toBe('INVALID_STATE')
    expect(codeOf(() => engine.updateUserTask(key, { action: 'a' }))).toBe('INVALID_STATE')
    expect(codeOf(() => engine.setVariables(task().elementInstanceKey, { variables: {} }))).toBe('INVALID_STATE')
    expect(task().state).toBe('COMPLETING')
  })

  it('also accept the event names of Camunda 8.6', async () => {
    const { engine, task, key } = await started([
      ['create', 'a'],
      ['assignment', 'b'],
      ['update', 'c'],
      ['complete', 'd'],
      ['cancel', 'e'],
    ])
    answer(engine, 'a')
    engine.assignUserTask(key, { assignee: 'x' })
    answer(engine, 'b')
    engine.updateUserTask(key, { action: 'x' })
    answer(engine, 'c')
    engine.completeUserTask(key)
    answer(engine, 'd')
    expect(task().state).toBe('COMPLETED')
  })

  it('delay only the execution listener and the element after the end', async () => {
    const execution =
      '<zeebe:executionListeners><zeebe:executionListener eventType="start" type="before" /><zeebe:executionListener eventType="end" type="after" /></zeebe:executionListeners>'
    const engine = await engineWith(
      model(
        [
          ['creating', 'creating'],
          ['completing', 'completing'],
        ],
        execution,
      ),
    )
    const instance = startInstance(engine)
    expect([...engine.userTasks]).toEqual([])
    answer(engine, 'before')
    answer(engine, 'creating')
    engine.completeUserTask([...engine.userTasks][0]?.userTaskKey ?? '')
    answer(engine, 'completing')
    expect([...engine.userTasks][0]?.state).toBe('COMPLETED')
    answer(engine, 'after')
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })
})

it('report when a change is done, denied or canceled', async () => {
  const events: unknown[] = []
  const engine = await engineWith(model([['assigning', 'listen']]), { onEvent: (event) => events.push(event.type) })
  const instance = startInstance(engine)
  const key = [...engine.userTasks][0]?.userTaskKey ?? ''
  events.length = 0
  engine.assignUserTask(key, { assignee: 'a' })
  expect(events).toEqual(['job-available'])
  answer(engine, 'listen', { denied: true })
  expect(events.splice(0)).toEqual(['job-available', 'user-task-changed'])
  engine.assignUserTask(key, { assignee: 'a' })
  engine.cancelInstance(instance)
  expect(events).toEqual(['job-available', 'user-task-changed', 'process-instance-ended'])
})

it.each([
  ['an unknown event', userTask('task', taskListeners(['claiming', 'a'])), /'claiming'/],
  ['no type', userTask('task', taskListeners(['creating', ''])), /needs a job type/],
  ['a task for workers', element('userTask', 'task', taskListeners(['creating', 'a'])), /Only a Camunda user task/],
])('task listeners with %s are rejected', async (_, task, expected) => {
  const content = [start(), task, end(), flows('start', 'task', 'end')].join('\n')
  await expect(engineWith(process(content))).rejects.toThrow(expected)
})
