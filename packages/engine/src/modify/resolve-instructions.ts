import { EngineError } from '../errors.ts'
import { sequenceOf } from '../keys.ts'
import type { Runtime } from '../run/runtime.ts'
import { ElementInstance, TERMINATING } from '../state/element-instance.ts'
import { type Activation, createActivation, requireElements, scopesOf } from './activation.ts'
import type { ModifyInstanceInput, MoveInstruction, TerminateInstruction } from './instructions.ts'

/** What a modification terminates and activates, with all ids and keys looked up. */
export interface Resolved {
  readonly activations: readonly Activation[]
  readonly terminated: ReadonlySet<ElementInstance>
}

export function resolveInstructions(runtime: Runtime, root: ElementInstance, input: ModifyInstanceInput): Resolved {
  const activate = input.activateInstructions ?? []
  const move = input.moveInstructions ?? []
  const terminate = input.terminateInstructions ?? []
  if (activate.length + move.length + terminate.length === 0) throw invalid('At least one instruction is required.')
  const targets = [...activate.map(({ elementId }) => elementId), ...move.map(({ targetElementId }) => targetElementId)]
  requireElements(root, targets)
  const movesById = indexMoves(move)
  const find = (key: string): ElementInstance => findIn(runtime, root, key)
  const moved = move.flatMap((instruction) => {
    const { sourceElementInstanceKey: key } = instruction.sourceElementInstruction
    return key ? [{ instruction, source: find(key) }] : []
  })
  const terminatedByKey = terminate.flatMap(({ elementInstanceKey: key }) => (key ? [find(key)] : []))
  const ids = new Set([...movesById.keys(), ...terminate.flatMap((instruction) => idOf(instruction) ?? [])])
  const foundById = findById(root, ids, new Set(terminatedByKey))
  for (const source of foundById) {
    const instruction = movesById.get(source.element.id)
    if (instruction !== undefined) moved.push({ instruction, source })
  }
  return {
    activations: [
      ...activate.map((instruction) => {
        const { elementId, ancestorElementInstanceKey: key, variableInstructions } = instruction
        return createActivation(root, elementId, findAncestor(key, find), variableInstructions)
      }),
      ...moved.map(({ instruction, source }) => toActivation(root, instruction, source, find)),
    ],
    terminated: new Set([...terminatedByKey, ...moved.map(({ source }) => source), ...foundById]),
  }
}

/** The element id of a terminate instruction, which has either an id or a key. */
function idOf({ elementId, elementInstanceKey }: TerminateInstruction): string | undefined {
  if (Boolean(elementId) === Boolean(elementInstanceKey)) {
    throw invalid('A terminate instruction requires either `elementId` or `elementInstanceKey`.')
  }
  return elementId || undefined
}

function indexMoves(moves: readonly MoveInstruction[]): ReadonlyMap<string, MoveInstruction> {
  const byId = new Map<string, MoveInstruction>()
  for (const instruction of moves) {
    const { sourceElementId: id, sourceElementInstanceKey: key } = instruction.sourceElementInstruction
    if (Boolean(id) === Boolean(key)) {
      throw invalid('A move instruction requires either `sourceElementId` or `sourceElementInstanceKey`.')
    }
    if (!id) continue
    if (byId.has(id)) throw invalid(`There is more than one move instruction for the element '${id}'.`)
    byId.set(id, instruction)
  }
  return byId
}

/** Active element instances with these ids, only the outermost: what they contain ends with them. */
function findById(
  root: ElementInstance,
  ids: ReadonlySet<string>,
  ending: ReadonlySet<ElementInstance>,
): ElementInstance[] {
  const found: ElementInstance[] = []
  const queue = [...(root.live?.children ?? [])]
  // The list grows while it is read.
  for (const instance of queue) {
    if (ending.has(instance) || instance.phase >= TERMINATING) continue
    if (ids.has(instance.element.id)) found.push(instance)
    else queue.push(...(instance.live?.children ?? []))
  }
  return found
}

function findIn({ store }: Runtime, { processInstance }: ElementInstance, key: string): ElementInstance {
  const instance = store.find(ElementInstance, sequenceOf(key))
  // An instance that waits for its listener before it is terminated ends anyway.
  if (instance?.processInstance === processInstance && instance.phase < TERMINATING) return instance
  throw invalid(`The process instance has no active element instance with the key '${key}'.`)
}

function findAncestor(
  key: string | null | undefined,
  find: (key: string) => ElementInstance,
): ElementInstance | undefined {
  return key && key !== '-1' ? find(key) : undefined
}

function toActivation(
  root: ElementInstance,
  { targetElementId, ancestorScopeInstruction, variableInstructions }: MoveInstruction,
  source: ElementInstance,
  find: (key: string) => ElementInstance,
): Activation {
  const { ancestorScopeType = 'direct', ancestorElementInstanceKey: key } = ancestorScopeInstruction ?? {}
  if (ancestorScopeType !== 'direct' && key) {
    throw invalid(`\`ancestorElementInstanceKey\` must not be combined with the type '${ancestorScopeType}'.`)
  }
  if (ancestorScopeType === 'direct') {
    return createActivation(root, targetElementId, findAncestor(key, find), variableInstructions)
  }
  if (ancestorScopeType === 'sourceParent') {
    return createActivation(root, targetElementId, source.parent, variableInstructions)
  }
  if (ancestorScopeType !== 'inferred') {
    throw invalid("`ancestorScopeType` must be 'direct', 'inferred' or 'sourceParent'.")
  }
  const { element, variables } = createActivation(root, targetElementId, undefined, variableInstructions)
  const scopes = scopesOf(element)
  let ancestor = source.parent
  while (ancestor !== undefined && !scopes.includes(ancestor.element)) ancestor = ancestor.parent
  return { element, ancestor, variables }
}

function invalid(message: string): EngineError {
  return new EngineError('INVALID_ARGUMENT', message)
}
