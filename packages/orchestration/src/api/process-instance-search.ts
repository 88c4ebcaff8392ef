import type { DateFilter, DateTime, EnumFilter, Int, KeyFilter, NumberFilter, OpenEnum, TextFilter } from '@x/rest'
import type { ElementInstanceState } from './element-instances.ts'
import type {
  BusinessId,
  ElementInstanceKey,
  ProcessDefinitionId,
  ProcessDefinitionKey,
  ProcessInstanceKey,
  Tags,
  TenantId,
} from './identifiers.ts'
import type { VariableValueFilter } from './variables.ts'

/** A state of process instances. */
export type ProcessInstanceState = 'ACTIVE' | 'COMPLETED' | /** @since 8.10 */ 'SUSPENDED' | 'TERMINATED'

/** A running or finished instance of a process. */
export interface ProcessInstance {
  readonly processInstanceKey: ProcessInstanceKey
  readonly processDefinitionId: ProcessDefinitionId
  readonly processDefinitionName: string | null
  readonly processDefinitionVersion: Int
  readonly processDefinitionVersionTag: string | null
  readonly processDefinitionKey: ProcessDefinitionKey
  readonly state: OpenEnum<ProcessInstanceState>
  readonly startDate: DateTime
  /** When it was completed or terminated; null before. */
  readonly endDate: DateTime | null
  /** When it was suspended; null unless it is suspended now. @since 8.10 */
  readonly suspendedDate?: DateTime | null | undefined
  readonly hasIncident: boolean
  readonly tenantId: TenantId
  /** The instance that called this one; null for a root instance. */
  readonly parentProcessInstanceKey: ProcessInstanceKey | null
  /** The call activity in the instance that called this one; null for a root instance. */
  readonly parentElementInstanceKey: ElementInstanceKey | null
  /** The instance at the top of the call hierarchy; null if it was started before Camunda 8.9. @since 8.9 */
  readonly rootProcessInstanceKey?: ProcessInstanceKey | null | undefined
  readonly tags: Tags
  /** @since 8.9 */
  readonly businessId?: BusinessId | null | undefined
}

/** Conditions on a process instance and on what happens in it; all must be met. */
export interface ProcessInstanceFilterBase {
  readonly startDate?: DateFilter | undefined
  readonly endDate?: DateFilter | undefined
  readonly state?: EnumFilter<ProcessInstanceState> | undefined
  readonly hasIncident?: boolean | undefined
  /** @since 8.10 */
  readonly suspendedDate?: DateFilter | undefined
  readonly tenantId?: TextFilter | undefined
  readonly variables?: readonly VariableValueFilter[] | undefined
  readonly processInstanceKey?: KeyFilter<ProcessInstanceKey> | undefined
  /** `{ $exists: false }` matches root instances. */
  readonly parentProcessInstanceKey?: KeyFilter<ProcessInstanceKey> | undefined
  readonly parentElementInstanceKey?: KeyFilter<ElementInstanceKey> | undefined
  /** @deprecated Use `batchOperationKey`. With both, the server responds with 400. */
  readonly batchOperationId?: TextFilter | undefined
  /** The batch operation that the instance belongs to. */
  readonly batchOperationKey?: TextFilter | undefined
  /** The message of an error in the instance. */
  readonly errorMessage?: TextFilter | undefined
  /** Whether it has failed jobs with retries left. */
  readonly hasRetriesLeft?: boolean | undefined
  /** The state of an element instance in it. */
  readonly elementInstanceState?: EnumFilter<ElementInstanceState> | undefined
  /** The id of an element that it has reached. */
  readonly elementId?: TextFilter | undefined
  /** Whether an element instance in it has an incident. */
  readonly hasElementInstanceIncident?: boolean | undefined
  /** Identifies an error; `incidents.getStatisticsByError` returns it. */
  readonly incidentErrorHashCode?: NumberFilter | undefined
  readonly tags?: Tags | undefined
  /** @since 8.9 */
  readonly businessId?: TextFilter | undefined
}

/** Conditions on a process instance and its process definition; all must be met. */
export interface ProcessInstanceFilterFields extends ProcessInstanceFilterBase {
  readonly processDefinitionId?: TextFilter | undefined
  readonly processDefinitionName?: TextFilter | undefined
  readonly processDefinitionVersion?: NumberFilter | undefined
  readonly processDefinitionVersionTag?: TextFilter | undefined
  readonly processDefinitionKey?: KeyFilter<ProcessDefinitionKey> | undefined
}

/** Conditions on process instances; all must be met. */
export interface ProcessInstanceFilter extends ProcessInstanceFilterFields {
  /** Alternatives: at least one must also be met. Complex ones slow the search down. */
  readonly $or?: readonly ProcessInstanceFilterFields[] | undefined
}

/** Fields to sort process instances by. */
export type ProcessInstanceSortField =
  | 'processInstanceKey'
  | 'processDefinitionId'
  | 'processDefinitionName'
  | 'processDefinitionVersion'
  | 'processDefinitionVersionTag'
  | 'processDefinitionKey'
  | 'parentProcessInstanceKey'
  | 'parentElementInstanceKey'
  | 'startDate'
  | 'endDate'
  | /** @since 8.10 */ 'suspendedDate'
  | 'state'
  | 'hasIncident'
  | 'tenantId'
  | 'businessId'
