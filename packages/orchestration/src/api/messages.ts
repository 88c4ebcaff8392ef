import type { CallOptions, Int, JsonObject } from '@x/rest'
import type { BusinessId, MessageKey, ProcessInstanceKey, TenantId } from './identifiers.ts'

/** TODO(words) */
export interface Messages {
  /**
   * TODO(words)
   *
   * @operation POST /messages/correlation
   * @permission undefined undefined
   * @since 8.6
   */
  correlate(body: MessageCorrelationRequest, options?: CallOptions): Promise<MessageCorrelation>

  /**
   * TODO(words)
   *
   * @operation POST /messages/publication
   * @permission MESSAGE CREATE
   * @since 8.6
   */
  publish(body: MessagePublicationRequest, options?: CallOptions): Promise<MessagePublication>
}

export interface MessageCorrelation {
  readonly tenantId: TenantId
  readonly messageKey: MessageKey
  readonly processInstanceKey: ProcessInstanceKey
}

export interface MessageCorrelationRequest {
  readonly name: string
  readonly correlationKey?: string | undefined
  readonly variables?: JsonObject | undefined
  readonly tenantId?: TenantId | undefined
  /** @since 8.10 */
  readonly businessId?: BusinessId | undefined
}

export interface MessagePublication {
  readonly tenantId: TenantId
  readonly messageKey: MessageKey
}

export interface MessagePublicationRequest {
  readonly name: string
  readonly correlationKey?: string | undefined
  readonly timeToLive?: Int | undefined
  readonly messageId?: string | undefined
  readonly variables?: JsonObject | undefined
  readonly tenantId?: TenantId | undefined
  /** @since 8.10 */
  readonly businessId?: BusinessId | undefined
}
