import { parseExact, stringifyExact } from '@x/rest/json'

/**
 * Parses the value of a variable, which Operate sends as JSON text.
 *
 * As `JSON.parse`, except that integers beyond 2^53 are exact, as `bigint`: other systems' ids, amounts in the smallest
 * unit. Numbers with a fraction or an exponent are doubles.
 *
 * @throws `SyntaxError` when the text is incomplete: a search shortens long values and marks them `truncated`; `variables.get`
 * returns all of it
 * @example
 * const { value } = await operate.variables.get('2251799813685260')
 * const order = parseVariable(value) // { orderId: 9007199254740993n, items: 2 }
 */
export function parseVariable(value: string): unknown {
  return parseExact(value)
}

/**
 * Writes a value as Camunda stores it, as JSON text, a `bigint` as its digits: for a filter on `value`, and as the
 * reverse of {@link parseVariable}.
 *
 * @throws `TypeError` for what JSON cannot hold, such as `undefined`
 * @example
 * const filter = { name: 'orderId', value: stringifyVariable(9007199254740993n) }
 * const { items } = await operate.variables.search({ filter })
 */
export function stringifyVariable(value: unknown): string {
  return stringifyExact(value)
}
