import { object, string } from '../body-shape.ts'
import { empty, json } from '../responses.ts'
import type { Backup, Cluster } from './cluster.ts'
import { parseCron, runsBetween, shortestGap } from './cron.ts'
import { audit, findCluster, isoDate, type Organization } from './organization.ts'
import { Refusal } from './refusal.ts'
import type { ConsoleRoute } from './route.ts'

const PATH = '/clusters/{clusterUuid}/backups'
// A schedule keeps its newest backups. Otherwise there would be thousands after the clock jumps.
const SCHEDULED_KEPT = 7

/** Backups on demand and by schedule. Due scheduled backups are created when backups are read. */
export function backupRoutes(organization: Organization): ConsoleRoute[] {
  return [
    {
      method: 'GET',
      path: PATH,
      permission: 'Backups:get',
      handle: ({ param }) => {
        const cluster = findCluster(organization, param('clusterUuid'))
        runSchedule(organization, cluster)
        return json(
          200,
          [...cluster.backups.values()].map((backup) => backupDto(organization, backup)),
        )
      },
    },
    {
      method: 'POST',
      path: PATH,
      permission: 'Backups:create',
      handle: ({ param, caller }) => {
        const cluster = findCluster(organization, param('clusterUuid'))
        const backup = addBackup(organization, cluster, organization.clock.now(), 'on demand')
        audit(organization, caller, {
          audit: 'Backup created',
          auditType: 'c',
          entity: 'Backup',
          entityId: backup.uuid,
          parentEntity: 'Cluster',
          parentEntityId: cluster.uuid,
        })
        return json(200, backupDto(organization, backup))
      },
    },
    {
      method: 'DELETE',
      path: `${PATH}/{backupId}`,
      permission: 'Backups:delete',
      handle: ({ param, caller }) => {
        const cluster = findCluster(organization, param('clusterUuid'))
        const backup = findBackup(cluster, param('backupId'))
        cluster.backups.delete(backup.uuid)
        audit(organization, caller, {
          audit: 'Backup deleted',
          auditType: 'd',
          entity: 'Backup',
          entityId: backup.uuid,
          parentEntity: 'Cluster',
          parentEntityId: cluster.uuid,
        })
        return json(200, backupDto(organization, backup))
      },
    },
    {
      method: 'GET',
      path: `${PATH}/schedule`,
      permission: 'Backups:get',
      handle: ({ param }) => {
        const { schedule } = findCluster(organization, param('clusterUuid'))
        if (schedule === undefined) throw new Refusal(404, 'No schedule set')
        return json(200, { name: schedule.name, schedule: schedule.cron })
      },
    },
    {
      method: 'PUT',
      path: `${PATH}/schedule`,
      permission: 'Backups:update',
      body: object({ schedule: string() }),
      handle: ({ param, body }) => {
        const cluster = findCluster(organization, param('clusterUuid'))
        const { schedule: cron } = body as { schedule: string }
        if (parseCron(cron) === undefined) throw new Refusal(400, 'Invalid schedule: five cron fields are needed')
        if (shortestGap(cron) < 15) throw new Refusal(400, 'Invalid schedule: runs must be at least 15 minutes apart')
        runSchedule(organization, cluster)
        cluster.schedule = { name: `schedule-${cluster.uuid}`, cron, lastRun: organization.clock.now() }
        return json(200, { name: cluster.schedule.name, schedule: cron })
      },
    },
    {
      method: 'DELETE',
      path: `${PATH}/schedule`,
      permission: 'Backups:delete',
      handle: ({ param }) => {
        const cluster = findCluster(organization, param('clusterUuid'))
        runSchedule(organization, cluster)
        cluster.schedule = undefined
        return empty()
      },
    },
  ]
}

/** @throws {@link Refusal} 404 */
export function findBackup(cluster: Cluster, backupId: string): Backup {
  const backup = cluster.backups.get(backupId)
  if (backup === undefined) throw new Refusal(404, 'Backup not found')
  return backup
}

/** Whether a cluster can be restored from the backup. */
export function isComplete(organization: Organization, backup: Backup): boolean {
  return organization.clock.now() >= backup.completed
}

/** Creates the backups that have become due since the last call. */
function runSchedule(organization: Organization, cluster: Cluster): void {
  const { schedule } = cluster
  const runs = schedule && parseCron(schedule.cron)
  if (!schedule || !runs) return
  const now = organization.clock.now()
  const times = runsBetween(runs, schedule.lastRun, now, SCHEDULED_KEPT)
  for (const time of times.toReversed()) addBackup(organization, cluster, time, 'scheduled')
  schedule.lastRun = now
}

export function addBackup(organization: Organization, cluster: Cluster, created: number, kind: string): Backup {
  const { uuid, name } = cluster.generation
  const backup: Backup = {
    uuid: organization.random.uuid(),
    name: `${cluster.name} ${kind} ${isoDate(created)}`,
    created,
    completed: created + organization.durations.backup,
    generation: { uuid, name },
  }
  cluster.backups.set(backup.uuid, backup)
  return backup
}

function backupDto(organization: Organization, backup: Backup): Record<string, unknown> {
  const complete = isComplete(organization, backup)
  const status = complete ? 'Complete' : 'In progress'
  return {
    uuid: backup.uuid,
    name: backup.name,
    created: isoDate(backup.created),
    // Always a string, so it is empty while unknown.
    completed: complete ? isoDate(backup.completed) : '',
    status,
    zeebeStatus: status,
    operateStatus: status,
    tasklistStatus: status,
    optimizeStatus: status,
    generationUuid: backup.generation.uuid,
    generationName: backup.generation.name,
  }
}
