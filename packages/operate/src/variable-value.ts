import { parseExact, stringifyExact } from '@x/rest/json'

/**
 * Parses the value of a variable, which Operate sends as JSON text.
 *
 * Like `JSON.parse`, except that integers beyond 2^53 become exact `bigint`s: ids of other systems, amounts in the
 * smallest unit. Numbers with a fraction or an exponent are doubles.
 *
 * @throws `SyntaxError` if the text is incomplete: searches truncate long values and mark them `truncated`;
 * `variables.get` returns the full value
 * @example
 * const { value } = await operate.variables.get('2251799813685260')
 * const order = parseVariable(value) // { orderId: 9007199254740993n, items: 2 }
 */
export function parseVariable(value: string): unknown {
  return parseExact(value)
}

/**
 * Returns a value as JSON text, as Camunda stores it, and a `bigint` as its digits: for a filter on `value`, and as the
 * reverse of {@link parseVariable}.
 *
 * @throws `TypeError` if JSON cannot represent the value, such as `undefined`
 * @example
 * const filter = { name: 'orderId', value: stringifyVariable(9007199254740993n) }
 * const { items } = await operate.variables.search({ filter })
 */
export function stringifyVariable(value: unknown): string {
  return stringifyExact(value)
}
