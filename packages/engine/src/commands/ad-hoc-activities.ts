import { EngineError } from '../errors.ts'
import type { ElementModel } from '../model/process-model.ts'
import { activateActivity, findActivity } from '../run/ad-hoc.ts'
import { readVariables } from '../run/json.ts'
import { complete, terminate } from '../run/lifecycle.ts'
import type { Runtime } from '../run/runtime.ts'
import { interruptScope } from '../run/trigger.ts'
import { propagate } from '../run/variables.ts'
import { ACTIVATED, type ElementInstance, type LiveState } from '../state/element-instance.ts'
import { findActiveElement } from './find.ts'

type Values = Readonly<Record<string, unknown>>

/** An activity of an ad-hoc sub-process to activate. */
export interface AdHocActivation {
  readonly elementId: string
  /** Local variables of the scope around the activity. */
  readonly variables?: Values | null | undefined
}

export interface ActivateAdHocActivitiesInput {
  readonly elements: readonly AdHocActivation[]
  /** Whether to terminate the activities that are active in the sub-process. @defaultValue `false` */
  readonly cancelRemainingInstances?: boolean | undefined
}

/** The decision of a worker about an ad-hoc sub-process: the result of its job. */
export interface AdHocSubProcessResult {
  readonly type: 'adHocSubProcess'
  readonly activateElements?: readonly AdHocActivation[] | null | undefined
  /** Whether the sub-process is done. @defaultValue `false` */
  readonly isCompletionConditionFulfilled?: boolean | null | undefined
  /** Whether to terminate active activities once the sub-process is done. @defaultValue `false` */
  readonly isCancelRemainingInstances?: boolean | null | undefined
}

export function activateAdHocActivities(
  runtime: Runtime,
  adHocSubProcessInstanceKey: string,
  { elements, cancelRemainingInstances = false }: ActivateAdHocActivitiesInput,
): void {
  const adHoc = findActiveElement(runtime, adHocSubProcessInstanceKey)
  requireActive(adHoc)
  const ids = elements.map(({ elementId }) => elementId)
  if (new Set(ids).size < ids.length) {
    throw new EngineError('INVALID_ARGUMENT', '`elements` must not contain an activity twice.')
  }
  const activations = readActivations(adHoc, elements)
  const remaining = cancelRemainingInstances ? [...(adHoc.live?.children ?? [])] : []
  for (const { activity, variables } of activations) activateActivity(runtime, adHoc, activity, variables)
  for (const child of remaining) terminate(runtime, child)
}

/** Checks the worker's decision, and returns what to do once its job is completed. */
export function readAdHocResult(
  runtime: Runtime,
  adHoc: ElementInstance,
  result: AdHocSubProcessResult | undefined,
  variables: Values | undefined,
): () => void {
  const isDone = result?.isCompletionConditionFulfilled ?? false
  const activations = readActivations(adHoc, result?.activateElements ?? [])
  requireActive(adHoc)
  if (isDone && activations.length > 0) {
    throw new EngineError('INVALID_ARGUMENT', 'An ad-hoc sub-process that is done cannot activate elements.')
  }
  return () => {
    if (variables !== undefined) propagate(runtime, adHoc, variables)
    for (const activation of activations) activateActivity(runtime, adHoc, activation.activity, activation.variables)
    if (isDone) finish(runtime, adHoc, result?.isCancelRemainingInstances ?? false)
  }
}

function finish(runtime: Runtime, adHoc: ElementInstance, cancelsRemaining: boolean): void {
  const live = adHoc.live as LiveState
  live.isConditionMet = true
  if (live.children === undefined || live.children.size === 0) complete(runtime, adHoc)
  else if (cancelsRemaining) interruptScope(runtime, adHoc)
}

function readActivations(
  adHoc: ElementInstance,
  elements: readonly AdHocActivation[],
): { readonly activity: ElementModel; readonly variables: Values | undefined }[] {
  return elements.map(({ elementId, variables }) => {
    const activity = adHoc.element.adHoc === undefined ? undefined : findActivity(adHoc, elementId)
    if (activity !== undefined) return { activity, variables: readVariables(variables) }
    throw new EngineError('NOT_FOUND', `'${adHoc.element.id}' has no activity '${elementId}' to activate.`)
  })
}

function requireActive({ element, phase }: ElementInstance): void {
  if (element.adHoc === undefined) {
    throw new EngineError('NOT_FOUND', `'${element.id}' is not an ad-hoc sub-process.`)
  }
  if (phase !== ACTIVATED)
    throw new EngineError('INVALID_STATE', `The ad-hoc sub-process '${element.id}' is not active.`)
}
