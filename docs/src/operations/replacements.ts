// Which operation of v2 replaces one of v1: the doc comments of v1 say it, and so does the migration layer of `@x/camunda`.
import { readdirSync, readFileSync } from 'node:fs'
import type { Operation } from '@x/rest/shapes'
import { decisionDefinitions } from '../../../packages/camunda/src/older/tables/decision-definitions.ts'
import { decisionInstances } from '../../../packages/camunda/src/older/tables/decision-instances.ts'
import { decisionRequirements } from '../../../packages/camunda/src/older/tables/decision-requirements.ts'
import { elementInstances } from '../../../packages/camunda/src/older/tables/element-instances.ts'
import { incidents } from '../../../packages/camunda/src/older/tables/incidents.ts'
import { processDefinitions } from '../../../packages/camunda/src/older/tables/process-definitions.ts'
import { processInstances } from '../../../packages/camunda/src/older/tables/process-instances.ts'
import { userTasks } from '../../../packages/camunda/src/older/tables/user-tasks.ts'
import { variables } from '../../../packages/camunda/src/older/tables/variables.ts'
import { repository } from '../navigation.ts'
import { type Api, apis, wireOf } from './apis.ts'

/** An operation with the API it is of. */
export interface Place {
  readonly api: Api
  readonly operation: Operation
}
/** A pair of operations that do the same. */
export interface Replacement {
  readonly older: Place
  readonly newer: Place
}
/** The names of one thing in both APIs; undefined where v1 does not have it. */
export interface FieldPair {
  readonly older: string | undefined
  readonly newer: string
}

const translations = [
  processDefinitions,
  processInstances,
  elementInstances,
  incidents,
  variables,
  decisionDefinitions,
  decisionRequirements,
  decisionInstances,
  userTasks,
]

const COMMENT = /\/\*\*[\s\S]*?\*\//g

export const replacements: readonly Replacement[] = apis.flatMap((api) => {
  const named = replacedIn(api)
  return api.operations.flatMap((operation): Replacement[] => {
    const wire = named.get(`${operation.method} ${operation.path}`)
    const newer = apis
      .filter((other) => other !== api)
      .flatMap((other) => other.operations.map((one) => ({ api: other, operation: one })))
      .find((place) => wireOf(place.api, place.operation) === wire)
    return newer ? [{ older: { api, operation }, newer }] : []
  })
})

/** What the methods of an API say replaces them, by method and path. */
function replacedIn({ name }: Api): ReadonlyMap<string, string> {
  const folder = new URL(`packages/${name}/src/api/`, repository)
  const comments = readdirSync(folder).flatMap(
    (file) => readFileSync(new URL(file, folder), 'utf8').match(COMMENT) ?? [],
  )
  return new Map(
    comments.flatMap((comment) => {
      const [, operation] = /@operation (\w+ \S+)/.exec(comment) ?? []
      const [, wire] = /@see `(\w+ \/v2\/[^`]+)`/.exec(comment) ?? []
      return operation && wire ? [[operation, wire] as const] : []
    }),
  )
}

/** How the fields of a resource are called in both, for the pairs that `@x/camunda` translates. */
export function fieldPairs({ older, newer }: Replacement): readonly FieldPair[] {
  const [resource] = newer.operation.id.split('.')
  const translation = translations.find((one) => one.api === older.api.name && one.resource === resource)
  return Object.entries(translation?.members ?? {}).map(([newer, { name }]) => ({ newer, older: name }))
}
