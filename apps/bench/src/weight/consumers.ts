/** A program that makes one call, as a user of the client would compile it. */
export interface Consumer {
  readonly id: string
  readonly title: string
  /** Id of the client in the catalog. */
  readonly client: string
  readonly code: string
}

const filter = `{ filter: { state: 'ACTIVE' } }`

export const consumers: readonly Consumer[] = [
  {
    id: 'x-orchestration',
    title: '@x/orchestration, the whole client',
    client: 'x-orchestration',
    code: `import { createOrchestrationClient, type OrchestrationClientOptions } from '@x/orchestration'
      export const search = (options: OrchestrationClientOptions) =>
        createOrchestrationClient(options).processInstances.search(${filter})`,
  },
  {
    id: 'x-orchestration-resource',
    title: '@x/orchestration/process-instances',
    client: 'x-orchestration',
    code: `import { createProcessInstances } from '@x/orchestration/process-instances'
      export const search = (options: Parameters<typeof createProcessInstances>[0]) =>
        createProcessInstances(options).search(${filter})`,
  },
  {
    id: 'x-operate',
    title: '@x/operate, the whole client',
    client: 'x-operate',
    code: `import { createOperateClient, type OperateClientOptions } from '@x/operate'
      export const search = (options: OperateClientOptions) =>
        createOperateClient(options).processInstances.search(${filter})`,
  },
  {
    id: 'camunda-sdk',
    title: '@camunda8/sdk',
    client: 'camunda-sdk',
    code: `import { Camunda8 } from '@camunda8/sdk'
      export const search = () => new Camunda8().getOperateApiClient().searchProcessInstances(${filter})`,
  },
  {
    id: 'orchestration-cluster-api',
    title: '@camunda8/orchestration-cluster-api',
    client: 'orchestration-cluster-api',
    code: `import { createCamundaClient } from '@camunda8/orchestration-cluster-api'
      export const search = () =>
        createCamundaClient().searchProcessInstances(${filter}, { consistency: { waitUpToMs: 0 } })`,
  },
  {
    id: 'operate-api-client',
    title: 'operate-api-client',
    client: 'operate-api-client',
    code: `import { OperateApiClient } from 'operate-api-client'
      export const search = (options: ConstructorParameters<typeof OperateApiClient>[0]) =>
        new OperateApiClient(options).searchProcessInstances(${filter})`,
  },
]
