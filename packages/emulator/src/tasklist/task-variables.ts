import type { Engine, VariableRecord } from '@x/engine'
import type { Task } from './task.ts'

/** Longer values are truncated. */
const PREVIEW_LENGTH = 8191

/** A variable that a task sees. */
export interface TaskVariable {
  /** The key of its scope, and its name. */
  readonly id: string
  readonly name: string
  /** JSON text. */
  readonly value: string
  /** The part of the value that searches return and compare. */
  readonly preview: string
  readonly tenantId: string
}

export interface TaskVariables {
  /** The variables of the task and of the scopes around it, by name. The nearest scope takes precedence. */
  of(task: Task): ReadonlyMap<string, TaskVariable>
  /** Finds a variable by its key, or by the key of its scope and its name. */
  get(id: string): TaskVariable | undefined
}

export function createTaskVariables({ variables, elementInstances, processInstances }: Engine): TaskVariables {
  /** The scopes of a task, starting with the process instance. */
  function scopesOf({ scopeKey }: Task): string[] {
    const scopes: string[] = []
    for (let at: string | undefined = scopeKey; at; at = elementInstances.get(at)?.elementInstanceScopeKey) {
      scopes.unshift(at)
    }
    return scopes
  }
  return {
    of: (task) => {
      const all = [...variables.of(task.processInstanceKey)]
      const visible = new Map<string, TaskVariable>()
      for (const scope of scopesOf(task)) {
        for (const variable of all)
          if (variable.scopeKey === scope) visible.set(variable.name, toTaskVariable(variable))
      }
      return visible
    },
    get: (id) => {
      const [, scope = '', name] = /^(\d+)-(.+)$/s.exec(id) ?? []
      if (name === undefined) {
        const variable = variables.get(id)
        return variable && toTaskVariable(variable)
      }
      const instance = elementInstances.get(scope) ?? processInstances.get(scope)
      if (instance === undefined) return undefined
      const found = [...variables.of(instance.processInstanceKey)].find(
        (variable) => variable.scopeKey === scope && variable.name === name,
      )
      return found && toTaskVariable(found)
    },
  }
}

function toTaskVariable({ scopeKey, name, value, tenantId }: VariableRecord): TaskVariable {
  return { id: `${scopeKey}-${name}`, name, value, preview: previewOf(value), tenantId }
}

const previewOf = (value: string): string => value.slice(0, PREVIEW_LENGTH)

/** Returns a value as searches return it: truncated, or complete if it is short or requested. */
export function toPreviewed(value: string, isWhole: boolean): Record<string, unknown> {
  const previewValue = previewOf(value)
  const isValueTruncated = previewValue.length < value.length && !isWhole
  return { value: isValueTruncated ? null : value, isValueTruncated, previewValue: isWhole ? value : previewValue }
}
