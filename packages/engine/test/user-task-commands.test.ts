import { describe, expect, it } from 'vitest'
import type { Engine } from '../src/index.ts'
import { codeOf, engineWith, startInstance, stateOf } from './support/engine.ts'
import { userTask } from './support/models.ts'
import { model, onlyTask } from './support/user-tasks.ts'

describe('commands of user tasks', () => {
  async function waiting(extensions = ''): Promise<{ engine: Engine; key: string; instance: string }> {
    const engine = await engineWith(model(userTask('task', extensions)))
    const instance = startInstance(engine)
    return { engine, key: onlyTask(engine).userTaskKey, instance }
  }

  it('assign and unassign', async () => {
    const { engine, key } = await waiting()
    expect(engine.assignUserTask(key, { assignee: 'jane' })).toMatchObject({ outcome: 'DONE', deniedReason: '' })
    expect(onlyTask(engine).assignee).toBe('jane')
    engine.assignUserTask(key, { assignee: 'joe', allowOverride: true })
    expect(codeOf(() => engine.assignUserTask(key, { assignee: 'jane', allowOverride: false }))).toBe('INVALID_STATE')
    engine.assignUserTask(key, { assignee: 'joe', allowOverride: false })
    expect(onlyTask(engine).assignee).toBe('joe')
    engine.unassignUserTask(key)
    expect(onlyTask(engine).assignee).toBeNull()
    engine.assignUserTask(key, { assignee: 'jane', allowOverride: false })
    expect(onlyTask(engine).assignee).toBe('jane')
    expect(codeOf(() => engine.assignUserTask(key, { assignee: ' ' }))).toBe('INVALID_ARGUMENT')
  })

  it('update the attributes in the changeset, and clear those that are empty in it', async () => {
    const { engine, key } = await waiting()
    engine.updateUserTask(key, {
      changeset: {
        candidateGroups: ['g'],
        candidateUsers: ['u'],
        dueDate: '2026-02-01T10:00:00+01:00',
        followUpDate: '2026-01-15T00:00:00Z',
        priority: 0,
      },
    })
    const changed = {
      candidateGroups: ['g'],
      candidateUsers: ['u'],
      followUpDate: '2026-01-15T00:00:00.000Z',
      priority: 0,
    }
    expect(onlyTask(engine)).toMatchObject({ ...changed, dueDate: '2026-02-01T09:00:00.000Z', assignee: null })
    engine.updateUserTask(key, { changeset: { candidateUsers: null, dueDate: '', priority: undefined } })
    expect(onlyTask(engine)).toMatchObject({ ...changed, dueDate: null })
    engine.updateUserTask(key, { changeset: { candidateGroups: [], candidateUsers: [], followUpDate: '' } })
    expect(onlyTask(engine)).toMatchObject({ candidateGroups: [], candidateUsers: [], followUpDate: null, priority: 0 })
    engine.updateUserTask(key, { action: 'escalate' })
  })

  it.each([
    [{}],
    [{ changeset: {} }],
    [{ changeset: { priority: 101 } }],
    [{ changeset: { priority: 1.5 } }],
    [{ changeset: { dueDate: 'soon' } }],
    [{ changeset: { followUpDate: '2026-01-01T00:00:00' } }],
    [{ changeset: { candidateUsers: [1] as unknown as string[] } }],
    [{ changeset: { candidateGroups: 'a' as unknown as string[] } }],
  ])('reject the update %j', async (input) => {
    const { engine, key } = await waiting()
    const before = onlyTask(engine)
    expect(codeOf(() => engine.updateUserTask(key, input))).toBe('INVALID_ARGUMENT')
    expect(onlyTask(engine)).toEqual(before)
  })

  it('do not find a task that has ended or never existed', async () => {
    const { engine, key, instance } = await waiting()
    engine.completeUserTask(key)
    for (const missing of [key, '1', instance, '']) {
      expect(codeOf(() => engine.assignUserTask(missing, { assignee: 'a' }))).toBe('NOT_FOUND')
      expect(codeOf(() => engine.unassignUserTask(missing))).toBe('NOT_FOUND')
      expect(codeOf(() => engine.updateUserTask(missing, { action: 'a' }))).toBe('NOT_FOUND')
      expect(codeOf(() => engine.completeUserTask(missing))).toBe('NOT_FOUND')
    }
  })

  it('are rejected while the process instance is suspended', async () => {
    const { engine, key, instance } = await waiting()
    engine.suspendInstance(instance)
    expect(codeOf(() => engine.completeUserTask(key))).toBe('INVALID_STATE')
    engine.resumeInstance(instance)
    engine.completeUserTask(key)
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('keep their input, even if the caller changes it later', async () => {
    const { engine, key } = await waiting()
    const candidateUsers = ['a']
    engine.updateUserTask(key, { changeset: { candidateUsers } })
    candidateUsers.push('b')
    expect(onlyTask(engine).candidateUsers).toEqual(['a'])
  })
})
