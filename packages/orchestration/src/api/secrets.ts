import type { CallOptions, JsonObject, OpenEnum, SecretText } from '@x/rest'

/** Secrets of the stores that are configured for the cluster, by references such as `camunda.secrets.DB_PASSWORD`. */
export interface Secrets {
  /**
   * Returns the values of up to 20 secrets. A reference that cannot be resolved does not fail the call: check `errors`.
   * Never log the response.
   *
   * @operation POST /secrets/resolve
   * @permission SECRET REVEAL
   * @since 8.10
   * @safe
   * @throws {ApiError} 400 for more than 20 references
   *
   * @example
   * const { resolved, errors } = await camunda.secrets.resolve({ references: ['camunda.secrets.DB_PASSWORD'] })
   * const password = resolved[0]?.value
   * if (password === undefined) throw new Error(`No database password: ${errors[0]?.code}`)
   */
  resolve(body: ResolveSecretsRequest, options?: CallOptions): Promise<ResolvedSecrets>

  /**
   * Returns the references of all secrets that the caller may see, without their values and without pages.
   *
   * In a FEEL expression, put a name that is not a plain identifier in backticks, as in ``camunda.secrets.`db-password`
   * ``.
   *
   * @operation POST /secrets/list
   * @permission SECRET READ
   * @since 8.10
   * @safe
   */
  list(body?: JsonObject, options?: CallOptions): Promise<SecretList>
}

/** The secrets to resolve. */
export interface ResolveSecretsRequest {
  /** `camunda.secrets.<name>`, up to 256 characters each; duplicates count once. @maxItems 20 */
  readonly references: readonly string[]
}

/** The resolved values, and the errors of the others. Each reference is in one of the two arrays. */
export interface ResolvedSecrets {
  readonly resolved: readonly ResolvedSecret[]
  readonly errors: readonly SecretResolutionError[]
}

/** A secret and its value. */
export interface ResolvedSecret {
  readonly reference: string
  readonly value: SecretText
}

/** Why a secret was not resolved. */
export interface SecretResolutionError {
  readonly reference: string
  readonly code: OpenEnum<SecretErrorCode>
  /** Without the value of a secret. */
  readonly message: string
}

/**
 * Reasons why a secret is not resolved. `ACCESS_DENIED`: the caller lacks the permission. `INVALID_REFERENCE`: not in
 * the format `camunda.secrets.<name>`, or a name that the store rejects. `UNREADABLE`: the store did not return a
 * value, whether the secret exists or not.
 */
export type SecretErrorCode = 'NOT_FOUND' | 'ACCESS_DENIED' | 'INVALID_REFERENCE' | 'UNREADABLE'

/** References of secrets. */
export interface SecretList {
  /** `camunda.secrets.<name>`, as `resolve` accepts them. */
  readonly references: readonly string[]
}
