import { equal } from '../feel/compare.ts'
import { add, type FeelNumber, isNumber, sorted } from '../feel/number.ts'
import { format } from '../feel/values.ts'
import { DecisionFailure } from './decision-failure.ts'
import type { DecisionTable, OutputColumn } from './requirements-graph.ts'

/** The values of a matched rule in the order of the outputs. */
export type RuleResult = readonly unknown[]

/** Combines the results of the matched rules, at least one, in the order of the table. */
export function applyHitPolicy(table: DecisionTable, results: readonly RuleResult[]): unknown {
  const single = (result: RuleResult | undefined) => singleValue(named(table.outputs, result ?? []))
  switch (table.hitPolicy) {
    case 'FIRST':
      return single(results[0])
    case 'UNIQUE':
      if (results.length === 1) return single(results[0])
      throw new DecisionFailure(
        `multiple values aren't allowed for UNIQUE hit policy. found: '${format(results.map(single))}'`,
      )
    case 'ANY':
      if (results.every((result) => equal(result, results[0]) === true)) return single(results[0])
      throw new DecisionFailure(
        `different values aren't allowed for ANY hit policy. found: '${format(results.map(single))}'`,
      )
    case 'PRIORITY':
      return single(byPriority(table.outputs, results)[0])
    case 'OUTPUT ORDER':
      return byPriority(table.outputs, results).map(single)
    case 'RULE ORDER':
      return results.map(single)
    case 'COLLECT':
      return table.aggregation === undefined ? results.map(single) : aggregate(table, results)
  }
}

/** With one output, returns its value; with several, a context. */
export function singleValue(entries: readonly (readonly [name: string, value: unknown])[]): unknown {
  const [only] = entries
  return only && entries.length === 1 ? only[1] : Object.fromEntries(entries)
}

function named(outputs: readonly OutputColumn[], result: RuleResult): (readonly [string, unknown])[] {
  return outputs.map(({ name }, index) => [name, result[index] ?? null])
}

/**
 * Sorts the results by the position of their values in the outputs' lists of values. The first output takes precedence.
 */
function byPriority(outputs: readonly OutputColumn[], results: readonly RuleResult[]): readonly RuleResult[] {
  return [...results].sort((a, b) => {
    for (const [index, { values }] of outputs.entries()) {
      const difference = priority(values, a[index]) - priority(values, b[index])
      if (difference !== 0) return difference
    }
    return 0
  })
}

/** Values that are not listed come last. */
function priority(values: readonly string[], value: unknown): number {
  const index = typeof value === 'string' || isNumber(value) ? values.indexOf(String(value)) : -1
  return index < 0 ? values.length : index
}

function aggregate({ aggregation, outputs }: DecisionTable, results: readonly RuleResult[]): FeelNumber {
  if (aggregation === 'COUNT') return results.length
  if (outputs.length !== 1) throw new DecisionFailure(`multiple values aren't allowed. found: ${format(results)}`)
  const numbers = results.map(([value]) => {
    if (isNumber(value)) return value
    throw new DecisionFailure(`expected number but found '${format(value)}'`)
  })
  switch (aggregation) {
    case 'MIN':
      return sorted(numbers)[0] as FeelNumber
    case 'MAX':
      return sorted(numbers).at(-1) as FeelNumber
    default:
      return numbers.reduce(add)
  }
}
