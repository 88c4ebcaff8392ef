import type { ConnectedCluster } from '@x/camunda'
import type { OperateClient } from '@x/operate'

/** The messages of failed jobs, the newest first, with Operate v1 and with v2. Both return the same. */
export const failedJobs = {
  // #region operate-failed-jobs
  async operate(operate: OperateClient) {
    const { items } = await operate.incidents.search({
      filter: { state: 'ACTIVE', type: 'JOB_NO_RETRIES' },
      sort: [{ field: 'creationTime', order: 'DESC' }],
      size: 10,
    })
    return items.map(({ key, message }) => ({ key, message }))
  },
  // #endregion operate-failed-jobs
  // #region cluster-failed-jobs
  async cluster(camunda: ConnectedCluster) {
    const { items } = await camunda.incidents.search({
      filter: { state: 'ACTIVE', errorType: 'JOB_NO_RETRIES' },
      sort: [{ field: 'creationTime', order: 'DESC' }],
      page: { limit: 10 },
    })
    return items.map(({ incidentKey, errorMessage }) => ({ key: incidentKey, message: errorMessage }))
  },
  // #endregion cluster-failed-jobs
}

/** The number of canceled instances of each process. */
export const canceled = {
  // #region operate-canceled
  async operate(operate: OperateClient) {
    const counts: Record<string, number> = {}
    for await (const { bpmnProcessId } of operate.processInstances.searchAll({ filter: { state: 'CANCELED' } })) {
      counts[bpmnProcessId] = (counts[bpmnProcessId] ?? 0) + 1
    }
    return counts
  },
  // #endregion operate-canceled
  // #region cluster-canceled
  async cluster(camunda: ConnectedCluster) {
    const counts: Record<string, number> = {}
    for await (const instance of camunda.processInstances.searchAll({ filter: { state: 'TERMINATED' } })) {
      counts[instance.processDefinitionId] = (counts[instance.processDefinitionId] ?? 0) + 1
    }
    return counts
  },
  // #endregion cluster-canceled
}

/** Two consecutive pages, requested by the end of the first. */
export const twoPages = {
  // #region operate-pages
  async operate(operate: OperateClient) {
    const first = await operate.variables.search({ filter: { name: 'orderId' }, size: 5 })
    const second = await operate.variables.search({
      filter: { name: 'orderId' },
      size: 5,
      searchAfter: first.sortValues,
    })
    return [...first.items, ...second.items].map(({ key, value }) => ({ key, value }))
  },
  // #endregion operate-pages
  // #region cluster-pages
  async cluster(camunda: ConnectedCluster) {
    const filter = { name: 'orderId' }
    const first = await camunda.variables.search({ filter, page: { limit: 5 } })
    const after = first.endCursor ?? undefined
    const second = await camunda.variables.search({ filter, page: { limit: 5, after } })
    return [...first.items, ...second.items].map(({ variableKey, value }) => ({ key: variableKey, value }))
  },
  // #endregion cluster-pages
}

/** The decisions evaluated in an instance. The id of a definition in v1 is its key. */
export const decisions = {
  // #region operate-decisions
  async operate(operate: OperateClient, processInstanceKey: string) {
    const { items } = await operate.decisionInstances.search({ filter: { processInstanceKey } })
    return items.map(({ decisionId, decisionDefinitionId }) => ({ id: decisionId, key: decisionDefinitionId }))
  },
  // #endregion operate-decisions
  // #region cluster-decisions
  async cluster(camunda: ConnectedCluster, processInstanceKey: string) {
    const { items } = await camunda.decisionInstances.search({ filter: { processInstanceKey } })
    return items.map(({ decisionDefinitionId, decisionDefinitionKey }) => ({
      id: decisionDefinitionId,
      key: decisionDefinitionKey,
    }))
  },
  // #endregion cluster-decisions
}
