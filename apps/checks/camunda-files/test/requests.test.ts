import { consoleApi, createConsoleClient } from '@x/console'
import { operations as consoleOperations } from '@x/console/operations'
import { createModelerClient, modelerApi } from '@x/modeler'
import { operations as modelerOperations } from '@x/modeler/operations'
import { createOperateClient, operateApi } from '@x/operate'
import { operations as operateOperations } from '@x/operate/operations'
import { createOrchestrationClient, orchestrationApi } from '@x/orchestration'
import { operations as orchestrationOperations } from '@x/orchestration/operations'
import { describe, expect, it } from 'vitest'
import { callById, describedOperation, sampleArguments } from './call.ts'
import { usePrism } from './prism.ts'
import { hasSpec, readSpec } from './specs.ts'

const ofOrchestration = {
  createClient: createOrchestrationClient,
  operations: orchestrationOperations,
  basePath: orchestrationApi.versionPath,
}
const ofConsole = {
  createClient: createConsoleClient,
  operations: consoleOperations,
  basePath: consoleApi.versionPath,
}
const ofOperate = {
  createClient: createOperateClient,
  operations: operateOperations,
  basePath: operateApi.versionPath,
}
const ofModeler = {
  createClient: createModelerClient,
  operations: modelerOperations,
  basePath: modelerApi.versionPath,
}
const apis = [
  { file: 'orchestration-v2/8.10/rest-api.yaml', ...ofOrchestration },
  { file: 'console-openapi.yaml', ...ofConsole },
  { file: 'operate-v1-openapi.yaml', ...ofOperate },
  { file: 'web-modeler-v1-openapi.json', ...ofModeler },
  { file: 'web-modeler-v1-additions-openapi.yaml', ...ofModeler },
] as const

describe.each(apis.filter(({ file }) => hasSpec(file)))(
  'requests and responses by $file',
  ({ file, createClient, operations, basePath }) => {
    const spec = readSpec(file)
    const prism = usePrism(() => spec)
    const described = operations.flatMap((operation) => {
      const description = describedOperation(spec, operation, basePath)
      return description ? [{ operation, description }] : []
    })

    it('are all there', () => {
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
  it.each([ofOrchestration, ofConsole, ofOperate, ofModeler])(
    'hold nothing that is in no file ($basePath)',
    ({ operations, basePath }) => {
      const specs = apis.filter((api) => api.operations === operations).map(({ file }) => readSpec(file))
      const unknown = operations.filter((row) => !specs.some((spec) => describedOperation(spec, row, basePath)))
      expect(unknown.map(({ id }) => id)).toEqual([])
    },
  )
})
