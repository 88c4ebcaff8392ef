/** A page of Operate's variables or process instances of about so many bytes, with 64-bit keys as numbers or without any. */
export function page(bytes: number, withKeys: boolean): string {
  const items: string[] = []
  for (let size = 0, i = 0; size < bytes; i++) {
    const key = (offset: number): string =>
      withKeys ? String(9007199254740993n + BigInt(i * 17 + offset)) : `"order-${i + offset}"`
    const item = `{"key":${key(0)},"processVersion":${(i % 9) + 1},"bpmnProcessId":"order-fulfilment","parentKey":${key(1)},"startDate":"2026-01-01T08:${String(i % 60).padStart(2, '0')}:00.000+0000","state":"ACTIVE","incident":${i % 7 === 0},"processDefinitionKey":${key(2)},"tenantId":"<default>"}`
    items.push(item)
    size += item.length
  }
  return `{"items":[${items.join(',')}],"sortValues":[${withKeys ? '9007199254740993' : '"order-1"'}],"total":${items.length}}`
}
