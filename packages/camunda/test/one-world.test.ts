import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ConnectedCluster } from '../src/index.ts'
import type { Translation } from '../src/older/member.ts'
import { tables } from '../src/older/operate-queries.ts'
import { userTasks } from '../src/older/tables/user-tasks.ts'
import { collect } from './support/emulated.ts'
import { expectSame, inBoth } from './support/expect-same.ts'
import { fillWorld } from './support/fill-world.ts'
import { createSaas } from './support/saas.ts'
import { type AnySearch, hardlyFiltered, type Item, queriesOf, searches } from './support/searches.ts'

// The same history in clusters of four kinds: 8.6 with the older APIs alone, 8.8 with both, 8.9 with a relational database and
// so without v1, and 8.10 on its new host. Each query goes to all of them, of 8.8 to both APIs, and what they know has to be the
// same, key by key and page by page.

const data = { now: () => Date.UTC(2026, 9, 20, 9), operate: { processInstances: 30 } }
const [of6, of8, of9, of10] = [
  createSaas(6, 'search', data),
  createSaas(8, 'search', data),
  createSaas(9, 'rdbms', data),
  createSaas(10, 'search', data),
]
const clusters = { '8.6': of6.connect(), '8.8': of8.connect(), '8.9 without v1': of9.connect(), '8.10': of10.connect() }
const reference = clusters['8.8']
const others = {
  '8.6': clusters['8.6'],
  'v1 of 8.8': of8.connect({}, { version: '8.7' }),
  '8.9 without v1': clusters['8.9 without v1'],
  '8.10': clusters['8.10'],
}
const all = { '8.8': reference, ...others }

/** The other clusters, with what the same call returns there. */
function fromOthers<Result>(call: (camunda: ConnectedCluster) => Promise<Result>): Promise<[string, Result][]> {
  return Promise.all(
    Object.entries(others).map(async ([name, camunda]) => [name, await call(camunda)] as const),
  ) as never
}

beforeAll(async () => {
  await Promise.all(Object.values(clusters).map(fillWorld))
})

test('each cluster has the intended version, and its own host', async () => {
  const versions = await Promise.all(Object.values(clusters).map((camunda) => camunda.version()))
  expect(versions.map((version) => /^8\.\d+/.exec(String(version))?.[0])).toEqual(['8.6', '8.8', '8.9', '8.10'])
  expect(of6.hosts.at(-1)).not.toContain('.api.')
  expect(new Set(of10.hosts)).toEqual(new Set(['bru-2.api.camunda.io']))
})

const resources: Record<string, Translation> = { ...tables, userTasks }

