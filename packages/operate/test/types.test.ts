import { expectTypeOf, test } from 'vitest'
import type { createIncidents as CreateIncidents } from '../src/entries/incidents.ts'
import type { createIncidents as CreateUncheckedIncidents } from '../src/entries/unchecked/incidents.ts'
import type {
  FlowNodeInstances,
  FlowNodeStatistics,
  Incident,
  OperateClient,
  ProcessInstance,
  ProcessInstanceFilter,
  ProcessInstanceSortField,
  SearchPage,
  SearchQuery,
} from '../src/index.ts'

// Checked by the compiler: `tsc -p tsconfig.json` fails where an expected error does not occur.
declare const operate: OperateClient
declare const createIncidents: typeof CreateIncidents
declare const createUncheckedIncidents: typeof CreateUncheckedIncidents
const never = (_: () => unknown): void => {}

test('filters take what the server filters by, and nothing else', () => {
  never(() => operate.processInstances.search({ filter: { state: 'ACTIVE', startDate: new Date(), parentKey: 1n } }))
  // @ts-expect-error a state that the server does not know finds nothing
  never(() => operate.processInstances.search({ filter: { state: 'RUNNING' } }))
  // @ts-expect-error misspelt
  never(() => operate.processInstances.search({ filter: { bpmnProcesId: 'order' } }))
  // @ts-expect-error a number may have lost digits
  never(() => operate.processInstances.search({ filter: { key: 2251799813685249 } }))
  // @ts-expect-error lists are not supported
  never(() => operate.incidents.search({ filter: { state: ['ACTIVE'] } }))
  // @ts-expect-error returned, but not filtered by
  never(() => operate.flowNodeInstances.search({ filter: { flowNodeName: 'Pay' } }))
  // @ts-expect-error returned by get, but not filtered by
  never(() => operate.decisionInstances.search({ filter: { result: '1' } }))
  // @ts-expect-error a misspelt filter would give back everything
  never(() => operate.variables.search({ filters: { name: 'a' } }))
})

test('queries are built the way people build them', () => {
  never((tenantId?: string) => operate.incidents.search({ filter: { state: 'ACTIVE', tenantId } }))
  never((tenantId?: string) => {
    const filter: ProcessInstanceFilter = {}
    filter.state = 'ACTIVE'
    filter.tenantId = tenantId
    const query: SearchQuery<ProcessInstanceFilter, ProcessInstanceSortField> = { filter }
    query.size = 50
    query.sort = [{ field: 'startDate', order: 'DESC' }]
    return operate.processInstances.searchAll(query)
  })
})

test('pages and what is on them can be changed and handed on', () => {
  never(async () => {
    const page = await operate.incidents.search()
    const incidents: Incident[] = page.items
    incidents.sort((a, b) => a.creationTime.localeCompare(b.creationTime))
    page.items = incidents.filter((incident) => incident.jobKey)
    return operate.incidents.search({ searchAfter: page.sortValues })
  })
  never(async () => {
    const statistics: FlowNodeStatistics[] = await operate.processInstances.getStatistics('1')
    const flows: string[] = await operate.processInstances.getSequenceFlows('1')
    return [statistics.pop(), flows.pop()]
  })
})

test('a key of another kind is a compile error; plain text is not', () => {
  never(async () => {
    const [instance] = (await operate.processInstances.search()).items
    if (!instance) return
    await operate.incidents.search({ filter: { processInstanceKey: instance.key } })
    await operate.processDefinitions.get(instance.processDefinitionKey)
    await operate.processInstances.get('2251799813685249')
    await operate.processInstances.get(2251799813685249n)
    // @ts-expect-error the key of an instance, not of a definition
    await operate.processDefinitions.get(instance.key)
    // @ts-expect-error
    await operate.variables.search({ filter: { scopeKey: instance.processDefinitionKey } })
    // @ts-expect-error a number may have lost digits
    await operate.processInstances.get(2251799813685249)
  })
})

test('a resource is made from options or from a client', () => {
  never(() => [createIncidents(operate), createUncheckedIncidents(operate)])
  never(() => createIncidents({ auth: { headers: async () => ({}) }, baseUrl: 'http://localhost:8080' }))
  // @ts-expect-error without `baseUrl`
  never(() => createIncidents({ auth: { headers: async () => ({}) } }))
})

test('waitFor takes what the operation returns', () => {
  never(() => operate.processInstances.get('1', { waitFor: true, waitForMs: 5000 }))
  never(() => operate.incidents.search({}, { waitFor: (page: SearchPage<Incident>) => page.items.length > 1 }))
  // @ts-expect-error
  never(() => operate.processInstances.get('1', { waitFor: 'found' }))
})

test('sort fields are those of the server', () => {
  never(() => operate.incidents.searchAll({ sort: [{ field: 'creationTime', order: 'DESC' }] }))
  // @ts-expect-error the one field that filters but does not sort
  never(() => operate.incidents.searchAll({ sort: [{ field: 'message' }] }))
  // @ts-expect-error
  never(() => operate.incidents.searchAll({ sort: [{ field: 'key', order: 'desc' }] }))
  // @ts-expect-error another name of parentKey in filters only
  never(() => operate.processInstances.search({ sort: [{ field: 'parentProcessInstanceKey' }] }))
})

test('answers have keys as text and enumerations that stay helpful', () => {
  expectTypeOf<ProcessInstance['key']>().toExtend<string>()
  expectTypeOf<string>().toExtend<ProcessInstance['key']>()
  expectTypeOf<Incident['jobKey']>().toExtend<string | undefined>()
  expectTypeOf<'ACTIVE'>().toExtend<ProcessInstance['state']>()
  expectTypeOf<string>().toExtend<ProcessInstance['state']>()
  expectTypeOf<ReturnType<OperateClient['incidents']['search']>>().resolves.toEqualTypeOf<SearchPage<Incident>>()
  expectTypeOf<ReturnType<FlowNodeInstances['searchAll']>>().toExtend<AsyncIterable<{ flowNodeId: string }>>()
})
