import type { OperateClient, ProcessDefinition } from '@x/operate'

export interface LoadedDefinition {
  readonly definition: ProcessDefinition
  /** All versions of the process, the newest first. */
  readonly versions: readonly ProcessDefinition[]
  readonly xml: string
}

export async function loadDefinition(
  operate: OperateClient,
  key: string,
  signal: AbortSignal,
): Promise<LoadedDefinition> {
  const [definition, xml] = await Promise.all([
    operate.processDefinitions.get(key, { signal }),
    operate.processDefinitions.getXml(key, { signal }),
  ])
  const { bpmnProcessId, tenantId } = definition
  const { items } = await operate.processDefinitions.search(
    {
      filter: { bpmnProcessId, ...(tenantId && { tenantId }) },
      sort: [{ field: 'version', order: 'DESC' }],
      size: 100,
    },
    { signal },
  )
  return { definition, versions: items, xml }
}
