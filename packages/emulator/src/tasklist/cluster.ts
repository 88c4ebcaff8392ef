import type { RunningCluster } from '../engine/running-cluster.ts'
import { present } from '../orchestration/present.ts'
import { empty, json } from '../responses.ts'
import type { RealApi, RealRequest } from '../sampled/real.ts'
import { createDrafts } from './drafts.ts'
import { findEmbeddedForm } from './embedded-form.ts'
import { errorResponse, notFound, TasklistError } from './errors.ts'
import { type IncludeVariable, searchTasks, type TaskSearch } from './search-tasks.ts'
import { type Task, toWire } from './task.ts'
import { type AssignRequest, createTaskCommands, type VariableInput } from './task-commands.ts'
import { createTaskReader } from './task-reader.ts'
import { createTaskVariables, toPreviewed } from './task-variables.ts'

interface Request {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, unknown>>
  // biome-ignore lint/suspicious/noExplicitAny: the shape of the operation is data, not a type
  readonly body: any
  /** The signed-in user; undefined for an application. */
  readonly user: string | undefined
}

/** Tasklist API v1 for the data of a cluster. */
export function createTasklistCluster(cluster: RunningCluster, isUser: (name: string) => boolean): RealApi {
  const { engine, visible } = cluster
  const assignees = new Map<string, string | null>()
  const tasks = createTaskReader(visible, (jobKey) => assignees.get(jobKey))
  const variables = createTaskVariables(visible)
  const drafts = createDrafts()
  const commands = createTaskCommands(engine, assignees, drafts, variables)

  function find(id = ''): Task {
    const task = tasks.get(id)
    if (task === undefined) throw notFound(`Task with id ${id} was not found`)
    return task
  }

  const changed = (id = '', change: (task: Task) => void): object => {
    change(find(id))
    return toWire(find(id))
  }

  /** The variables that the task sees, and its draft variables, by name. */
  function variablesOf(task: Task, included: readonly IncludeVariable[]): object[] {
    const [seen, own] = [variables.of(task), drafts.of(task.id)]
    const asked = new Map(included.map(({ name, alwaysReturnFullValue = false }) => [name, alwaysReturnFullValue]))
    const names = [...new Set([...seen.keys(), ...own.keys()])].filter((name) => asked.size === 0 || asked.has(name))
    return names.toSorted().map((name) => {
      const [variable, draft, isWhole] = [seen.get(name), own.get(name), asked.get(name) ?? false]
      return {
        id: variable?.id ?? `${task.id}-${name}`,
        name,
        ...(variable && toPreviewed(variable.value, isWhole)),
        draft: draft === undefined ? null : toPreviewed(draft, isWhole),
      }
    })
  }

  function findForm(id: string, processDefinitionKey: string, version: unknown): object {
    const definition = visible.processDefinitions.get(processDefinitionKey)
    const { tenantId } = definition ?? {}
    const versions = [...visible.forms].filter((form) => form.formId === id && form.tenantId === tenantId)
    const deployed = version === undefined ? versions.at(-1) : versions.find((form) => form.version === version)
    const shared = { id, processDefinitionKey, title: null, tenantId, isDeleted: false }
    if (deployed) return { ...shared, schema: deployed.schema, version: deployed.version }
    const embedded = definition && findEmbeddedForm(definition.xml, id)
    if (embedded === undefined) throw notFound(`form with id ${id} was not found`)
    return { ...shared, schema: embedded, version: null }
  }

  const operations: Readonly<Record<string, (request: Request) => unknown>> = {
    'tasks.search': ({ body }) => searchTasks(tasks.all(), (body ?? {}) as TaskSearch, variables),
    'tasks.get': ({ params }) => toWire(find(params.taskId)),
    'tasks.assign': ({ params, body, user }) =>
      changed(params.taskId, (task) => commands.assign(task, { assignee: user, ...(body as AssignRequest) })),
    'tasks.unassign': ({ params }) => changed(params.taskId, commands.unassign),
    'tasks.complete': ({ params, body }) => {
      const task = changed(params.taskId, (found) =>
        commands.complete(found, (body?.variables ?? []) as VariableInput[]),
      )
      // The completion is visible immediately, even if reads lag behind.
      return { ...task, taskState: 'COMPLETED' }
    },
    'tasks.saveDraftVariables': ({ params, body }) => commands.saveDrafts(find(params.taskId), body.variables),
    'tasks.searchVariables': ({ params, body }) => {
      const named = (body?.variableNames ?? []).map((name: string) => ({ name }))
      return variablesOf(find(params.taskId), body?.includeVariables ?? named)
    },
    'variables.get': ({ params: { variableId = '' } }) => {
      const [variable, draft] = [variables.get(variableId), drafts.get(variableId)]
      if (!variable && !draft) throw notFound(`Variable with id ${variableId} was not found`)
      return { id: variableId, name: draft?.name, ...variable, draft: draft ? { value: draft.value } : null }
    },
    'forms.get': ({ params: { formId = '' }, query }) =>
      findForm(formId, String(query.processDefinitionKey), query.version),
  }

  return {
    respond: async ({ operation, minor, params, query = {}, body, request }: RealRequest) => {
      const handle = operations[operation.id]
      if (!handle) return undefined
      await cluster.settle()
      const name = request.caller?.clientId ?? ''
      const input = { params, query, body, user: isUser(name) ? name : undefined } as Request
      try {
        const result = handle(input)
        const { response } = operation
        return { response: response ? json(200, present(response.shape, result, minor)) : empty(204) }
      } catch (error) {
        if (error instanceof TasklistError) return { response: errorResponse(error) }
        throw error
      }
    },
    openLink: () => undefined,
  }
}
