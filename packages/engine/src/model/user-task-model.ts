import type { Expression } from '../feel/expression.ts'
import type { TaskListenerEvent } from '../state/user-task.ts'
import type { BindingModel } from './activity-model.ts'
import type { JobModel } from './process-model.ts'

/** The attributes of a user task, which are evaluated when a token reaches it. */
export interface UserTaskModel {
  readonly assignee: Expression | undefined
  readonly candidateGroups: CandidatesModel | undefined
  readonly candidateUsers: CandidatesModel | undefined
  readonly dueDate: Expression | undefined
  readonly followUpDate: Expression | undefined
  readonly priority: Expression | undefined
  /** A form that is deployed separately. */
  readonly form: { readonly formId: Expression; readonly binding: BindingModel } | undefined
  /** A reference to a form that only the task application knows. */
  readonly externalFormReference: Expression | undefined
  readonly headers: Readonly<Record<string, string>>
  readonly listeners: Readonly<Record<TaskListenerEvent, readonly JobModel[]>>
}

/** Names as listed in the BPMN, or an expression that returns them. */
export type CandidatesModel = readonly string[] | Expression
