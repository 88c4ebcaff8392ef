import { isPlainObject } from '@x/rest'
import { conditionOf, operatorsOf, type Place, readConditions, readPeriod, writeOperand } from './condition.ts'
import { memberOf, type Operator, type Operators, type Translation } from './member.ts'
import type { Problems } from './problems.ts'

/** Maximum number of searches for a filter with lists of values. */
const mostSearches = 10

type Conditions = Record<string, unknown>

/**
 * Converts a filter of v2 to conditions of the older API. Everything that API does not support becomes a problem.
 *
 * @returns one set of conditions for each search. An item matches at most one of them, because each value occurs once
 */
export function writeFilter(
  translation: Translation,
  filter: unknown,
  problems: Problems,
): readonly Conditions[] | undefined {
  if (filter === undefined) return undefined
  if (!isPlainObject(filter)) {
    problems.invalid('filter', 'must be a plain object')
    return undefined
  }
  const given = Object.entries(filter).filter(([, value]) => value !== undefined)
  const [first] = Object.keys(filter)
  if (first !== undefined && given.length === 0) {
    problems.invalid(
      `filter.${first}`,
      'is undefined, and there is no other condition. Leave it out if everything is intended',
    )
  }
  let all: readonly Conditions[] = [{}]
  for (const [name, value] of given) {
    const member = memberOf(translation, name)
    const path = `filter.${name}`
    if (!member || member.filter === 'never') problems.invalid(path, 'is not known')
    else all = writeMember(all, { ...translation, member, path, problems }, value)
    if (all.length <= mostSearches) continue
    problems.limit(path, `has too many values: it would take more than ${mostSearches} searches`, '8.8')
    all = all.slice(0, 1)
  }
  return all
}

function writeMember(all: readonly Conditions[], place: Place, value: unknown): readonly Conditions[] {
  const { member, path, problems } = place
  const { since = '8.8', from } = member
  const operators = operatorsOf(member)
  const conditions = readConditions(value)
  if (!operators) problems.limit(path, 'cannot be filtered by', since)
  else if (from !== undefined && !problems.isFrom(from)) problems.limit(path, 'cannot be filtered by', `8.${from}`)
  else if (!conditions) problems.invalid(path, 'has no value. Leave it out if that is intended')
  else return writeOperators(all, place, operators, conditions, isPlainObject(value))
  return all
}

/** @param isNamed - True if the filter names its operators, false for a plain value. */
function writeOperators(
  all: readonly Conditions[],
  place: Place,
  operators: Operators,
  conditions: Readonly<Conditions>,
  isNamed: boolean,
): readonly Conditions[] {
  const { member, path, problems, merges } = place
  const { since = '8.8' } = member
  const period = readPeriod(member, operators, conditions)
  if (period) return withEach(all, operators.$eq as string, [period])
  const names = new Set<string>()
  let result = all
  for (const [operator, operand] of Object.entries(conditions) as [Operator, unknown][]) {
    const at = { ...place, path: isNamed ? `${path}.${operator}` : path }
    const isList = operator === '$in' && merges && operators.$in === undefined && Array.isArray(operand)
    const [name, wanted] = isList ? [operators.$eq, operand] : conditionOf(operators, operator, operand)
    // Two conditions of v2 are the same one in the older API, which has room for one value.
    if (name === undefined || names.has(name)) problems.limit(at.path, 'is a condition that it does not have', since)
    else {
      const values = isList ? operand.map((value) => writeOperand(at, value)) : [writeOperand(at, wanted)]
      result = withEach(result, name, [...new Set(values)])
      names.add(name)
    }
  }
  return result
}

/** Returns every set of conditions with every value; `dueDate.from` is a nested member. */
function withEach(all: readonly Conditions[], name: string, values: readonly unknown[]): readonly Conditions[] {
  const [outer = '', inner] = name.split('.')
  return all.flatMap((conditions) =>
    values.map((value) => ({
      ...conditions,
      [outer]: inner === undefined ? value : { ...Object(conditions[outer]), [inner]: value },
    })),
  )
}
