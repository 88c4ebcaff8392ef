import { list, object, string } from '../body-shape.ts'
import { empty, json } from '../responses.ts'
import { addBackup, isComplete } from './backups.ts'
import { type Cluster, statusOf } from './cluster.ts'
import { clusterDto, createCluster } from './clusters.ts'
import { audit, findCluster, isHealthy, type Organization, startPhase } from './organization.ts'
import { Refusal } from './refusal.ts'
import type { ConsoleRoute } from './route.ts'

/** Operations on the state of a cluster: upgrade, wake, customer keys, failover. */
export function lifecycleRoutes(organization: Organization): ConsoleRoute[] {
  return [
    {
      method: 'PUT',
      path: '/clusters/{clusterUuid}/upgrade',
      permission: 'Cluster:update',
      handle: ({ param, caller }) => {
        const cluster = findCluster(organization, param('clusterUuid'), 404)
        const old = cluster.generation
        const channel = organization.parameters.channels.find(({ uuid }) => uuid === cluster.channel.uuid)
        const newest = channel?.allowedGenerations.at(-1)
        if (newest === undefined || newest.uuid === old.uuid) throw new Refusal(400, 'No upgrade available')
        if (!isHealthy(organization, cluster)) throw new Refusal(412, 'Cluster is not ready for upgrade')
        if ([...cluster.backups.values()].some((backup) => !isComplete(organization, backup))) {
          throw new Refusal(409, 'The upgrade is held back: a backup is in progress. Try again when it is complete.')
        }
        cluster.generation = newest
        startPhase(organization, cluster, 'Updating', organization.durations.clusterUpdate)
        audit(organization, caller, {
          audit: `Cluster ${cluster.name} upgraded to ${newest.name}`,
          auditType: 'u',
          entity: 'Cluster',
          entityId: cluster.uuid,
        })
        return json(200, {
          orgId: organization.id,
          cluster: { id: cluster.uuid, name: cluster.name },
          oldGeneration: { id: old.uuid, name: old.name },
          newGeneration: { id: newest.uuid, name: newest.name },
        })
      },
    },
    {
      method: 'PUT',
      path: '/clusters/{clusterUuid}/wake',
      permission: 'Cluster:update',
      handle: ({ param }) => {
        const cluster = findCluster(organization, param('clusterUuid'), 404)
        if (cluster.failedOver) throw new Refusal(409, 'The cluster has failed over and stays suspended')
        const asleep = cluster.phase === undefined || organization.clock.now() >= cluster.phase.until
        // Waking a cluster that is awake, or that a restore keeps suspended, has no effect.
        if (asleep && cluster.resting === 'Suspended') {
          startPhase(organization, cluster, 'Resuming', organization.durations.wake)
        }
        return empty()
      },
    },
    {
      method: 'PUT',
      path: '/clusters/{clusterUuid}/encryption',
      permission: 'Cluster:update',
      body: object({ primaryEncryptionKeyId: string() }, { secondaryEncryptionKeyId: string() }),
      handle: ({ param, body, caller }) => {
        const cluster = findCluster(organization, param('clusterUuid'))
        const keys = body as { primaryEncryptionKeyId: string; secondaryEncryptionKeyId?: string }
        if (cluster.encryption.type !== 'External') {
          throw new Refusal(409, 'The cluster does not use external encryption')
        }
        if (cluster.region.provider !== 'AWS') throw new Refusal(403, 'Only for clusters in regions of AWS')
        checkKey(keys.primaryEncryptionKeyId, cluster.region.cloudRegion)
        const { backupRegion } = cluster
        if ((backupRegion === undefined) !== (keys.secondaryEncryptionKeyId === undefined)) {
          throw new Refusal(400, 'The second key belongs to clusters in two regions, and only to them')
        }
        if (backupRegion && keys.secondaryEncryptionKeyId !== undefined) {
          checkKey(keys.secondaryEncryptionKeyId, backupRegion.cloudRegion)
        }
        cluster.encryption = {
          type: 'External',
          primaryKeyArn: keys.primaryEncryptionKeyId,
          secondaryKeyArn: keys.secondaryEncryptionKeyId,
        }
        return json(200, clusterDto(organization, cluster, caller))
      },
    },
    {
      method: 'POST',
      path: '/clusters/{clusterUuid}/failover',
      permission: 'Cluster:update',
      body: object({ backupIds: list(string()), restoreBackupId: string() }),
      handle: ({ param, body, caller }) => {
        const source = findCluster(organization, param('clusterUuid'))
        const { backupIds, restoreBackupId } = body as { backupIds: string[]; restoreBackupId: string }
        checkFailover(organization, source, backupIds, restoreBackupId)
        const replacement = failOver(organization, source, backupIds)
        audit(organization, caller, {
          audit: `Cluster ${source.name} failed over`,
          auditType: 'u',
          entity: 'Cluster',
          entityId: source.uuid,
        })
        return json(200, { newClusterId: replacement.uuid, results: { restore: 'ok', backupClone: 'ok' } })
      },
    },
  ]
}

function checkKey(arn: string, region: string): void {
  if (!new RegExp(`^arn:aws:kms:${region}:\\d{12}:key/[\\w-]+$`).test(arn)) {
    throw new Refusal(400, `The key must be the ARN of an AWS KMS key in ${region}`)
  }
}

function checkFailover(
  organization: Organization,
  source: Cluster,
  backupIds: string[],
  restoreBackupId: string,
): void {
  if (backupIds.length === 0) throw new Refusal(400, 'backupIds must not be empty')
  if (!backupIds.includes(restoreBackupId)) throw new Refusal(400, 'restoreBackupId must be one of backupIds')
  if (backupIds.some((id) => !source.backups.has(id))) throw new Refusal(400, 'A backup is not one of this cluster')
  if (source.failedOver) throw new Refusal(409, 'The cluster has already failed over')
  if (source.backupRegion === undefined) throw new Refusal(422, 'Not a cluster in several regions')
  if (statusOf(source, organization.clock.now()) === 'Creating') throw new Refusal(409, 'The cluster is not ready')
}

/** The backups move to a new cluster in the backup region. The source stays suspended permanently. */
function failOver(organization: Organization, source: Cluster, backupIds: readonly string[]): Cluster {
  const replacement = createCluster(organization, {
    name: source.name,
    description: source.description,
    planTypeId: source.planType.uuid,
    channelId: source.channel.uuid,
    generationId: source.generation.uuid,
    regionId: source.backupRegion?.uuid ?? source.region.uuid,
    encryption: source.encryption.type,
    hardwarePackages: source.hardwarePackages,
    stageLabel: source.stageLabel,
  })
  for (const id of backupIds) {
    const backup = source.backups.get(id)
    if (backup) addBackup(organization, replacement, backup.created, 'cloned')
  }
  source.failedOver = true
  source.resting = 'Suspended'
  source.phase = undefined
  return replacement
}
