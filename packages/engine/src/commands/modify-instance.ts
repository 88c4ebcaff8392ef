import { EngineError } from '../errors.ts'
import { keyOf } from '../keys.ts'
import { activatePlanned } from '../modify/activate-planned.ts'
import { checkSubscriptions } from '../modify/check-subscriptions.ts'
import { findEnding } from '../modify/find-ending.ts'
import type { ModifyInstanceInput } from '../modify/instructions.ts'
import { type PlannedActivation, planActivations } from '../modify/plan.ts'
import { resolveInstructions } from '../modify/resolve-instructions.ts'
import { terminate } from '../run/lifecycle.ts'
import type { Runtime } from '../run/runtime.ts'
import type { ElementInstance } from '../state/element-instance.ts'
import { findActiveProcessInstance } from './find.ts'

export function modifyInstance(runtime: Runtime, processInstanceKey: string, input: ModifyInstanceInput): void {
  const root = findActiveProcessInstance(runtime, processInstanceKey)
  const { activations, terminated } = resolveInstructions(runtime, root, input)
  const planned = planActivations(root, activations)
  checkSubscriptions(runtime, planned)
  const needed = findNeeded(planned, terminated)
  const ending = findEnding(terminated, needed)
  if (ending.includes(root)) requireNotCalled(root)
  for (const instance of ending) terminate(runtime, instance)
  for (const activation of planned) activatePlanned(runtime, activation)
}

/** Returns the active scopes in which something is activated. None of them may end. */
function findNeeded(
  planned: readonly PlannedActivation[],
  terminated: ReadonlySet<ElementInstance>,
): ReadonlySet<ElementInstance> {
  const needed = new Set<ElementInstance>()
  for (const { element, path } of planned) {
    for (const { instance } of path) {
      if (instance === undefined) continue
      needed.add(instance)
      if (!terminated.has(instance)) continue
      const scope = `'${instance.element.id}' with the key '${keyOf(instance.sequence)}'`
      throw new EngineError('INVALID_ARGUMENT', `'${element.id}' would be activated in ${scope}, which is terminated.`)
    }
  }
  return needed
}

function requireNotCalled({ processInstance: { caller } }: ElementInstance): void {
  if (caller === undefined) return
  const message = 'The instructions would terminate the process instance, which was called by another one.'
  const key = keyOf(caller.processInstance.root.sequence)
  throw new EngineError('INVALID_ARGUMENT', `${message} Modify the one with the key '${key}' instead.`)
}
