import type { DateInput, Int, JsonInput } from '@x/rest'

/** Who gets the user task. */
export interface AssignUserTaskRequest {
  /** Name of the user. Must not be empty; `unassign` removes the assignee. */
  readonly assignee?: string | undefined
  /** False fails if the task is assigned already. @defaultValue `true` */
  readonly allowOverride?: boolean | null | undefined
  /** What task listeners see as the action. @defaultValue `'assign'` */
  readonly action?: string | null | undefined
}

/** A change to a user task. */
export interface UpdateUserTaskRequest {
  readonly changeset?: UserTaskChangeset | null | undefined
  /** What task listeners see as the action. @defaultValue `'update'` */
  readonly action?: string | null | undefined
}

/** Changes to a user task. Members left out or null stay as they are. */
export interface UserTaskChangeset {
  /** The empty text removes it. */
  readonly dueDate?: DateInput | null | undefined
  /** The empty text removes it. */
  readonly followUpDate?: DateInput | null | undefined
  /** Replaces all; the empty list removes them. */
  readonly candidateUsers?: readonly string[] | null | undefined
  /** Replaces all; the empty list removes them. */
  readonly candidateGroups?: readonly string[] | null | undefined
  /** A higher number is more urgent. @minimum 0 @maximum 100 */
  readonly priority?: Int | null | undefined
}

/** The outcome of a user task. */
export interface CompleteUserTaskRequest {
  readonly variables?: JsonInput | null | undefined
  /** What task listeners see as the action, for example which button was clicked. @defaultValue `'complete'` */
  readonly action?: string | null | undefined
}
