import { type Reply, startServer, type TestServer } from 'test-servers'

/** A task as the server keeps it. */
export interface KeptTask {
  readonly id: string
  readonly implementation: 'JOB_WORKER' | 'ZEEBE_USER_TASK'
  taskState: string
  assignee: string | null
  readonly priority: number
  readonly creationDate: string
  readonly taskDefinitionId: string
  readonly name: string
  readonly processDefinitionKey: string
  readonly processInstanceKey: string
  readonly candidateGroups: readonly string[] | null
  readonly dueDate: string | null
  readonly formKey: string | null
  readonly formId: string | null
  readonly isFormEmbedded: boolean | null
  readonly tenantId: string
  variables: { name: string; value: string }[]
}

export interface TaskServer extends TestServer {
  readonly tasks: Map<string, KeptTask>
}

const problem = (status: number, title: string, path: string): Reply => ({
  status,
  headers: { 'content-type': 'application/problem+json' },
  body: { type: 'about:blank', title, status, detail: `${title} at ${path}`, instance: path },
})
const olderProblem = (status: number, message: string): Reply => ({
  status,
  body: { status, message, instance: 'b7d0a4a2-9d0c-4f6c-8a50-0f8f3a8e4f3b' },
})
const noRoute = (path: string): Reply => ({
  status: 404,
  headers: { 'content-type': 'application/problem+json' },
  body: { type: 'about:blank', title: 'Not Found', status: 404, detail: `No static resource ${path.slice(1)}.` },
})

/**
 * A cluster with user tasks of both kinds. Up to 8.9 Tasklist v1 finds both and changes those of job workers; the Orchestration
 * Cluster API has those that the engine manages, from 8.6 on its commands and from 8.8 on its reads.
 */
export async function startTaskServer(
  minor: number,
  kept: readonly KeptTask[],
  tasklistFrom = true,
): Promise<TaskServer> {
  const tasks = new Map(kept.map((task) => [task.id, task]))

  function tasklist(method: string, path: string, body: Record<string, never>): Reply {
    const [, id = '', verb = ''] = /^\/v1\/tasks\/([^/]+)\/?(.*)$/.exec(path) ?? []
    if (path === '/v1/tasks/search') return { body: search([...tasks.values()], body) }
    const task = tasks.get(id)
    if (!task) return olderProblem(404, `task with id ${id} was not found`)
    if (method === 'GET') return { body: toTask(task) }
    if (verb === 'variables/search') return { body: variablesOf(task, body) }
    if (task.implementation !== 'JOB_WORKER') return olderProblem(400, 'is not supported using Tasklist V1 API')
    if (task.taskState !== 'CREATED') return olderProblem(400, 'Task is not active')
    if (verb === 'assign') {
      const { assignee, allowOverrideAssignment = true } = body as {
        assignee?: string
        allowOverrideAssignment?: boolean
      }
      if (task.assignee !== null && !allowOverrideAssignment) return olderProblem(400, 'Task is already assigned')
      task.assignee = assignee ?? null
    }
    if (verb === 'unassign') task.assignee = null
    if (verb === 'complete') {
      task.taskState = 'COMPLETED'
      task.variables.push(...((body as { variables?: { name: string; value: string }[] }).variables ?? []))
    }
    return { body: toTask(task) }
  }

  function orchestration(method: string, path: string, body: Record<string, unknown>): Reply {
    if (path === '/v2/topology') return { body: { gatewayVersion: `8.${minor}.1` } }
    const [, key = '', verb = ''] = /^\/v2\/user-tasks\/([^/?]+)\/?([^?]*)/.exec(path) ?? []
    const task = tasks.get(key)
    if (minor < 6 || (minor < 8 && (method === 'GET' || verb.endsWith('search')))) return noRoute(path)
    if (key === 'search') return { body: { items: [], page: pageOf(0) } }
    if (task?.implementation !== 'ZEEBE_USER_TASK') return problem(404, 'NOT_FOUND', path)
    if (verb.startsWith('effective-variables')) {
      const items = task.variables.map(({ name, value }, index) => newerVariable(task, name, value, index))
      return { body: { items, page: pageOf(items.length) } }
    }
    if (method === 'GET') return { body: newerTask(task) }
    if (task.taskState !== 'CREATED') return problem(409, 'INVALID_STATE', path)
    if (verb === 'assignment') task.assignee = String(body.assignee)
    if (verb === 'assignee') task.assignee = null
    if (verb === 'completion') task.taskState = 'COMPLETED'
    return { status: 204 }
  }

  const server = await startServer(({ method, path, body }) => {
    const parsed = body ? JSON.parse(body) : {}
    if (path.startsWith('/v1/') && tasklistFrom && minor < 10) return tasklist(method, path, parsed)
    return path.startsWith('/v2/') ? orchestration(method, path, parsed) : noRoute(path)
  })
  return Object.assign(server, { tasks })
}

