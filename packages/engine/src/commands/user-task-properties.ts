import { keyOf } from '../keys.ts'
import { changesOf } from '../run/user-task-headers.ts'
import type { Job } from '../state/job.ts'

/** A user task as it will be once its listeners are done, with their corrections so far. */
export interface UserTaskProperties {
  readonly userTaskKey: string
  /** The action of the command; empty if no command caused the change. */
  readonly action: string
  /** Names of the attributes that change. */
  readonly changedAttributes: readonly string[]
  readonly assignee: string | null
  readonly candidateGroups: readonly string[]
  readonly candidateUsers: readonly string[]
  readonly dueDate: string | null
  readonly followUpDate: string | null
  readonly formKey: string | null
  readonly priority: number
}

/** The user task that the job of a task listener is about; null for other jobs. */
export function userTaskProperties({ kind, owner }: Job): UserTaskProperties | null {
  const task = owner.live?.userTask
  if (kind !== 'TASK_LISTENER' || task?.transition === undefined) return null
  const { transition, form } = task
  const { assignee, candidateGroups, candidateUsers, dueDate, followUpDate, priority } = transition.attributes
  return {
    userTaskKey: keyOf(task.sequence),
    action: transition.requested.action,
    changedAttributes: changesOf(task, transition),
    assignee,
    candidateGroups,
    candidateUsers,
    dueDate,
    followUpDate,
    formKey: form === undefined ? null : keyOf(form.sequence),
    priority,
  }
}
