import { EngineError } from '../errors.ts'
import type { Runtime } from '../run/runtime.ts'
import { changeUserTask } from '../run/user-tasks.ts'
import { findWaitingUserTask } from './find-user-task.ts'
import { toChange, type UserTaskChange } from './user-task-change.ts'

export interface AssignUserTaskInput {
  readonly assignee: string
  /** If false, the command is rejected if the task is assigned to another user. @defaultValue `true` */
  readonly allowOverride?: boolean | null | undefined
  /** What task listeners see as the action. @defaultValue `'assign'`, or `'claim'` if `allowOverride` is false */
  readonly action?: string | null | undefined
}

export interface UnassignUserTaskInput {
  /** What task listeners see as the action. @defaultValue `'unassign'` */
  readonly action?: string | null | undefined
}

export function assignUserTask(runtime: Runtime, userTaskKey: string, input: AssignUserTaskInput): UserTaskChange {
  const { assignee, allowOverride } = input
  if (typeof assignee !== 'string' || assignee.trim() === '') {
    throw new EngineError(
      'INVALID_ARGUMENT',
      '`assignee` must be the name of a user. Use `unassignUserTask` to remove the assignee.',
    )
  }
  const isClaim = allowOverride === false
  const task = findWaitingUserTask(runtime, userTaskKey, isClaim ? 'claim' : 'assign')
  const { attributes } = task
  if (isClaim && attributes.assignee !== null && attributes.assignee !== assignee) {
    const message = `Expected to claim user task with key '${userTaskKey}', but it has already been assigned`
    throw new EngineError('INVALID_STATE', message)
  }
  const action = input.action || (isClaim ? 'claim' : 'assign')
  const change = { event: 'assigning', action, attributes: { ...attributes, assignee } } as const
  return toChange(task, changeUserTask(runtime, task, change))
}

export function unassignUserTask(runtime: Runtime, userTaskKey: string, input: UnassignUserTaskInput): UserTaskChange {
  const task = findWaitingUserTask(runtime, userTaskKey, 'unassign')
  const attributes = { ...task.attributes, assignee: null }
  const change = { event: 'assigning', action: input.action || 'unassign', attributes } as const
  return toChange(task, changeUserTask(runtime, task, change))
}
