import type {
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
import type { AgentDefinitionKey, ProcessDefinitionId, ProcessDefinitionKey, TenantId } from './identifiers.ts'
import type { EnumFilterWithNotIn } from './shared.ts'

/** AI agents in deployed processes: the elements of their BPMN that are agents. */
export interface AgentDefinitions {
  /**
   * Returns one agent definition. A deployment creates it; it becomes visible a moment later.
   *
   * @operation GET /agent-definitions/{agentDefinitionKey}
   * @permission PROCESS_DEFINITION READ_PROCESS_DEFINITION
   * @since 8.10
   * @eventuallyConsistent
   * @throws {ApiError} 404 if it does not exist or is not visible yet
   */
  get(agentDefinitionKey: AgentDefinitionKey, options?: ReadOptions<AgentDefinition>): Promise<AgentDefinition>

  /**
   * Returns one page of the matching agent definitions. Without a filter, it returns all that the client may read.
   *
   * @operation POST /agent-definitions/search
   * @permission PROCESS_DEFINITION READ_PROCESS_DEFINITION
   * @since 8.10
   * @paging cursor
   * @eventuallyConsistent
   */
  search(
    body?: Search<AgentDefinitionFilter, AgentDefinitionSortField>,
    options?: ReadOptions<Page<AgentDefinition>>,
  ): Promise<Page<AgentDefinition>>

  /**
   * Returns all matching agent definitions one by one, and requests the next page while you work on the current one.
   *
   * @example
   * const query = { filter: { processDefinitionId: 'order' } }
   * for await (const agent of camunda.agentDefinitions.searchAll(query)) {
   *   console.log(agent.name, agent.agentType, agent.processDefinitionVersion)
   * }
   */
  searchAll(
    body?: Search<AgentDefinitionFilter, AgentDefinitionSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<AgentDefinition, void, undefined>
}

/** An AI agent in one version of a process. */
export interface AgentDefinition {
  /** Each version of the process has its own. */
  readonly agentDefinitionKey: AgentDefinitionKey
  readonly agentType: OpenEnum<AgentDefinitionType>
  /** Name of the element, or its id if it has none. */
  readonly name: string
  /** Id of the element in the BPMN. */
  readonly elementId: string
  readonly processDefinitionId: ProcessDefinitionId
  readonly processDefinitionKey: ProcessDefinitionKey
  readonly processDefinitionVersion: Int
  readonly processDefinitionVersionTag: string | null
  readonly tenantId: TenantId
}

/** Kinds of agents. */
export type AgentDefinitionType = 'AI_AGENT_SUB_PROCESS' | 'AI_AGENT_TASK' | 'EXTERNAL_AGENT'

/** Conditions on agent definitions; all must be met. */
export interface AgentDefinitionFilter {
  readonly agentDefinitionKey?: KeyFilter<AgentDefinitionKey> | undefined
  readonly agentType?: EnumFilterWithNotIn<AgentDefinitionType> | undefined
  readonly name?: TextFilter | undefined
  readonly elementId?: TextFilter | undefined
  readonly processDefinitionId?: TextFilter | undefined
  readonly processDefinitionKey?: KeyFilter<ProcessDefinitionKey> | undefined
  readonly processDefinitionVersion?: NumberFilter | undefined
  readonly processDefinitionVersionTag?: TextFilter | undefined
  readonly tenantId?: TextFilter | undefined
}

/** Fields to sort agent definitions by. */
export type AgentDefinitionSortField =
  | 'agentDefinitionKey'
  | 'agentType'
  | 'name'
  | 'elementId'
  | 'processDefinitionId'
  | 'processDefinitionKey'
  | 'processDefinitionVersion'
  | 'processDefinitionVersionTag'
  | 'tenantId'
