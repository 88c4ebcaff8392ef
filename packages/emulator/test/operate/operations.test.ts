import { describe, expect, it } from 'vitest'
import { createHarness, type Item, NOW, RESOURCES } from './harness.ts'

const operate = createHarness()

describe('search and get', () => {
  it.each(RESOURCES)('returns a page of ten %s, and each of them by itself', async (resource) => {
    const page = await operate.search(resource)
    expect(page.total).toBeGreaterThan(2)
    expect(page.items).toHaveLength(Math.min(page.total, 10))
    for (const item of page.items) {
      const id = resource === 'decision-instances' ? item.id : item.key
      const { status, type, body } = await operate.get(`/v1/${resource}/${id}`)
      expect(status).toBe(200)
      expect(type).toBe('application/json')
      // Only get gives the whole of a long value.
      expect(body).toMatchObject(item.truncated ? { ...item, truncated: false, value: expect.any(String) } : item)
    }
  })

  it.each(RESOURCES)('omits members without a value from %s', async (resource) => {
    for (const item of await operate.all(resource)) expect(Object.values(item)).not.toContain(null)
  })

  it('returns the documented members of each entity', async () => {
    const members = async (resource: string): Promise<string[]> => [
      ...new Set((await operate.all(resource)).flatMap((item) => Object.keys(item))),
    ]
    const instance = await members('process-instances')
    for (const name of ['parentKey', 'parentFlowNodeInstanceKey', 'processVersionTag', 'endDate', 'incident']) {
      expect(instance).toContain(name)
    }
    expect(instance).not.toContain('parentProcessInstanceKey')
    expect(await members('flownode-instances')).toEqual(
      expect.arrayContaining(['flowNodeId', 'flowNodeName', 'incidentKey', 'type', 'endDate']),
    )
    expect(await members('incidents')).toEqual(expect.arrayContaining(['jobKey', 'message', 'creationTime', 'type']))
    expect(await members('process-definitions')).toContain('versionTag')
  })

  it('writes keys as JSON numbers, exact beyond 2^53, of all partitions', async () => {
    const { text } = await operate.send('POST', '/v1/process-instances/search', '{"size":1000}')
    const digits = [...text.matchAll(/"key":(\d+)/g)].map(([, key]) => BigInt(key ?? ''))
    expect(new Set(digits.map((key) => Number(key >> 51n)))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8]))
    expect(digits.filter((key) => key > 2n ** 53n && key % 2n === 1n).length).toBeGreaterThan(10)
    const odd = digits.find((key) => key > 2n ** 53n && key % 2n === 1n)
    expect((await operate.get(`/v1/process-instances/${odd}`)).text).toContain(`"key":${odd},`)
  })

  it('uses the configured number of partitions', async () => {
    const small = createHarness({ partitions: 1, processInstances: 50 })
    for (const { key } of await small.all('flownode-instances')) expect(BigInt(key) >> 51n).toBe(1n)
  })

  it('writes dates without a colon in the offset', async () => {
    for (const { startDate } of (await operate.search('process-instances')).items) {
      expect(startDate).toMatch(/^2026-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$/)
    }
  })

  it('returns inputs and outputs of decision instances in get only', async () => {
    const { items } = await operate.search('decision-instances', { filter: { state: 'EVALUATED' }, size: 1 })
    const [item] = items
    expect(item).not.toHaveProperty('evaluatedInputs')
    expect(item?.id).toBe(`${item?.key}-1`)
    const { body } = await operate.get(`/v1/decision-instances/${item?.id}`)
    expect(body).toMatchObject({ evaluatedInputs: [{ id: expect.any(String), value: expect.any(String) }, {}] })
    const output = expect.objectContaining({ ruleId: expect.any(String), ruleIndex: expect.any(Number) })
    expect(body).toMatchObject({ evaluatedOutputs: expect.arrayContaining([output]) })
  })

  it('truncates long values of variables in search, and returns them in full in get', async () => {
    const long = await operate.search('variables', { filter: { truncated: true } })
    expect(long.total).toBeGreaterThan(0)
    for (const item of long.items) {
      expect(String(item.value)).toHaveLength(8191)
      const { body } = await operate.get(`/v1/variables/${item.key}`)
      const whole = (body as Item).value as string
      expect(whole.startsWith(String(item.value))).toBe(true)
      expect(Array.isArray(JSON.parse(whole))).toBe(true)
    }
    for (const { value } of (await operate.search('variables', { filter: { truncated: false }, size: 1000 })).items) {
      expect(() => JSON.parse(String(value))).not.toThrow()
    }
  })
})

