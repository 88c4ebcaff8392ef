import type { CallOptions, SecretText } from '@x/rest'

/** The connector secrets of a cluster. */
export interface ConnectorSecrets {
  /**
   * Returns all connector secrets of the cluster: a record from name to value. **The values are plain text**: keep
   * them out of logs.
   *
   * @operation GET /clusters/{clusterUuid}/secrets
   * @permission Connector Secrets: get
   */
  list(clusterId: string, options?: CallOptions): Promise<Secrets>

  /**
   * Adds a connector secret. To change an existing one, call {@link ConnectorSecrets.update}: no method does both.
   *
   * @operation POST /clusters/{clusterUuid}/secrets
   * @permission Connector Secrets: create
   * @throws {ConflictError} if the name is taken, or while another change of the secrets is in progress: in the
   * second case try again
   * @throws {ApiError} 403 also if the plan allows no further secret
   * @example
   * await administration.secrets.create(clusterId, { secretName: 'MAIL_PASSWORD', secretValue })
   */
  create(clusterId: string, body: CreateSecretBody, options?: CallOptions): Promise<void>

  /**
   * Sets a new value of a connector secret, as `{ secretValue }`.
   *
   * @operation PUT /clusters/{clusterUuid}/secrets/{secretName}
   * @permission Connector Secrets: update
   * @throws {ConflictError} while another change of the secrets is in progress: try again
   */
  update(clusterId: string, secretName: string, body: UpdateSecretBody, options?: CallOptions): Promise<void>

  /**
   * Deletes a connector secret. {@link ConnectorSecrets.list} may still return it for a while.
   *
   * @operation DELETE /clusters/{clusterUuid}/secrets/{secretName}
   * @permission Connector Secrets: delete
   * @throws {ConflictError} while another change of the secrets is in progress: try again
   */
  delete(clusterId: string, secretName: string, options?: CallOptions): Promise<void>
}

/** Connector secrets by name, with their values as plain text. */
export type Secrets = Record<string, SecretText>

/** A new connector secret. */
export interface CreateSecretBody {
  /** Unique in the cluster. @maxLength 49 */
  secretName: string
  secretValue: SecretText
}

/** The new value of a connector secret. */
export interface UpdateSecretBody {
  secretValue: SecretText
}
