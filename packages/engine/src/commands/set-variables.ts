import { keyOf } from '../keys.ts'
import { readVariables } from '../run/json.ts'
import type { Runtime } from '../run/runtime.ts'
import { changeUserTask } from '../run/user-tasks.ts'
import { propagate, setAllLocal } from '../run/variables.ts'
import { findActiveElement } from './find.ts'
import { requireWaiting } from './find-user-task.ts'
import { toChange, type UserTaskChange } from './user-task-change.ts'

export interface SetVariablesInput {
  readonly variables: Readonly<Record<string, unknown>>
  /**
   * Whether to set all of them in this scope. Otherwise each is changed in the nearest scope that has it, and new ones
   * become variables of the process instance. @defaultValue `false`
   */
  readonly local?: boolean | undefined
}

export function setVariables(
  runtime: Runtime,
  elementInstanceKey: string,
  input: SetVariablesInput,
): UserTaskChange | undefined {
  const scope = findActiveElement(runtime, elementInstanceKey)
  const variables = readVariables(input.variables) ?? {}
  const apply = (): void => {
    if (input.local === true) setAllLocal(runtime, scope, variables)
    else propagate(runtime, scope, variables)
  }
  const task = scope.live?.userTask
  if (task === undefined) {
    apply()
    return undefined
  }
  requireWaiting(task, 'update', keyOf(task.sequence))
  const change = { event: 'updating', action: 'update', attributes: task.attributes, variables, apply } as const
  return toChange(task, changeUserTask(runtime, task, change))
}
