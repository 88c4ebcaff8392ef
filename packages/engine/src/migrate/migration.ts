import { EngineError } from '../errors.ts'
import type { ElementModel } from '../model/process-model.ts'
import type { ElementInstance } from '../state/element-instance.ts'
import type { ProcessDefinition } from '../state/process-definition.ts'

/** Maps an element that is active, or an event that one waits for, to its target in the other definition. */
export interface MappingInstruction {
  readonly sourceElementId: string
  readonly targetElementId: string
}

/**
 * The target of a migration, and its mapping. Every active element requires a mapping, even if its id stays the same.
 */
export interface MigrateInstanceInput {
  readonly targetProcessDefinitionKey: string
  readonly mappingInstructions: readonly MappingInstruction[]
}

/** A migration whose mapping names existing elements. */
export interface Migration {
  readonly root: ElementInstance
  readonly source: ProcessDefinition
  readonly target: ProcessDefinition
  /** Ids of elements and flows: from those of the source to those of the target. */
  readonly mapping: ReadonlyMap<string, string>
}

/** Returns the target of an active element instance; undefined if there is no mapping for it. */
export function targetOf(migration: Migration, instance: ElementInstance): ElementModel | undefined {
  const { target, mapping } = migration
  const { element, parent } = instance
  if (parent === undefined) return target.model.root
  // These two cannot be mapped: they are part of the activity around them.
  if (element.type === 'AD_HOC_SUB_PROCESS_INNER_INSTANCE') return targetOf(migration, parent)?.adHoc?.innerInstance
  if (parent.element.type === 'MULTI_INSTANCE_BODY') return targetOf(migration, parent)?.children[0]
  return target.model.elements.get(mapping.get(element.id) ?? '')
}

/** Returns the target of an event; undefined if there is no mapping for it. */
export function targetOfEvent({ target, mapping }: Migration, { id }: ElementModel): ElementModel | undefined {
  return target.model.elements.get(mapping.get(id) ?? '')
}

export function conflict(message: string): EngineError {
  return new EngineError('INVALID_STATE', message)
}
