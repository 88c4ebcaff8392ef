import { describe, expect, it } from 'vitest'
import { codeOf, stateOf } from './support/engine.ts'
import { answer, started } from './support/task-listeners.ts'

describe('global task listeners', () => {
  it('are called for all user tasks, before and after those of the process', async () => {
    const { engine, task, key } = await started([['assigning', 'own']])
    engine.setGlobalTaskListeners([
      { type: 'last', eventTypes: ['all'], afterNonGlobal: true },
      { type: 'second', eventTypes: ['assigning'], priority: 5 },
      { type: 'other', eventTypes: ['updating'] },
      { type: 'first', eventTypes: ['assigning', 'canceling'], retries: 7 },
    ])
    engine.assignUserTask(key, { assignee: 'jane' })
    expect(answer(engine, 'first', { corrections: { priority: 1 } })).toMatchObject({
      kind: 'TASK_LISTENER',
      retries: 7,
    })
    answer(engine, 'second')
    answer(engine, 'own')
    expect(task().assignee).toBeNull()
    expect(answer(engine, 'last')).toMatchObject({ retries: 3, userTask: { priority: 1 } })
    expect(task()).toMatchObject({ state: 'CREATED', assignee: 'jane', priority: 1 })
  })

  it('delay the end of user tasks whose process has no listeners', async () => {
    const { engine, instance, task } = await started([])
    engine.setGlobalTaskListeners([{ type: 'listen', eventTypes: ['canceling'] }])
    engine.cancelInstance(instance)
    expect(task().state).toBe('CANCELING')
    answer(engine, 'listen')
    expect(stateOf(engine, instance)).toBe('TERMINATED')
  })

  it('that are replaced finish the changes that they have started', async () => {
    const { engine, key } = await started([])
    engine.setGlobalTaskListeners([
      { type: 'a', eventTypes: ['updating'] },
      { type: 'b', eventTypes: ['updating'] },
    ])
    const change = engine.updateUserTask(key, { action: 'x' })
    engine.setGlobalTaskListeners([])
    answer(engine, 'a')
    answer(engine, 'b')
    expect(change.outcome).toBe('DONE')
    expect(engine.updateUserTask(key, { action: 'x' }).outcome).toBe('DONE')
  })

  it.each([
    [{ type: '', eventTypes: ['all'] }],
    [{ type: 'a', eventTypes: [] }],
    [{ type: 'a', eventTypes: ['all'], retries: -1 }],
    [{ type: 'a', eventTypes: ['all'], priority: 0.5 }],
  ] as const)('are rejected if one is like %j', async (listener) => {
    const { engine } = await started([])
    expect(codeOf(() => engine.setGlobalTaskListeners([listener]))).toBe('INVALID_ARGUMENT')
  })
})
