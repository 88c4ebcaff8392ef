import type { Engine } from '@x/engine'
import type { Handlers } from '../handler.ts'
import { groupBy } from './group-by.ts'

interface Used {
  readonly tenantId: string
  readonly what: 'processInstance' | 'decisionInstance' | 'assignee'
  readonly id: string
}

/** The usage of the cluster between two dates. */
export function usageOperations(read: () => Engine): Handlers {
  return {
    'system.getUsageMetrics': ({ query: { startTime, endTime, tenantId, withTenants }, isReadable = () => true }) => {
      const isIn = dateRange(String(startTime), String(endTime))
      const found = [...usedIn(read(), isIn)].filter(isReadable)
      const all = found.filter((used) => tenantId === undefined || used.tenantId === tenantId)
      const byTenant = groupBy(all, (used) => used.tenantId)
      const tenants = [...byTenant].map(([id, used]) => [id, countOf(used)])
      return {
        ...countOf(all),
        activeTenants: byTenant.size,
        tenants: String(withTenants) === 'true' ? Object.fromEntries(tenants) : {},
      }
    },
  }
}

/** Both dates are inclusive. */
function dateRange(start: string, end: string): (date: string) => boolean {
  const [first, last] = [Date.parse(start), Date.parse(end)]
  return (date) => Date.parse(date) >= first && Date.parse(date) <= last
}

/** Counts only root process instances. */
function* usedIn(
  { processInstances, decisionInstances, userTasks }: Engine,
  isIn: (date: string) => boolean,
): Generator<Used> {
  for (const { tenantId, processInstanceKey: id, parentProcessInstanceKey, startDate } of processInstances) {
    if (parentProcessInstanceKey === null && isIn(startDate)) yield { tenantId, what: 'processInstance', id }
  }
  for (const { tenantId, decisionEvaluationInstanceKey: id, evaluationDate } of decisionInstances) {
    if (isIn(evaluationDate)) yield { tenantId, what: 'decisionInstance', id }
  }
  for (const { tenantId, assignee: id, creationDate } of userTasks) {
    if (id !== null && isIn(creationDate)) yield { tenantId, what: 'assignee', id }
  }
}

function countOf(used: readonly Used[]): Readonly<Record<string, number>> {
  const count = (what: Used['what']): number =>
    new Set(used.filter((one) => one.what === what).map(({ id }) => id)).size
  return {
    processInstances: count('processInstance'),
    decisionInstances: count('decisionInstance'),
    assignees: count('assignee'),
  }
}
