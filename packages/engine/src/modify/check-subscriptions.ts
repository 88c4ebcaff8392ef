import { EngineError } from '../errors.ts'
import type { ElementModel } from '../model/process-model.ts'
import { Failure } from '../run/failure.ts'
import type { Runtime } from '../run/runtime.ts'
import { prepareSubscriptions } from '../run/subscriptions.ts'
import { ElementInstance, type LiveState } from '../state/element-instance.ts'
import type { ProcessInstance } from '../state/process-instance.ts'
import { Variable } from '../state/variable.ts'
import type { PlannedActivation, PlannedScope } from './plan.ts'

type Values = Readonly<Record<string, unknown>>

const NO_SEQUENCE = 0

/** Creates a temporary scope with its future variables. It is not recorded. */
export function previewScope(
  runtime: Runtime,
  element: ElementModel,
  processInstance: ProcessInstance,
  parent: ElementInstance | undefined,
  variables: Values = {},
): ElementInstance {
  const preview = new ElementInstance(NO_SEQUENCE, element, processInstance, parent, runtime.now)
  setAll(preview, variables)
  return preview
}

/** Rejects new scopes that wait for an event that cannot be evaluated with their variables. */
export function checkSubscriptions(runtime: Runtime, activations: readonly PlannedActivation[]): void {
  const previews = new Map<PlannedScope, ElementInstance>()
  for (const { path, variables } of activations) {
    for (const scope of path) {
      const known = previews.get(scope)
      const preview = known ?? createPreview(runtime, scope, scope.parent && previews.get(scope.parent))
      previews.set(scope, preview)
      for (const { values } of variables.filter((variable) => variable.scope === scope.element)) setAll(preview, values)
      if (known === undefined && scope.instance === undefined) requireClearEvents(runtime, preview)
    }
  }
}

function createPreview(
  runtime: Runtime,
  { element, instance }: PlannedScope,
  parent: ElementInstance | undefined,
): ElementInstance {
  const { processInstance } = (instance ?? parent) as ElementInstance
  const preview = previewScope(runtime, element, processInstance, parent)
  const live = preview.live as LiveState
  live.variables = new Map(instance?.live?.variables)
  return preview
}

function setAll(preview: ElementInstance, values: Values): void {
  const live = preview.live as LiveState
  live.variables ??= new Map()
  for (const [name, value] of Object.entries(values)) {
    live.variables.set(name, new Variable(NO_SEQUENCE, name, value, preview))
  }
}

/** Rejects a scope that waits for an event that cannot be evaluated with its variables. */
export function requireClearEvents(runtime: Runtime, preview: ElementInstance): void {
  try {
    prepareSubscriptions(runtime, preview)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const message = `'${preview.element.id}' cannot be created, as an event that it waits for is unclear.`
    throw new EngineError('INVALID_ARGUMENT', `${message} ${error.message}`)
  }
}
