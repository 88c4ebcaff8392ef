import type { SearchVariablesQuery, UserTaskEffectiveVariableSearch, VariableSearchResult } from '@x/orchestration'
import type { ReadOptions } from '@x/rest'
import type { TasklistClient, TaskVariable } from '@x/tasklist'
import type { Version } from '../cluster/version.ts'
import type { Partly, ServedPage } from '../served.ts'
import { Problems } from './problems.ts'
import { readOlder } from './read.ts'

/** A variable visible to a task. Tasklist v1 knows its scope for open tasks only. */
export type UserTaskVariable = Partly<
  VariableSearchResult,
  'variableKey' | 'scopeKey' | 'processInstanceKey' | 'tenantId'
>

/** Searches the variables of a task with Tasklist v1, which returns all at once: they are sorted and paged here. */
export async function searchTaskVariables(
  { tasks }: TasklistClient,
  taskId: string,
  body: UserTaskEffectiveVariableSearch,
  { truncateValues = true }: SearchVariablesQuery,
  version: Version | undefined,
  options: ReadOptions<ServedPage<UserTaskVariable>> | undefined,
): Promise<ServedPage<UserTaskVariable>> {
  const problems = new Problems('userTasks.searchEffectiveVariables', version)
  const variableNames = readNames(body.filter?.name, problems)
  const order = readOrder(body.sort, problems)
  problems.check()

  const send = async (rest: ReadOptions<readonly TaskVariable[]>): Promise<readonly TaskVariable[]> => {
    const found = await tasks.searchVariables(taskId, variableNames ? { variableNames } : {}, rest)
    const cut = truncateValues ? [] : found.filter(({ isValueTruncated }) => isValueTruncated)
    if (cut.length === 0) return found
    const includeVariables = cut.map(({ name }) => ({ name, alwaysReturnFullValue: true }))
    const { waitFor: _, waitForMs: __, ...callOptions } = rest
    const whole = await tasks.searchVariables(taskId, { includeVariables }, callOptions)
    return found.map((one) => whole.find(({ name }) => name === one.name) ?? one)
  }
  const { from = 0, limit = 100 } = body.page ?? {}
  const convert = (found: readonly TaskVariable[]): ServedPage<UserTaskVariable> => ({
    items: found
      .map(readVariable)
      .sort(order)
      .slice(from, from + limit),
    total: found.length,
    totalIsExact: true,
    startCursor: null,
    endCursor: null,
    served: 'tasklist',
  })
  return readOlder(send, convert, options)
}

/** Returns the names in a filter; undefined for all. */
function readNames(filter: unknown, problems: Problems): readonly string[] | undefined {
  if (filter === undefined) return undefined
  if (typeof filter === 'string') return [filter]
  const { $eq, $in, ...others } = Object(filter) as Readonly<Record<string, unknown>>
  for (const operator of Object.keys(others)) {
    if (others[operator] === undefined) continue
    problems.limit(`filter.name.${operator}`, 'is a condition that it does not have', '8.8')
  }
  const names = $eq === undefined ? $in : [$eq]
  const isList = Array.isArray(names) && names.length > 0 && names.every((name) => typeof name === 'string' && name)
  if (!isList) problems.invalid('filter.name', 'must be a name, or have `$eq` or `$in` with names')
  return names as readonly string[]
}

type Order = (a: UserTaskVariable, b: UserTaskVariable) => number

function readOrder(sort: UserTaskEffectiveVariableSearch['sort'], problems: Problems): Order {
  const criteria = sort ?? [{ field: 'name' }]
  for (const [index, { field }] of criteria.entries()) {
    if (!/^(name|value)$/.test(field)) problems.limit(`sort.${index}.field`, 'cannot be sorted by', '8.8')
  }
  return (a, b) => {
    for (const { field, order } of criteria) {
      const [left, right] = [a[field as 'name'], b[field as 'name']]
      if (left !== right) return left < right === (order === 'DESC') ? 1 : -1
    }
    return 0
  }
}

function readVariable({ id: text, name, value, isValueTruncated, previewValue }: TaskVariable): UserTaskVariable {
  const id: string = text
  const [, scopeKey] = /^(\d+)-/.exec(id) ?? []
  return {
    variableKey: /^\d+$/.test(id) ? id : undefined,
    name,
    value: (isValueTruncated ? (previewValue ?? value) : value) ?? '',
    isTruncated: isValueTruncated === true,
    scopeKey,
    processInstanceKey: undefined,
    tenantId: undefined,
  }
}
