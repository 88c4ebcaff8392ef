import { ElementInstance } from '../state/element-instance.ts'
import { startProcess } from './process-instances.ts'
import type { Runtime } from './runtime.ts'
import { triggerEvent } from './trigger.ts'

type Values = Readonly<Record<string, unknown>>

/** Triggers every event that waits for a signal, and starts every process with a start event for it. */
export function broadcast(runtime: Runtime, tenantId: string, name: string, variables: Values | undefined): void {
  for (const { owner, event } of runtime.signals.of([tenantId, name])) {
    if (!(owner instanceof ElementInstance)) startProcess(runtime, { definition: owner, trigger: { event, variables } })
    else if (!owner.processInstance.isSuspended) triggerEvent(runtime, owner, event, variables)
  }
}
