import type { CallOptions, JsonObject } from '@x/rest'
import type { ScopeKey } from './shared.ts'

/** TODO(words) */
export interface Expressions {
  /**
   * TODO(words)
   *
   * @operation POST /expression/evaluation
   * @permission EXPRESSION EVALUATE, undefined undefined
   * @since 8.9
   */
  evaluate(body: ExpressionEvaluationRequest, options?: CallOptions): Promise<ExpressionEvaluation>
}

export interface ExpressionEvaluation {
  readonly expression: string
  readonly result: unknown | null
  readonly warnings: readonly ExpressionEvaluationWarningItem[]
  /** @since 8.10 */
  readonly referencedSecrets?: readonly ExpressionSecretReferenceItem[] | undefined
}

export interface ExpressionEvaluationWarningItem {
  readonly message: string
}

export interface ExpressionSecretReferenceItem {
  readonly storeId: string
  readonly secretName: string
}

export interface ExpressionEvaluationRequest {
  readonly expression: string
  readonly tenantId?: string | undefined
  /** @since 8.10 */
  readonly scopeKey?: ScopeKey | undefined
  readonly variables?: JsonObject | null | undefined
}
