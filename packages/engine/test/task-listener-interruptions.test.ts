import { describe, expect, it } from 'vitest'
import {
  activate,
  activeIncidentKey,
  activeIncidents,
  codeOf,
  engineWith,
  path,
  startInstance,
  stateOf,
} from './support/engine.ts'
import { boundary, end, flows, on } from './support/models.ts'
import { answer, CHANGES, job, model, started } from './support/task-listeners.ts'

describe('the end of an element', () => {
  const stopped = [boundary('stopped', 'task', on.message('stop')), end('other'), flows('stopped', 'other')].join('\n')

  it('waits for the listeners for canceling', async () => {
    const engine = await engineWith(
      model(
        [
          ['canceling', 'a'],
          ['canceling', 'b'],
        ],
        '',
        stopped,
      ),
    )
    const instance = startInstance(engine)
    engine.publishMessage({ name: 'stop', correlationKey: 'A' })
    expect([...engine.userTasks][0]).toMatchObject({ state: 'CANCELING', completionDate: null })
    answer(engine, 'a')
    expect(path(engine, instance)).toEqual(['start', 'task ACTIVE'])
    answer(engine, 'b')
    expect([...engine.userTasks][0]?.state).toBe('CANCELED')
    expect(path(engine, instance)).toEqual(['start', 'task TERMINATED', 'stopped', 'other'])
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('of its instance waits for them too, and other commands are rejected meanwhile', async () => {
    const { engine, instance, key } = await started([['canceling', 'a']])
    engine.cancelInstance(instance)
    expect(stateOf(engine, instance)).toBe('ACTIVE')
    expect(codeOf(() => engine.completeUserTask(key))).toBe('INVALID_STATE')
    answer(engine, 'a')
    expect(stateOf(engine, instance)).toBe('TERMINATED')
  })

  it.each(['creating', 'assigning', 'updating', 'completing'])('cancels a listener for %s', async (event) => {
    const { engine, instance, key, task } = await started([[event, 'listen']])
    const change = CHANGES[event]?.(engine, key)
    const { jobKey } = job(engine, 'listen')
    engine.cancelInstance(instance)
    expect(task().state).toBe('CANCELED')
    expect(change?.outcome ?? 'CANCELED').toBe('CANCELED')
    expect(engine.jobs.get(jobKey)?.state).toBe('CANCELED')
    expect(codeOf(() => engine.completeJob(jobKey))).toBe('NOT_FOUND')
    expect(stateOf(engine, instance)).toBe('TERMINATED')
  })
})

describe('a task listener that fails', () => {
  it('is retried, then raises an incident, and is repeated alone', async () => {
    const { engine, task, key } = await started([
      ['assigning', 'first'],
      ['assigning', 'second', '2'],
    ])
    const change = engine.assignUserTask(key, { assignee: 'a' })
    answer(engine, 'first', { corrections: { priority: 1 } })
    const { jobKey, retries } = job(engine, 'second')
    expect(retries).toBe(2)
    engine.failJob(jobKey, { retries: 1, errorMessage: 'no' })
    engine.failJob(job(engine, 'second').jobKey, { retries: 0, errorMessage: 'never' })
    expect(activeIncidents(engine)).toEqual(['task TASK_LISTENER_NO_RETRIES'])
    expect(task()).toMatchObject({ state: 'ASSIGNING', assignee: null })
    engine.updateJob(jobKey, { retries: 1 })
    engine.resolveIncident(activeIncidentKey(engine))
    expect(activate(engine, 'first')).toEqual([])
    answer(engine, 'second')
    expect(change.outcome).toBe('DONE')
    expect(task()).toMatchObject({ state: 'CREATED', assignee: 'a', priority: 1 })
  })

  it('cannot throw a BPMN error or return variables', async () => {
    const { engine, key } = await started([['assigning', 'listen']])
    engine.assignUserTask(key, { assignee: 'a' })
    const { jobKey } = job(engine, 'listen')
    expect(codeOf(() => engine.throwError(jobKey, { errorCode: 'x' }))).toBe('INVALID_STATE')
    expect(codeOf(() => engine.completeJob(jobKey, { variables: { a: 1 } }))).toBe('INVALID_ARGUMENT')
    expect(codeOf(() => engine.completeJob(jobKey, { variables: {} }))).toBe('accepted')
  })

  it.each(['creating', 'assigning', 'updating', 'completing'])(
    'because of its expression stops %s until the incident is resolved; then all listeners are called again',
    async (event) => {
      const { engine, instance, task, key } = await started([
        [event, 'first'],
        [event, '= kind'],
      ])
      CHANGES[event]?.(engine, key)
      answer(engine, 'first', { corrections: { candidateUsers: ['gone'] } })
      expect(activeIncidents(engine)).toEqual(['task EXTRACT_VALUE_ERROR'])
      expect(task().state).toBe(event.toUpperCase())
      engine.setVariables(instance, { variables: { kind: 'second' } })
      engine.resolveIncident(activeIncidentKey(engine))
      answer(engine, 'first')
      expect(job(engine, 'second').userTask?.candidateUsers).toEqual([])
      engine.cancelInstance(instance)
      expect(stateOf(engine, instance)).toBe('TERMINATED')
    },
  )

  it('while the task is being canceled stops its end, and closes an earlier incident', async () => {
    const { engine, instance, task, key } = await started([
      ['assigning', '= none'],
      ['canceling', '= kind'],
    ])
    engine.assignUserTask(key, { assignee: 'a' })
    expect(activeIncidents(engine)).toHaveLength(1)
    engine.cancelInstance(instance)
    expect(activeIncidents(engine)).toEqual(['task EXTRACT_VALUE_ERROR'])
    expect(task().state).toBe('CANCELING')
    engine.setVariables(instance, { variables: { kind: 'ok' } })
    engine.resolveIncident(activeIncidentKey(engine))
    answer(engine, 'ok')
    expect(stateOf(engine, instance)).toBe('TERMINATED')
    expect(activeIncidents(engine)).toEqual([])
  })
})
