import { EngineError } from '../errors.ts'
import type { ElementModel, ElementType } from '../model/process-model.ts'
import { readVariables } from '../run/json.ts'
import type { ElementInstance } from '../state/element-instance.ts'
import type { VariableInstruction } from './instructions.ts'

type Values = Readonly<Record<string, unknown>>

/** An element to activate. */
export interface Activation {
  readonly element: ElementModel
  /** The direct or indirect scope that was chosen for it. */
  readonly ancestor: ElementInstance | undefined
  /** Variables to set first, each in the scope of an element. */
  readonly variables: readonly { readonly scope: ElementModel; readonly values: Values }[]
}

/** Rejects elements that the process does not have, all together. */
export function requireElements({ processInstance }: ElementInstance, ids: readonly string[]): void {
  const { id: processId, elements } = processInstance.definition.model
  const unknown = [...new Set(ids)].filter((id) => !elements.has(id)).map((id) => `'${id}'`)
  if (unknown.length > 0)
    throw invalid(`The process '${processId}' has no element ${unknown.join(' and no element ')}.`)
}

/** Looks up the ids of an instruction, whose element {@link requireElements} has found. */
export function createActivation(
  root: ElementInstance,
  elementId: string,
  ancestor: ElementInstance | undefined,
  variableInstructions: readonly VariableInstruction[] | null | undefined,
): Activation {
  const { model } = root.processInstance.definition
  const element = model.elements.get(elementId) as ElementModel
  const problem = findProblem(element)
  if (problem !== undefined) throw invalid(`'${elementId}' cannot be activated: ${problem}`)
  const scopes = scopesOf(element)
  if (ancestor !== undefined && !scopes.includes(ancestor.element)) {
    throw invalid(`'${ancestor.element.id}' is not a scope around '${elementId}', so it cannot be the ancestor.`)
  }
  const variables = (variableInstructions ?? []).flatMap(({ variables, scopeId }) => {
    const values = readVariables(variables) ?? {}
    // A multi-instance activity and each of its instances have the same id.
    const named = [...scopes, element].filter(({ id }) => id === (scopeId || model.id))
    if (named.length === 0) {
      throw invalid(`'${scopeId}' is neither '${elementId}' nor a scope around it, so it cannot get variables.`)
    }
    return named.map((scope) => ({ scope, values }))
  })
  return { element, ancestor, variables }
}

const NOT_ACTIVATED: readonly ElementType[] = ['BOUNDARY_EVENT', 'START_EVENT']

function findProblem({ type, incoming }: ElementModel): string | undefined {
  if (NOT_ACTIVATED.includes(type)) return `elements of the type ${type} only begin by themselves.`
  if (incoming.some(({ source }) => source.type === 'EVENT_BASED_GATEWAY')) {
    return 'it belongs to an event-based gateway, which can be activated instead.'
  }
  return undefined
}

const DIRECT: readonly ElementType[] = ['AD_HOC_SUB_PROCESS_INNER_INSTANCE', 'EVENT_SUB_PROCESS']

/** The scopes that contain an instance of the element, starting with the process. */
export function scopesOf({ type, parent }: ElementModel): readonly ElementModel[] {
  if (parent === undefined) return []
  const scopes = [...scopesOf(parent), parent]
  // An activity of an ad-hoc sub-process runs in its own scope there.
  return parent.adHoc === undefined || DIRECT.includes(type) ? scopes : [...scopes, parent.adHoc.innerInstance]
}

function invalid(message: string): EngineError {
  return new EngineError('INVALID_ARGUMENT', message)
}
