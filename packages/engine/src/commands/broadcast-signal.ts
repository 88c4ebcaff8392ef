import { EngineError } from '../errors.ts'
import { keyOf } from '../keys.ts'
import { readVariables } from '../run/json.ts'
import type { Runtime } from '../run/runtime.ts'
import { broadcast } from '../run/signals.ts'
import { ElementInstance } from '../state/element-instance.ts'
import { DEFAULT_TENANT } from './find.ts'

export interface BroadcastSignalInput {
  readonly signalName: string
  /** Variables for each receiver. */
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined
  /** @defaultValue `'<default>'` */
  readonly tenantId?: string | undefined
}

export interface BroadcastSignal {
  readonly signalKey: string
  readonly tenantId: string
}

/** An element instance or process that a signal would reach now. */
export interface SignalReceiver {
  readonly processDefinitionId: string
  /** Null for a process that the signal starts. */
  readonly processInstanceKey: string | null
  readonly elementId: string
}

export function signalReceivers(
  { signals }: Runtime,
  name: string,
  tenantId: string = DEFAULT_TENANT,
): SignalReceiver[] {
  return signals.of([tenantId, name]).map(({ owner, event }) => {
    const instance = owner instanceof ElementInstance ? owner.processInstance : undefined
    return {
      processDefinitionId:
        owner instanceof ElementInstance ? owner.processInstance.definition.model.id : owner.model.id,
      processInstanceKey: instance === undefined ? null : keyOf(instance.root.sequence),
      elementId: event.id,
    }
  })
}

export function broadcastSignal(runtime: Runtime, input: BroadcastSignalInput): BroadcastSignal {
  const { signalName, tenantId = DEFAULT_TENANT } = input
  if (!signalName) throw new EngineError('INVALID_ARGUMENT', '`signalName` must be the name of the signal.')
  broadcast(runtime, tenantId, signalName, readVariables(input.variables))
  return { signalKey: keyOf(runtime.store.nextSequence()), tenantId }
}
