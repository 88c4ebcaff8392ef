import { EngineError } from '../errors.ts'
import { keyOf } from '../keys.ts'
import { terminate } from '../run/lifecycle.ts'
import type { Runtime } from '../run/runtime.ts'
import { findActiveProcessInstance } from './find.ts'

export function cancelInstance(runtime: Runtime, processInstanceKey: string): void {
  const root = findActiveProcessInstance(runtime, processInstanceKey)
  const { caller, top } = root.processInstance
  if (caller !== undefined) {
    const message = `The process instance '${processInstanceKey}' was called by another one. Cancel the one at the top.`
    throw new EngineError('INVALID_STATE', `${message} Its key is '${keyOf(top.sequence)}'.`)
  }
  terminate(runtime, root)
}
