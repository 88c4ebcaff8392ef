import type { DateTime, Int, JsonObject, OpenEnum } from '@x/rest'
import type { BackupStateCode, BackupType } from './backups.ts'
import type { ElementInstanceKey, OperationReference, ProcessDefinitionId, ProcessInstanceKey } from './identifiers.ts'

/** The body of a command that takes nothing but a reference. */
export interface CommandRequest {
  readonly operationReference?: OperationReference | undefined
}

export interface PartitionBackupInfo {
  /** @minimum 1 */
  readonly partitionId: Int
  readonly state: OpenEnum<BackupStateCode>
  readonly failureReason: string | null
  readonly createdAt: DateTime | null
  readonly lastUpdatedAt: DateTime | null
  readonly snapshotId: string | null
  readonly firstLogPosition: Int | null
  readonly checkpointPosition: Int | null
  /** @minimum 0 */
  readonly brokerId: Int | null
  readonly brokerVersion: string | null
}

export interface TakeRuntimeBackupRequest {
  /** @minimum 1 */
  readonly backupId?: Int | null | undefined
}

export interface RuntimeBackupState {
  readonly checkpointStates: readonly PartitionCheckpointState[]
  readonly backupStates: readonly PartitionBackupState[]
  readonly ranges: readonly PartitionBackupRange[]
}

export interface PartitionCheckpointState {
  /** @minimum 0 */
  readonly checkpointId: Int
  readonly checkpointType: OpenEnum<CheckpointType>
  /** @minimum 1 */
  readonly partitionId: Int
  readonly checkpointPosition: Int
  readonly checkpointTimestamp: DateTime
}

export type CheckpointType = 'MARKER' | 'SCHEDULED_BACKUP' | 'MANUAL_BACKUP'

export interface PartitionBackupState {
  /** @minimum 0 */
  readonly checkpointId: Int
  readonly checkpointType: OpenEnum<BackupType>
  /** @minimum 1 */
  readonly partitionId: Int | null
  readonly checkpointPosition: Int
  readonly firstLogPosition: Int
  readonly checkpointTimestamp: DateTime
}

export interface PartitionBackupRange {
  /** @minimum 1 */
  readonly partitionId: Int
  readonly start: PartitionBackupState | null
  readonly end: PartitionBackupState | null
}

export interface HistoryBackupSnapshotInfo {
  readonly snapshotName: string
  readonly state: string | null
  readonly startTime: DateTime | null
  readonly failures: readonly string[]
}

export interface TakeHistoryBackupRequest {
  /** @minimum 1 */
  readonly backupId: Int
}

export interface Partition {
  readonly partitionId: Int
  readonly role: OpenEnum<'leader' | 'follower' | 'inactive'>
  readonly health: OpenEnum<'healthy' | 'unhealthy' | 'dead'>
  /** @since 8.10 */
  readonly state?: OpenEnum<'unknown' | 'joining' | 'active' | 'leaving' | 'recovering' | 'learner'> | undefined
}

export type Mode = 'PROCESSING' | 'RECOVERING'

export interface RestoreRequest {
  readonly from?: DateTime | null | undefined
  readonly to?: DateTime | null | undefined
  readonly backupIds?: readonly Int[] | null | undefined
}

export interface StoredDocumentMetadata {
  readonly contentType: string
  readonly fileName: string
  readonly expiresAt: DateTime | null
  readonly size: Int
  readonly processDefinitionId: ProcessDefinitionId | null
  readonly processInstanceKey: ProcessInstanceKey | null
  readonly customProperties: JsonObject
}

export type BasicStringFilter = string | BasicStringConditions

export interface BasicStringConditions {
  readonly $eq?: string | undefined
  readonly $neq?: string | undefined
  readonly $exists?: boolean | undefined
  readonly $in?: readonly string[] | undefined
  readonly $notIn?: readonly string[] | undefined
}

export type OwnerType = 'USER' | 'CLIENT' | 'ROLE' | 'GROUP' | 'MAPPING_RULE' | 'UNSPECIFIED'

