import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createHarness, type Item, NOW, RESOURCES } from './harness.ts'

const operate = createHarness()

/** What each entity can be filtered and sorted by, but for a text that only filters. */
const FIELDS: Readonly<Record<(typeof RESOURCES)[number], readonly string[]>> = {
  'process-definitions': ['key', 'name', 'version', 'versionTag', 'bpmnProcessId', 'tenantId'],
  'process-instances': [
    ...['key', 'processVersion', 'processVersionTag', 'bpmnProcessId', 'parentKey', 'parentFlowNodeInstanceKey'],
    ...['startDate', 'endDate', 'state', 'incident', 'processDefinitionKey', 'tenantId'],
  ],
  'flownode-instances': [
    ...['key', 'processInstanceKey', 'processDefinitionKey', 'startDate', 'endDate', 'flowNodeId', 'incidentKey'],
    ...['type', 'state', 'incident', 'tenantId'],
  ],
  incidents: [
    ...['key', 'processDefinitionKey', 'processInstanceKey', 'type', 'creationTime', 'state', 'jobKey', 'tenantId'],
  ],
  variables: ['key', 'processInstanceKey', 'scopeKey', 'name', 'value', 'truncated', 'tenantId'],
  drd: ['id', 'key', 'decisionRequirementsId', 'name', 'version', 'resourceName', 'tenantId'],
  'decision-definitions': [
    ...['id', 'key', 'decisionId', 'name', 'version', 'decisionRequirementsId', 'decisionRequirementsKey'],
    ...['decisionRequirementsName', 'decisionRequirementsVersion', 'tenantId'],
  ],
  'decision-instances': [
    ...['id', 'key', 'state', 'evaluationDate', 'evaluationFailure', 'processDefinitionKey', 'processInstanceKey'],
    ...['decisionId', 'decisionDefinitionId', 'decisionName', 'decisionVersion', 'decisionType', 'tenantId'],
  ],
}

