import { describe, expect, it } from 'vitest'
import { createHarness, type Item } from './harness.ts'

const DAY = 86_400_000

describe('delete', () => {
  it.each(['COMPLETED', 'CANCELED'])(
    'removes a %s instance with all that depends on it, and nothing else',
    async (state) => {
      const operate = createHarness({ processInstances: 120 })
      const decided = new Set(
        (await operate.all('decision-instances')).map(({ processInstanceKey }) => processInstanceKey),
      )
      const candidates = await operate.all('process-instances', { filter: { state } })
      const { key } = candidates.find((item) => decided.has(item.key)) ?? (candidates[0] as Item)
      const dependants = ['flownode-instances', 'variables', 'incidents', 'decision-instances']
      const before = await Promise.all(dependants.map((resource) => operate.all(resource)))
      const { status, body } = await operate.send('DELETE', `/v1/process-instances/${key}`)
      expect(status).toBe(200)
      expect(body).toEqual({ message: `Process instance and dependant data deleted for key '${key}'`, deleted: 1 })
      for (const [index, resource] of dependants.entries()) {
        const kept = before[index]?.filter(({ processInstanceKey }) => processInstanceKey !== key)
        expect(await operate.all(resource)).toEqual(kept)
      }
      const others = await operate.all('process-instances', { filter: { state } })
      expect(others).toEqual(candidates.filter((item) => item.key !== key))
      for (const view of ['', '/statistics', '/sequence-flows']) {
        expect((await operate.get(`/v1/process-instances/${key}${view}`)).status).toBe(404)
      }
      expect((await operate.send('DELETE', `/v1/process-instances/${key}`)).status).toBe(404)
    },
  )

  it('rejects a running instance without changing it', async () => {
    const operate = createHarness({ processInstances: 30 })
    const [running] = (await operate.search('process-instances', { filter: { state: 'ACTIVE' } })).items
    const { status, body } = await operate.send('DELETE', `/v1/process-instances/${running?.key}`)
    expect(status).toBe(400)
    expect(body).toMatchObject({ type: 'Invalid request', message: expect.stringContaining('COMPLETED') })
    expect((await operate.get(`/v1/process-instances/${running?.key}`)).body).toEqual(running)
  })
})

describe('time', () => {
  it('fires timers, but no sample worker works unless `live` is set', async () => {
    const operate = createHarness()
    const before = await operate.all('flownode-instances')
    operate.clock.advance(14 * DAY)
    const known = new Set(before.map(({ key }) => key))
    const added = (await operate.all('flownode-instances')).filter(({ key }) => !known.has(key))
    const moved = new Set(added.map(({ flowNodeId }) => flowNodeId))
    expect(moved).toEqual(new Set(['not-approved-in-time', 'inform-manager', 'two-weeks-passed', 'application-lapsed']))
    expect((await operate.all('process-instances')).length).toBe(
      new Set(before.map(({ processInstanceKey }) => processInstanceKey)).size,
    )
  })

  it('with `live`, lets instances continue and new ones arrive as the clock advances', async () => {
    const operate = createHarness({ live: true })
    const before = await operate.all('process-instances')
    const states = async (): Promise<Map<unknown, unknown>> =>
      new Map((await operate.all('process-instances')).map(({ key, state }) => [key, state]))
    operate.clock.advance(7 * DAY)
    const after = await states()
    expect(after.size).toBeGreaterThan(before.length + 10)
    const running = before.filter(({ state }) => state === 'ACTIVE')
    const finished = running.filter(({ key }) => after.get(key) === 'COMPLETED')
    expect(finished.length).toBeGreaterThan(0)
    operate.clock.advance(-3 * DAY)
    expect(await states()).toEqual(after)
  })
})

describe('resolveIncident', () => {
  it('resolves it, clears its flags, and lets the instance continue', async () => {
    const operate = createHarness({ live: true })
    const incident = (
      await operate.all('incidents', { filter: { state: 'ACTIVE', type: 'JOB_NO_RETRIES' } })
    )[0] as Item
    const instancePath = `/v1/process-instances/${incident.processInstanceKey}`
    operate.cluster.resolveIncident(String(incident.key))
    expect((await operate.get(`/v1/incidents/${incident.key}`)).body).toEqual({ ...incident, state: 'RESOLVED' })
    expect((await operate.get(instancePath)).body).toMatchObject({ incident: false })
    expect((await operate.search('flownode-instances', { filter: { incidentKey: incident.key } })).total).toBe(0)
    const flows = ((await operate.get(`${instancePath}/sequence-flows`)).body as unknown[]).length
    operate.clock.advance(DAY)
    expect(((await operate.get(`${instancePath}/sequence-flows`)).body as unknown[]).length).toBeGreaterThan(flows)
  })

  it.each(['DECISION_EVALUATION_ERROR', 'CONDITION_ERROR', 'IO_MAPPING_ERROR'])(
    'sets what %s was missing, so that the incident does not recur',
    async (type) => {
      const operate = createHarness({ live: true, processInstances: 400 })
      const active = await operate.all('incidents', { filter: { state: 'ACTIVE', type } })
      expect(active.length).toBeGreaterThan(0)
      for (const { key } of active) operate.cluster.resolveIncident(String(key))
      operate.clock.advance(DAY)
      const affected = new Set(active.map(({ processInstanceKey }) => processInstanceKey))
      const again = await operate.all('incidents', { filter: { state: 'ACTIVE', type } })
      expect(again.filter(({ processInstanceKey }) => affected.has(processInstanceKey))).toEqual([])
    },
  )

  it('rejects a key that is not an active incident', async () => {
    const operate = createHarness({ processInstances: 60 })
    const [resolved] = await operate.all('incidents', { filter: { state: 'RESOLVED' } })
    expect(() => operate.cluster.resolveIncident(String(resolved?.key))).toThrow(/No active incident/)
    expect(() => operate.cluster.resolveIncident('1')).toThrow(/No active incident/)
    expect(() => operate.cluster.resolveIncident('abc')).toThrow(/"abc"/)
  })
})
