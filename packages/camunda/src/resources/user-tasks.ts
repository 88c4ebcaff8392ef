import type {
  AssignUserTaskRequest,
  CompleteUserTaskRequest,
  UserTask as NewerUserTask,
  UserTaskFilter as NewerUserTaskFilter,
  UserTasks as NewerUserTasks,
  SearchVariablesQuery,
  UserTaskEffectiveVariableSearch,
  UserTaskSortField,
} from '@x/orchestration'
import type { CallOptions, OpenEnum, ReadOptions } from '@x/rest'
import type { TaskImplementation, TasklistClient } from '@x/tasklist'
import type { Server } from '../cluster/detect.ts'
import type { UserTaskVariable } from '../older/index.ts'
import type { Partly, ServedPage } from '../served.ts'
import { checkCursors, type Queries, served, waitingServed } from './queries.ts'
import { type ClusterApi, loadOlder } from './read.ts'
import { commandTask, isForTasklist, readTask, withoutKind } from './task-kinds.ts'

type Key = NewerUserTask['userTaskKey']

/** A user task. Tasklist v1 does not return all members. */
export type UserTask = Partly<
  NewerUserTask,
  'formKey' | 'customHeaders' | 'elementInstanceKey' | 'processDefinitionId' | 'processDefinitionVersion'
> & {
  /** The kind of the task; only if Tasklist v1 responded. */
  readonly implementation?: OpenEnum<TaskImplementation> | undefined
}

/** Conditions on user tasks; all must be met. */
export interface UserTaskFilter extends NewerUserTaskFilter {
  /**
   * The kind of task. By default, both kinds are found up to 8.7, and from 8.8 on those that the engine manages
   * (`ZEEBE_USER_TASK`). Tasks of job workers (`JOB_WORKER`) exist up to 8.9, in Tasklist v1.
   */
  readonly implementation?: TaskImplementation | undefined
}

/**
 * User tasks of both kinds: those that the engine manages (`zeebe:userTask` in the BPMN) and, up to 8.9, those that are
 * jobs. The commands detect the kind of a task.
 */
export interface UserTasks extends Queries<Key, UserTaskFilter, UserTaskSortField, UserTask> {
  /**
   * Assigns a user task to a user, replacing its current assignee.
   *
   * @throws `ConflictError` if its state is not `CREATED`, or is assigned and `allowOverride` is false; `ApiError` 404
   * if it does not exist, or is managed by the engine and has ended
   */
  assign(userTaskKey: Key, body: AssignUserTaskRequest, options?: CallOptions): Promise<void>

  /**
   * Removes the assignee of a user task.
   *
   * @throws `ConflictError` if its state is not `CREATED`; `ApiError` 404 if it does not exist, or is managed by the
   * engine and has ended
   */
  unassign(userTaskKey: Key, options?: CallOptions): Promise<void>

  /**
   * Completes a user task, so that the process continues.
   *
   * @throws `ConflictError` if its state is not `CREATED`; `ApiError` 404 if it does not exist, or is managed by the
   * engine and has ended
   */
  complete(userTaskKey: Key, body?: CompleteUserTaskRequest, options?: CallOptions): Promise<void>

  /**
   * Returns one page of the variables visible to a user task, each name once, with the value of the closest scope. Long
   * values are truncated unless you pass `truncateValues: false`.
   */
  searchEffectiveVariables(
    userTaskKey: Key,
    body?: UserTaskEffectiveVariableSearch,
    query?: SearchVariablesQuery,
    options?: ReadOptions<ServedPage<UserTaskVariable>>,
  ): Promise<ServedPage<UserTaskVariable>>
}

export function createUserTasks(api: ClusterApi): UserTasks {
  const { link, clients } = api
  const newer = (server: Server): Promise<NewerUserTasks> => clients.orchestration(server, 'userTasks')
  const tasklist = (server: Server): Promise<TasklistClient> => clients.tasklist(server)

  return {
    search: (body = {}, options) =>
      link.run(
        async (server) => {
          if (isForTasklist(server, body)) {
            return (await loadOlder()).searchTasks(() => tasklist(server), body, server.version, options)
          }
          checkCursors('userTasks', body)
          return served(await (await newer(server)).search(withoutKind(body), waitingServed(options)))
        },
        options?.signal,
        true,
      ),

    searchAll: (body = {}, options) =>
      link.iterate<UserTask>(async (server) => {
        if (isForTasklist(server, body)) {
          return (await loadOlder()).searchAllTasks(() => tasklist(server), body, server.version, options)
        }
        checkCursors('userTasks', body)
        return (await newer(server)).searchAll(withoutKind(body), options)
      }, options?.signal),

    get: (key, options) =>
      readTask<UserTask>(api, key, options, {
        newer: async (server) => (await newer(server)).get(key, options),
        older: async (server, older) => older.getTask(await tasklist(server), key, options),
      }),

    searchEffectiveVariables: (key, body = {}, query = {}, options) =>
      readTask<ServedPage<UserTaskVariable>>(api, key, options, {
        newer: async (server) => {
          const tasks = await newer(server)
          return served(await tasks.searchEffectiveVariables(key, body, query, waitingServed(options)))
        },
        older: async (server, older) =>
          older.searchTaskVariables(await tasklist(server), key, body, query, server.version, options),
      }),

    assign: (key, body, options) =>
      commandTask(api, 'assign', key, options, {
        newer: async (server) => (await newer(server)).assign(key, body, options),
        older: async (server, older) => older.assignTask(await tasklist(server), key, body, options),
      }),

    unassign: (key, options) =>
      commandTask(api, 'unassign', key, options, {
        newer: async (server) => (await newer(server)).unassign(key, options),
        older: async (server, older) => older.unassignTask(await tasklist(server), key, options),
      }),

    complete: (key, body = {}, options) =>
      commandTask(api, 'complete', key, options, {
        newer: async (server) => (await newer(server)).complete(key, body, options),
        older: async (server, older) => older.completeTask(await tasklist(server), key, body, options),
      }),
  }
}
