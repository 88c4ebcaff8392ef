import type { Operation } from '@x/rest'
import { activityOperations } from './operations/activity.ts'
import { backupOperations } from './operations/backups.ts'
import { clientOperations } from './operations/clients.ts'
import { clusterOperations } from './operations/clusters.ts'
import { memberOperations } from './operations/members.ts'
import { metaOperations } from './operations/meta.ts'
import { monitoringOperations } from './operations/monitoring.ts'
import { secretOperations } from './operations/secrets.ts'
import { secureConnectivityOperations } from './operations/secure-connectivity.ts'

export type { Operation } from '@x/rest'

/** All operations of the Console (Administration) API, with the schemas of what goes in and out. */
export const operations: readonly Operation[] = [
  ...clusterOperations,
  ...clientOperations,
  ...secretOperations,
  ...backupOperations,
  ...monitoringOperations,
  ...secureConnectivityOperations,
  ...memberOperations,
  ...activityOperations,
  ...metaOperations,
]
