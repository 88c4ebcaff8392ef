import { expectTypeOf, test } from 'vitest'
import type { FlowNodeInstances, Incident, OperateClient, ProcessInstance, SearchPage } from '../src/index.ts'

// Checked by the compiler: `tsc -p tsconfig.json` fails where an expected error does not occur.
declare const operate: OperateClient
const never = (_: () => unknown): void => {}

test('filters take what the server filters by, and nothing else', () => {
  never(() => operate.processInstances.search({ filter: { state: 'ACTIVE', startDate: new Date(), parentKey: 1n } }))
  never(() => operate.processInstances.search({ filter: { state: 'A_STATE_OF_LATER' } }))
  // @ts-expect-error misspelt
  never(() => operate.processInstances.search({ filter: { bpmnProcesId: 'order' } }))
  // @ts-expect-error a number may have lost digits
  never(() => operate.processInstances.search({ filter: { key: 2251799813685249 } }))
  // @ts-expect-error a variable that may not be set would give back everything
  never((tenantId?: string) => operate.incidents.search({ filter: { tenantId } }))
  // @ts-expect-error lists are not supported
  never(() => operate.incidents.search({ filter: { state: ['ACTIVE'] } }))
  // @ts-expect-error returned, but not filtered by
  never(() => operate.flowNodeInstances.search({ filter: { flowNodeName: 'Pay' } }))
  // @ts-expect-error returned by get, but not filtered by
  never(() => operate.decisionInstances.search({ filter: { result: '1' } }))
  // @ts-expect-error a misspelt filter would give back everything
  never(() => operate.variables.search({ filters: { name: 'a' } }))
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
  expectTypeOf<ProcessInstance['key']>().toEqualTypeOf<string>()
  expectTypeOf<Incident['jobKey']>().toEqualTypeOf<string | undefined>()
  expectTypeOf<'ACTIVE'>().toExtend<ProcessInstance['state']>()
  expectTypeOf<string>().toExtend<ProcessInstance['state']>()
  expectTypeOf<ReturnType<OperateClient['incidents']['search']>>().resolves.toEqualTypeOf<SearchPage<Incident>>()
  expectTypeOf<ReturnType<FlowNodeInstances['searchAll']>>().toExtend<AsyncIterable<{ flowNodeId: string }>>()
})
