import { EngineError } from '../errors.ts'
import type { Runtime } from '../run/runtime.ts'
import { changeUserTask } from '../run/user-tasks.ts'
import { findWaitingUserTask } from './find-user-task.ts'
import { CHANGEABLE, readAttributes, type UserTaskChangeset } from './read-user-task-attributes.ts'
import { toChange, type UserTaskChange } from './user-task-change.ts'

export interface UpdateUserTaskInput {
  readonly changeset?: UserTaskChangeset | null | undefined
  /** What task listeners see as the action. @defaultValue `'update'` */
  readonly action?: string | null | undefined
}

export function updateUserTask(runtime: Runtime, userTaskKey: string, input: UpdateUserTaskInput): UserTaskChange {
  const changes = readAttributes(input.changeset ?? {}, CHANGEABLE)
  if (Object.keys(changes).length === 0 && !input.action) {
    throw new EngineError('INVALID_ARGUMENT', 'Pass an `action`, or a `changeset` with something to change.')
  }
  const task = findWaitingUserTask(runtime, userTaskKey, 'update')
  const attributes = { ...task.attributes, ...changes }
  const change = { event: 'updating', action: input.action || 'update', attributes } as const
  return toChange(task, changeUserTask(runtime, task, change))
}
