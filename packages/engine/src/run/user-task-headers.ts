import { keyOf } from '../keys.ts'
import { RESERVED_HEADER } from '../model/read-user-task.ts'
import type { Form } from '../state/deployed-file.ts'
import type { Transition, UserTask, UserTaskAttributes } from '../state/user-task.ts'
import { changedAttributes } from './user-task-attributes.ts'

type Headers = Readonly<Record<string, string>>

/** The headers with which a job describes its user task. */
export function userTaskJobHeaders(attributes: UserTaskAttributes, form: Form | undefined): Headers {
  const { assignee, candidateGroups, candidateUsers, dueDate, followUpDate } = attributes
  return reserved({
    assignee: assignee ?? '',
    candidateGroups: listText(candidateGroups),
    candidateUsers: listText(candidateUsers),
    dueDate: dueDate ?? '',
    followUpDate: followUpDate ?? '',
    formKey: form === undefined ? '' : keyOf(form.sequence),
  })
}

/** The headers of a task listener's job: the task as it will be, and the changed attributes. */
export function taskListenerHeaders(task: UserTask, transition: Transition): Headers {
  return {
    ...userTaskJobHeaders(transition.attributes, task.form),
    ...reserved({
      action: transition.requested.action,
      changedAttributes: listText(changesOf(task, transition)),
      priority: String(transition.attributes.priority),
      userTaskKey: keyOf(task.sequence),
    }),
  }
}

/** The attributes that a transition changes, including the corrections of its listeners. */
export function changesOf({ attributes }: UserTask, transition: Transition): readonly string[] {
  const { event, variables } = transition.requested
  if (event === 'creating' || event === 'canceling') return NO_CHANGES
  const changed = changedAttributes(attributes, transition.attributes)
  return event === 'updating' && variables !== undefined ? [...changed, 'variables'] : changed
}

const NO_CHANGES: readonly string[] = []

/** Adds the prefix, and omits empty values. */
function reserved(values: Headers): Headers {
  const entries = Object.entries(values).filter(([, value]) => value !== '')
  return Object.fromEntries(entries.map(([name, value]) => [RESERVED_HEADER + name, value]))
}

/** A list in FEEL syntax; empty text for an empty list. */
function listText(names: readonly string[]): string {
  return names.length === 0 ? '' : JSON.stringify(names)
}
