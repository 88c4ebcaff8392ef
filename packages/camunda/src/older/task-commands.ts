import type { AssignUserTaskRequest, CompleteUserTaskRequest } from '@x/orchestration'
import { type CallOptions, ValidationError } from '@x/rest'
import { stringifyExact } from '@x/rest/json'
import type { TasklistClient } from '@x/tasklist'
import type { Version } from '../cluster/version.ts'
import { readError } from './error.ts'
import { Problems } from './problems.ts'

/** The first minor version whose Orchestration Cluster API has commands for tasks that the engine manages. */
const firstWithCommands = 6

/**
 * Returns true if a task belongs to a job worker, so that Tasklist can change it; false if the engine manages it, which
 * has its own API.
 *
 * @throws `VersionError` for a task of the engine on a cluster without its API
 */
export async function isOfJobWorker(
  { tasks }: TasklistClient,
  taskKey: string,
  operation: string,
  version: Version | undefined,
): Promise<boolean> {
  const { implementation } = await tasks.get(taskKey).catch(rethrow)
  if (implementation !== 'ZEEBE_USER_TASK') return true
  const problems = new Problems(operation, version)
  if (!problems.isFrom(firstWithCommands)) {
    const message = 'is for a task that the engine manages, which only its own API can change'
    problems.limit('', message, `8.${firstWithCommands}`)
  }
  problems.check()
  return false
}

/** Assigns a task with Tasklist. */
export async function assignTask(
  { tasks }: TasklistClient,
  taskKey: string,
  body: AssignUserTaskRequest,
  options: CallOptions | undefined,
): Promise<void> {
  refuseAction('assign', body)
  const { assignee, allowOverride } = body
  const request = {
    ...(assignee !== undefined && { assignee }),
    ...(typeof allowOverride === 'boolean' && { allowOverrideAssignment: allowOverride }),
  }
  await tasks.assign(taskKey, request, options).catch(rethrowCommand)
}

/** Removes the assignee of a task with Tasklist. */
export async function unassignTask(
  { tasks }: TasklistClient,
  taskKey: string,
  options: CallOptions | undefined,
): Promise<void> {
  await tasks.unassign(taskKey, options).catch(rethrowCommand)
}

/** Completes a task with Tasklist, which expects each value as JSON text. */
export async function completeTask(
  { tasks }: TasklistClient,
  taskKey: string,
  body: CompleteUserTaskRequest,
  options: CallOptions | undefined,
): Promise<void> {
  refuseAction('complete', body)
  const variables = Object.entries(body.variables ?? {})
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ({ name, value: stringifyExact(value) }))
  await tasks.complete(taskKey, { variables }, options).catch(rethrowCommand)
}

/** Task listeners see the action, and tasks of job workers have none. */
function refuseAction(verb: string, { action }: { readonly action?: string | null | undefined }): void {
  if (action === undefined || action === null) return
  const message = 'has no effect: this is a task of a job worker, which has no task listeners. Leave it out'
  throw new ValidationError(`userTasks.${verb}`, 'body', [{ path: 'action', message }])
}

function rethrow(error: unknown): never {
  throw readError(error)
}

function rethrowCommand(error: unknown): never {
  throw readError(error, true)
}