describe('sub-resources of an item', () => {
  it('returns BPMN and DMN as text/xml', async () => {
    const [definition] = (await operate.search('process-definitions')).items
    const bpmn = await operate.get(`/v1/process-definitions/${definition?.key}/xml`)
    expect(bpmn).toMatchObject({ status: 200, type: expect.stringMatching(/^text\/xml/) })
    expect(bpmn.text).toContain(`<bpmn:process id="${definition?.bpmnProcessId}"`)
    const [requirements] = (await operate.search('drd')).items
    const dmn = await operate.get(`/v1/drd/${requirements?.key}/xml`)
    expect(dmn).toMatchObject({ status: 200, type: expect.stringMatching(/^text\/xml/) })
    expect(dmn.text).toContain(`id="${requirements?.decisionRequirementsId}"`)
  })

  it('returns statistics and sequence flows as arrays', async () => {
    const [instance] = (await operate.search('process-instances')).items
    const statistics = await operate.get(`/v1/process-instances/${instance?.key}/statistics`)
    expect(statistics.body).toContainEqual({
      activityId: expect.any(String),
      active: expect.any(Number),
      canceled: expect.any(Number),
      incidents: expect.any(Number),
      completed: expect.any(Number),
    })
    const flows = await operate.get(`/v1/process-instances/${instance?.key}/sequence-flows`)
    expect(flows.body).toContainEqual(expect.stringMatching(/^Flow_/))
  })
})

describe('seeding', () => {
  it.each([1, 3, 5, 299])(
    'starts exactly %i process instances, in addition to those that they call',
    async (processInstances) => {
      const instances = await createHarness({ processInstances }).all('process-instances')
      expect(instances.filter(({ parentKey }) => parentKey === undefined)).toHaveLength(processInstances)
      for (const { startDate } of instances) expect(Date.parse(String(startDate))).toBeLessThanOrEqual(NOW)
    },
  )

  it('returns the same data for the same seed, cluster and time, and different data otherwise', async () => {
    const texts = async (options: object): Promise<string> =>
      JSON.stringify(
        await createHarness({ processInstances: 20, ...options }).all('flownode-instances'),
        (_key, value) => (typeof value === 'bigint' ? String(value) : value),
      )
    expect(await texts({ seed: 7 })).toBe(await texts({ seed: 7 }))
    expect(await texts({ seed: 7 })).not.toBe(await texts({ seed: 8 }))
    expect(await texts({ clusterId: 'one' })).not.toBe(await texts({ clusterId: 'two' }))
  })

  it('ends at the time of the clock', async () => {
    for (const { startDate, endDate } of await operate.all('flownode-instances')) {
      const dates = [startDate, endDate].filter((date) => date !== undefined).map((date) => Date.parse(String(date)))
      expect(Math.max(...dates)).toBeLessThanOrEqual(NOW)
      expect(dates).toEqual(dates.toSorted((a, b) => a - b))
    }
  })

  it('restores the data on reset', async () => {
    const one = createHarness({ processInstances: 30 })
    const before = await one.search('process-instances', { filter: { state: 'COMPLETED' } })
    await one.send('DELETE', `/v1/process-instances/${before.items[0]?.key}`)
    expect((await one.search('process-instances', { filter: { state: 'COMPLETED' } })).total).toBe(before.total - 1)
    one.engines.reset()
    expect(await one.search('process-instances', { filter: { state: 'COMPLETED' } })).toEqual(before)
  })

  it('has no data on a cluster without process instances', async () => {
    const empty = createHarness({ processInstances: 0 })
    for (const resource of RESOURCES) expect(await empty.search(resource)).toEqual({ items: [], total: 0 })
  })
})
