import { EngineError } from '../errors.ts'
import type { ElementModel } from '../model/process-model.ts'
import { ACTIVATED, type ElementInstance, TERMINATING } from '../state/element-instance.ts'
import { type Activation, scopesOf } from './activation.ts'

/** A scope in which something is activated: an active one, or one that must be created. */
export interface PlannedScope {
  readonly element: ElementModel
  readonly parent: PlannedScope | undefined
  /** Undefined until it is created. */
  instance: ElementInstance | undefined
  readonly inner: PlannedScope[]
}

export interface PlannedActivation extends Activation {
  /** The scopes that will contain the element, starting with the process. */
  readonly path: readonly PlannedScope[]
}

/**
 * Decides in which scopes elements are activated. Scopes that one activation creates are shared with the following
 * ones.
 */
export function planActivations(root: ElementInstance, activations: readonly Activation[]): PlannedActivation[] {
  const process: PlannedScope = { element: root.element, parent: undefined, instance: root, inner: [] }
  return activations.map((activation) => {
    const { element, ancestor } = activation
    const path = ancestor === undefined ? findPath(process, element) : createPath(process, element, ancestor)
    checkInterrupted(path, element)
    return { ...activation, path }
  })
}

/** The path through active scopes, with new ones where none is active. */
function findPath(process: PlannedScope, element: ElementModel): PlannedScope[] {
  const [, ...scopes] = scopesOf(element)
  const path = [process]
  for (const scope of scopes) path.push(findScope(path.at(-1) as PlannedScope, scope, element))
  return path
}

/** The path through all scopes down to the chosen one, with new ones below it. */
function createPath(process: PlannedScope, element: ElementModel, ancestor: ElementInstance): PlannedScope[] {
  const scopes = scopesOf(element)
  const path = [process]
  for (const instance of chainOf(ancestor)) path.push(use(path.at(-1) as PlannedScope, instance))
  for (const scope of scopes.slice(scopes.indexOf(ancestor.element) + 1)) {
    path.push(create(path.at(-1) as PlannedScope, scope, element))
  }
  return path
}

/** All scopes down to this one, except the process. */
function chainOf(instance: ElementInstance): ElementInstance[] {
  return instance.parent === undefined ? [] : [...chainOf(instance.parent), instance]
}

function findScope(parent: PlannedScope, element: ElementModel, target: ElementModel): PlannedScope {
  if (element.type === 'AD_HOC_SUB_PROCESS_INNER_INSTANCE') return create(parent, element, target)
  const active = [...(parent.instance?.live?.children ?? [])].filter(
    (child) => child.element === element && child.phase < TERMINATING,
  )
  const planned = parent.inner.filter((scope) => scope.element === element && scope.instance === undefined)
  if (active.length + planned.length > 1) {
    const message = `There is more than one active instance of '${element.id}' to activate '${target.id}' in.`
    throw invalid(`${message} Pass \`ancestorElementInstanceKey\`.`)
  }
  if (active[0] !== undefined) return use(parent, active[0])
  return planned[0] ?? create(parent, element, target)
}

function use(parent: PlannedScope, instance: ElementInstance): PlannedScope {
  const known = parent.inner.find((scope) => scope.instance === instance)
  return known ?? add(parent, instance.element, instance)
}

function create(parent: PlannedScope, element: ElementModel, { id }: ElementModel): PlannedScope {
  if (element.type === 'MULTI_INSTANCE_BODY' || parent.element.type === 'MULTI_INSTANCE_BODY') {
    const message = `'${id}' cannot be activated without an active instance of the multi-instance activity '${element.id}'.`
    throw invalid(
      `${message} Activate that instead, or pass the \`ancestorElementInstanceKey\` of one of its instances.`,
    )
  }
  return add(parent, element, undefined)
}

function add(parent: PlannedScope, element: ElementModel, instance: ElementInstance | undefined): PlannedScope {
  const scope = { element, parent, instance, inner: [] }
  parent.inner.push(scope)
  return scope
}

/** In a scope that was interrupted by an event, only an event sub-process may run. */
function checkInterrupted(path: readonly PlannedScope[], element: ElementModel): void {
  path.forEach(({ instance }, index) => {
    if (instance === undefined) return
    const next = path[index + 1]
    if (instance.phase !== ACTIVATED) {
      throw invalid(`'${element.id}' cannot be activated in '${instance.element.id}', which begins or ends just now.`)
    }
    if (next?.instance !== undefined || instance.live?.isInterrupted !== true) return
    if ((next?.element ?? element).type !== 'EVENT_SUB_PROCESS') {
      throw invalid(`'${element.id}' cannot be activated in '${instance.element.id}', which an event has interrupted.`)
    }
  })
}

function invalid(message: string): EngineError {
  return new EngineError('INVALID_ARGUMENT', message)
}
