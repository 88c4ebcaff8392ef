import type { UserTaskFilter as NewerUserTaskFilter } from '@x/orchestration'
import { ApiError, type CallOptions, type Search } from '@x/rest'
import type { Server } from '../cluster/detect.ts'
import { lastWithV1 } from '../cluster/version.ts'
import { type ClusterApi, loadOlder, type OlderApis } from './read.ts'
import type { UserTaskFilter } from './user-tasks.ts'

/** A call for a task, in the API of each kind. */
export interface TaskCall<Result> {
  readonly newer: (server: Server) => Promise<Result>
  readonly older: (server: Server, older: OlderApis) => Promise<Result>
}

/** Reads a task. Up to 8.7, Tasklist v1 has both kinds. */
export function readTask<Result>(
  api: ClusterApi,
  taskKey: string,
  options: CallOptions | undefined,
  call: TaskCall<Result>,
): Promise<Result> {
  const run = async (server: Server): Promise<Result> =>
    server.reads === 'v2' ? newerFirst(api, server, taskKey, call) : call.older(server, await loadOlder())
  return api.link.run(run, options?.signal, true)
}

/** Changes a task, which only the API of its kind can do. Repeated only if no server has received it. */
export function commandTask(
  api: ClusterApi,
  verb: string,
  taskKey: string,
  options: CallOptions | undefined,
  call: TaskCall<void>,
): Promise<void> {
  return api.link.run(async (server) => {
    if (server.reads === 'v2') return newerFirst(api, server, taskKey, call)
    const older = await loadOlder()
    const tasklist = await api.clients.tasklist(server)
    const isOlder = await older.isOfJobWorker(tasklist, taskKey, `userTasks.${verb}`, server.version)
    return isOlder ? call.older(server, older) : call.newer(server)
  }, options?.signal)
}

/**
 * From 8.8 on, the Orchestration Cluster API is called first. A task that it does not have may belong to a job worker:
 * those have other keys, which only Tasklist v1 knows.
 */
async function newerFirst<Result>(
  { clients }: ClusterApi,
  server: Server,
  taskKey: string,
  { newer, older }: TaskCall<Result>,
): Promise<Result> {
  try {
    return await newer(server)
  } catch (error) {
    const isUnknown = error instanceof ApiError && error.status === 404 && error.name === 'ApiError'
    if (!isUnknown || (server.version?.minor ?? 0) > lastWithV1) throw error
    const { tasks } = await clients.tasklist(server)
    const isJob = await tasks.get(taskKey).then(
      ({ implementation }) => implementation !== 'ZEEBE_USER_TASK',
      () => false,
    )
    // Without such a task, without Tasklist or the permission for it, the first response counts.
    if (!isJob) throw error
    return older(server, await loadOlder())
  }
}

type AnySearch = Search<UserTaskFilter, string>

/** True for tasks of job workers, which only Tasklist knows. */
export function isForTasklist(server: Server, { filter }: AnySearch): boolean {
  return server.reads === 'v1' || filter?.implementation === 'JOB_WORKER'
}

/** Removes the kind from a filter: v2 has one kind of tasks, and no member for it. */
export function withoutKind<Body extends AnySearch>(
  body: Body,
): Omit<Body, 'filter'> & { filter?: NewerUserTaskFilter } {
  if (body.filter?.implementation === undefined) return body as never
  const { implementation, ...filter } = body.filter
  return { ...body, filter }
}
