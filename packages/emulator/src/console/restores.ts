import { json } from '../responses.ts'
import { findBackup, isComplete } from './backups.ts'
import type { Restore } from './cluster.ts'
import { audit, findCluster, isoDate, type Organization, startPhase } from './organization.ts'
import { Refusal } from './refusal.ts'
import type { ConsoleRoute } from './route.ts'

const PATH = '/clusters/{clusterUuid}/backups/{backupId}/restore'

/** Restores from backups. The cluster is suspended while one runs. */
export function restoreRoutes(organization: Organization): ConsoleRoute[] {
  const { clock, durations, random } = organization
  return [
    {
      method: 'GET',
      path: PATH,
      permission: 'Backups:get',
      handle: ({ param }) => {
        const { restores } = findCluster(organization, param('clusterUuid'))
        const restore = restores.findLast(({ backupId }) => backupId === param('backupId'))
        if (restore === undefined) throw new Refusal(404, 'No restore was ever started from this backup')
        return json(200, restoreDto(restore, clock.now()))
      },
    },
    {
      method: 'POST',
      path: PATH,
      permission: 'Backups:update',
      handle: ({ param, caller }) => {
        const cluster = findCluster(organization, param('clusterUuid'))
        const backup = findBackup(cluster, param('backupId'))
        const now = clock.now()
        if (cluster.restores.some(({ completed }) => now < completed)) {
          throw new Refusal(409, 'A restore is already running')
        }
        if (!isComplete(organization, backup)) throw new Refusal(409, 'The backup is not complete')
        const restore: Restore = {
          uuid: random.uuid(),
          backupId: backup.uuid,
          started: now,
          completed: now + durations.restore,
        }
        cluster.restores.push(restore)
        startPhase(organization, cluster, 'Suspended', durations.restore)
        audit(organization, caller, {
          audit: 'Restore started',
          auditType: 'u',
          entity: 'Backup',
          entityId: backup.uuid,
          parentEntity: 'Cluster',
          parentEntityId: cluster.uuid,
        })
        return json(200, restoreDto(restore, now))
      },
    },
  ]
}

function restoreDto(restore: Restore, now: number): Record<string, unknown> {
  const state = stateOf(restore, now)
  return {
    uuid: restore.uuid,
    backupId: restore.backupId,
    state,
    startTimestamp: isoDate(restore.started),
    completionTimestamp: state === 'COMPLETED' ? isoDate(restore.completed) : undefined,
  }
}

function stateOf({ started, completed }: Restore, now: number): string {
  if (now >= completed) return 'COMPLETED'
  const done = (now - started) / (completed - started)
  return done < 0.1 ? 'PENDING' : done < 0.3 ? 'VALIDATING' : 'IN_PROGRESS'
}
