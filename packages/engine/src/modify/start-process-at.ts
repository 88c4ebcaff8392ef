import { openRootInstance } from '../run/lifecycle.ts'
import { createProcessInstance, type ProcessStart } from '../run/process-instances.ts'
import type { Runtime } from '../run/runtime.ts'
import { ACTIVATED, type ElementInstance } from '../state/element-instance.ts'
import { activatePlanned } from './activate-planned.ts'
import { createActivation, requireElements } from './activation.ts'
import { checkSubscriptions, previewScope, requireClearEvents } from './check-subscriptions.ts'
import { planActivations } from './plan.ts'

/** Creates a process instance that starts at these elements, and returns its root scope. */
export function startProcessAt(
  runtime: Runtime,
  start: ProcessStart,
  instructions: readonly { readonly elementId: string }[],
): ElementInstance {
  const { definition, variables = {} } = start
  const processInstance = createProcessInstance(start)
  // Everything is checked on a temporary root.
  const preview = previewScope(runtime, definition.model.root, processInstance, undefined, variables)
  processInstance.root = preview
  preview.phase = ACTIVATED
  requireClearEvents(runtime, preview)
  requireElements(
    preview,
    instructions.map(({ elementId }) => elementId),
  )
  const activations = instructions.map(({ elementId }) => createActivation(preview, elementId, undefined, undefined))
  const planned = planActivations(preview, activations)
  checkSubscriptions(runtime, planned)
  const root = openRootInstance(runtime, processInstance, variables)
  for (const activation of planned) {
    for (const scope of activation.path) if (scope.instance === preview) scope.instance = root
    activatePlanned(runtime, activation)
  }
  return root
}
