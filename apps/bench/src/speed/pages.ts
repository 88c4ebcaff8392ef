// Pages of process instances as the two APIs send them.

/** Items of the page that clients read. */
export const pageItems = 5000

/** The first key of each page. */
export const firstKey = '9007199254740993'

/** A page of Operate v1, with 64-bit keys as numbers or without any. */
export function operatePage(count: number, withKeys = true): string {
  const items = Array.from({ length: count }, (_, i) => {
    const key = (offset: number): string => (withKeys ? keyOf(i * 17 + offset) : `"order-${i + offset}"`)
    return `{"key":${key(0)},"processVersion":${(i % 9) + 1},"bpmnProcessId":"order-fulfilment","parentKey":${key(1)},"startDate":"2026-01-01T08:${minute(i)}:00.000+0000","state":"ACTIVE","incident":${i % 7 === 0},"processDefinitionKey":${key(2)},"tenantId":"<default>"}`
  })
  return `{"items":[${items.join(',')}],"sortValues":[${withKeys ? firstKey : '"order-1"'}],"total":${count}}`
}

/** A page of the Orchestration Cluster API v2, which sends keys as text. */
export function orchestrationPage(count: number): string {
  const items = Array.from({ length: count }, (_, i) => orchestrationInstance(i))
  const page = { totalItems: count, hasMoreTotalItems: false, startCursor: 'MQ==', endCursor: 'NTAwMA==' }
  return JSON.stringify({ items, page })
}

export function orchestrationInstance(i: number): object {
  return {
    processDefinitionId: 'order-fulfilment',
    processDefinitionName: 'Order fulfilment',
    processDefinitionVersion: (i % 9) + 1,
    processDefinitionVersionTag: null,
    startDate: `2026-01-01T08:${minute(i)}:00.000Z`,
    endDate: null,
    state: 'ACTIVE',
    hasIncident: i % 7 === 0,
    tenantId: '<default>',
    processInstanceKey: keyOf(i * 17),
    processDefinitionKey: keyOf(2),
    parentProcessInstanceKey: null,
    parentElementInstanceKey: null,
    rootProcessInstanceKey: keyOf(i * 17),
    tags: ['priority:high'],
    businessId: `order-${i}`,
  }
}

function keyOf(offset: number): string {
  return String(BigInt(firstKey) + BigInt(offset))
}

function minute(i: number): string {
  return String(i % 60).padStart(2, '0')
}
