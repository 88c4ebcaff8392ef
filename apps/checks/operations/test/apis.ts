import { consoleApi, createConsoleClient } from '@x/console'
import { operations as consoleOperations } from '@x/console/operations'
import { createConsoleClient as createUncheckedConsoleClient } from '@x/console/unchecked'
import { createHubClient, hubApi } from '@x/hub'
import { operations as hubOperations } from '@x/hub/operations'
import { createHubClient as createUncheckedHubClient } from '@x/hub/unchecked'
import { createModelerClient, modelerApi } from '@x/modeler'
import { operations as modelerOperations } from '@x/modeler/operations'
import { createModelerClient as createUncheckedModelerClient } from '@x/modeler/unchecked'
import { createOperateClient, operateApi } from '@x/operate'
import { operations as operateOperations } from '@x/operate/operations'
import { createOperateClient as createUncheckedOperateClient } from '@x/operate/unchecked'
import { createOptimizeClient, optimizeApi } from '@x/optimize'
import { operations as optimizeOperations } from '@x/optimize/operations'
import { createOptimizeClient as createUncheckedOptimizeClient } from '@x/optimize/unchecked'
import { createOrchestrationClient, orchestrationApi } from '@x/orchestration'
import { operations as orchestrationOperations } from '@x/orchestration/operations'
import { createOrchestrationClient as createUncheckedOrchestrationClient } from '@x/orchestration/unchecked'
import type { ApiDescription, ClientOptions } from '@x/rest'
import { parseExact, parseJson } from '@x/rest/json'
import type { Operation } from '@x/rest/shapes'
import { createTasklistClient, tasklistApi } from '@x/tasklist'
import { operations as tasklistOperations } from '@x/tasklist/operations'
import { createTasklistClient as createUncheckedTasklistClient } from '@x/tasklist/unchecked'
import { LONG } from './sample.ts'

/** Options that every client of every API accepts. */
export type Options = Pick<ClientOptions, 'auth' | 'fetch' | 'retry'> & {
  readonly baseUrl: string
  readonly version?: '8.8' | undefined
}

export interface Api {
  readonly about: ApiDescription
  readonly operations: readonly Operation[]
  readonly createClient: (options: Options) => object
  readonly createUncheckedClient: (options: Options) => object
  /** A key, as its servers send it. */
  readonly key: bigint | string
  /** The JSON parser of its clients: exact if the API sends keys as numbers, or variables with numbers of any size. */
  readonly parse: (text: string) => unknown
  /** The oldest Camunda version that its clients accept as an option. */
  readonly oldest?: '8.8'
}

const keysAreNumbers = { key: LONG, parse: parseJson }
/** These APIs send nothing that needs more than `JSON.parse`. */
const noLongNumbers = { key: String(LONG), parse: (text: string): unknown => JSON.parse(text) }
const keysAreText = { key: String(LONG), parse: parseExact }

/** Every API with an operation table. */
export const apis: readonly Api[] = [
  {
    about: orchestrationApi,
    operations: orchestrationOperations,
    createClient: createOrchestrationClient,
    createUncheckedClient: createUncheckedOrchestrationClient,
    ...keysAreText,
    oldest: '8.8',
  },
  {
    about: consoleApi,
    operations: consoleOperations,
    createClient: createConsoleClient,
    createUncheckedClient: createUncheckedConsoleClient,
    ...noLongNumbers,
  },
  {
    about: hubApi,
    operations: hubOperations,
    createClient: createHubClient,
    createUncheckedClient: createUncheckedHubClient,
    ...noLongNumbers,
  },
  {
    about: tasklistApi,
    operations: tasklistOperations,
    createClient: createTasklistClient,
    createUncheckedClient: createUncheckedTasklistClient,
    ...noLongNumbers,
  },
  {
    about: optimizeApi,
    operations: optimizeOperations,
    createClient: createOptimizeClient,
    createUncheckedClient: createUncheckedOptimizeClient,
    ...keysAreText,
  },
  {
    about: modelerApi,
    operations: modelerOperations,
    createClient: createModelerClient,
    createUncheckedClient: createUncheckedModelerClient,
    ...noLongNumbers,
  },
  {
    about: operateApi,
    operations: operateOperations,
    createClient: createOperateClient,
    createUncheckedClient: createUncheckedOperateClient,
    ...keysAreNumbers,
  },
]

/** Creates a resource from its own entry, such as `createProcessInstances` of `@x/operate/process-instances`. */
export async function createResource(entry: string, name: string, options: Options): Promise<object> {
  const path = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const factories = (await import(`${entry}/${path}`)) as Record<string, (options: Options) => object>
  const factory = factories[`create${name[0]?.toUpperCase()}${name.slice(1)}`]
  if (!factory) throw new Error(`${entry}/${path} has no factory of ${name}`)
  return factory(options)
}
