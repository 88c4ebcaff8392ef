import { describe, expect, test } from 'vitest'
import type { Emulator, ProcessInstanceFixture } from '../../src/index.ts'
import { type Call, createCall, createStill, fetchToken, START } from '../support.ts'
import { readBpmn } from './diagrams.ts'

const NOW = '2026-05-04T12:00:00.000+0000'

async function connect(
  processInstances: readonly ProcessInstanceFixture[],
): Promise<{ emulator: Emulator; call: Call }> {
  const emulator = createStill({ operate: { processInstances } })
  const token = await fetchToken(emulator, emulator.credentials('cluster'), 'operate.camunda.io')
  return { emulator, call: createCall(emulator, `${emulator.url('operate')}/v1`, token) }
}

const search = async (call: Call, resource: string, filter: object = {}) =>
  (await call('POST', `/${resource}/search`, { filter, size: 1000 })).body.items

test('an instance is as it was described, with its variables, its incident and a diagram', async () => {
  const { call } = await connect([
    {
      bpmnProcessId: 'ticket',
      key: '2251799813685999',
      version: 3,
      startDate: '2026-05-01T08:00:00Z',
      variables: { ticketId: 'T-1', amount: 12.5, lines: [{ sku: 'a' }], none: null, large: 9_007_199_254_740_993n },
      incidents: [{ message: 'No seat is left', flowNodeId: 'reserve-seat' }],
    },
  ])
  const instance = (await call('GET', '/process-instances/2251799813685999')).body
  expect(instance).toEqual({
    key: 2251799813685999,
    processVersion: 3,
    bpmnProcessId: 'ticket',
    startDate: '2026-05-01T08:00:00.000+0000',
    state: 'ACTIVE',
    incident: true,
    processDefinitionKey: expect.any(Number),
    tenantId: '<default>',
  })
  const { key, processDefinitionKey } = instance
  const values = (await search(call, 'variables')).map((item: Record<string, unknown>) => [item.name, item.value])
  expect(values).toEqual([
    ['ticketId', '"T-1"'],
    ['amount', '12.5'],
    ['lines', '[{"sku":"a"}]'],
    ['none', 'null'],
    ['large', '9007199254740993'],
  ])
  const [incident, ...others] = await search(call, 'incidents')
  expect(others).toEqual([])
  expect(incident).toMatchObject({
    ...{ processInstanceKey: key, processDefinitionKey, type: 'JOB_NO_RETRIES', message: 'No seat is left' },
    ...{ state: 'ACTIVE', creationTime: '2026-05-01T08:00:00.000+0000', jobKey: expect.any(Number) },
  })
  expect(await search(call, 'flownode-instances')).toMatchObject([
    { flowNodeId: 'StartEvent_1', type: 'START_EVENT', state: 'COMPLETED', incident: false },
    { flowNodeId: 'reserve-seat', type: 'SERVICE_TASK', state: 'ACTIVE', incident: true, incidentKey: incident.key },
  ])
  expect((await call('GET', `/process-instances/${key}/statistics`)).body).toEqual([
    { activityId: 'StartEvent_1', active: 0, canceled: 0, incidents: 0, completed: 1 },
    { activityId: 'reserve-seat', active: 0, canceled: 0, incidents: 1, completed: 0 },
  ])
  expect((await call('GET', `/process-instances/${key}/sequence-flows`)).body).toEqual([
    'Flow_StartEvent_1_reserve-seat',
  ])
  expect((await call('GET', `/process-definitions/${processDefinitionKey}`)).body).toMatchObject({
    ...{ bpmnProcessId: 'ticket', version: 3, name: 'ticket' },
  })
  const { body: xml } = await call('GET', `/process-definitions/${processDefinitionKey}/xml`)
  const { flowElements, shapes } = await readBpmn(xml)
  expect(flowElements.map(({ id }) => id)).toEqual(expect.arrayContaining(['reserve-seat', 'EndEvent_1']))
  expect([...shapes.keys()]).toEqual(['StartEvent_1', 'reserve-seat', 'EndEvent_1'])
})

test('without more than a process, it waits at the first activity since the time of the clock', async () => {
  const { call } = await connect([{ bpmnProcessId: 'ticket' }])
  expect(await search(call, 'process-instances')).toMatchObject([
    { bpmnProcessId: 'ticket', processVersion: 1, startDate: NOW, state: 'ACTIVE', incident: false },
  ])
  expect(await search(call, 'flownode-instances', { state: 'ACTIVE' })).toMatchObject([{ flowNodeId: 'Activity_1' }])
})

