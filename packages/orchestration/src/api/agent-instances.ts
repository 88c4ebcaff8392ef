import type {
  CallOptions,
  DateFilter,
  DateTime,
  EnumFilter,
  Int,
  KeyFilter,
  NumberFilter,
  OpenEnum,
  Page,
  ReadOptions,
  Search,
  SearchAllOptions,
  TextFilter,
} from '@x/rest'
import type {
  AgentHistoryFilter,
  AgentHistoryItem,
  AgentHistorySortField,
  AgentLimits,
  AgentMessageContent,
  AgentTool,
  CreatedAgentHistoryItem,
  NewAgentHistoryItem,
} from './agent-history.ts'
import type {
  AgentDefinitionKey,
  AgentInstanceKey,
  ElementInstanceKey,
  JobKey,
  ProcessDefinitionId,
  ProcessDefinitionKey,
  ProcessInstanceKey,
  TenantId,
} from './identifiers.ts'
import type { JobLeaseToken } from './job-activation.ts'

/** AI agents in running process instances. `create` and `update` are for the workers that run them. */
export interface AgentInstances {
  /**
   * Creates an agent instance for an element instance, and returns its key. Call it from the job worker of the agent, with
   * the key and lease token of the job.
   *
   * @operation POST /agent-instances
   * @permission PROCESS_DEFINITION UPDATE_PROCESS_INSTANCE
   * @since 8.10
   * @throws {ApiError} 404 if the element instance is not active; 409 if it has an agent instance already
   */
  create(body: CreateAgentInstanceRequest, options?: CallOptions): Promise<CreatedAgentInstance>

  /**
   * Returns one agent instance. A new one becomes visible a moment after it is created.
   *
   * @operation GET /agent-instances/{agentInstanceKey}
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.10
   * @eventuallyConsistent
   * @throws {ApiError} 404 if it does not exist or is not visible yet
   *
   * @example
   * const { status, metrics } = await camunda.agentInstances.get('2251799813685254', { waitFor: true })
   * console.log(status, metrics.modelCalls, metrics.inputTokens + metrics.outputTokens)
   */
  get(agentInstanceKey: AgentInstanceKey, options?: ReadOptions<AgentInstance>): Promise<AgentInstance>

  /**
   * Sets the status of an agent instance and appends items to its history, in their order. Metrics of the items are
   * added to those of the instance; the tools of a `CONFIGURATION` item replace the current tools. It can be retried:
   * items with the same id are not appended twice.
   *
   * @operation PATCH /agent-instances/{agentInstanceKey}
   * @permission PROCESS_DEFINITION UPDATE_PROCESS_INSTANCE
   * @since 8.10
   * @throws {ApiError} 404 if it does not exist
   */
  update(
    agentInstanceKey: AgentInstanceKey,
    body: UpdateAgentInstanceRequest,
    options?: CallOptions,
  ): Promise<UpdatedAgentInstance>

