import { type CallOptions, createMethods, type Transport } from '@x/rest'
import { secrets as routes } from '../routes.ts'
import type { CreateSecretBody, Secrets, UpdateSecretBody } from '../types/secret.ts'

/** The connector secrets of a cluster. Permission group: Connector Secrets. */
export interface ConnectorSecrets {
  /**
   * All connector secrets of the cluster: a record from name to value. **The values are plain text**: keep them out of logs.
   *
   * `GET /clusters/{clusterUuid}/secrets`, permission Connector Secrets: get.
   */
  list(clusterId: string, options?: CallOptions): Promise<Secrets>

  /**
   * Adds a connector secret. To change one that exists, call {@link ConnectorSecrets.update}: no method does both.
   *
   * `POST /clusters/{clusterUuid}/secrets`, permission Connector Secrets: create.
   *
   * @throws ConflictError (409) when the name is taken, or while another change of the secrets is in progress: in the
   * second case try again.
   * @throws ApiError 403 also when the plan allows no further secret.
   * @example
   * await administration.secrets.create(clusterId, { secretName: 'MAIL_PASSWORD', secretValue })
   */
  create(clusterId: string, body: CreateSecretBody, options?: CallOptions): Promise<void>

  /**
   * Gives a connector secret a new value, as `{ secretValue }`.
   *
   * `PUT /clusters/{clusterUuid}/secrets/{secretName}`, permission Connector Secrets: update.
   *
   * @throws ConflictError (409) while another change of the secrets is in progress: try again.
   */
  update(clusterId: string, secretName: string, body: UpdateSecretBody, options?: CallOptions): Promise<void>

  /**
   * Deletes a connector secret. {@link ConnectorSecrets.list} may still show it for a while.
   *
   * `DELETE /clusters/{clusterUuid}/secrets/{secretName}`, permission Connector Secrets: delete.
   *
   * @throws ConflictError (409) while another change of the secrets is in progress: try again.
   */
  delete(clusterId: string, secretName: string, options?: CallOptions): Promise<void>
}

/** {@link ConnectorSecrets} over a transport. */
export function secretsOver(transport: Transport): ConnectorSecrets {
  return createMethods(transport, routes)
}
