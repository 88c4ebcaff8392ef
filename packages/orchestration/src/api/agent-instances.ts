import type {
  CallOptions,
  DateFilter,
  DateTime,
  EnumFilter,
  Int,
  JsonObject,
  KeyFilter,
  NumberFilter,
  OpenEnum,
  Page,
  ReadOptions,
  Search,
  SearchAllOptions,
  TextFilter,
} from '@x/rest'
import type { DocumentReference } from './documents.ts'
import type {
  AgentDefinitionKey,
  AgentHistoryItemKey,
  AgentInstanceKey,
  ElementInstanceKey,
  JobKey,
  ProcessDefinitionId,
  ProcessDefinitionKey,
  ProcessInstanceKey,
  TenantId,
} from './identifiers.ts'

/** TODO(words) */
export interface AgentInstances {
  /**
   * TODO(words)
   *
   * @operation POST /agent-instances
   * @permission PROCESS_DEFINITION UPDATE_PROCESS_INSTANCE
   * @since 8.10
   */
  create(body: AgentInstanceCreationRequest, options?: CallOptions): Promise<AgentInstanceCreation>

  /**
   * TODO(words)
   *
   * @operation GET /agent-instances/{agentInstanceKey}
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.10
   * @eventuallyConsistent
   */
  get(agentInstanceKey: AgentInstanceKey, options?: ReadOptions<AgentInstance>): Promise<AgentInstance>

  /**
   * TODO(words)
   *
   * @operation PATCH /agent-instances/{agentInstanceKey}
   * @permission PROCESS_DEFINITION UPDATE_PROCESS_INSTANCE
   * @since 8.10
   */
  update(
    agentInstanceKey: AgentInstanceKey,
    body: AgentInstanceUpdateRequest,
    options?: CallOptions,
  ): Promise<UpdatedAgentInstance>

  /**
   * TODO(words)
   *
   * @operation POST /agent-instances/search
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.10
   * @paging cursor
   * @eventuallyConsistent
   */
  search(
    body?: Search<AgentInstanceFilter, AgentInstanceSortField>,
    options?: ReadOptions<Page<AgentInstance>>,
  ): Promise<Page<AgentInstance>>

