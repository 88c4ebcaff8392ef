import type { OAuth } from '@x/auth'
import {
  createOperateClient,
  type IncidentFilter,
  type OperateClient,
  operateApi,
  type ProcessInstanceFilter,
} from '@x/operate'
import { operations } from '@x/operate/operations'
import { beforeAll, describe, expect, it } from 'vitest'
import { recordWalk, signIn, useEmulator } from '../emulated.ts'
import { usePrism } from '../prism.ts'
import { hasSpec, readSpec } from '../specs.ts'

describe.runIf(hasSpec('operate-v1-openapi.yaml'))('the emulated Operate answers as its OpenAPI file says', () => {
  // Prism rewrites JSON and would round keys beyond 2^53, which begin with the fourth partition.
  const camunda = useEmulator({ operate: { partitions: 3 } })
  const spec = () => readSpec('operate-v1-openapi.yaml')
  const prism = usePrism(spec, () => camunda.emulator.url('operate'))
  const walk = recordWalk()
  let auth: OAuth
  let client: OperateClient

  beforeAll(() => {
    auth = signIn(camunda.emulator, 'cluster')
    client = createOperateClient({
      baseUrl: prism.url,
      fetch: prism.fetch,
      auth,
      retry: false,
      validate: 'strict',
      onEvent: walk.onEvent,
    })
  })

  const unknownKey = '2251799813685247'

  it('process definitions', async () => {
    const first = await client.processDefinitions.search({ size: 2, sort: [{ field: 'bpmnProcessId', order: 'DESC' }] })
    const all = await Array.fromAsync(
      client.processDefinitions.searchAll({ size: 2, sort: [{ field: 'bpmnProcessId', order: 'DESC' }] }),
    )
    expect(first.items).toEqual(all.slice(0, 2))
    expect(all).toHaveLength(first.total)
    for (const definition of all) {
      expect(await client.processDefinitions.get(definition.key)).toEqual(definition)
      expect(await client.processDefinitions.getXml(definition.key)).toContain(`id="${definition.bpmnProcessId}"`)
    }
    await expect(client.processDefinitions.get(unknownKey)).rejects.toMatchObject({ status: 404 })
  })

  it('process instances, by every field', async () => {
    const { items, total } = await client.processInstances.search({ size: 1000 })
    expect(items).toHaveLength(total)
    const child = items.find(({ parentKey, endDate }) => parentKey !== undefined && endDate !== undefined)
    if (child?.parentKey === undefined) throw new Error('Nothing was called and came to an end.')
    expect((await client.processInstances.search({ filter: { ...child } as ProcessInstanceFilter })).items).toEqual([
      child,
    ])
    const children = await client.processInstances.search({ filter: { parentProcessInstanceKey: child.parentKey } })
    expect(children.items).toContainEqual(child)
    expect(await client.processInstances.get(child.key)).toEqual(child)
    expect(await client.processInstances.getSequenceFlows(child.key)).not.toHaveLength(0)
    const statistics = await client.processInstances.getStatistics(child.key)
    expect(statistics.map(({ completed }) => completed)).toContain(1)
  })

  it('flow node instances', async () => {
    const { items } = await client.flowNodeInstances.search({
      size: 1000,
      sort: [{ field: 'startDate', order: 'DESC' }],
    })
    const troubled = items.find(({ incidentKey }) => incidentKey !== undefined)
    expect(await client.flowNodeInstances.get(troubled?.key ?? '')).toEqual(troubled)
    expect(await client.incidents.get(troubled?.incidentKey ?? '')).toMatchObject({ state: 'ACTIVE' })
  })

  it('incidents', async () => {
    const all = await Array.fromAsync(client.incidents.searchAll({ size: 5, sort: [{ field: 'creationTime' }] }))
    const types = new Set(all.map(({ type }) => type))
    expect(types.size).toBeGreaterThan(1)
    const [incident] = all
    if (incident === undefined) throw new Error('There are no incidents.')
    const { message: _, ...filter } = incident
    expect((await client.incidents.search({ filter: filter as IncidentFilter })).items).toEqual([incident])
  })

  it('variables', async () => {
    const sort = [{ field: 'name' }, { field: 'value', order: 'DESC' }] as const
    for (const truncated of [true, false]) {
      const { items } = await client.variables.search({ filter: { truncated }, sort, size: 1 })
      const whole = await client.variables.get(items[0]?.key ?? '')
      expect(whole).toMatchObject({ name: items[0]?.name, truncated: false })
      expect(whole.value === items[0]?.value).toBe(!truncated)
    }
  })

  it('decisions', async () => {
    const requirements = await client.decisionRequirements.search({ sort: [{ field: 'resourceName', order: 'ASC' }] })
    for (const item of requirements.items) {
      expect(await client.decisionRequirements.get(item.key)).toEqual(item)
      expect(await client.decisionRequirements.getXml(item.key)).toContain(`id="${item.decisionRequirementsId}"`)
    }
    const definitions = await client.decisionDefinitions.search({ filter: { version: 1 }, size: 100 })
    for (const item of definitions.items) expect(await client.decisionDefinitions.get(item.key)).toEqual(item)

    const found = new Set<string>()
    for (const state of ['EVALUATED', 'FAILED'] as const) {
      const [item] = (await client.decisionInstances.search({ filter: { state }, size: 1 })).items
      const whole = await client.decisionInstances.get(item?.id ?? '')
      expect(whole.evaluatedInputs).toBeDefined()
      found.add(whole.state ?? '')
    }
    expect(found).toEqual(new Set(['EVALUATED', 'FAILED']))
  })

  it('deletion of finished instances only', async () => {
    const [running] = (await client.processInstances.search({ filter: { state: 'ACTIVE' }, size: 1 })).items
    await expect(client.processInstances.delete(running?.key ?? '')).rejects.toMatchObject({ status: 400 })
    const [ended] = (await client.processInstances.search({ filter: { state: 'CANCELED' }, size: 1 })).items
    expect(await client.processInstances.delete(ended?.key ?? '')).toMatchObject({ deleted: 1 })
    await expect(client.processInstances.get(ended?.key ?? '')).rejects.toMatchObject({ status: 404 })
  })

  it('empty pages', async () => {
    const page = await client.processInstances.search({ filter: { bpmnProcessId: 'nobody-knows-it' } })
    expect(page.items).toEqual([])
    expect(page.total).toBe(0)
  })

  async function post(url: string, body: unknown): Promise<Response> {
    const headers = { 'content-type': 'application/json', ...(await auth.headers(operateApi.audience)) }
    return prism.fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  }

  it('the examples of the file', async () => {
    // Not through prism: the examples have keys as text, which the file's own schemas do not allow.
    const baseUrl = camunda.emulator.url('operate')
    const searches = Object.entries(spec().paths).flatMap(([path, { post: search }]) => {
      const examples = Object.values(search?.requestBody?.content['application/json']?.examples ?? {})
      return examples.map(({ value }) => ({ path, value }))
    })
    expect(searches.length).toBeGreaterThan(20)
    for (const { path, value } of searches) {
      const response = await post(baseUrl + path, value)
      expect(response.status, `${path} ${JSON.stringify(value)}`).toBe(200)
      expect(await response.json()).toMatchObject({ items: expect.any(Array), total: expect.any(Number) })
    }
  })

  it('errors, including those that the client would prevent', async () => {
    const search = async (body: unknown) => (await post(`${prism.url}/v1/process-instances/search`, body)).json()
    expect(await search({ size: 1001 })).toMatchObject({ status: 400, type: 'Invalid request' })
    expect(await search({ sort: [{ field: 'shoeSize' }] })).toMatchObject({ status: 400, type: 'Data invalid' })
    camunda.emulator.controls.setPermissions(camunda.emulator.credentials('cluster').clientId, ['Zeebe'])
    expect(await search({})).toMatchObject({ status: 403, type: 'AccessDeniedException' })
  })

  it('received every operation', () => {
    expect(operations.filter(({ id }) => !walk.operations.has(id)).map(({ id }) => id)).toEqual([])
  })
})