describe('filter', () => {
  it.each(RESOURCES.flatMap((resource) => FIELDS[resource].map((field) => ({ resource, field }))))(
    '$resource by $field returns exactly the items with the value',
    async ({ resource, field }) => {
      const items = await operate.all(resource)
      // The last item that has the member is seldom the first found by chance.
      const value = items.findLast((item) => item[field] !== undefined)?.[field]
      expect(value).toBeDefined()
      const found = await operate.all(resource, { filter: { [field]: value } })
      expect(found).toEqual(items.filter((item) => item[field] === value))
    },
  )

  it('accepts keys as numbers and as text', async () => {
    const { items } = await operate.search('process-instances', { sort: [{ field: 'key', order: 'DESC' }], size: 1 })
    const [last] = items
    expect(last?.key).toBeTypeOf('bigint')
    for (const key of [last?.key, String(last?.key)]) {
      expect((await operate.search('process-instances', { filter: { key } })).items).toEqual([last])
    }
  })

  it('requires all members to match', async () => {
    const filter = { state: 'ACTIVE', incident: true }
    const found = await operate.all('process-instances', { filter })
    expect(found.length).toBeGreaterThan(3)
    expect(found.every(({ state, incident }) => state === 'ACTIVE' && incident === true)).toBe(true)
    const nothing = await operate.search('process-instances', { filter: { state: 'COMPLETED', incident: true } })
    expect(nothing).toEqual({ items: [], total: 0 })
  })

  it('is exact and case-sensitive, without wildcards', async () => {
    for (const bpmnProcessId of ['Invoice-approval', 'invoice', 'invoice-*', ' invoice-approval']) {
      expect((await operate.search('process-definitions', { filter: { bpmnProcessId } })).total).toBe(0)
    }
  })

  it('ignores unknown members, null and empty text', async () => {
    const { total } = await operate.search('process-instances')
    for (const filter of [
      { bpmnProcesId: 'invoice-approval' },
      { state: null },
      { bpmnProcessId: '' },
      { startDate: '' },
      { key: '' },
      { toString: 'x', constructor: 'y' },
      null,
      {},
    ]) {
      expect((await operate.search('process-instances', { filter })).total).toBe(total)
    }
    const nodes = await operate.search('flownode-instances')
    expect(await operate.search('flownode-instances', { filter: { flowNodeName: 'Nothing' } })).toEqual(nodes)
  })

  it('accepts parentProcessInstanceKey as another name of parentKey', async () => {
    const child = (await operate.all('process-instances')).find(({ parentKey }) => parentKey !== undefined)
    const byAlias = await operate.search('process-instances', {
      filter: { parentProcessInstanceKey: child?.parentKey },
    })
    expect(byAlias.items).toContainEqual(child)
    expect(byAlias).toEqual(await operate.search('process-instances', { filter: { parentKey: child?.parentKey } }))
  })

  it('matches the message of incidents by all words, in any order and case', async () => {
    const incidents = await operate.all('incidents')
    const found = await operate.all('incidents', { filter: { message: 'gateway PAYMENT' } })
    expect(found.length).toBeGreaterThan(0)
    expect(found).toEqual(incidents.filter(({ message }) => /payment gateway/.test(String(message))))
    expect((await operate.search('incidents', { filter: { message: 'payment pancake' } })).total).toBe(0)
    expect((await operate.search('incidents', { filter: { message: 'gatew' } })).total).toBe(0)
  })

  it.each([
    ['y', 0, 4],
    ['M', 0, 7],
    ['d', 0, 10],
    ['h', 0, 13],
    ['m', 0, 16],
    ['s', 0, 19],
  ])('with ||/%s matches values that begin with the same date text', async (unit, from, to) => {
    const items = await operate.all('process-instances')
    const startDate = String(items[0]?.startDate)
    const found = await operate.all('process-instances', { filter: { startDate: `${startDate}||/${unit}` } })
    expect(found).toEqual(items.filter((item) => String(item.startDate).slice(from, to) === startDate.slice(from, to)))
  })

  it('with ||/w matches the week from Monday', async () => {
    const monday = Date.UTC(2026, 10, 9)
    const items = await operate.all('process-instances')
    const expected = items.filter(({ startDate }) => {
      const at = Date.parse(String(startDate))
      return at >= monday && at < monday + 7 * 86_400_000
    })
    expect(expected.length).toBeGreaterThan(10)
    for (const day of ['09T00:00:00.000', '15T23:59:59.999']) {
      const filter = { startDate: `2026-11-${day}+0000||/w` }
      expect(await operate.all('process-instances', { filter })).toEqual(expected)
    }
  })

  it('accepts offsets with and without a colon', async () => {
    const [first] = (await operate.search('process-instances')).items
    const plus2 = new Date(Date.parse(String(first?.startDate)) + 7_200_000).toISOString().replace('Z', '')
    for (const offset of ['+0200', '+02:00']) {
      const found = await operate.search('process-instances', { filter: { startDate: plus2 + offset } })
      expect(found.items).toContainEqual(first)
    }
  })
})

describe('size and total', () => {
  it.each([1, 7, 1000])('returns up to %i items', async (size) => {
    const page = await operate.search('flownode-instances', { size })
    expect(page.items).toHaveLength(size)
    expect(page.total).toBe((await operate.all('flownode-instances')).length)
  })

  it('counts up to 10,000', async () => {
    const busy = createHarness({ processInstances: 1200 })
    expect((await busy.search('flownode-instances', { size: 1 })).total).toBe(10_000)
    expect((await busy.all('flownode-instances')).length).toBeGreaterThan(10_000)
    const instances = await busy.all('process-instances')
    expect(instances.filter(({ parentKey }) => parentKey === undefined)).toHaveLength(1200)
  })

  it('has no sortValues without items', async () => {
    const page = await operate.search('incidents', { filter: { key: 1 } })
    expect(page).toEqual({ items: [], total: 0 })
  })
})