  /** TODO(words) */
  searchAll(
    body?: Search<AgentInstanceFilter, AgentInstanceSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<AgentInstance, void, undefined>

  /**
   * TODO(words)
   *
   * @operation POST /agent-instances/{agentInstanceKey}/history/search
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.10
   * @paging cursor
   * @eventuallyConsistent
   */
  searchHistory(
    agentInstanceKey: AgentInstanceKey,
    body?: Search<AgentInstanceHistoryFilter, AgentInstanceHistorySortField>,
    options?: ReadOptions<Page<AgentInstanceHistoryEntry>>,
  ): Promise<Page<AgentInstanceHistoryEntry>>

  /** TODO(words) */
  searchHistoryAll(
    agentInstanceKey: AgentInstanceKey,
    body?: Search<AgentInstanceHistoryFilter, AgentInstanceHistorySortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<AgentInstanceHistoryEntry, void, undefined>
}

export interface AgentInstanceCreation {
  readonly agentInstanceKey: AgentInstanceKey
  readonly createdHistory: readonly AgentInstanceCreatedHistoryItem[]
}

export interface AgentInstanceCreatedHistoryItem {
  /** @minLength 1 @maxLength 256 */
  readonly historyItemId: string
  readonly historyItemKey: AgentHistoryItemKey
  readonly isDuplicate: boolean
}

export interface AgentInstanceCreationRequest {
  readonly elementInstanceKey: ElementInstanceKey
  readonly jobKey: JobKey
  /** @minLength 1 */
  readonly jobLeaseToken: string
  readonly history: readonly AgentInstanceHistoryItem[]
}

export interface AgentInstanceHistoryItem {
  /** @minLength 1 @maxLength 256 */
  readonly historyItemId: string
  /** @minimum 1 */
  readonly loopIteration: Int
  readonly role: AgentInstanceHistoryRole
  readonly content: readonly AgentInstanceMessageContent[]
  readonly toolCalls?: readonly AgentInstanceToolCall[] | null | undefined
  readonly metrics?: AgentInstanceHistoryItemMetricsRequest | null | undefined
  readonly producedAt: DateTime
  readonly tools?: readonly AgentTool[] | null | undefined
  readonly model?: string | undefined
  readonly provider?: string | undefined
  readonly limits?: AgentInstanceLimits | undefined
  readonly systemPrompt?: readonly AgentInstanceMessageContent[] | null | undefined
}

export type AgentInstanceHistoryRole = 'USER' | 'ASSISTANT' | 'TOOL_RESULT' | 'CONFIGURATION'

export type AgentInstanceMessageContent =
  | AgentInstanceTextContent
  | AgentInstanceDocumentContent
  | AgentInstanceObjectContent

export interface AgentInstanceTextContent {
  readonly contentType: string
  readonly text: string
}

export interface AgentInstanceDocumentContent {
  readonly contentType: string
  readonly documentReference: DocumentReference
}

export interface AgentInstanceObjectContent {
  readonly contentType: string
  readonly object: unknown
}

export interface AgentInstanceToolCall {
  readonly toolCallId: string
  readonly toolName: string
  readonly elementId: string | null
  readonly arguments: JsonObject | null
}

export interface AgentInstanceHistoryItemMetricsRequest {
  readonly inputTokens?: Int | null | undefined
  readonly outputTokens?: Int | null | undefined
  readonly durationMs?: Int | null | undefined
  readonly reasoningTokenCount?: Int | null | undefined
  readonly cacheCreationTokenCount?: Int | null | undefined
  readonly cacheReadTokenCount?: Int | null | undefined
}

export interface AgentTool {
  readonly name: string
  readonly description: string | null
  readonly elementId: string | null
}

export interface AgentInstanceLimits {
  readonly maxModelCalls: Int
  readonly maxToolCalls: Int
  readonly maxTokens: Int
}

export interface AgentInstance {
  readonly agentInstanceKey: AgentInstanceKey
  readonly agentDefinitionKey: AgentDefinitionKey
  readonly status: OpenEnum<AgentInstanceStatus>
  readonly definition: AgentInstanceDefinition
  readonly metrics: AgentInstanceMetrics
  readonly limits: AgentInstanceLimits
  readonly tools: readonly AgentTool[]
  readonly elementId: string
  readonly processInstanceKey: ProcessInstanceKey
  readonly rootProcessInstanceKey: ProcessInstanceKey
  readonly processDefinitionKey: ProcessDefinitionKey
  readonly processDefinitionId: ProcessDefinitionId
  readonly processDefinitionVersion: Int
  readonly processDefinitionVersionTag: string | null
  readonly tenantId: TenantId
  readonly creationDate: DateTime
  readonly lastUpdatedDate: DateTime
  readonly completionDate: DateTime | null
  readonly elementInstanceKeys: readonly ElementInstanceKey[]
}

export type AgentInstanceStatus =
  | 'UNKNOWN'
  | 'COMPLETED'
  | 'IDLE'
  | 'INITIALIZING'
  | 'THINKING'
  | 'TOOL_CALLING'
  | 'TOOL_DISCOVERY'

export interface AgentInstanceDefinition {
  readonly model: string
  readonly provider: string
  readonly systemPrompt: readonly AgentInstanceMessageContent[]
}

export interface AgentInstanceMetrics {
  readonly inputTokens: Int
  readonly outputTokens: Int
  readonly modelCalls: Int
  readonly toolCalls: Int
  readonly reasoningTokenCount: Int
  readonly cacheCreationTokenCount: Int
  readonly cacheReadTokenCount: Int
}

export interface UpdatedAgentInstance {
  readonly createdHistory: readonly AgentInstanceCreatedHistoryItem[]
}

export interface AgentInstanceUpdateRequest {
  readonly elementInstanceKey: ElementInstanceKey
  readonly status?: AgentInstanceUpdateStatus | undefined
  readonly jobKey: JobKey
  /** @minLength 1 */
  readonly jobLeaseToken: string
  readonly history?: readonly AgentInstanceHistoryItem[] | null | undefined
}

export type AgentInstanceUpdateStatus = 'IDLE' | 'THINKING' | 'TOOL_CALLING' | 'TOOL_DISCOVERY'

export interface AgentInstanceFilter {
  readonly agentInstanceKey?: KeyFilter<AgentInstanceKey> | undefined
  readonly agentDefinitionKey?: KeyFilter<AgentDefinitionKey> | undefined
  readonly status?: EnumFilter<AgentInstanceStatus> | undefined
  readonly elementId?: TextFilter | undefined
  readonly processInstanceKey?: KeyFilter<ProcessInstanceKey> | undefined
  readonly rootProcessInstanceKey?: KeyFilter<ProcessInstanceKey> | undefined
  readonly processDefinitionKey?: KeyFilter<ProcessDefinitionKey> | undefined
  readonly tenantId?: TextFilter | undefined
  readonly creationDate?: DateFilter | undefined
  readonly lastUpdatedDate?: DateFilter | undefined
  readonly completionDate?: DateFilter | undefined
  readonly elementInstanceKeys?: readonly KeyFilter<ElementInstanceKey>[] | undefined
  readonly processDefinitionId?: TextFilter | undefined
  readonly processDefinitionVersion?: NumberFilter | undefined
  readonly processDefinitionVersionTag?: TextFilter | undefined
}

export type AgentInstanceSortField =
  | 'agentInstanceKey'
  | 'agentDefinitionKey'
  | 'status'
  | 'elementId'
  | 'processInstanceKey'
  | 'rootProcessInstanceKey'
  | 'processDefinitionKey'
  | 'tenantId'
  | 'creationDate'
  | 'lastUpdatedDate'
  | 'completionDate'

export interface AgentInstanceHistoryEntry {
  readonly historyItemKey: AgentHistoryItemKey
  /** @minLength 1 @maxLength 256 */
  readonly historyItemId: string
  readonly agentInstanceKey: AgentInstanceKey
  readonly elementInstanceKey: ElementInstanceKey
  readonly jobKey: JobKey
  /** @minLength 1 */
  readonly jobLeaseToken: string
  /** @minimum 1 */
  readonly loopIteration: Int
  readonly role: OpenEnum<AgentInstanceHistoryRole>
  readonly content: readonly AgentInstanceMessageContent[]
  readonly toolCalls: readonly AgentInstanceToolCall[]
  readonly metrics: AgentInstanceHistoryItemMetrics | null
  readonly commitStatus: OpenEnum<AgentInstanceHistoryCommitStatus>
  readonly producedAt: DateTime
  readonly tools: readonly AgentTool[]
  readonly model: string | null
  readonly provider: string | null
  readonly limits: AgentInstanceLimits
  readonly systemPrompt: readonly AgentInstanceMessageContent[]
}

export interface AgentInstanceHistoryItemMetrics {
  readonly inputTokens: Int | null
  readonly outputTokens: Int | null
  readonly durationMs: Int | null
  readonly reasoningTokenCount: Int | null
  readonly cacheCreationTokenCount: Int | null
  readonly cacheReadTokenCount: Int | null
}

export type AgentInstanceHistoryCommitStatus = 'COMMITTED' | 'PENDING' | 'DISCARDED'

export interface AgentInstanceHistoryFilter {
  readonly historyItemKey?: KeyFilter<AgentHistoryItemKey> | undefined
  readonly role?: AgentInstanceHistoryRoleFilter | undefined
  readonly elementInstanceKey?: KeyFilter<ElementInstanceKey> | undefined
  readonly jobKey?: KeyFilter<JobKey> | undefined
  readonly loopIteration?: NumberFilter | undefined
  readonly commitStatus?: AgentInstanceHistoryCommitStatusFilter | undefined
  readonly producedAt?: DateFilter | undefined
}

export type AgentInstanceHistoryRoleFilter = AgentInstanceHistoryRole | AgentInstanceHistoryRoleConditions

export interface AgentInstanceHistoryRoleConditions {
  readonly $eq?: AgentInstanceHistoryRole | undefined
  readonly $neq?: AgentInstanceHistoryRole | undefined
  readonly $exists?: boolean | undefined
  readonly $in?: readonly AgentInstanceHistoryRole[] | undefined
}

export type AgentInstanceHistoryCommitStatusFilter =
  | AgentInstanceHistoryCommitStatus
  | AgentInstanceHistoryCommitStatusConditions

export interface AgentInstanceHistoryCommitStatusConditions {
  readonly $eq?: AgentInstanceHistoryCommitStatus | undefined
  readonly $neq?: AgentInstanceHistoryCommitStatus | undefined
  readonly $exists?: boolean | undefined
  readonly $in?: readonly AgentInstanceHistoryCommitStatus[] | undefined
}

export type AgentInstanceHistorySortField = 'producedAt' | 'historyItemKey' | 'loopIteration'
