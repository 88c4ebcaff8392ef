import {
  decisionDefinitionType,
  decisionInstanceType,
  decisionRequirementsType,
  type EntityType,
  flowNodeInstanceType,
  incidentType,
  processDefinitionType,
  processInstanceType,
  variableType,
} from './fields.ts'
import { createSearch, type Search } from './search.ts'
import type { Store } from './store.ts'

/** One kind of entity: what it is, where it is kept and how it is searched. */
export interface Resource<T> {
  readonly type: EntityType<T>
  readonly items: ReadonlyMap<bigint | string, T>
  readonly search: Search
}

/** All of them, by their name in paths. */
export type Resources = ReadonlyMap<string, Resource<never>>

export function createResources(store: Store): Resources {
  // A resource is only read through its own type, so the one element type for all is safe.
  const define = <T>(type: EntityType<T>, items: ReadonlyMap<bigint | string, T>): Resource<never> =>
    ({ type, items, search: createSearch(type, items, store) }) as unknown as Resource<never>
  return new Map([
    ['process-definitions', define(processDefinitionType, store.processDefinitions)],
    ['process-instances', define(processInstanceType, store.processInstances)],
    ['flownode-instances', define(flowNodeInstanceType, store.flowNodeInstances)],
    ['incidents', define(incidentType, store.incidents)],
    ['variables', define(variableType, store.variables)],
    ['drd', define(decisionRequirementsType, store.decisionRequirements)],
    ['decision-definitions', define(decisionDefinitionType, store.decisionDefinitions)],
    ['decision-instances', define(decisionInstanceType, store.decisionInstances)],
  ])
}
