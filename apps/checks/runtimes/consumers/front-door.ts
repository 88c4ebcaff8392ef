// One object for a cluster of any version: credentials or an authenticator, pages that say which API responded, both
// kinds of tasks.
import { createBasicAuth, createOAuth } from '@x/auth'
import {
  ClusterError,
  type ConnectedCluster,
  connectCluster,
  connectOrganization,
  type Incident,
  type ServedPage,
  VersionError,
} from '@x/camunda'
import { type ClusterCredentials, parseCredentials, readOrganizationCredentials } from '@x/env'

declare const credentials: ClusterCredentials

const camunda: ConnectedCluster = connectCluster(credentials, { userAgent: 'night-watch/1.0', timeoutMs: 10_000 })

export function local(baseUrl: string, version?: string) {
  return connectCluster(
    { restUrl: baseUrl },
    { auth: createBasicAuth({ username: 'demo', password: 'demo' }), version },
  )
}

export async function openIncidents(processInstanceKey?: string): Promise<string[]> {
  const filter = { state: 'ACTIVE', processInstanceKey } as const
  const page: ServedPage<Incident> = await camunda.incidents.search({ filter, page: { limit: 50 } })
  if (page.served === 'operate') return page.items.map(({ errorMessage }) => errorMessage)
  return page.items.map(({ elementId, errorMessage }) => `${elementId ?? '?'}: ${errorMessage}`)
}

export async function claim(group: string, user: string, signal: AbortSignal): Promise<number> {
  let claimed = 0
  const filter = { state: 'CREATED', candidateGroup: group, implementation: 'JOB_WORKER' } as const
  for await (const { userTaskKey, assignee } of camunda.userTasks.searchAll({ filter }, { signal, limit: 20 })) {
    if (assignee !== null) continue
    await camunda.userTasks.assign(userTaskKey, { assignee: user, allowOverride: false }, { signal })
    claimed += 1
  }
  return claimed
}

export async function count(filter: { name: string }): Promise<number | string> {
  try {
    return (await camunda.variables.search({ filter }, { truncateValues: false })).total
  } catch (error) {
    if (error instanceof VersionError) return `needs ${error.since}: ${error.issues.map(({ path }) => path).join()}`
    if (error instanceof ClusterError) return error.tried.map(({ url, outcome }) => `${url} ${outcome}`).join()
    throw error
  }
}

export async function work(signal?: AbortSignal) {
  await camunda.work({ 'charge-card': async ({ variables }) => ({ paid: variables.amount }) }, { signal, maxJobs: 8 })
}

export async function clusters(text: string) {
  const { cluster, organization = readOrganizationCredentials() } = parseCredentials(text)
  const own = connectOrganization(organization)
  const all = await own.console.clusters.list()
  const auth = cluster && createOAuth(cluster)
  return { names: all.map(({ name }) => name), requests: own.auth.stats().tokenRequests, auth }
}
