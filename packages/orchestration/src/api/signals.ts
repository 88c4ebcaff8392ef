import type { CallOptions, JsonInput } from '@x/rest'
import type { SignalKey, TenantId } from './identifiers.ts'

/** Signals: unlike messages, they reach every process instance that waits for them. */
export interface Signals {
  /**
   * Broadcasts a signal: every process instance that waits for it continues, and every process that starts with it
   * starts. A signal does not wait: an instance that expects it later misses it.
   *
   * @operation POST /signals/broadcast
   * @permission PROCESS_DEFINITION CREATE_PROCESS_INSTANCE for signal start events, PROCESS_DEFINITION UPDATE_PROCESS_INSTANCE for others
   * @since 8.6
   * @throws {ApiError} 404 if the signal is not found
   * @example
   * await camunda.signals.broadcast({ signalName: 'prices-changed', variables: { validFrom: '2027-01-01' } })
   */
  broadcast(body: BroadcastSignalRequest, options?: CallOptions): Promise<SignalBroadcast>
}

/** The signal to broadcast. */
export interface BroadcastSignalRequest {
  /** Name of the signal in the BPMN. */
  readonly signalName: string
  /** Become variables of each receiver. */
  readonly variables?: JsonInput | undefined
  /** @defaultValue the client's `tenantId`, else `<default>` */
  readonly tenantId?: TenantId | undefined
}

/** A signal that was broadcast. */
export interface SignalBroadcast {
  readonly signalKey: SignalKey
  readonly tenantId: TenantId
}
