import { connectCluster, connectOrganization } from '@x/camunda'
import { parseCredentials } from '@x/env'

/** The replacement for one `new Camunda8()`, with the variables that it read. */
export async function tourOf(text: string) {
  // #region connect
  const credentials = parseCredentials(text) // or readClusterCredentials(): the variables that `new Camunda8()` read
  const camunda = connectCluster(credentials.cluster ?? {})
  const organization = connectOrganization(credentials.organization ?? {})
  // #endregion connect

  // #region calls
  const instances = await camunda.processInstances.search({ filter: { state: 'ACTIVE' }, page: { limit: 50 } })
  const tasks = await camunda.userTasks.search({ filter: { state: 'CREATED' } })
  const clusters = await organization.console.clusters.list()
  // #endregion calls
  return { instances: instances.items.length, tasks: tasks.items.length, clusters: clusters.length }
}

/** Starts a process and works on its jobs until none is left. */
export async function startAndWork(text: string, signal: AbortSignal) {
  const camunda = connectCluster(parseCredentials(text).cluster ?? {})
  const charged: string[] = []
  // #region commands
  await camunda.orchestration.processInstances.create({
    processDefinitionId: 'order',
    variables: { orderId: 'A-1' },
  })
  await camunda.work(
    {
      'charge-card': async (job) => {
        charged.push(job.jobKey)
        return { receipt: `R-${job.processInstanceKey}` }
      },
    },
    { signal },
  )
  // #endregion commands
  return charged
}