describe.each(Object.entries(resources))('%s', (name, table) => {
  const [key = ''] = Object.keys(table.members)
  // Up to 8.7 a search finds tasks of both kinds, and v2 has one. Tasklist sorts by time unless it is told otherwise.
  const isTasks = table === userTasks
  const kind = isTasks ? { implementation: 'ZEEBE_USER_TASK' } : {}
  const last = isTasks ? [{ field: 'creationDate', order: 'ASC' as const }] : []
  const complete = ({ filter, sort, limit }: AnySearch, page: object = {}): object => ({
    filter: { ...filter, ...kind },
    sort: [...sort, ...last],
    page: { limit, ...page },
  })
  const servedBy = (cluster: string) => (/^(8.6|v1)/.test(cluster) ? table.api : 'orchestration')
  const everything = complete({ filter: {}, sort: [], limit: 100 })
  let items: Item[]
  beforeAll(async () => {
    items = await collect(queriesOf(reference, name).searchAll(everything))
    expect(items.length).toBeGreaterThan(2)
  })

  test('differ in their filters', () => {
    expect(hardlyFiltered(table, items)).toEqual(['tenantId'])
  })

  test('all of them are the same', async () => {
    for (const [of, found] of await fromOthers((camunda) => collect(queriesOf(camunda, name).searchAll(everything)))) {
      expectSame(table, items, found, servedBy(of))
    }
  })

  test('each item is the same, and missing ones are missing', async () => {
    for (let index = 0; index < items.length; index += Math.ceil(items.length / 8)) {
      const id = String(items[index]?.[key])
      const expected = await queriesOf(reference, name).get(id)
      for (const [of, found] of await fromOthers((camunda) => queriesOf(camunda, name).get(id))) {
        expectSame(table, [expected], [found], servedBy(of))
      }
    }
    for (const camunda of Object.values(all)) {
      const id = name === 'decisionInstances' ? '1-1' : '1'
      await expect(queriesOf(camunda, name).get(id)).rejects.toMatchObject({ status: 404, title: 'NOT_FOUND' })
    }
  })

  test('a search has the same items on the same pages', async () => {
    const property = fc.asyncProperty(
      searches(table, () => items),
      async (search) => {
        let cursors: Record<string, string | null> = {}
        let before: readonly Item[] = []
        for (let index = 0; index < 3; index++) {
          const pageOf = (of: string, camunda: ConnectedCluster) =>
            queriesOf(camunda, name).search(complete(search, cursors[of] ? { after: cursors[of] } : {}))
          const pages = await Promise.all(
            Object.entries(all).map(async ([of, camunda]) => [of, await pageOf(of, camunda)] as const),
          )
          const [[, expected]] = pages as unknown as [(typeof pages)[0]]
          for (const [of, page] of pages) {
            expectSame(table, expected.items, page.items, page.served)
            expect(page.served).toBe(servedBy(of))
            // Tasklist does not count.
            if (page.served !== 'tasklist' || page.totalIsExact) {
              expect([page.total, page.totalIsExact]).toEqual([expected.total, expected.totalIsExact])
            }
          }
          // Of the older APIs Tasklist alone pages backward.
          if (isTasks && before.length > 0 && expected.startCursor) {
            for (const [of, { startCursor }] of pages) {
              const back = await queriesOf(all[of as '8.6'], name).search(complete(search, { before: startCursor }))
              expectSame(table, before, back.items, back.served)
            }
          }
          if (expected.items.length < search.limit) return
          before = expected.items
          cursors = Object.fromEntries(pages.map(([of, { endCursor }]) => [of, endCursor]))
        }
      },
    )
    await fc.assert(property, { numRuns: 25 })
  })
})

