import type { Collection, Engine, InstanceCollection } from '@x/engine'
import {
  decisionDefinitionType,
  decisionInstanceType,
  decisionRequirementsType,
  flowNodeInstanceType,
  incidentType,
  processDefinitionType,
  processInstanceType,
  variableType,
} from './entities.ts'
import type { EntityType } from './fields.ts'
import { createSearch, type Search } from './search.ts'

/** One kind of entity, and how to find its items. */
export interface Resource<R> {
  readonly type: EntityType<R>
  get(id: string): R | undefined
  readonly search: Search
}

/** All resources, by their name in paths. */
export type Resources = ReadonlyMap<string, Resource<never>>

export function createResources(engine: Engine): Resources {
  const define = <R>(type: EntityType<R>, records: Records<R>): Resource<never> => {
    const search = createSearch<R>(
      type,
      ({ processInstanceKey }) => (processInstanceKey !== undefined && records.of?.(processInstanceKey)) || records,
      engine.revision,
    )
    // A resource is only used with its own type, so one element type for all of them is safe.
    return { type, get: records.get, search } as Resource<unknown> as Resource<never>
  }
  return new Map([
    ['process-definitions', define(processDefinitionType, engine.processDefinitions)],
    ['process-instances', define(processInstanceType, engine.processInstances)],
    ['flownode-instances', define(flowNodeInstanceType, engine.elementInstances)],
    ['incidents', define(incidentType, engine.incidents)],
    ['variables', define(variableType, engine.variables)],
    ['drd', define(decisionRequirementsType, engine.decisionRequirements)],
    ['decision-definitions', define(decisionDefinitionType, engine.decisionDefinitions)],
    ['decision-instances', define(decisionInstanceType, engine.decisionInstances)],
  ])
}

/** The items of one process instance come from an index. */
type Records<R> = Collection<R> & Partial<Pick<InstanceCollection<R>, 'of'>>
