import { describe, expect, it } from 'vitest'
import { hasPeers } from '../install-peers.ts'
import { useSdk } from './drive.ts'

describe.runIf(hasPeers())('OperateApiClient of @camunda8/sdk drives the emulator', () => {
  const sdk = useSdk({
    product: 'operate',
    client: ['Operate', 'OperateApiClient'],
    hidden: ['getHeaders', 'addTenantIdToFilter', 'safeJSONparse'],
    settings: (emulator) => ({ CAMUNDA_OPERATE_BASE_URL: emulator.url('operate') }),
  })
  const beyondDoubles = (key: string) => BigInt(key) > BigInt(Number.MAX_SAFE_INTEGER)

  it('process definitions', async () => {
    const { items, total } = await sdk.client.searchProcessDefinitions({ sort: [{ field: 'key', order: 'ASC' }] })
    expect(total).toBe(String(items.length))
    const [definition] = items
    expect(await sdk.client.getProcessDefinition(definition.key)).toEqual(definition)
    expect(await sdk.client.getProcessDefinitionXML(definition.key)).toContain(`id="${definition.bpmnProcessId}"`)
    expect(sdk.requests()).toEqual([
      'POST /v1/process-definitions/search 200',
      `GET /v1/process-definitions/${definition.key} 200`,
      `GET /v1/process-definitions/${definition.key}/xml 200`,
    ])
  })

  it('process instances, page by page, with keys that a double cannot represent', async () => {
    const keys: string[] = []
    let total = ''
    for (let searchAfter: string[] | undefined; ; ) {
      const query = { sort: [{ field: 'startDate', order: 'DESC' }], size: 150, searchAfter }
      const page = await sdk.client.searchProcessInstances(query)
      keys.push(...page.items.map(({ key }: { key: string }) => key))
      total = page.total
      if (page.items.length < 150) break
      // Unchanged, the SDK would send its own numbers as objects.
      searchAfter = page.sortValues.map(String)
    }
    expect(new Set(keys).size).toBe(keys.length)
    expect(total).toBe(String(keys.length))
    expect(sdk.requests()).toHaveLength(Math.ceil((keys.length + 1) / 150))
    const key = keys.find(beyondDoubles) as string
    expect(await sdk.client.getProcessInstance(key)).toMatchObject({ key })
    expect(sdk.requests()).toEqual([`GET /v1/process-instances/${key} 200`])
  })

  it('statistics, and the path of an instance', async () => {
    const { items } = await sdk.client.searchProcessInstances({ filter: { state: 'COMPLETED' }, size: 1 })
    const [{ key, processDefinitionKey }] = items
    const statistics = await sdk.client.getProcessInstanceStatistics(key)
    expect(
      statistics.map(({ completed }: { completed: string }) => Number(completed)).every((count: number) => count > 0),
    ).toBe(true)
    const flows: string[] = await sdk.client.getProcessInstanceSequenceFlows(key)
    const xml = await sdk.client.getProcessDefinitionXML(processDefinitionKey)
    expect(flows.length).toBeGreaterThan(0)
    for (const flow of flows) expect(xml).toContain(`"${flow.replace(`${key}_`, '')}"`)
    expect(sdk.requests().slice(1, 3)).toEqual([
      `GET /v1/process-instances/${key}/statistics 200`,
      `GET /v1/process-instances/${key}/sequence-flows 200`,
    ])
  })

  it('flow node instances and their incidents', async () => {
    const { items } = await sdk.client.searchFlownodeInstances({
      filter: { incident: true, type: 'SERVICE_TASK' },
      size: 1,
    })
    const [node] = items
    expect(await sdk.client.getFlownodeInstance(node.key)).toEqual(node)
    const incident = await sdk.client.getIncident(node.incidentKey)
    expect(incident).toMatchObject({ key: node.incidentKey, state: 'ACTIVE' })
    expect(String(incident.processInstanceKey)).toBe(node.processInstanceKey)
    const found = await sdk.client.searchIncidents({ filter: { processInstanceKey: node.processInstanceKey } })
    expect(found.items).toContainEqual(incident)
    expect(sdk.requests()).toEqual([
      'POST /v1/flownode-instances/search 200',
      `GET /v1/flownode-instances/${node.key} 200`,
      `GET /v1/incidents/${node.incidentKey} 200`,
      'POST /v1/incidents/search 200',
    ])
  })

  it('variables, one by one, of an instance, and as an object', async () => {
    const { items } = await sdk.client.searchVariables({ filter: { name: 'orderId' }, size: 1 })
    const [variable] = items
    expect(await sdk.client.getVariables(variable.key)).toEqual(variable)
    const ofInstance = await sdk.client.getVariablesforProcess(variable.processInstanceKey)
    const names = ofInstance.items.map(({ name }: { name: string }) => name)
    expect(names).toEqual(names.toSorted())
    const values = await sdk.client.getJSONVariablesforProcess(variable.processInstanceKey)
    expect(values.orderId).toBe(JSON.parse(variable.value))
    expect(Object.keys(values).toSorted()).toEqual([...new Set(names)])
    expect(sdk.requests().filter((line) => line === 'POST /v1/variables/search 200')).toHaveLength(3)
  })

  it('decisions', async () => {
    const requirements = (await sdk.client.searchDecisionRequirements({})).items
    expect(await sdk.client.getDecisionRequirements(requirements[0].key)).toEqual(requirements[0])
    const id = `id="${requirements[0].decisionRequirementsId}"`
    expect(await sdk.client.getDecisionRequirementsXML(requirements[0].key)).toContain(id)
    const definitions = (await sdk.client.searchDecisionDefinitions({ size: 50 })).items
    expect(await sdk.client.getDecisionDefinition(definitions[0].key)).toEqual(definitions[0])
    const filter = { decisionId: definitions[0].decisionId, state: 'EVALUATED' }
    const [instance] = (await sdk.client.searchDecisionInstances({ filter, size: 1 })).items
    const whole = await sdk.client.getDecisionInstance(instance.id)
    expect(whole).toMatchObject({ id: instance.id, decisionId: definitions[0].decisionId })
    expect(whole.evaluatedInputs.length).toBeGreaterThan(0)
    expect(sdk.requests()).toHaveLength(7)
  })

  it('deletion of finished instances only', async () => {
    const { items } = await sdk.client.searchProcessInstances({ filter: { state: 'CANCELED' }, size: 1 })
    const [{ key }] = items
    expect(await sdk.client.deleteProcessInstance(key)).toMatchObject({ deleted: '1' })
    await expect(sdk.client.getProcessInstance(key)).rejects.toMatchObject({ statusCode: 404 })
    expect((await sdk.client.searchVariables({ filter: { processInstanceKey: key } })).total).toBe('0')
    const running = (await sdk.client.searchProcessInstances({ filter: { state: 'ACTIVE' }, size: 1 })).items[0]
    // It does not throw here, but returns the error body.
    expect(await sdk.client.deleteProcessInstance(running.key)).toMatchObject({ status: 400, type: 'Invalid request' })
    expect(sdk.requests()).toEqual([
      'POST /v1/process-instances/search 200',
      `DELETE /v1/process-instances/${key} 200`,
      `GET /v1/process-instances/${key} 404`,
      'POST /v1/variables/search 200',
      'POST /v1/process-instances/search 200',
      `DELETE /v1/process-instances/${running.key} 400`,
    ])
  })

  it('every method, with one token', () => {
    expect(sdk.notCalled()).toEqual([])
    expect(sdk.emulator.journal.count({ kind: 'token' })).toBe(1)
    expect(sdk.emulator.journal.count({ kind: 'unknown' })).toBe(0)
  })
})
