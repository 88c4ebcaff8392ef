import { EngineError } from '../errors.ts'
import type { Runtime } from '../run/runtime.ts'
import { resume } from '../run/suspension.ts'
import type { ElementInstance } from '../state/element-instance.ts'
import { findActiveProcessInstance } from './find.ts'

export function suspendInstance(runtime: Runtime, processInstanceKey: string): void {
  const { processInstance } = findTop(runtime, processInstanceKey)
  if (processInstance.isSuspended) {
    throw new EngineError('INVALID_STATE', `The process instance '${processInstanceKey}' is suspended already.`)
  }
  processInstance.suspendedTime = runtime.now
}

export function resumeInstance(runtime: Runtime, processInstanceKey: string): void {
  const { processInstance } = findTop(runtime, processInstanceKey)
  if (!processInstance.isSuspended) {
    throw new EngineError('INVALID_STATE', `The process instance '${processInstanceKey}' is not suspended.`)
  }
  resume(runtime, processInstance)
}

function findTop(runtime: Runtime, processInstanceKey: string): ElementInstance {
  const root = findActiveProcessInstance(runtime, processInstanceKey)
  if (root.processInstance.caller === undefined) return root
  const message = `The process instance '${processInstanceKey}' was called by another one.`
  throw new EngineError('INVALID_STATE', `${message} Only instances at the top can be suspended and resumed.`)
}
