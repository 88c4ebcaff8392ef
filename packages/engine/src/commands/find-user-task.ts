import { EngineError } from '../errors.ts'
import { sequenceOf } from '../keys.ts'
import type { Runtime } from '../run/runtime.ts'
import { UserTask } from '../state/user-task.ts'
import { requireNotSuspended } from './find.ts'

/** Returns a user task that can be changed. `what` is the verb of the command for messages, such as `assign`. */
export function findWaitingUserTask(runtime: Runtime, key: string, what: string): UserTask {
  const task = runtime.store.find(UserTask, sequenceOf(key))
  if (task === undefined || task.state === 'COMPLETED' || task.state === 'CANCELED') {
    throw new EngineError(
      'NOT_FOUND',
      `Expected to ${what} user task with key '${key}', but no such user task was found`,
    )
  }
  requireWaiting(task, what, key)
  return task
}

/** Throws if another change of the user task is pending. */
export function requireWaiting(task: UserTask, what: string, key: string): void {
  requireNotSuspended(task.owner)
  if (task.state === 'CREATED') return
  const message = `Expected to ${what} user task with key '${key}', but it is in state '${task.state}'`
  throw new EngineError('INVALID_STATE', message)
}