/** What the flow nodes of an instance look like in each state. */
const walks: [about: string, fixture: Omit<ProcessInstanceFixture, 'bpmnProcessId'>, nodes: string[]][] = [
  ['completed', { state: 'COMPLETED' }, ['StartEvent_1 COMPLETED', 'Activity_1 COMPLETED', 'EndEvent_1 COMPLETED']],
  ['canceled', { state: 'CANCELED', flowNodeId: 'a' }, ['StartEvent_1 COMPLETED', 'a TERMINATED']],
  ['waiting', { flowNodeId: 'a' }, ['StartEvent_1 COMPLETED', 'a ACTIVE']],
  [
    'past a resolved incident',
    { flowNodeId: 'b', incidents: [{ message: 'm', flowNodeId: 'a', state: 'RESOLVED' }] },
    ['StartEvent_1 COMPLETED', 'a COMPLETED', 'b ACTIVE'],
  ],
  [
    'with an incident where it waits',
    { flowNodeId: 'a', incidents: [{ message: 'm' }] },
    ['StartEvent_1 COMPLETED', 'a ACTIVE'],
  ],
  [
    'canceled with an incident',
    { state: 'CANCELED', incidents: [{ message: 'm', flowNodeId: 'a' }] },
    ['StartEvent_1 COMPLETED', 'a TERMINATED'],
  ],
  [
    'with two incidents at one flow node',
    { flowNodeId: 'a', incidents: [{ message: 'm' }, { message: 'n' }] },
    ['StartEvent_1 COMPLETED', 'a ACTIVE', 'a ACTIVE'],
  ],
]

test.each(walks)('an instance that is %s has the flow nodes for it', async (_about, fixture, nodes) => {
  const { call } = await connect([{ bpmnProcessId: 'ticket', ...fixture }])
  const found = await search(call, 'flownode-instances')
  expect(found.map(({ flowNodeId, state }: Record<string, string>) => `${flowNodeId} ${state}`)).toEqual(nodes)
  const [instance] = await search(call, 'process-instances')
  expect(instance.endDate).toBe(fixture.state ? NOW : undefined)
  const states = (await search(call, 'incidents')).map(({ state }: { state: string }) => state)
  expect(states.includes('ACTIVE')).toBe(instance.incident)
})

test('several instances share a process, and only what they are is there', async () => {
  const { call } = await connect([
    { bpmnProcessId: 'ticket', flowNodeId: 'a', key: '2251799813685249' },
    { bpmnProcessId: 'ticket', flowNodeId: 'b', tenantId: 'other' },
    { bpmnProcessId: 'ticket', flowNodeId: 'c', key: '9223372036854775807' },
  ])
  expect(await search(call, 'process-instances', { tenantId: 'other' })).toMatchObject([{ tenantId: 'other' }])
  const definitions = await search(call, 'process-definitions')
  expect(definitions.map(({ tenantId }: { tenantId: string }) => tenantId)).toEqual(['<default>', 'other'])
  // One counter for all kinds of entities, as Zeebe has it.
  const kinds = ['process-definitions', 'process-instances', 'flownode-instances']
  const items = (await Promise.all(kinds.map((kind) => search(call, kind)))).flat()
  expect(items).toHaveLength(2 + 3 + 6 + 1)
  expect(new Set(items.map(({ key }) => key)).size).toBe(items.length)
  expect(await search(call, 'decision-definitions')).toEqual([])
})

test('resolveIncident resolves one, and the instance stays flagged while it has another', async () => {
  const { emulator, call } = await connect([
    {
      bpmnProcessId: 'ticket',
      key: '7',
      incidents: [
        { message: 'm', key: '8', flowNodeId: 'a' },
        { message: 'n', key: '9', flowNodeId: 'b' },
      ],
    },
  ])
  const { clusterId = '' } = emulator.credentials('cluster')
  const flagged = async () => (await call('GET', '/process-instances/7')).body.incident
  await search(call, 'incidents', { state: 'ACTIVE' })
  emulator.controls.resolveIncident(clusterId, '8')
  expect(await search(call, 'incidents', { state: 'ACTIVE' })).toMatchObject([{ key: 9 }])
  expect(await flagged()).toBe(true)
  emulator.controls.resolveIncident(clusterId, '9')
  expect(await flagged()).toBe(false)
  expect(await search(call, 'flownode-instances', { incident: true })).toEqual([])
  expect(() => emulator.controls.resolveIncident(clusterId, '9')).toThrow(/No active incident/)
  emulator.reset()
})

