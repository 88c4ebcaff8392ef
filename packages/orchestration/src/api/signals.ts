import type { CallOptions, JsonObject } from '@x/rest'
import type { SignalKey, TenantId } from './identifiers.ts'

/** TODO(words) */
export interface Signals {
  /**
   * TODO(words)
   *
   * @operation POST /signals/broadcast
   * @permission undefined undefined
   * @since 8.6
   */
  broadcast(body: SignalBroadcastRequest, options?: CallOptions): Promise<SignalBroadcast>
}

export interface SignalBroadcast {
  readonly tenantId: TenantId
  readonly signalKey: SignalKey
}

export interface SignalBroadcastRequest {
  readonly signalName: string
  readonly variables?: JsonObject | undefined
  readonly tenantId?: TenantId | undefined
}
