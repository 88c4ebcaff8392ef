import { type Engine, EngineError } from '@x/engine'
import { parseExact } from '../exact-json.ts'
import type { Drafts } from './drafts.ts'
import { invalidRequest } from './errors.ts'
import type { Task } from './task.ts'
import type { TaskVariables } from './task-variables.ts'

export interface VariableInput {
  readonly name: string
  /** JSON text. */
  readonly value: string
}

export interface AssignRequest {
  readonly assignee?: string | undefined
  readonly allowOverrideAssignment?: boolean | undefined
}

/** Tasklist only changes tasks that are jobs, and stores their assignees itself. */
export interface TaskCommands {
  assign(task: Task, request: AssignRequest): void
  unassign(task: Task): void
  complete(task: Task, variables: readonly VariableInput[]): void
  saveDrafts(task: Task, variables: readonly VariableInput[]): void
}

export function createTaskCommands(
  engine: Engine,
  assignees: Map<string, string | null>,
  drafts: Drafts,
  { of }: TaskVariables,
): TaskCommands {
  return {
    assign: (task, { assignee, allowOverrideAssignment = true }) => {
      requireOpen(task)
      if (!assignee) throw invalidRequest('Assignee must be specified')
      if (task.assignee !== null && !allowOverrideAssignment) throw invalidRequest('Task is already assigned')
      assignees.set(task.id, assignee)
    },
    unassign: (task) => {
      requireOpen(task)
      requireAssigned(task)
      assignees.set(task.id, null)
    },
    complete: (task, inputs) => {
      requireOpen(task)
      requireAssigned(task)
      const variables = Object.fromEntries(inputs.map(({ name, value }) => [name, readValue(name, value)]))
      try {
        engine.completeJob(task.id, { variables })
      } catch (error) {
        throw error instanceof EngineError ? invalidRequest(error.message) : error
      }
      drafts.replace(task.id, new Map())
    },
    saveDrafts: (task, inputs) => {
      requireOpen(task)
      for (const { name, value } of inputs) readValue(name, value)
      const visible = of(task)
      const changed = inputs.filter(({ name, value }) => visible.get(name)?.value !== value)
      drafts.replace(task.id, new Map(changed.map(({ name, value }) => [name, value])))
    },
  }
}

function requireOpen({ id, implementation, taskState }: Task): void {
  if (implementation !== 'JOB_WORKER') {
    throw invalidRequest(`The task with id ${id} is a Camunda user task. This is not supported using Tasklist V1 API.`)
  }
  if (taskState !== 'CREATED') throw invalidRequest('Task is not active')
}

function requireAssigned({ assignee }: Task): void {
  if (assignee === null) throw invalidRequest('Task is not assigned')
}

function readValue(name: string, value: string): unknown {
  try {
    return parseExact(value)
  } catch {
    throw invalidRequest(`The value of variable ${name} is not JSON.`)
  }
}