test('a deleted instance is back after a reset', async () => {
  const { emulator, call } = await connect([{ bpmnProcessId: 'ticket', key: '7', state: 'COMPLETED' }])
  expect((await call('DELETE', '/process-instances/7')).status).toBe(200)
  expect(await search(call, 'flownode-instances')).toEqual([])
  emulator.reset()
  expect(await search(call, 'process-instances')).toMatchObject([{ key: 7 }])
})

describe('a fixture that cannot be', () => {
  const cyclic: Record<string, unknown> = {}
  cyclic.self = cyclic
  const later = new Date(START + 1)

  test.each<[fixture: object | null, says: string]>([
    [{}, 'bpmnProcessId is required in operate.processInstances[0]'],
    [null, 'operate.processInstances[0] must be an object'],
    [{ bpmnProcessId: 'a b' }, 'operate.processInstances[0].bpmnProcessId must be a BPMN ID'],
    [{ bpmnProcessId: 'p', incident: true }, '"incident" is an excess property in operate.processInstances[0]'],
    [{ bpmnProcessId: 'p', version: 0 }, '.version must be a whole number above 0'],
    [{ bpmnProcessId: 'p', key: 7 }, '.key must be a 64-bit key as a string of digits'],
    [{ bpmnProcessId: 'p', key: '9223372036854775808' }, '.key must be a 64-bit key'],
    [{ bpmnProcessId: 'p', state: 'active' }, '.state must be one of ACTIVE, COMPLETED, CANCELED'],
    [{ bpmnProcessId: 'p', startDate: 'yesterday' }, '.startDate must be a Date or ISO 8601 text'],
    [{ bpmnProcessId: 'p', startDate: new Date(Number.NaN) }, '.startDate must be a Date or ISO 8601 text'],
    [{ bpmnProcessId: 'p', flowNodeId: 'EndEvent_1' }, '.flowNodeId must be a BPMN ID'],
    [{ bpmnProcessId: 'p', tenantId: 1 }, '.tenantId must be a string'],
    [{ bpmnProcessId: 'p', variables: [] }, '.variables must be an object'],
    [{ bpmnProcessId: 'p', variables: { f: () => 1 } }, '.variables.f must be a value that JSON can hold'],
    [{ bpmnProcessId: 'p', variables: { c: cyclic } }, '.variables.c must be a value that JSON can hold'],
    [{ bpmnProcessId: 'p', incidents: [{}] }, 'message is required in operate.processInstances[0].incidents[0]'],
    [
      { bpmnProcessId: 'p', incidents: [{ message: 'm', type: 'OUCH' }] },
      '.incidents[0].type must be one of UNSPECIFIED',
    ],
    [{ bpmnProcessId: 'p', endDate: later }, 'operate.processInstances[0]: an ACTIVE instance has no endDate'],
    [
      { bpmnProcessId: 'p', state: 'COMPLETED', startDate: later, endDate: new Date(START) },
      'endDate is before startDate',
    ],
    [{ bpmnProcessId: 'p', state: 'COMPLETED', flowNodeId: 'a' }, 'a COMPLETED instance is at no flowNodeId'],
    [
      { bpmnProcessId: 'p', state: 'CANCELED', incidents: [{ message: 'm', state: 'ACTIVE' }] },
      'a CANCELED instance has no ACTIVE incident',
    ],
    [{ bpmnProcessId: 'p', flowNodeId: 'p' }, 'flowNodeId must differ from bpmnProcessId'],
    [{ bpmnProcessId: 'p', key: '7', incidents: [{ message: 'm', key: '7' }] }, 'the key 7 is given twice'],
  ])('%j is refused by name', (fixture, says) => {
    const create = () => createStill({ operate: { processInstances: [fixture as ProcessInstanceFixture] } })
    expect(create).toThrow(TypeError)
    expect(create).toThrow(says)
  })

  test.each([-1, 1.5, Number.NaN, 100_001, '5' as unknown as number, null as unknown as number])(
    'processInstances: %s is refused by name',
    (processInstances) => {
      const create = () => createStill({ operate: { processInstances } })
      expect(create).toThrow(TypeError)
      expect(create).toThrow('operate.processInstances must be a')
    },
  )
})
