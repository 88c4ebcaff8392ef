import { expect } from 'vitest'
import type {
  ActivatedJob,
  Engine,
  JobRecord,
  TaskListenerResult,
  UserTaskChange,
  UserTaskRecord,
} from '../../src/index.ts'
import { activate, engineWith, startInstance } from './engine.ts'
import { end, flows, message, process, start, taskListeners, userTask } from './models.ts'

type Listener = readonly [eventType: string, type: string, retries?: string]

/** A process with one user task and its listeners. */
export const model = (listeners: readonly Listener[], extensions = '', more = ''): string =>
  process(
    [
      start(),
      userTask('task', extensions + taskListeners(...listeners)),
      end(),
      flows('start', 'task', 'end'),
      more,
    ].join('\n'),
    'process',
    message('stop', '= "A"'),
  )

/** An engine with one instance that has reached its user task. */
export async function started(
  listeners: readonly Listener[],
  extensions = '',
): Promise<{ engine: Engine; instance: string; task: () => UserTaskRecord; key: string }> {
  const engine = await engineWith(model(listeners, extensions))
  const instance = startInstance(engine, { seen: 1 })
  const task = (): UserTaskRecord => [...engine.userTasks][0] as UserTaskRecord
  return { engine, instance, task, key: task().userTaskKey }
}

/** The one job of this type, activated. */
export function job(engine: Engine, type: string): ActivatedJob {
  const [only, ...others] = activate(engine, type)
  if (only === undefined || others.length > 0) throw new Error(`There is not one job of the type '${type}'.`)
  return only
}

/** Completes the one job of a listener. */
export function answer(engine: Engine, type: string, result?: Omit<TaskListenerResult, 'type'>): ActivatedJob {
  const listener = job(engine, type)
  engine.completeJob(listener.jobKey, { result: result && { type: 'userTask', ...result } })
  return listener
}

/** The one job that has not ended. */
export function waiting(engine: Engine): JobRecord | undefined {
  const open = [...engine.jobs].filter(({ endTime }) => endTime === null)
  expect(open.length).toBeLessThan(2)
  return open[0]
}

/** What causes each event. */
export const CHANGES: Readonly<Record<string, (engine: Engine, key: string) => UserTaskChange>> = {
  assigning: (engine, key) => engine.assignUserTask(key, { assignee: 'a' }),
  updating: (engine, key) => engine.updateUserTask(key, { changeset: { priority: 1 } }),
  completing: (engine, key) => engine.completeUserTask(key, { variables: { answer: 42 } }),
}

export const ASSIGNEE = '<zeebe:assignmentDefinition assignee="jane" />'
