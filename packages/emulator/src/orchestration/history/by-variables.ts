import type { History } from '@x/engine'
import { createCondition } from '../search/condition.ts'
import { valueKindOf } from '../search/value-kind.ts'

/** A condition of a filter on one variable: its name, and its value as JSON text. */
export interface VariableValueFilter {
  readonly name: string
  readonly value: unknown
}

interface Scope {
  readonly processInstanceKey: string
}

/** Creates tests that check whether a scope has all of a filter's variables. */
export function byVariables<Item extends Scope>({ variables }: History, scopeOf: (item: Item) => string) {
  return (filters: readonly VariableValueFilter[]) => {
    const wanted = filters.map(({ name, value }) => ({ name, matches: createCondition(value, valueKindOf(undefined)) }))
    return (item: Item): boolean => {
      const scope = scopeOf(item)
      const own = [...variables.of(item.processInstanceKey)].filter(({ scopeKey }) => scopeKey === scope)
      return wanted.every(({ name, matches }) =>
        own.some((variable) => variable.name === name && matches(variable.value)),
      )
    }
  }
}
