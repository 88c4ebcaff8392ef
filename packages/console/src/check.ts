import type { Check, ValidationMode } from '@x/rest'
import { checkedOperations, createCheck } from '@x/rest/validation'
import { activitySchemas } from './schemas/activity.ts'
import { backupsSchemas } from './schemas/backups.ts'
import { clientsSchemas } from './schemas/clients.ts'
import { clustersSchemas } from './schemas/clusters.ts'
import { membersSchemas } from './schemas/members.ts'
import { metaSchemas } from './schemas/meta.ts'
import { monitoringSchemas } from './schemas/monitoring.ts'
import { secretsSchemas } from './schemas/secrets.ts'
import { secureConnectivitySchemas } from './schemas/secure-connectivity.ts'

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
  return createCheck(checkedOperations(resources), mode)
}
