import { describe, expect, it } from 'vitest'
import type { TaskListenerResult } from '../src/index.ts'
import { codeOf, stateOf, variablesOf } from './support/engine.ts'
import { ASSIGNEE, answer, CHANGES, job, started } from './support/task-listeners.ts'

describe('corrections', () => {
  const all = {
    assignee: 'joe',
    candidateGroups: ['g'],
    candidateUsers: ['u'],
    dueDate: '2026-02-01T00:00:00.000Z',
    followUpDate: '2026-01-15T00:00:00.000Z',
    priority: 99,
  }

  it.each(Object.entries(CHANGES))('take effect once the listeners for %s are done', async (event, command) => {
    const { engine, task, key } = await started([
      [event, 'first'],
      [event, 'second'],
    ])
    command(engine, key)
    answer(engine, 'first', { corrections: all })
    expect(task()).toMatchObject({ assignee: null, candidateUsers: [], priority: 50 })
    expect(answer(engine, 'second', { corrections: { priority: null } }).userTask).toMatchObject(all)
    expect(task()).toMatchObject(all)
  })

  it('take effect while the task is created and canceled', async () => {
    const { engine, task, instance } = await started([
      ['creating', 'creating'],
      ['canceling', 'canceling'],
    ])
    answer(engine, 'creating', { corrections: all })
    expect(task()).toMatchObject({ ...all, state: 'CREATED' })
    engine.cancelInstance(instance)
    answer(engine, 'canceling', { corrections: { assignee: '', candidateUsers: [], dueDate: '' } })
    expect(task()).toMatchObject({ state: 'CANCELED', assignee: null, candidateUsers: [], dueDate: null, priority: 99 })
  })

  it('cannot change an assignee from the process while the task is created', async () => {
    const { engine, task } = await started([['creating', 'listen']], ASSIGNEE)
    const { jobKey, userTask: properties } = job(engine, 'listen')
    expect(properties?.assignee).toBe('jane')
    const correct = (corrections: TaskListenerResult['corrections']) => () =>
      engine.completeJob(jobKey, { result: { type: 'userTask', corrections } })
    expect(codeOf(correct({ assignee: 'joe' }))).toBe('INVALID_ARGUMENT')
    expect(codeOf(correct({ assignee: null, priority: 3 }))).toBe('accepted')
    expect(task()).toMatchObject({ assignee: 'jane', priority: 3 })
  })

  it.each<[TaskListenerResult['corrections']]>([
    [{ priority: -1 }],
    [{ dueDate: 'soon' }],
    [{ assignee: 1 as unknown as string }],
    [{ candidateUsers: [null] as unknown as string[] }],
  ])('are rejected if they are like %j', async (corrections) => {
    const { engine, task, key } = await started([['assigning', 'listen']])
    engine.assignUserTask(key, { assignee: 'a' })
    const { jobKey } = job(engine, 'listen')
    expect(codeOf(() => engine.completeJob(jobKey, { result: { corrections } }))).toBe('INVALID_ARGUMENT')
    engine.completeJob(jobKey)
    expect(task()).toMatchObject({ state: 'CREATED', assignee: 'a' })
  })
})

describe('a denial', () => {
  it.each(Object.entries(CHANGES))(
    'of %s leaves the task unchanged, including earlier corrections',
    async (event, command) => {
      const { engine, task, key, instance } = await started([
        [event, 'first'],
        [event, 'second'],
      ])
      const before = task()
      const change = command(engine, key)
      answer(engine, 'first', { corrections: { priority: 3 } })
      const { jobKey } = answer(engine, 'second', { denied: true, deniedReason: 'not now' })
      expect(change).toMatchObject({ outcome: 'DENIED', deniedReason: 'not now' })
      expect(task()).toEqual(before)
      expect(variablesOf(engine, instance)).toEqual({ seen: 1 })
      expect([...engine.jobs].map(({ isDenied, deniedReason }) => [isDenied, deniedReason])).toEqual([
        [false, null],
        [true, 'not now'],
      ])
      expect(engine.jobs.get(jobKey)?.state).toBe('COMPLETED')
      // All listeners are asked again the next time.
      const again = command(engine, key)
      answer(engine, 'first')
      answer(engine, 'second')
      expect(again.outcome).toBe('DONE')
      expect(change.outcome).toBe('DENIED')
    },
  )

  it('of the first assignment leaves the task unassigned', async () => {
    const { engine, task } = await started([['assigning', 'listen']], ASSIGNEE)
    answer(engine, 'listen', { denied: true })
    expect(task()).toMatchObject({ state: 'CREATED', assignee: null })
  })

  it('is rejected if the event cannot be denied, and together with corrections', async () => {
    const { engine, instance, key } = await started([
      ['creating', 'creating'],
      ['completing', 'completing'],
      ['canceling', 'canceling'],
    ])
    const deny = (type: string, corrections?: TaskListenerResult['corrections']): string => {
      const { jobKey } = job(engine, type)
      const result = { type: 'userTask', denied: true, corrections } as const
      expect(codeOf(() => engine.completeJob(jobKey, { result }))).toBe('INVALID_ARGUMENT')
      return jobKey
    }
    engine.completeJob(deny('creating'))
    engine.completeUserTask(key)
    engine.completeJob(deny('completing', { priority: 1 }), { result: { denied: true } })
    engine.cancelInstance(instance)
    engine.completeJob(deny('canceling'), { result: { denied: false } })
    expect(stateOf(engine, instance)).toBe('TERMINATED')
  })
})

describe('variables of a user task', () => {
  it('are set immediately if there is no listener for updating', async () => {
    const { engine, instance, task } = await started([['completing', 'listen']])
    const { elementInstanceKey } = task()
    expect(engine.setVariables(elementInstanceKey, { variables: { own: 1 }, local: true })?.outcome).toBe('DONE')
    expect(engine.setVariables(elementInstanceKey, { variables: { seen: 2 } })?.outcome).toBe('DONE')
    expect(variablesOf(engine, instance)).toEqual({ seen: 2 })
    expect(variablesOf(engine, instance, elementInstanceKey)).toEqual({ own: 1 })
  })

  it('are an update that listeners may deny', async () => {
    const { engine, instance, task } = await started([['updating', 'listen']])
    const { elementInstanceKey } = task()
    const change = engine.setVariables(elementInstanceKey, { variables: { own: 1 }, local: true })
    expect(task().state).toBe('UPDATING')
    const listener = answer(engine, 'listen', { denied: true, deniedReason: 'no' })
    expect(listener).toMatchObject({ variables: { own: 1, seen: 1 }, userTask: { changedAttributes: ['variables'] } })
    expect(change?.outcome).toBe('DENIED')
    expect(variablesOf(engine, instance, elementInstanceKey)).toEqual({})
    engine.setVariables(elementInstanceKey, { variables: { own: 2 }, local: true })
    answer(engine, 'listen')
    expect(variablesOf(engine, instance, elementInstanceKey)).toEqual({ own: 2 })
  })

  it('of the process instance are not affected', async () => {
    const { engine, instance } = await started([['updating', 'listen']])
    expect(engine.setVariables(instance, { variables: { seen: 3 } })).toBeUndefined()
    expect(variablesOf(engine, instance)).toEqual({ seen: 3 })
  })
})
