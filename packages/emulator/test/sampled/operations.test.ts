import { type Operation, operations } from '@x/orchestration/operations'
import { beforeAll, describe, expect, test } from 'vitest'
import { sampleOf } from '../../src/sampled/sample.ts'
import { isKnown } from '../../src/sampled/shape.ts'
import { START } from '../support.ts'
import { createHarness, type Harness } from './harness.ts'

type Method = (...args: unknown[]) => Promise<unknown>

const file = (name: string): File => new File(['content'], name, { type: 'text/plain' })

/** What has files in it. */
const FORMS: Readonly<Record<string, object>> = {
  'deployments.create': { resources: [file('order.bpmn')], tenantId: 'acme' },
  'documents.create': { file: file('invoice.txt'), metadata: { fileName: 'invoice.txt', customProperties: { a: 1 } } },
  'documents.createBatch': { files: [file('a.txt'), file('b.txt')], metadataList: [{ fileName: 'a.txt' }, {}] },
}

/** Arguments of the operation's method with every member that the version knows, made of its shapes. */
function argumentsOf({ id, takes = [], params = {}, ...parts }: Operation, minor: number): unknown[] {
  const context = { seed: id, now: START, minor, known: {} }
  const inputs = takes.map((part) => {
    if (part === 'form') return FORMS[id]
    const sample = sampleOf(parts[part]?.shape ?? { kind: 'unknown' }, context, part)
    // A page is asked for in one way.
    return part === 'body' && 'page' in Object(sample) ? { ...Object(sample), page: { limit: 2 } } : sample
  })
  const keys = Object.entries(params).map(([name, { shape }]) => sampleOf(shape, context, name))
  return [...keys, ...inputs, { everything: true }]
}

describe.each([8, 9, 10])('on Camunda 8.%i', (minor) => {
  let harness: Harness
  beforeAll(async () => {
    harness = await createHarness(minor, {}, { version: `8.${minor}` as '8.10' })
  })

  const served = operations.filter((row) => isKnown(row, minor))
  test.each(served.map((row) => [row.id, row] as const))('%s responds in its shape', async (id, row) => {
    const { client, emulator } = harness
    const [resource = '', verb = ''] = id.split('.')
    const method = (client as unknown as Record<string, Record<string, Method>>)[resource]?.[verb] as Method
    const result = await method(...argumentsOf(row, minor))
    expect(result === undefined).toBe(row.answer === 'none')
    expect(emulator.journal.entries.at(-1)).toMatchObject({
      kind: 'orchestration',
      method: row.method,
      status: row.answer === 'none' ? 204 : 200,
      tier: 'sampled',
    })
  })

  const newer = operations.filter((row) => !isKnown(row, minor))
  test.runIf(newer.length > 0).each(newer.map((row) => [row.id, row] as const))(
    '%s is not served yet',
    async (_id, row) => {
      const version = row.path.startsWith('/cluster/v2/') ? '' : '/v2'
      const path = version + row.path.replace(/\{[^}]+\}/g, '7')
      const { status, body } = await harness.call(row.method, path, row.method === 'GET' ? undefined : {})
      // 405 where another operation has the path.
      if (status !== 405)
        expect({ status, body }).toMatchObject({
          status: 404,
          body: { detail: `No static resource ${path.slice(1)}.` },
        })
      expect(harness.emulator.journal.entries.at(-1)?.tier).toBeUndefined()
    },
  )
})