describe('other reads', () => {
  /** The call returns the same everywhere, in the members that both versions know. */
  async function expectEqual(call: (camunda: ConnectedCluster) => Promise<object>): Promise<object> {
    const expected = await call(reference)
    for (const [of, found] of await fromOthers(call)) {
      expect(inBoth(found, expected), of).toEqual(inBoth(expected, found))
    }
    return expected
  }

  test('files, counts of elements and sequence flows', async () => {
    const { items: instances } = await reference.processInstances.search({ page: { limit: 20 } })
    for (const { processInstanceKey } of instances) {
      const counts = await expectEqual((camunda) => camunda.processInstances.getElementStatistics(processInstanceKey))
      const flows = await expectEqual((camunda) => camunda.processInstances.getSequenceFlows(processInstanceKey))
      expect(counts).toMatchObject({ items: expect.arrayContaining([expect.anything()]) })
      expect(flows).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ processInstanceKey })]) })
    }
    const xmls = async (camunda: ConnectedCluster) => {
      const files: (string | undefined)[] = []
      for await (const one of camunda.processDefinitions.searchAll())
        files.push(await camunda.processDefinitions.getXml(one.processDefinitionKey))
      for await (const one of camunda.decisionRequirements.searchAll())
        files.push(await camunda.decisionRequirements.getXml(one.decisionRequirementsKey))
      for await (const one of camunda.decisionDefinitions.searchAll())
        files.push(await camunda.decisionDefinitions.getXml(one.decisionDefinitionKey))
      return files
    }
    expect(await expectEqual(xmls)).toHaveProperty(
      'length',
      expect.toSatisfy((length: number) => length > 10),
    )
  })

  test('full values of variables, and those that user tasks see', async () => {
    const filter = { name: 'note', isTruncated: true }
    const whole = await expectEqual(async (camunda) => {
      return (await camunda.variables.search({ filter }, { truncateValues: false })).items
    })
    expect(whole).toContainEqual(expect.objectContaining({ isTruncated: false, value: `"${'x'.repeat(9900)}"` }))
    const tasks = await reference.userTasks.search({ page: { limit: 15 } })
    for (const { userTaskKey } of tasks.items) {
      for (const order of ['ASC', 'DESC'] as const) {
        const seen = await expectEqual(async (camunda) => {
          const sort = [{ field: 'name' as const, order }]
          return (await camunda.userTasks.searchEffectiveVariables(userTaskKey, { sort })).items
        })
        expect(seen).not.toEqual([])
      }
    }
  })

  test('user tasks that are jobs, as long as Tasklist v1 exists', async () => {
    const search = (camunda: ConnectedCluster) =>
      camunda.userTasks.search({
        filter: { implementation: 'JOB_WORKER', candidateGroup: 'accounting' },
        sort: [{ field: 'creationDate' }],
      })
    const expected = await search(reference)
    expect(expected).toMatchObject({ served: 'tasklist', items: { length: 4 } })
    for (const camunda of [clusters['8.6'], others['v1 of 8.8']]) expect(await search(camunda)).toEqual(expected)
    const [{ userTaskKey = '' } = {}] = expected.items
    expect(await clusters['8.6'].userTasks.get(userTaskKey)).toEqual(await reference.userTasks.get(userTaskKey))
    await expect(search(clusters['8.9 without v1'])).rejects.toMatchObject({ reason: 'not_served' })
    await expect(search(clusters['8.10'])).rejects.toMatchObject({ reason: 'not_served' })
  })
})

describe.each(Object.entries(clusters))('a change, in %s', (_, camunda) => {
  test('assigns, unassigns and completes a user task, and reports if it is too late', async () => {
    const filter = { state: 'CREATED', implementation: 'ZEEBE_USER_TASK' } as const
    const { items } = await camunda.userTasks.search({ filter, page: { limit: 1 } })
    const [{ userTaskKey = '' } = {}] = items
    await camunda.userTasks.assign(userTaskKey, { assignee: 'jane' })
    expect(await camunda.userTasks.get(userTaskKey)).toMatchObject({ state: 'CREATED', assignee: 'jane' })
    await camunda.userTasks.unassign(userTaskKey)
    expect(await camunda.userTasks.get(userTaskKey)).toMatchObject({ assignee: null })
    await camunda.userTasks.complete(userTaskKey, { variables: { approved: true } })
    expect(await camunda.userTasks.get(userTaskKey)).toMatchObject({ state: 'COMPLETED' })
    // The engine forgets a task that has ended, and Tasklist is not asked to change one that is no job.
    await expect(camunda.userTasks.complete(userTaskKey)).rejects.toMatchObject({ status: 404, title: 'NOT_FOUND' })
  })

  test('deletes a process instance once it has ended', async () => {
    const first = async (state: 'ACTIVE' | 'COMPLETED') =>
      (await camunda.processInstances.search({ filter: { state }, page: { limit: 1 } })).items[0]?.processInstanceKey ??
      ''
    const refused = { name: 'ConflictError', status: 409, title: 'INVALID_STATE' }
    await expect(camunda.processInstances.delete(await first('ACTIVE'))).rejects.toMatchObject(refused)
    const ended = await first('COMPLETED')
    await camunda.processInstances.delete(ended)
    await expect(camunda.processInstances.get(ended)).rejects.toMatchObject({ status: 404 })
  })
})
