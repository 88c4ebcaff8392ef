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

/** TODO(words) */
export interface AgentDefinitions {
  /**
   * TODO(words)
   *
   * @operation GET /agent-definitions/{agentDefinitionKey}
   * @permission PROCESS_DEFINITION READ_PROCESS_DEFINITION
   * @since 8.10
   * @eventuallyConsistent
   */
  get(agentDefinitionKey: AgentDefinitionKey, options?: ReadOptions<AgentDefinition>): Promise<AgentDefinition>

  /**
   * TODO(words)
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

  /** TODO(words) */
  searchAll(
    body?: Search<AgentDefinitionFilter, AgentDefinitionSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<AgentDefinition, void, undefined>
}

export interface AgentDefinition {
  readonly agentDefinitionKey: AgentDefinitionKey
  readonly agentType: OpenEnum<AgentDefinitionType>
  readonly name: string
  readonly elementId: string
  readonly processDefinitionId: ProcessDefinitionId
  readonly processDefinitionKey: ProcessDefinitionKey
  readonly processDefinitionVersion: Int
  readonly processDefinitionVersionTag: string | null
  readonly tenantId: TenantId
}

export type AgentDefinitionType = 'AI_AGENT_SUB_PROCESS' | 'AI_AGENT_TASK' | 'EXTERNAL_AGENT'

export interface AgentDefinitionFilter {
  readonly agentDefinitionKey?: KeyFilter<AgentDefinitionKey> | undefined
  readonly agentType?: AgentDefinitionTypeFilter | undefined
  readonly name?: TextFilter | undefined
  readonly elementId?: TextFilter | undefined
  readonly processDefinitionId?: TextFilter | undefined
  readonly processDefinitionKey?: KeyFilter<ProcessDefinitionKey> | undefined
  readonly processDefinitionVersion?: NumberFilter | undefined
  readonly processDefinitionVersionTag?: TextFilter | undefined
  readonly tenantId?: TextFilter | undefined
}

export type AgentDefinitionTypeFilter = AgentDefinitionType | AgentDefinitionTypeConditions

export interface AgentDefinitionTypeConditions {
  readonly $eq?: AgentDefinitionType | undefined
  readonly $neq?: AgentDefinitionType | undefined
  readonly $exists?: boolean | undefined
  readonly $in?: readonly AgentDefinitionType[] | undefined
  readonly $notIn?: readonly AgentDefinitionType[] | undefined
  readonly $like?: string | undefined
}

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
