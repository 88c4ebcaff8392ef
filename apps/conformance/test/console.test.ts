import { createConsoleClient } from '@x/console'
import { operations } from '@x/console/operations'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callById, describedOperation, sampleArguments } from './call.ts'
import { type Prism, startPrism } from './prism.ts'
import { readSpec, specPath } from './specs.ts'

const path = specPath('console-openapi.yaml')

describe.runIf(path)('Console client in front of prism', () => {
  const spec = path ? readSpec(path) : { paths: {}, components: { schemas: {} } }
  let prism: Prism
  beforeAll(async () => {
    prism = await startPrism(path as string)
  })
  afterAll(() => prism.stop())

  it('has every operation of the file', () => {
    const described = Object.values(spec.paths).flatMap((methods) => Object.keys(methods)).length
    expect(operations.filter((operation) => describedOperation(spec, operation))).toHaveLength(described)
  })

  it.each(operations.map((operation) => [operation.id, operation] as const))('%s', async (id, operation) => {
    const described = describedOperation(spec, operation)
    if (described === undefined) throw new Error(`${id} is not in the file`)
    const client = createConsoleClient({
      baseUrl: prism.url,
      auth: { headers: async () => ({ authorization: 'Bearer token' }) },
      retry: false,
    })
    const answer = await callById(client, id, sampleArguments(spec, operation, described))
    const success = Object.keys(described.responses).find((status) => status.startsWith('2')) as string
    if (described.responses[success]?.content === undefined) expect(answer).toBeUndefined()
    else expect(answer).toBeDefined()
  })
})
