import type { CallOptions, JsonInput } from '@x/rest'
import type { ScopeKey } from './shared.ts'

/** FEEL expressions. */
export interface Expressions {
  /**
   * Evaluates a FEEL expression, and returns its result. Nothing is stored.
   *
   * It can use `variables` and cluster variables, and with `scopeKey` also the variables of that process or element
   * instance.
   *
   * @operation POST /expression/evaluation
   * @permission EXPRESSION EVALUATE, with `scopeKey` also PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.9
   * @safe
   * @throws {ApiError} 400 if the expression is invalid
   * @example
   * const { result } = await camunda.expressions.evaluate({
   *   expression: '=sum(for item in items return item.price)',
   *   variables: { items: [{ price: 12 }, { price: 30 }] },
   * })
   */
  evaluate(body: EvaluateExpressionRequest, options?: CallOptions): Promise<ExpressionEvaluation>
}

/** The expression to evaluate, and its variables. */
export interface EvaluateExpressionRequest {
  /** Begins with `=`. */
  readonly expression: string
  /** Only for this evaluation. */
  readonly variables?: JsonInput | null | undefined
  /** A process instance or an element instance whose variables the expression can use. @since 8.10 */
  readonly scopeKey?: ScopeKey | undefined
  /** Required for the cluster variables of a tenant. @defaultValue the client's `tenantId` */
  readonly tenantId?: string | undefined
}

/** The result of an expression. */
export interface ExpressionEvaluation {
  readonly expression: string
  /** Any JSON value. */
  readonly result: unknown | null
  /** For example about variables that do not exist, which are null in FEEL. */
  readonly warnings: readonly ExpressionEvaluationWarning[]
  /**
   * The secrets that the expression, or a cluster variable that it read, refers to by `camunda.secrets.NAME`. Resolve only
   * these in the result: any other reference comes from `variables`. @since 8.10
   */
  readonly referencedSecrets?: readonly ExpressionSecretReference[] | undefined
}

/** A problem that did not prevent the evaluation. */
export interface ExpressionEvaluationWarning {
  readonly message: string
}

/** A secret that an expression refers to; not its value. */
export interface ExpressionSecretReference {
  readonly storeId: string
  /** The NAME in `camunda.secrets.NAME`. */
  readonly secretName: string
}
