import type { Check, ValidationMode } from '@x/rest'
import { type CheckedOperation, createCheck } from '@x/rest/validation'
import { activitySchemas } from './schemas/activity.ts'
import { backupsSchemas } from './schemas/backups.ts'
import { clientsSchemas } from './schemas/clients.ts'
import { clustersSchemas } from './schemas/clusters.ts'
import { membersSchemas } from './schemas/members.ts'
import { metaSchemas } from './schemas/meta.ts'
import { monitoringSchemas } from './schemas/monitoring.ts'
import { secretsSchemas } from './schemas/secrets.ts'
import { secureConnectivitySchemas } from './schemas/secure-connectivity.ts'

/** By the resources' names in the client: together with the verb they make an operation's id. */
const resources = {
  clusters: clustersSchemas,
  clients: clientsSchemas,
  secrets: secretsSchemas,
  backups: backupsSchemas,
  monitoring: monitoringSchemas,
  secureConnectivity: secureConnectivitySchemas,
  members: membersSchemas,
  activity: activitySchemas,
  meta: metaSchemas,
}

/** Checks what goes in and out of all operations. */
export function createConsoleCheck(mode: ValidationMode): Check | undefined {
  // A check reads ids and schemas only; the words of the table would weigh on every bundle.
  const rows = Object.entries(resources).flatMap(([resource, schemas]) =>
    Object.entries(schemas).map(([verb, parts]: [string, Omit<CheckedOperation, 'id'>]) => ({
      id: `${resource}.${verb}`,
      ...parts,
    })),
  )
  return createCheck(rows, mode)
}