describe('sort', () => {
  it('puts missing values last in either direction, with the numbers that the search database returns for them', async () => {
    for (const [order, missing] of [
      ['ASC', 2n ** 63n - 1n],
      ['DESC', -(2n ** 63n)],
    ]) {
      const items = await operate.all('process-instances', { sort: [{ field: 'endDate', order }] })
      const firstMissing = items.findIndex(({ endDate }) => endDate === undefined)
      expect(firstMissing).toBeGreaterThan(0)
      expect(items.slice(firstMissing).every(({ endDate }) => endDate === undefined)).toBe(true)
      const after = await operate.search('process-instances', {
        sort: [{ field: 'endDate', order }],
        searchAfter: [missing, 0],
        size: 1,
      })
      expect(after.items[0]).toEqual(items[firstMissing])
      expect(after.sortValues).toEqual([missing, items[firstMissing]?.key])
    }
  })

  it('is ascending by default, and by key in the end', async () => {
    const items = await operate.all('process-instances', { sort: [{ field: 'bpmnProcessId' }] })
    const byHand = items.toSorted((a, b) => {
      const [left, right] = [String(a.bpmnProcessId), String(b.bpmnProcessId)]
      return left === right ? (a.key < b.key ? -1 : 1) : left < right ? -1 : 1
    })
    expect(items).toEqual(byHand)
  })

  it('returns the sortValues of the last item: milliseconds since the epoch and the key', async () => {
    const page = await operate.search('incidents', { sort: [{ field: 'creationTime', order: 'DESC' }], size: 3 })
    const last = page.items.at(-1)
    expect(page.sortValues).toEqual([Date.parse(String(last?.creationTime)), last?.key])
  })

  it('sorts decision instances by id in the end', async () => {
    const page = await operate.search('decision-instances', { size: 4 })
    expect(page.sortValues).toEqual([page.items.at(-1)?.id])
  })
})

describe('searchAfter', () => {
  it('visits every item once, in one order, with any sort and size', async () => {
    const arrangements = fc.constantFrom(...RESOURCES).chain((resource) =>
      fc.record({
        resource: fc.constant(resource),
        sort: fc.array(
          fc.record({ field: fc.constantFrom(...FIELDS[resource]), order: fc.constantFrom('ASC', 'DESC') }),
          { maxLength: 3 },
        ),
        size: fc.integer({ min: 40, max: 1000 }),
        asText: fc.boolean(),
      }),
    )
    const small = createHarness({ processInstances: 60 })
    await fc.assert(
      fc.asyncProperty(arrangements, async ({ resource, sort, size, asText }) => {
        const whole = await small.search(resource, { sort, size: 1000 })
        const ids: unknown[] = []
        for (let searchAfter: unknown[] | undefined; ; ) {
          const page = await small.search(resource, { sort, size, ...(searchAfter && { searchAfter }) })
          ids.push(...page.items.map(({ id, key }) => id ?? key))
          if (!page.sortValues) break
          // Clients may send numbers back as text.
          searchAfter = asText
            ? page.sortValues.map((value) => (typeof value === 'bigint' ? String(value) : value))
            : page.sortValues
        }
        expect(ids).toHaveLength(whole.total)
        expect(new Set(ids).size).toBe(whole.total)
        expect(ids.slice(0, 1000)).toEqual(whole.items.map(({ id, key }) => id ?? key))
      }),
      { numRuns: 60 },
    )
  })

  it('continues after a key that no longer exists', async () => {
    const one = createHarness()
    const sort = [{ field: 'startDate', order: 'DESC' }]
    const finished: Item[] = await one.all('process-instances', { filter: { state: 'COMPLETED' }, sort })
    const [first, second] = finished
    const after = [Date.parse(String(first?.startDate)), first?.key]
    await one.send('DELETE', `/v1/process-instances/${first?.key}`)
    const query = { filter: { state: 'COMPLETED' }, sort, size: 1, searchAfter: after }
    expect((await one.search('process-instances', query)).items).toEqual([second])
  })

  it('finds nothing after the end', async () => {
    const page = await operate.search('process-instances', { searchAfter: [2n ** 63n - 1n] })
    expect(page.items).toEqual([])
    expect(page).not.toHaveProperty('sortValues')
    expect(page.total).toBeGreaterThan(0)
  })
})

it('requires no body', async () => {
  const page = await operate.search('process-instances')
  for (const body of ['', '  ', '{}', '{"filter":{},"sort":[],"searchAfter":null}']) {
    expect((await operate.send('POST', '/v1/process-instances/search', body)).body).toEqual(page)
  }
  expect(Date.parse(String(page.items[0]?.startDate))).toBeLessThan(NOW)
})