  /**
   * Returns one page of the matching agent instances, without their history, which `searchHistory` returns.
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

  /**
   * Returns all matching agent instances one by one, and requests the next page while you work on the current one.
   *
   * @example
   * const query = { filter: { processInstanceKey: '2251799813685254' } }
   * for await (const agent of camunda.agentInstances.searchAll(query)) console.log(agent.elementId, agent.status)
   */
  searchAll(
    body?: Search<AgentInstanceFilter, AgentInstanceSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<AgentInstance, void, undefined>

  /**
   * Returns one page of the history of an agent instance: messages, tool calls and their results. By default, only items of
   * completed jobs.
   *
   * @operation POST /agent-instances/{agentInstanceKey}/history/search
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.10
   * @paging cursor
   * @eventuallyConsistent
   * @throws {ApiError} 404 if the agent instance does not exist
   */
  searchHistory(
    agentInstanceKey: AgentInstanceKey,
    body?: Search<AgentHistoryFilter, AgentHistorySortField>,
    options?: ReadOptions<Page<AgentHistoryItem>>,
  ): Promise<Page<AgentHistoryItem>>

  /**
   * Returns all matching items of the history one by one, and requests the next page while you work on the current one.
   *
   * @example
   * const query = { sort: [{ field: 'historyItemKey' }] } as const
   * for await (const { role, content } of camunda.agentInstances.searchHistoryAll('2251799813685254', query)) {
   *   for (const part of content) if (part.contentType === 'TEXT') console.log(role, part.text)
   * }
   */
  searchHistoryAll(
    agentInstanceKey: AgentInstanceKey,
    body?: Search<AgentHistoryFilter, AgentHistorySortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<AgentHistoryItem, void, undefined>
}

/** A new agent instance. */
export interface CreateAgentInstanceRequest {
  /** The active instance of an AI agent task or sub-process. */
  readonly elementInstanceKey: ElementInstanceKey
  /** The job that the agent runs in. */
  readonly jobKey: JobKey
  /** The lease token of the activated job. */
  readonly jobLeaseToken: JobLeaseToken
  /**
   * The beginning of the history: a `CONFIGURATION` item with model, provider and system prompt, and `USER` items. They
   * have no token counts.
   */
  readonly history: readonly NewAgentHistoryItem[]
}

/** Result of an update. */
export interface UpdatedAgentInstance {
  /** One for each item, in their order. */
  readonly createdHistory: readonly CreatedAgentHistoryItem[]
}

/** Result of creating an agent instance. */
export interface CreatedAgentInstance extends UpdatedAgentInstance {
  readonly agentInstanceKey: AgentInstanceKey
}

/** A change of an agent instance. */
export interface UpdateAgentInstanceRequest {
  /** The element instance that is active now. It may be another one than before, if the element was entered again. */
  readonly elementInstanceKey: ElementInstanceKey
  readonly status?: AgentInstanceUpdateStatus | undefined
  /** The job that the agent runs in. */
  readonly jobKey: JobKey
  /** The lease token of the activated job. */
  readonly jobLeaseToken: JobLeaseToken
  /** Items to append. */
  readonly history?: readonly NewAgentHistoryItem[] | null | undefined
}

/** An AI agent in a process instance. */
export interface AgentInstance {
  readonly agentInstanceKey: AgentInstanceKey
  readonly agentDefinitionKey: AgentDefinitionKey
  readonly status: OpenEnum<AgentInstanceStatus>
  /** Current definition: a `CONFIGURATION` item changes it. */
  readonly definition: AgentInstanceDefinition
  /** Over all rounds. */
  readonly metrics: AgentMetrics
  readonly limits: AgentLimits
  readonly tools: readonly AgentTool[]
  /** Id of the element in the BPMN that is the agent. */
  readonly elementId: string
  readonly processInstanceKey: ProcessInstanceKey
  /** The instance at the top of the call hierarchy. */
  readonly rootProcessInstanceKey: ProcessInstanceKey
  readonly processDefinitionKey: ProcessDefinitionKey
  readonly processDefinitionId: ProcessDefinitionId
  readonly processDefinitionVersion: Int
  readonly processDefinitionVersionTag: string | null
  readonly tenantId: TenantId
  readonly creationDate: DateTime
  readonly lastUpdatedDate: DateTime
  /** Null while it is running. */
  readonly completionDate: DateTime | null
  /** More than one if the element was entered again. */
  readonly elementInstanceKeys: readonly ElementInstanceKey[]
}

/** States of an agent instance. */
export type AgentInstanceStatus =
  | 'UNKNOWN'
  | 'COMPLETED'
  | 'IDLE'
  | 'INITIALIZING'
  | 'THINKING'
  | 'TOOL_CALLING'
  | 'TOOL_DISCOVERY'

/** States that an update can set. The engine sets the others. */
export type AgentInstanceUpdateStatus = 'IDLE' | 'THINKING' | 'TOOL_CALLING' | 'TOOL_DISCOVERY'

/** The model of an agent instance, and its instructions. */
export interface AgentInstanceDefinition {
  /** Such as `gpt-4o`. */
  readonly model: string
  /** Such as `openai` or `anthropic`. */
  readonly provider: string
  readonly systemPrompt: readonly AgentMessageContent[]
}

/** Usage of an agent instance so far. */
export interface AgentMetrics {
  readonly inputTokens: Int
  readonly outputTokens: Int
  readonly modelCalls: Int
  readonly toolCalls: Int
  readonly reasoningTokenCount: Int
  /** Tokens written to the model's prompt cache. */
  readonly cacheCreationTokenCount: Int
  /** Tokens read from the model's prompt cache. */
  readonly cacheReadTokenCount: Int
}

/** Conditions on agent instances; all must be met. */
export interface AgentInstanceFilter {
  readonly agentInstanceKey?: KeyFilter<AgentInstanceKey> | undefined
  readonly agentDefinitionKey?: KeyFilter<AgentDefinitionKey> | undefined
  readonly status?: EnumFilter<AgentInstanceStatus> | undefined
  readonly elementId?: TextFilter | undefined
  readonly processInstanceKey?: KeyFilter<ProcessInstanceKey> | undefined
  /** For the agents of a whole call hierarchy. */
  readonly rootProcessInstanceKey?: KeyFilter<ProcessInstanceKey> | undefined
  readonly processDefinitionKey?: KeyFilter<ProcessDefinitionKey> | undefined
  readonly tenantId?: TextFilter | undefined
  readonly creationDate?: DateFilter | undefined
  readonly lastUpdatedDate?: DateFilter | undefined
  readonly completionDate?: DateFilter | undefined
  /** The agent instance must have all of them. */
  readonly elementInstanceKeys?: readonly KeyFilter<ElementInstanceKey>[] | undefined
  readonly processDefinitionId?: TextFilter | undefined
  readonly processDefinitionVersion?: NumberFilter | undefined
  readonly processDefinitionVersionTag?: TextFilter | undefined
}

/** Fields to sort agent instances by. */
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
