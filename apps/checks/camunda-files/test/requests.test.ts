import { consoleApi, createConsoleClient } from '@x/console'
import { operations as consoleOperations } from '@x/console/operations'
import { createHubClient, hubApi } from '@x/hub'
import { operations as hubOperations } from '@x/hub/operations'
import { createModelerClient, modelerApi } from '@x/modeler'
import { operations as modelerOperations } from '@x/modeler/operations'
import { createOperateClient, operateApi } from '@x/operate'
import { operations as operateOperations } from '@x/operate/operations'
import { createOptimizeClient, optimizeApi } from '@x/optimize'
import { operations as optimizeOperations } from '@x/optimize/operations'
import { createOrchestrationClient, orchestrationApi } from '@x/orchestration'
import { operations as orchestrationOperations } from '@x/orchestration/operations'
import type { ClientOptions } from '@x/rest'
import type { Operation } from '@x/rest/shapes'
import { createTasklistClient, tasklistApi } from '@x/tasklist'
import { operations as tasklistOperations } from '@x/tasklist/operations'
import { describe, expect, it } from 'vitest'
import { callById, describedOperation, sampleArguments } from './call.ts'
import { usePrism } from './prism.ts'
import { hasSpec, readSpec, type SpecName } from './specs.ts'

interface Described {
  readonly createClient: (options: ClientOptions & { readonly baseUrl: string }) => object
  readonly operations: readonly Operation[]
  readonly basePath: string
}

const ofOrchestration: Described = {
  createClient: createOrchestrationClient,
  operations: orchestrationOperations,
  basePath: orchestrationApi.versionPath,
}
const ofHub: Described = { createClient: createHubClient, operations: hubOperations, basePath: hubApi.versionPath }
const ofTasklist: Described = {
  createClient: createTasklistClient,
  operations: tasklistOperations,
  basePath: tasklistApi.versionPath,
}
const ofOptimize: Described = {
  createClient: createOptimizeClient,
  operations: optimizeOperations,
  basePath: optimizeApi.versionPath,
}
const ofConsole: Described = {
  createClient: createConsoleClient,
  operations: consoleOperations,
  basePath: consoleApi.versionPath,
}
const ofOperate: Described = {
  createClient: createOperateClient,
  operations: operateOperations,
  basePath: operateApi.versionPath,
}
const ofModeler: Described = {
  createClient: createModelerClient,
  operations: modelerOperations,
  basePath: modelerApi.versionPath,
}
const apis: readonly (Described & { readonly file: SpecName })[] = [
  {
    file: 'orchestration-v2/8.9/rest-api.yaml',
    ...ofOrchestration,
    // What 8.9 does not know would be rejected before it is sent.
    createClient: (options) => createOrchestrationClient({ ...options, version: '8.9' }),
  },
  { file: 'orchestration-v2/8.10/rest-api.yaml', ...ofOrchestration },
  { file: 'hub-v2/camunda-openapi-self-managed.yaml', ...ofHub },
  { file: 'tasklist-v1-openapi.yaml', ...ofTasklist },
  { file: 'optimize-openapi.yaml', ...ofOptimize },
  { file: 'console-openapi.yaml', ...ofConsole },
  { file: 'operate-v1-openapi.yaml', ...ofOperate },
  { file: 'web-modeler-v1-openapi.json', ...ofModeler },
  { file: 'web-modeler-v1-additions-openapi.yaml', ...ofModeler },
]

describe.each(apis.filter(({ file }) => hasSpec(file)))(
  'requests and responses by $file',
  ({ file, createClient, operations, basePath }) => {
    const spec = readSpec(file)
    const prism = usePrism(() => spec)
    const described = operations.flatMap((operation) => {
      const description = describedOperation(spec, operation, basePath)
      return description ? [{ operation, description }] : []
    })

    it('are complete', () => {
      const inFile = Object.values(spec.paths).flatMap((methods) => Object.keys(methods))
      expect(described).toHaveLength(inFile.length)
    })

    it.each(described.map((row) => [row.operation.id, row] as const))('%s', async (id, { operation, description }) => {
      const client = createClient({
        baseUrl: prism.url,
        fetch: prism.fetch,
        auth: { headers: async () => ({ authorization: 'Bearer token' }) },
        retry: false,
      })
      await callById(client, id, sampleArguments(spec, description, operation))
    })
  },
)

describe.runIf(apis.every(({ file }) => hasSpec(file)))('operation tables', () => {
  it.each([ofOrchestration, ofHub, ofTasklist, ofOptimize, ofConsole, ofOperate, ofModeler])(
    'hold nothing that is in no file ($basePath)',
    ({ operations, basePath }) => {
      const specs = apis.filter((api) => api.operations === operations).map(({ file }) => readSpec(file))
      const unknown = operations.filter((row) => !specs.some((spec) => describedOperation(spec, row, basePath)))
      expect(unknown.map(({ id }) => id)).toEqual([])
    },
  )
})