export type PermissionType =
  | 'ACCESS'
  | 'CANCEL_PROCESS_INSTANCE'
  | 'CLAIM'
  | 'CLAIM_USER_TASK'
  | 'COMPLETE'
  | 'COMPLETE_USER_TASK'
  | 'CREATE'
  | 'CREATE_BATCH_OPERATION_CANCEL_PROCESS_INSTANCE'
  | 'CREATE_BATCH_OPERATION_DELETE_DECISION_DEFINITION'
  | 'CREATE_BATCH_OPERATION_DELETE_DECISION_INSTANCE'
  | 'CREATE_BATCH_OPERATION_DELETE_PROCESS_DEFINITION'
  | 'CREATE_BATCH_OPERATION_DELETE_PROCESS_INSTANCE'
  | 'CREATE_BATCH_OPERATION_MIGRATE_PROCESS_INSTANCE'
  | 'CREATE_BATCH_OPERATION_MODIFY_PROCESS_INSTANCE'
  | 'CREATE_BATCH_OPERATION_RESOLVE_INCIDENT'
  | /** @since 8.10 */ 'CREATE_BATCH_OPERATION_SUSPEND_PROCESS_INSTANCE'
  | /** @since 8.10 */ 'CREATE_BATCH_OPERATION_UPDATE_JOB'
  | 'CREATE_DECISION_INSTANCE'
  | 'CREATE_PROCESS_INSTANCE'
  | 'CREATE_TASK_LISTENER'
  | 'DELETE'
  | 'DELETE_DECISION_INSTANCE'
  | 'DELETE_DRD'
  | 'DELETE_FORM'
  | 'DELETE_PROCESS'
  | 'DELETE_PROCESS_INSTANCE'
  | 'DELETE_RESOURCE'
  | 'DELETE_TASK_LISTENER'
  | 'EVALUATE'
  | 'MODIFY_PROCESS_INSTANCE'
  | /** @since 8.10 */ 'PAUSE'
  | 'READ'
  | 'READ_DECISION_DEFINITION'
  | 'READ_DECISION_INSTANCE'
  | 'READ_JOB_METRIC'
  | 'READ_PROCESS_DEFINITION'
  | 'READ_PROCESS_INSTANCE'
  | 'READ_USAGE_METRIC'
  | 'READ_USER_TASK'
  | 'READ_TASK_LISTENER'
  | /** @since 8.10 */ 'RESTORE'
  | /** @since 8.10 */ 'REVEAL'
  | /** @since 8.10 */ 'SUSPEND_PROCESS_INSTANCE'
  | 'UPDATE'
  | 'UPDATE_PROCESS_INSTANCE'
  | 'UPDATE_USER_TASK'
  | 'UPDATE_TASK_LISTENER'

export interface MatchedDecisionRuleItem {
  readonly ruleId: string
  readonly ruleIndex: Int
  readonly evaluatedOutputs: readonly EvaluatedDecisionOutputItem[]
}

export interface EvaluatedDecisionOutputItem {
  readonly outputId: string
  readonly outputName: string
  readonly outputValue: string
  /** @since 8.9 */
  readonly ruleId?: string | null | undefined
  /** @since 8.9 */
  readonly ruleIndex?: Int | null | undefined
}

export interface EvaluatedDecisionInputItem {
  readonly inputId: string
  readonly inputName: string
  readonly inputValue: string
}

export type ScopeKey = ProcessInstanceKey | ElementInstanceKey

export type SearchQueryPageRequest =
  | LimitPagination
  | OffsetPagination
  | CursorForwardPagination
  | CursorBackwardPagination

export interface LimitPagination {
  /** @minimum 1 @maximum 10000 */
  readonly limit?: Int | undefined
}

export interface OffsetPagination {
  /** @minimum 0 */
  readonly from?: Int | undefined
  /** @minimum 1 */
  readonly limit?: Int | undefined
}

export interface CursorForwardPagination {
  readonly after?: string | undefined
  /** @minimum 1 @maximum 10000 */
  readonly limit?: Int | undefined
}

export interface CursorBackwardPagination {
  readonly before?: string | undefined
  /** @minimum 1 @maximum 10000 */
  readonly limit?: Int | undefined
}

export type SortOrder = 'ASC' | 'DESC'

export interface CreateUserRequest {
  readonly password: string
  /** @minLength 1 @maxLength 256 */
  readonly username: string
  readonly name?: string | undefined
  readonly email?: string | undefined
}
