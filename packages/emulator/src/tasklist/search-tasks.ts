import { invalidRequest } from './errors.ts'
import { type Task, toWire } from './task.ts'
import { createTaskFilter, type TaskConditions } from './task-filter.ts'
import { createTaskOrder, type TaskSort } from './task-order.ts'
import { type TaskVariables, toPreviewed } from './task-variables.ts'

export interface IncludeVariable {
  readonly name: string
  readonly alwaysReturnFullValue?: boolean | undefined
}

/** A search for tasks, validated by its shape. */
export interface TaskSearch extends TaskConditions {
  readonly pageSize?: number
  readonly sort?: readonly TaskSort[]
  readonly searchAfter?: readonly string[]
  readonly searchAfterOrEqual?: readonly string[]
  readonly searchBefore?: readonly string[]
  readonly searchBeforeOrEqual?: readonly string[]
  readonly includeVariables?: readonly IncludeVariable[]
}

const WAYS = ['searchAfter', 'searchAfterOrEqual', 'searchBefore', 'searchBeforeOrEqual'] as const
const DEFAULT_SIZE = 50

/**
 * Returns one page of the matching tasks. @throws TasklistError for several positions to continue from, or an invalid
 * one
 */
export function searchTasks(tasks: readonly Task[], search: TaskSearch, variables: TaskVariables): object[] {
  const { pageSize = DEFAULT_SIZE, sort, includeVariables = [] } = search
  const order = createTaskOrder(sort)
  const ways = WAYS.filter((way) => search[way] !== undefined && search[way] !== null)
  if (ways.length > 1) throw invalidRequest(`Only one of [${WAYS.join(', ')}] must be present in request.`)
  const found = tasks
    .filter(createTaskFilter(search, variables))
    .map((task) => ({ task, place: order.placeOf(task) }))
    .sort((a, b) => order.compare(a.place, b.place))
  const [way] = ways
  const from = way && order.read(search[way] ?? [], way)
  const reached = found.filter(({ place }) => {
    if (from === undefined) return true
    const difference = order.compare(place, from)
    if (difference === 0) return way?.endsWith('OrEqual')
    return difference > 0 === way?.startsWith('searchAfter')
  })
  const page = way?.startsWith('searchBefore') ? reached.slice(-pageSize) : reached.slice(0, pageSize)
  return page.map(({ task, place }) => ({
    ...toWire(task),
    sortValues: order.write(place),
    isFirst: task === found[0]?.task,
    variables: includeVariables.length === 0 ? null : variablesOf(task, includeVariables, variables),
  }))
}

function variablesOf(task: Task, included: readonly IncludeVariable[], variables: TaskVariables): object[] {
  const visible = variables.of(task)
  return included.flatMap(({ name, alwaysReturnFullValue = false }) => {
    const variable = visible.get(name)
    return variable
      ? [{ id: variable.id, name, ...toPreviewed(variable.value, alwaysReturnFullValue), draft: null }]
      : []
  })
}
