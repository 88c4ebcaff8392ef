import type { JsonObject } from '@x/rest'
import type { Cluster } from '../../connection/connection.ts'

/** One request of an action, which is previewed and then sent. */
export interface Step {
  readonly method: 'POST' | 'PATCH' | 'PUT'
  /** Path in the Orchestration Cluster API. */
  readonly path: string
  readonly body?: unknown
  send(): Promise<unknown>
}

/** Sets the retries of a job. */
export function updateRetries({ orchestration }: Cluster, jobKey: string, retries: number): Step {
  const body = { changeset: { retries } }
  return { method: 'PATCH', path: `/v2/jobs/${jobKey}`, body, send: () => orchestration.jobs.update(jobKey, body) }
}

export function resolveIncident({ orchestration }: Cluster, incidentKey: string): Step {
  return {
    method: 'POST',
    path: `/v2/incidents/${incidentKey}/resolution`,
    send: () => orchestration.incidents.resolve(incidentKey),
  }
}

export function cancelInstance({ orchestration }: Cluster, instanceKey: string): Step {
  return {
    method: 'POST',
    path: `/v2/process-instances/${instanceKey}/cancellation`,
    send: () => orchestration.processInstances.cancel(instanceKey),
  }
}

/** Terminates an element instance, activates an element, or both, which moves a token. */
export function modifyInstance(
  { orchestration }: Cluster,
  instanceKey: string,
  { terminate, activate }: { readonly terminate: string | undefined; readonly activate: string | undefined },
): Step {
  const body = {
    ...(activate !== undefined && { activateInstructions: [{ elementId: activate }] }),
    ...(terminate !== undefined && { terminateInstructions: [{ elementInstanceKey: terminate }] }),
  }
  return {
    method: 'POST',
    path: `/v2/process-instances/${instanceKey}/modification`,
    body,
    send: () => orchestration.processInstances.modify(instanceKey, body),
  }
}

/** The target version of a migration, and the target of each active element. */
export interface MigrationPlan {
  readonly targetProcessDefinitionKey: string
  readonly mappingInstructions: readonly { readonly sourceElementId: string; readonly targetElementId: string }[]
}

export function migrateInstance({ orchestration }: Cluster, instanceKey: string, plan: MigrationPlan): Step {
  return {
    method: 'POST',
    path: `/v2/process-instances/${instanceKey}/migration`,
    body: plan,
    send: () => orchestration.processInstances.migrate(instanceKey, plan),
  }
}

/** Sets variables in exactly this scope. */
export function setVariables(
  { orchestration }: Cluster,
  scopeKey: string,
  variables: Readonly<Record<string, unknown>>,
): Step {
  const body = { variables: variables as JsonObject, local: true }
  return {
    method: 'PUT',
    path: `/v2/element-instances/${scopeKey}/variables`,
    body,
    send: () => orchestration.elementInstances.setVariables(scopeKey, body),
  }
}

export function startInstance(
  { orchestration }: Cluster,
  processDefinitionKey: string,
  variables: Readonly<Record<string, unknown>>,
): Step {
  const body = { processDefinitionKey, variables: variables as JsonObject }
  return {
    method: 'POST',
    path: '/v2/process-instances',
    body,
    send: () => orchestration.processInstances.create(body),
  }
}

/** Deploys all files or none. */
export function deployFiles({ orchestration }: Cluster, files: readonly File[]): Step {
  return {
    method: 'POST',
    path: '/v2/deployments',
    body: files.map(({ name }) => name),
    send: () => orchestration.deployments.create({ resources: files }),
  }
}

export function assignTask({ userTasks }: Cluster, taskKey: string, assignee: string): Step {
  return {
    method: 'POST',
    path: `/v2/user-tasks/${taskKey}/assignment`,
    body: { assignee },
    send: () => userTasks.assign(taskKey, { assignee }),
  }
}

export function completeTask(
  { userTasks }: Cluster,
  taskKey: string,
  variables: Readonly<Record<string, unknown>>,
): Step {
  const body = { variables: variables as JsonObject }
  return {
    method: 'POST',
    path: `/v2/user-tasks/${taskKey}/completion`,
    body,
    send: () => userTasks.complete(taskKey, body),
  }
}
