// The Orchestration Cluster API: filters with conditions, reads that wait, deployments of files, keys that cannot be
// mixed up.
import type { Authenticator } from '@x/auth'
import {
  createOrchestrationClient,
  type Job,
  NotYetError,
  type OrchestrationClient,
  type ProcessInstanceFilter,
  type ProcessInstanceKey,
} from '@x/orchestration'
import { createJobs } from '@x/orchestration/jobs'
import { createUserTasks } from '@x/orchestration/unchecked/user-tasks'

declare const auth: Authenticator
declare const baseUrl: string | undefined

const camunda: OrchestrationClient = createOrchestrationClient({ auth, baseUrl, tenantId: 'shop', version: '8.9' })

export async function start(orderId: string): Promise<ProcessInstanceKey> {
  const { processInstanceKey } = await camunda.processInstances.create({
    processDefinitionId: 'order',
    variables: { orderId, total: 9007199254740993n, lines: [{ sku: 'A-1', count: 2 }] },
  })
  return processInstanceKey
}

export async function isDone(key: ProcessInstanceKey, signal?: AbortSignal): Promise<boolean> {
  try {
    const waitFor = ({ state }: { state: string }) => state === 'COMPLETED' || state === 'TERMINATED'
    const instance = await camunda.processInstances.get(key, { waitFor, waitForMs: 30_000, signal })
    return instance.endDate !== null
  } catch (error) {
    if (error instanceof NotYetError) return false
    throw error
  }
}

export async function search(since: Date, names: readonly string[], tenantId?: string) {
  const filter: ProcessInstanceFilter = {
    state: { $in: ['ACTIVE', 'COMPLETED'] },
    startDate: { $gte: since },
    processDefinitionId: names.length > 0 ? { $in: names } : 'order',
    tenantId,
    variables: [{ name: 'orderId', value: { $like: '"A-*"' } }],
    $or: [{ hasIncident: true }, { parentProcessInstanceKey: { $exists: false } }],
  }
  const sort = [{ field: 'startDate', order: 'DESC' }] as const
  const page = await camunda.processInstances.search({ filter, sort, page: { limit: 20 } })
  const next = page.endCursor ?? undefined
  const more = await camunda.processInstances.search({ filter, sort, page: { limit: 20, after: next } })
  for await (const { errorMessage } of camunda.incidents.searchAll({ filter: { state: 'ACTIVE' } }, { limit: 10 })) {
    console.log(errorMessage)
  }
  return [...page.items, ...more.items].map(({ processInstanceKey, state }) => ({ processInstanceKey, state }))
}

export async function found(processInstanceKey: ProcessInstanceKey) {
  const filter = { processInstanceKey, state: 'CREATED' } as const
  const { items } = await createUserTasks(camunda).search({ filter }, { waitFor: ({ total }) => total > 0 })
  return items[0]?.userTaskKey
}

export async function deploy(xml: string): Promise<number> {
  const resources = [new File([xml], 'order.bpmn'), new File(['{}'], 'approve.form')]
  const { deployments } = await camunda.deployments.create({ resources })
  return deployments.filter(({ processDefinition }) => processDefinition).length
}

export async function work(handle: (variables: Readonly<Record<string, unknown>>) => Promise<object>) {
  const jobs = createJobs({ auth, baseUrl })
  const { jobs: activated } = await jobs.activate({ type: 'charge-card', timeout: 60_000, maxJobsToActivate: 8 })
  for (const { jobKey, variables, retries } of activated) {
    try {
      await jobs.complete(jobKey, { variables: { ...(await handle(variables)) } })
    } catch (error) {
      await jobs.fail(jobKey, { errorMessage: String(error), retries: retries - 1, retryBackOff: 5000 })
    }
  }
}

export async function cancelAll() {
  const { batchOperationKey } = await camunda.processInstances.cancelBatch({ filter: {} }, { everything: true })
  return camunda.batchOperations.wait(batchOperationKey, { onProgress: ({ state }) => console.log(state) })
}

/** A key of one kind is rejected where another kind is expected. Plain text is accepted. */
export function keys(job: Job, key: string) {
  // @ts-expect-error the key of a job is not the key of a process instance
  const wrong = camunda.processInstances.get(job.jobKey)
  // @ts-expect-error the same in a filter
  const wrongFilter: ProcessInstanceFilter = { processInstanceKey: job.jobKey }
  // @ts-expect-error a number may have lost digits
  const rounded = camunda.processInstances.get(2251799813685249)
  // @ts-expect-error a command does not wait
  const command = camunda.jobs.complete(key, {}, { waitFor: true })
  return [camunda.processInstances.get(key), camunda.jobs.complete(job.jobKey), wrong, wrongFilter, rounded, command]
}
