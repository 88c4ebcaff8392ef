import type { DateInput, Int, JsonInput } from '@x/rest'

/** The new assignee of a user task. */
export interface AssignUserTaskRequest {
  /** Name of the user. Must not be empty; `unassign` removes the assignee. */
  readonly assignee?: string | undefined
  /** False to fail if the task is already assigned. @defaultValue `true` */
  readonly allowOverride?: boolean | null | undefined
  /** Action that task listeners receive. @defaultValue `'assign'` */
  readonly action?: string | null | undefined
}

/** A change to a user task. */
export interface UpdateUserTaskRequest {
  readonly changeset?: UserTaskChangeset | null | undefined
  /** Action that task listeners receive. @defaultValue `'update'` */
  readonly action?: string | null | undefined
}

/** Changes to a user task. Members that are undefined or null stay unchanged. */
export interface UserTaskChangeset {
  /** An empty string removes it. */
  readonly dueDate?: DateInput | '' | null | undefined
  /** An empty string removes it. */
  readonly followUpDate?: DateInput | '' | null | undefined
  /** Replaces all; an empty array removes them. */
  readonly candidateUsers?: readonly string[] | null | undefined
  /** Replaces all; an empty array removes them. */
  readonly candidateGroups?: readonly string[] | null | undefined
  /** A higher number is more urgent. @minimum 0 @maximum 100 */
  readonly priority?: Int | null | undefined
}

/** The outcome of a user task. */
export interface CompleteUserTaskRequest {
  readonly variables?: JsonInput | null | undefined
  /** Action that task listeners receive, for example the button that was clicked. @defaultValue `'complete'` */
  readonly action?: string | null | undefined
}
