import { EngineError } from '../errors.ts'
import type { Runtime } from '../run/runtime.ts'
import type { ElementInstance } from '../state/element-instance.ts'
import { findActiveProcessInstance } from './find.ts'

export function assignBusinessId(runtime: Runtime, processInstanceKey: string, businessId: string): void {
  const root = findActiveProcessInstance(runtime, processInstanceKey)
  checkBusinessId(root, businessId)
  giveBusinessId(runtime, root, businessId)
}

/** Throws if the process instance cannot get this business id. Once assigned, an id is permanent. */
export function checkBusinessId({ processInstance }: ElementInstance, businessId: string): void {
  if (businessId === '') throw new EngineError('INVALID_ARGUMENT', '`businessId` must not be empty.')
  if (processInstance.caller !== undefined) {
    throw new EngineError(
      'INVALID_STATE',
      'The process instance was called by another one, so it gets its business id there.',
    )
  }
  if (processInstance.businessId === null || processInstance.businessId === businessId) return
  throw new EngineError(
    'INVALID_STATE',
    `The process instance has the business id '${processInstance.businessId}' already.`,
  )
}

/** Sets the business id. Records that already exist do not get it. */
export function giveBusinessId({ store }: Runtime, root: ElementInstance, businessId: string): void {
  const { processInstance } = root
  if (processInstance.businessId !== null) return
  processInstance.businessId = businessId
  processInstance.businessIdSince = store.nextSequence(root.sequence)
}
