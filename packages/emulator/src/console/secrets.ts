import { object, string } from '../body-shape.ts'
import { empty, json } from '../responses.ts'
import type { Cluster } from './cluster.ts'
import { audit, findCluster, type Organization } from './organization.ts'
import { Refusal } from './refusal.ts'
import type { ConsoleCall, ConsoleRoute } from './route.ts'

const PATH = '/clusters/{clusterUuid}/secrets'

/** Connector secrets. While a change is in progress, other changes get a 409 and a deleted secret stays listed. */
export function secretRoutes(organization: Organization): ConsoleRoute[] {
  const { clock, durations, limits } = organization

  function settle(cluster: Cluster): void {
    const change = cluster.secretChange
    if (change === undefined || clock.now() < change.until) return
    if (change.deleted !== undefined) cluster.secrets.delete(change.deleted)
    cluster.secretChange = undefined
  }

  function open({ param }: ConsoleCall): Cluster {
    const cluster = findCluster(organization, param('clusterUuid'))
    settle(cluster)
    return cluster
  }

  function change(call: ConsoleCall, cluster: Cluster, name: string, kind: 'c' | 'u' | 'd'): Response {
    cluster.secretChange = { until: clock.now() + durations.secretChange, deleted: kind === 'd' ? name : undefined }
    settle(cluster)
    audit(organization, call.caller, {
      audit: `Secret ${name} ${{ c: 'created', u: 'updated', d: 'deleted' }[kind]}`,
      auditType: kind,
      entity: 'Secret',
      entityId: name,
      parentEntity: 'Cluster',
      parentEntityId: cluster.uuid,
    })
    return empty()
  }

  const refuseWhileBusy = (cluster: Cluster): void => {
    if (cluster.secretChange !== undefined) {
      throw new Refusal(409, 'Another change of the secrets is in progress; try again')
    }
  }

  return [
    {
      method: 'GET',
      path: PATH,
      permission: 'Secrets:get',
      handle: (call) => json(200, Object.fromEntries(open(call).secrets)),
    },
    {
      method: 'POST',
      path: PATH,
      permission: 'Secrets:create',
      body: object({ secretName: string(), secretValue: string() }),
      handle: (call) => {
        const cluster = open(call)
        const { secretName, secretValue } = call.body as { secretName: string; secretValue: string }
        if (secretName === '' || secretName.length >= 50) {
          throw new Refusal(400, 'Secret name must be less than 50 characters')
        }
        refuseWhileBusy(cluster)
        if (cluster.secrets.has(secretName)) throw new Refusal(409, 'Secret names must be unique')
        if (cluster.secrets.size >= limits.secrets) throw new Refusal(403, 'Maximum number of secrets reached')
        cluster.secrets.set(secretName, secretValue)
        return change(call, cluster, secretName, 'c')
      },
    },
    {
      method: 'PUT',
      path: `${PATH}/{secretName}`,
      permission: 'Secrets:update',
      body: object({ secretValue: string() }),
      handle: (call) => {
        const cluster = open(call)
        const name = call.param('secretName')
        refuseWhileBusy(cluster)
        if (!cluster.secrets.has(name)) throw new Refusal(404, 'Secret not found')
        cluster.secrets.set(name, (call.body as { secretValue: string }).secretValue)
        return change(call, cluster, name, 'u')
      },
    },
    {
      method: 'DELETE',
      path: `${PATH}/{secretName}`,
      permission: 'Secrets:delete',
      handle: (call) => {
        const cluster = open(call)
        refuseWhileBusy(cluster)
        // Deleting a missing secret succeeds: the operation has no 404 for it.
        return change(call, cluster, call.param('secretName'), 'd')
      },
    },
  ]
}
