import { createHubClient } from '@x/hub'
import { hubApi, operations as hubOperations } from '@x/hub/operations'
import { createOptimizeClient } from '@x/optimize'
import { optimizeApi, operations as optimizeOperations } from '@x/optimize/operations'
import { createOrchestrationClient } from '@x/orchestration'
import { type Operation, orchestrationApi, operations as orchestrationOperations } from '@x/orchestration/operations'
import type { ApiDescription, ClientOptions } from '@x/rest'
import { createTasklistClient } from '@x/tasklist'
import { tasklistApi, operations as tasklistOperations } from '@x/tasklist/operations'
import { beforeAll, describe, expect, test } from 'vitest'
import { sampleOf } from '../../src/sampled/sample.ts'
import { isKnown } from '../../src/sampled/shape.ts'
import { isReal } from '../orchestration/real-operations.ts'
import { START } from '../support.ts'
import { type Connection, connect } from './harness.ts'

type Method = (...args: unknown[]) => Promise<unknown>
type CreateClient = (options: Options) => object

interface Options extends Omit<ClientOptions, 'baseUrl'> {
  readonly baseUrl: string
  readonly version?: '8.8' | '8.9' | '8.10' | undefined
}

/** Every API that is made of its operation table, and the minor versions of Camunda 8 to look at. */
const apis: readonly (readonly [ApiDescription, readonly Operation[], CreateClient, readonly number[]])[] = [
  [orchestrationApi, orchestrationOperations, createOrchestrationClient, [8, 9, 10]],
  // Up to 8.9 it is tested in `test/tasklist`.
  [tasklistApi, tasklistOperations, createTasklistClient, [10]],
  [optimizeApi, optimizeOperations, createOptimizeClient, [9, 10]],
  [hubApi, hubOperations, createHubClient, [10]],
]

const file = (name: string): File => new File(['content'], name, { type: 'text/plain' })

/** What has files in it. */
const FORMS: Readonly<Record<string, object>> = {
  'catalog.ingestAssets': { readme: [file('mail.md')], template: [file('mail.json')] },
}

/** Arguments of the operation's method with every member that the version knows, made of its shapes. */
function argumentsOf({ id, takes = [], params = {}, ...parts }: Operation, minor: number): unknown[] {
  const context = { seed: id, now: START, minor, known: {} }
  const inputs = takes.map((part) => {
    if (part === 'form') return FORMS[id]
    const sample = sampleOf(parts[part]?.shape ?? { kind: 'unknown' }, context, part)
    return part === 'body' && !Array.isArray(sample) ? withOnePage(Object(sample)) : sample
  })
  const keys = Object.entries(params).map(([name, { shape }]) => sampleOf(shape, context, name))
  return [...keys, ...inputs, { everything: true }]
}

/** The body with one way to ask for a page, where there are several. */
function withOnePage({
  searchAfterOrEqual,
  searchBefore,
  searchBeforeOrEqual,
  ...body
}: Record<string, unknown>): object {
  return 'page' in body ? { ...body, page: { limit: 2 } } : body
}

const versions = apis.flatMap(([about, rows, create, minors]) =>
  minors.map((minor) => [about.title, minor, about, rows, create] as const),
)

describe.each(versions)('%s of Camunda 8.%i', (_title, minor, about, rows, create) => {
  let connection: Connection
  let client: Record<string, Record<string, Method>>
  beforeAll(async () => {
    connection = await connect(about, minor)
    const { auth, baseUrl, emulator } = connection
    const version = minor < 8 ? undefined : (`8.${minor}` as '8.10')
    const options = { auth, baseUrl, fetch: emulator.fetch, retry: false, validate: 'strict', version } as const
    client = create(options) as typeof client
  })

  const served = rows.filter((row) => isKnown(row, minor))
  // What is kept or runs is tested with the data that it needs, in `test/orchestration`.
  const sampled = served.filter(({ id }) => about !== orchestrationApi || !isReal(id))
  test.each(sampled.map((row) => [row.id, row] as const))('%s responds with its shape', async (id, row) => {
    const [resource = '', verb = ''] = id.split('.')
    const result = await client[resource]?.[verb]?.(...argumentsOf(row, minor))
    expect(result === undefined).toBe(row.returns === 'none')
    expect(connection.emulator.journal.entries.at(-1)).toMatchObject({
      kind: about.name,
      method: row.method,
      status: row.returns === 'none' ? 204 : 200,
      tier: 'sampled',
    })
  })

  const others = rows.filter((row) => !isKnown(row, minor))
  test.each(others.map((row) => [row.id, row] as const))('%s is not served', async (_id, row) => {
    const path = (row.path.startsWith('/cluster/v2/') ? '' : about.versionPath) + row.path.replace(/\{[^}]+\}/g, '7')
    const { status, body } = await connection.call(row.method, path, row.method === 'GET' ? undefined : {})
    // 405 where another operation has the path.
    if (status !== 405) {
      expect({ status, detail: body.detail }).toEqual({ status: 404, detail: `No static resource ${path.slice(1)}.` })
    }
    expect(connection.emulator.journal.entries.at(-1)?.tier).toBeUndefined()
  })
})
