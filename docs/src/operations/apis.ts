import { consoleApi } from '@x/console'
import { operations as consoleOperations } from '@x/console/operations'
import { hubApi } from '@x/hub'
import { operations as hubOperations } from '@x/hub/operations'
import { modelerApi } from '@x/modeler'
import { operations as modelerOperations } from '@x/modeler/operations'
import { operateApi } from '@x/operate'
import { operations as operateOperations } from '@x/operate/operations'
import { optimizeApi } from '@x/optimize'
import { operations as optimizeOperations } from '@x/optimize/operations'
import { orchestrationApi } from '@x/orchestration'
import { operations as orchestrationOperations } from '@x/orchestration/operations'
import type { ApiDescription } from '@x/rest'
import type { Operation } from '@x/rest/shapes'
import { tasklistApi } from '@x/tasklist'
import { operations as tasklistOperations } from '@x/tasklist/operations'

/** An API as its package describes it. */
export interface Api extends ApiDescription {
  readonly operations: readonly Operation[]
}

export const apis: readonly Api[] = [
  { ...orchestrationApi, operations: orchestrationOperations },
  { ...consoleApi, operations: consoleOperations },
  { ...hubApi, operations: hubOperations },
  { ...tasklistApi, operations: tasklistOperations },
  { ...optimizeApi, operations: optimizeOperations },
  { ...modelerApi, operations: modelerOperations },
  { ...operateApi, operations: operateOperations },
]

export const packageOf = ({ name }: Api): string => `@x/${name}`

/** The interface whose members are the resources that operation ids begin with. */
export const clientOf = ({ name }: Api): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}Client`

/** Method and path as they go out below the client's base URL. The administration of a cluster has complete paths. */
export function wireOf({ versionPath }: Api, { method, path }: Operation): string {
  return path.startsWith('/cluster/v2/') ? `${method} ${path}` : `${method} ${versionPath}${path}`
}

/** The versions of Camunda that serve an operation, in words. */
export function versionsOf({ since, until }: Pick<Operation, 'since' | 'until'>): string {
  if (since && until) return `Camunda ${since} to ${until}`
  if (since) return `Camunda ${since} and later`
  return until ? `Camunda up to ${until}` : 'all'
}

/** What is said of every operation of an API that nobody should use any more. */
export function deprecationOfAll({ operations }: Api): string | undefined {
  const [text, ...others] = new Set(operations.map(({ deprecated }) => deprecated))
  return others.length === 0 ? text : undefined
}

/** Since when an operation is deprecated, and what to use instead, as a sentence. */
export function deprecationText(text: string, word = 'Deprecated'): string {
  return text.startsWith('Since ') ? `${word} since ${text.slice(6)}` : `${word}: ${text}`
}

/** What a client must be allowed; undefined where Camunda does not say. */
export function permissionOf({ permission, authenticated }: Operation): string | undefined {
  return authenticated === false ? 'none, not even a token' : permission
}
