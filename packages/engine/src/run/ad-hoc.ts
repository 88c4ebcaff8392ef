import type { AdHocModel } from '../model/activity-model.ts'
import type { ElementModel } from '../model/process-model.ts'
import type { ElementInstance, LiveState } from '../state/element-instance.ts'
import { createElementInstance } from './lifecycle.ts'
import type { Runtime } from './runtime.ts'
import { variableOf } from './variable-of.ts'
import { setAllLocal, setLocal } from './variables.ts'

/** Returns the activity with this id that an ad-hoc sub-process can activate. */
export function findActivity({ element }: ElementInstance, elementId: string): ElementModel | undefined {
  const isActivity = adHocOf(element).activities.some((activity) => activity.elementId === elementId)
  return isActivity ? element.children.find(({ id }) => id === elementId) : undefined
}

/** Activates an activity of an ad-hoc sub-process, in its own scope. */
export function activateActivity(
  runtime: Runtime,
  adHoc: ElementInstance,
  activity: ElementModel,
  variables: Readonly<Record<string, unknown>> = {},
): void {
  const inner = createElementInstance(runtime, adHocOf(adHoc.element).innerInstance, adHoc)
  const live = inner.live as LiveState
  live.activity = activity
  setResultVariable(runtime, inner)
  setAllLocal(runtime, inner, variables)
}

/**
 * Creates the variable for the result in the inner instance, so that the work does not set one that all instances
 * share.
 */
export function setResultVariable(runtime: Runtime, inner: ElementInstance): void {
  const { outputElement } = adHocOf((inner.parent as ElementInstance).element)
  const resultVariable = variableOf(outputElement?.text ?? '')
  if (resultVariable !== undefined) setLocal(runtime, inner, resultVariable, null)
}

export function adHocOf({ adHoc }: ElementModel): AdHocModel {
  return adHoc as AdHocModel
}
