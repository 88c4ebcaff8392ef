import type { OperateClient } from '@x/operate'
import type { OptimizeClient } from '@x/optimize'
import type { OrchestrationClient, OrchestrationClientOptions } from '@x/orchestration'
import { expectOption } from '@x/rest'
import type { TasklistClient } from '@x/tasklist'
import { ClusterError } from '../cluster/cluster-error.ts'
import type { Server } from '../cluster/detect.ts'
import { lastWithV1 } from '../cluster/version.ts'
import type { ClusterConnection, ClusterOptions } from '../options.ts'
import { loadResource } from './orchestration-resources.ts'
import type { SharedOptions } from './shared-options.ts'

/** The clients of one cluster. Each is loaded and created when it is first needed. */
export interface ClusterClients {
  orchestration<Name extends keyof OrchestrationClient>(server: Server, name: Name): Promise<OrchestrationClient[Name]>
  operate(server: Server): Promise<OperateClient>
  tasklist(server: Server): Promise<TasklistClient>
  optimize(): Promise<OptimizeClient>
}

export function createClusterClients(
  connection: ClusterConnection,
  shared: SharedOptions,
  {
    rfc3339Dates,
    tenantPath,
    clusterAdminAuth,
  }: Pick<ClusterOptions, 'rfc3339Dates' | 'tenantPath' | 'clusterAdminAuth'>,
): ClusterClients {
  const { operateUrl, tasklistUrl, optimizeUrl, audience, tenantId } = connection
  const { operateAudience, tasklistAudience, optimizeAudience } = connection
  const own = { tenantPath, clusterAdminAuth }
  /** By server, because each has its own addresses and version. */
  const made = new WeakMap<object, Map<string, Promise<unknown>>>()

  function once<Client>(owner: object, name: string, make: () => Promise<Client>): Promise<Client> {
    const clients = made.get(owner) ?? new Map<string, Promise<unknown>>()
    const known = clients.get(name)
    if (known) return known as Promise<Client>
    const client = make()
    made.set(owner, clients.set(name, client))
    // A module that failed to load is loaded again by the next call.
    client.catch(() => clients.delete(name))
    return client
  }

  return {
    orchestration: (server, name) =>
      once(server, name, async () => {
        const { restUrl } = server
        expectOption(restUrl, 'restUrl', 'the address of the cluster')
        const version = knownVersion(server)
        return loadResource(name, { ...shared, ...own, baseUrl: restUrl, audience, tenantId, version })
      }),
    operate: (server) =>
      once(server, 'operate', async () => {
        const baseUrl = v1Address('Operate', operateUrl, server)
        const { createOperateClient } = await import('@x/operate')
        return createOperateClient({ ...shared, baseUrl, audience: operateAudience, rfc3339Dates })
      }),
    tasklist: (server) =>
      once(server, 'tasklist', async () => {
        const baseUrl = v1Address('Tasklist', tasklistUrl, server)
        const { createTasklistClient } = await import('@x/tasklist')
        return createTasklistClient({ ...shared, baseUrl, audience: tasklistAudience })
      }),
    async optimize() {
      expectOption(optimizeUrl, 'optimizeUrl', 'the address of Optimize')
      const { createOptimizeClient } = await import('@x/optimize')
      return createOptimizeClient({ ...shared, baseUrl: optimizeUrl, audience: optimizeAudience })
    },
  }
}

/** Returns the version for the client of the Orchestration Cluster API; newer ones are not limited. */
function knownVersion({ version }: Server): OrchestrationClientOptions['version'] {
  const known = { 8: '8.8', 9: '8.9', 10: '8.10' } as const
  return known[version?.minor as keyof typeof known]
}

function v1Address(
  product: 'Operate' | 'Tasklist',
  address: string | undefined,
  { reads, version, restUrl }: Server,
): string | undefined {
  if (version !== undefined && version.minor > lastWithV1) {
    const message =
      `Camunda ${version.text} does not serve ${product} v1: 8.${lastWithV1} was the last version with it. Use \`orchestration\`, or ` +
      'the resources of the cluster itself, such as `processInstances` and `userTasks`'
    throw new ClusterError('not_served', message)
  }
  const option = `${product.toLowerCase()}Url`
  expectOption(
    address ?? reads === 'v2',
    option,
    `the address of ${product}, which has one of its own before Camunda 8.8`,
  )
  // From 8.8 on one application serves both products at the address of the cluster.
  return address ?? restUrl
}
