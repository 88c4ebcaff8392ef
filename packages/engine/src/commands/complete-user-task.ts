import { readVariables } from '../run/json.ts'
import type { Runtime } from '../run/runtime.ts'
import * as userTasks from '../run/user-tasks.ts'
import { findWaitingUserTask } from './find-user-task.ts'
import { toChange, type UserTaskChange } from './user-task-change.ts'

export interface CompleteUserTaskInput {
  /** The result of the work. The task's output mappings, if any, decide which variables it becomes. */
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined
  /** What task listeners see as the action. @defaultValue `'complete'` */
  readonly action?: string | null | undefined
}

export function completeUserTask(runtime: Runtime, userTaskKey: string, input: CompleteUserTaskInput): UserTaskChange {
  const variables = readVariables(input.variables) ?? {}
  const task = findWaitingUserTask(runtime, userTaskKey, 'complete')
  return toChange(task, userTasks.completeUserTask(runtime, task, input.action || 'complete', variables))
}
