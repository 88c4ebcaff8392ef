import type { RunningClock } from '../clock.ts'
import type { ClusterEngine } from '../engine/cluster-engine.ts'
import type { Waiting } from '../engine/waiting.ts'
import { batchOperations } from './batch/batch-operations.ts'
import type { Batches } from './batch/batches.ts'
import { clockOperations } from './commands/clock-operations.ts'
import { decisionOperations } from './commands/decision-operations.ts'
import { deploymentOperations } from './commands/deployment-operations.ts'
import { jobOperations } from './commands/job-operations.ts'
import { messageOperations } from './commands/message-operations.ts'
import { processInstanceOperations } from './commands/process-instance-operations.ts'
import { resourceDeletion } from './commands/resource-deletion.ts'
import { userTaskOperations } from './commands/user-task-operations.ts'
import type { Drains } from './drains.ts'
import type { Handlers } from './handler.ts'
import { decisionInstanceOperations } from './history/decision-instance-operations.ts'
import { definitionOperations } from './history/definition-operations.ts'
import { historyOperations } from './history/history-operations.ts'
import { incidentOperations } from './history/incident-operations.ts'
import { instanceOperations } from './history/instance-operations.ts'
import { jobStatisticsOperations } from './history/job-statistics-operations.ts'
import { messageSubscriptionOperations } from './history/message-subscription-operations.ts'
import { resourceOperations } from './history/resource-operations.ts'
import { usageOperations } from './history/usage-operations.ts'
import { userTaskHistoryOperations } from './history/user-task-operations.ts'
import { variableOperations } from './history/variable-operations.ts'

/** The operations that the engine of a cluster handles. All others are sampled. */
export function engineOperations(
  cluster: ClusterEngine,
  clock: RunningClock,
  waiting: Waiting,
  batches: Batches,
  drains: Drains,
): Handlers {
  const read = () => cluster.visible
  return {
    ...deploymentOperations(cluster),
    ...processInstanceOperations(cluster, clock, waiting),
    ...jobOperations(cluster, clock, waiting),
    ...userTaskOperations(cluster, clock, waiting),
    ...messageOperations(cluster),
    ...decisionOperations(cluster),
    ...clockOperations(cluster, waiting),
    ...resourceDeletion(cluster, batches, drains),
    ...batchOperations(cluster, batches),
    ...historyOperations(read, batches.batchesOf),
    ...definitionOperations(read, batches.batchesOf),
    ...instanceOperations(read),
    ...incidentOperations(read),
    ...userTaskHistoryOperations(read),
    ...resourceOperations(read),
    ...variableOperations(read),
    ...usageOperations(read),
    ...messageSubscriptionOperations(read),
    ...jobStatisticsOperations(read),
    ...decisionInstanceOperations(read),
  }
}