const pageOf = (totalItems: number) => ({ totalItems, hasMoreTotalItems: false, startCursor: null, endCursor: null })

function toTask({ variables, ...task }: KeptTask): object {
  return task
}

function search(all: readonly KeptTask[], body: Record<string, unknown>): object[] {
  const { state, assigned, assignee, assignees, candidateGroup, candidateGroups, implementation, priority } = body as {
    [name: string]: never
  }
  const { gte = 0, lte = 100 } = (priority ?? {}) as { gte?: number; lte?: number }
  const found = all.filter(
    (task) =>
      (state === undefined || task.taskState === state) &&
      (assigned === undefined || (task.assignee !== null) === assigned) &&
      (assignee === undefined || task.assignee === assignee) &&
      (assignees === undefined || (assignees as string[]).includes(task.assignee ?? '')) &&
      (candidateGroup === undefined || task.candidateGroups?.includes(candidateGroup)) &&
      (candidateGroups === undefined ||
        task.candidateGroups?.some((one) => (candidateGroups as string[]).includes(one))) &&
      (implementation === undefined || task.implementation === implementation) &&
      task.priority >= gte &&
      task.priority <= lte,
  )
  const [{ field = 'creationTime', order = 'DESC' } = {}] = (body.sort ?? []) as { field?: string; order?: string }[]
  const by = (task: KeptTask): string => String(field === 'priority' ? 1000 + task.priority : task.creationDate)
  const sorted = found.sort((a, b) => (order === 'DESC' ? by(b).localeCompare(by(a)) : by(a).localeCompare(by(b))))
  const placed = sorted.map((task, index) => ({
    ...toTask(task),
    sortValues: [by(task), task.id],
    isFirst: index === 0,
  }))
  const place = (mark: unknown): number => placed.findIndex(({ sortValues }) => String(sortValues) === String(mark))
  const {
    searchAfter,
    searchBefore,
    pageSize = 50,
  } = body as { searchAfter?: unknown; searchBefore?: unknown; pageSize?: number }
  if (searchBefore) return placed.slice(Math.max(0, place(searchBefore) - pageSize), place(searchBefore))
  const start = searchAfter ? place(searchAfter) + 1 : 0
  return placed.slice(start, start + pageSize)
}

/** Cuts a value of more than ten characters, unless all of it is asked for. */
function variablesOf({ variables, processInstanceKey }: KeptTask, body: Record<string, unknown>): object[] {
  const { variableNames, includeVariables } = body as {
    variableNames?: string[]
    includeVariables?: { name: string; alwaysReturnFullValue?: boolean }[]
  }
  const names = includeVariables?.map(({ name }) => name) ?? variableNames
  return variables
    .filter(({ name }) => !names || names.includes(name))
    .map(({ name, value }) => {
      const isWhole = value.length <= 10 || includeVariables?.find((one) => one.name === name)?.alwaysReturnFullValue
      const id = `${processInstanceKey}-${name}`
      return isWhole
        ? { id, name, value, isValueTruncated: false, previewValue: value }
        : { id, name, value: null, isValueTruncated: true, previewValue: value.slice(0, 10) }
    })
}

function newerVariable(task: KeptTask, name: string, value: string, index: number): object {
  const { processInstanceKey, tenantId } = task
  return {
    variableKey: String(9000 + index),
    name,
    value,
    isTruncated: false,
    scopeKey: processInstanceKey,
    processInstanceKey,
    rootProcessInstanceKey: null,
    tenantId,
  }
}

function newerTask(task: KeptTask): object {
  return {
    userTaskKey: task.id,
    name: task.name,
    state: task.taskState,
    assignee: task.assignee,
    candidateUsers: [],
    candidateGroups: task.candidateGroups ?? [],
    priority: task.priority,
    creationDate: task.creationDate,
    completionDate: null,
    dueDate: task.dueDate,
    followUpDate: null,
    formKey: null,
    externalFormReference: null,
    customHeaders: {},
    elementId: task.taskDefinitionId,
    elementInstanceKey: '77',
    processInstanceKey: task.processInstanceKey,
    rootProcessInstanceKey: null,
    processDefinitionId: 'order',
    processDefinitionKey: task.processDefinitionKey,
    processDefinitionVersion: 1,
    processName: 'Order',
    tags: [],
    businessId: null,
    tenantId: task.tenantId,
  }
}
