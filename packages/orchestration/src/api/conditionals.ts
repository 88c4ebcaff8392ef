import type { CallOptions, JsonInput } from '@x/rest'
import type { ConditionalEvaluationKey, ProcessDefinitionKey, ProcessInstanceKey, TenantId } from './identifiers.ts'

/** Conditional start events: processes that start when a condition on given variables is true. */
export interface Conditionals {
  /**
   * Evaluates the conditional start events of all processes, or of one, and starts a process instance for each whose
   * condition is true. One process can start several times, once for each of its start events.
   *
   * @operation POST /conditionals/evaluation
   * @permission PROCESS_DEFINITION CREATE_PROCESS_INSTANCE
   * @since 8.9
   * @throws {ApiError} 403 without permission for one of the processes that would start; 404 if `processDefinitionKey` does
   * not exist
   * @example
   * const { processInstances } = await camunda.conditionals.evaluate({ variables: { temperature: 41 } })
   * console.log(`${processInstances.length} processes started`)
   */
  evaluate(body: EvaluateConditionalsRequest, options?: CallOptions): Promise<ConditionalEvaluation>
}

/** The variables to evaluate conditions with. */
export interface EvaluateConditionalsRequest {
  /** They also become variables of the process instances that are started. */
  readonly variables: JsonInput
  /** Evaluates only this process. @defaultValue all processes of the tenant */
  readonly processDefinitionKey?: ProcessDefinitionKey | undefined
  /** @defaultValue the client's `tenantId`, otherwise `<default>` */
  readonly tenantId?: TenantId | undefined
}

/** The process instances that an evaluation started. */
export interface ConditionalEvaluation {
  readonly conditionalEvaluationKey: ConditionalEvaluationKey
  /** Empty if no condition was true. */
  readonly processInstances: readonly ProcessInstanceReference[]
  readonly tenantId: TenantId
}

/** A process instance that was started. */
export interface ProcessInstanceReference {
  readonly processDefinitionKey: ProcessDefinitionKey
  readonly processInstanceKey: ProcessInstanceKey
}
