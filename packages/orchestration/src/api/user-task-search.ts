import type { DateFilter, DateTime, EnumFilter, Int, KeyFilter, NumberFilter, OpenEnum, TextFilter } from '@x/rest'
import type {
  BusinessId,
  ElementInstanceKey,
  FormKey,
  ProcessDefinitionId,
  ProcessDefinitionKey,
  ProcessInstanceKey,
  Tags,
  TenantId,
  UserTaskKey,
} from './identifiers.ts'
import type { VariableValueFilter } from './variables.ts'

/**
 * State of a user task. In `CREATED`, it waits for a person, assigned or not; in a state that ends with `ING`, a task
 * listener is running. `FAILED` occurs only for tasks of job workers, the older kind.
 */
export type UserTaskState =
  | 'CREATING'
  | 'CREATED'
  | 'ASSIGNING'
  | 'UPDATING'
  | 'COMPLETING'
  | 'COMPLETED'
  | 'CANCELING'
  | 'CANCELED'
  | 'FAILED'

/** A user task. */
export interface UserTask {
  readonly userTaskKey: UserTaskKey
  /** Name of the element in the BPMN; null if it has none. */
  readonly name: string | null
  readonly state: OpenEnum<UserTaskState>
  /** User that works on it; null if unassigned. */
  readonly assignee: string | null
  /** Users that may claim it. */
  readonly candidateUsers: readonly string[]
  /** Groups whose members may claim it. */
  readonly candidateGroups: readonly string[]
  /** A higher number is more urgent; 50 unless the BPMN sets another one. @minimum 0 @maximum 100 */
  readonly priority: Int
  readonly creationDate: DateTime
  /** Null until it is completed. */
  readonly completionDate: DateTime | null
  readonly dueDate: DateTime | null
  /** The follow-up date. */
  readonly followUpDate: DateTime | null
  /** Key of the deployed form; null if it has none. */
  readonly formKey: FormKey | null
  /** Reference to a form of your own application, from the BPMN. */
  readonly externalFormReference: string | null
  /** Headers that the element has in the BPMN. */
  readonly customHeaders: Record<string, string>
  /** Id of the element in the BPMN. */
  readonly elementId: string
  readonly elementInstanceKey: ElementInstanceKey
  readonly processInstanceKey: ProcessInstanceKey
  /** The instance at the top of the call hierarchy; null if it was started before Camunda 8.9. @since 8.9 */
  readonly rootProcessInstanceKey?: ProcessInstanceKey | null | undefined
  readonly processDefinitionId: ProcessDefinitionId
  readonly processDefinitionKey: ProcessDefinitionKey
  readonly processDefinitionVersion: Int
  /** Name of the process in the BPMN; null if it has none. */
  readonly processName: string | null
  /** Business id of the process instance; null if it has none or the task is older than Camunda 8.10. @since 8.10 */
  readonly businessId?: BusinessId | null | undefined
  /** Tags of the process instance. @since 8.9 */
  readonly tags?: Tags | undefined
  readonly tenantId: TenantId
}

/** Conditions on user tasks; all must be met. */
export interface UserTaskFilterFields {
  readonly userTaskKey?: UserTaskKey | undefined
  /** Finds no tasks older than Camunda 8.8. */
  readonly name?: TextFilter | undefined
  readonly state?: EnumFilter<UserTaskState> | undefined
  /** `{ $exists: false }` finds unassigned tasks. */
  readonly assignee?: TextFilter | undefined
  readonly candidateUser?: TextFilter | undefined
  readonly candidateGroup?: TextFilter | undefined
  readonly priority?: NumberFilter | undefined
  readonly creationDate?: DateFilter | undefined
  readonly completionDate?: DateFilter | undefined
  readonly dueDate?: DateFilter | undefined
  readonly followUpDate?: DateFilter | undefined
  readonly elementId?: string | undefined
  readonly elementInstanceKey?: ElementInstanceKey | undefined
  readonly processInstanceKey?: KeyFilter<ProcessInstanceKey> | undefined
  readonly processDefinitionId?: TextFilter | undefined
  readonly processDefinitionKey?: KeyFilter<ProcessDefinitionKey> | undefined
  /** Variables that the process instance must have; their values are compared as JSON. */
  readonly processInstanceVariables?: readonly VariableValueFilter[] | undefined
  /** Local variables that the task must have; their values are compared as JSON. */
  readonly localVariables?: readonly VariableValueFilter[] | undefined
  /** Finds no tasks older than Camunda 8.10. @since 8.10 */
  readonly businessId?: TextFilter | undefined
  /** @since 8.9 */
  readonly tags?: Tags | undefined
  readonly tenantId?: TextFilter | undefined
}

/** Conditions on user tasks; all must be met. */
export interface UserTaskFilter extends UserTaskFilterFields {
  /** Alternatives: at least one must also be met. Slow on clusters with a lot of data. @since 8.10 */
  readonly $or?: readonly UserTaskFilterFields[] | undefined
}

/** Fields to sort user tasks by. */
export type UserTaskSortField =
  | 'creationDate'
  | 'completionDate'
  | 'followUpDate'
  | 'dueDate'
  | 'priority'
  | 'name'
  | /** @since 8.10 */ 'businessId'
