import type { CallOptions, JsonObject } from '@x/rest'
import type { ConditionalEvaluationKey, ProcessDefinitionKey, ProcessInstanceKey, TenantId } from './identifiers.ts'

/** TODO(words) */
export interface Conditionals {
  /**
   * TODO(words)
   *
   * @operation POST /conditionals/evaluation
   * @permission PROCESS_DEFINITION CREATE_PROCESS_INSTANCE
   * @since 8.9
   */
  evaluate(body: ConditionalEvaluationInstruction, options?: CallOptions): Promise<ConditionalEvaluation>
}

export interface ConditionalEvaluation {
  readonly conditionalEvaluationKey: ConditionalEvaluationKey
  readonly tenantId: TenantId
  readonly processInstances: readonly ProcessInstanceReference[]
}

export interface ProcessInstanceReference {
  readonly processDefinitionKey: ProcessDefinitionKey
  readonly processInstanceKey: ProcessInstanceKey
}

export interface ConditionalEvaluationInstruction {
  readonly tenantId?: TenantId | undefined
  readonly processDefinitionKey?: ProcessDefinitionKey | undefined
  readonly variables: JsonObject
}
