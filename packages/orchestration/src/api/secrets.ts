import type { CallOptions, JsonObject, OpenEnum } from '@x/rest'

/** TODO(words) */
export interface Secrets {
  /**
   * TODO(words)
   *
   * @operation POST /secrets/resolve
   * @permission SECRET REVEAL
   * @since 8.10
   */
  resolve(body: SecretResolveRequest, options?: CallOptions): Promise<SecretResolve>

  /**
   * TODO(words)
   *
   * @operation POST /secrets/list
   * @permission SECRET READ
   * @since 8.10
   */
  list(body?: JsonObject, options?: CallOptions): Promise<SecretList>
}

export interface SecretResolve {
  readonly resolved: readonly ResolvedSecret[]
  readonly errors: readonly SecretResolutionError[]
}

export interface ResolvedSecret {
  readonly reference: string
  readonly value: string
}

export interface SecretResolutionError {
  readonly reference: string
  readonly code: OpenEnum<SecretErrorCode>
  readonly message: string
}

export type SecretErrorCode = 'NOT_FOUND' | 'ACCESS_DENIED' | 'INVALID_REFERENCE' | 'UNREADABLE'

export interface SecretResolveRequest {
  /** @maxItems 20 */
  readonly references: readonly string[]
}

export interface SecretList {
  readonly references: readonly string[]
}
