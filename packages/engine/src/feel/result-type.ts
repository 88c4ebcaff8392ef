import type { Expression } from './expression.ts'
import { type FeelType, typeOf } from './values.ts'
import type { FeelWarning } from './warnings.ts'

/** Camunda's names for the types of results, as in the messages of incidents. */
export type ResultType =
  | 'NULL'
  | 'BOOLEAN'
  | 'NUMBER'
  | 'STRING'
  | 'ARRAY'
  | 'OBJECT'
  | 'DURATION'
  | 'PERIOD'
  | 'DATE'
  | 'DATE_TIME'
  | 'UNKNOWN'

const names: Partial<Readonly<Record<FeelType, ResultType>>> = {
  null: 'NULL',
  boolean: 'BOOLEAN',
  number: 'NUMBER',
  string: 'STRING',
  list: 'ARRAY',
  context: 'OBJECT',
  'days and time duration': 'DURATION',
  'years and months duration': 'PERIOD',
  date: 'DATE',
  'date and time': 'DATE_TIME',
  'local date and time': 'DATE_TIME',
}

export function resultType(value: unknown): ResultType {
  return names[typeOf(value)] ?? 'UNKNOWN'
}

/** The message of an incident if the result has the wrong type. */
export function wrongType({ text }: Expression, expected: readonly ResultType[], value: unknown): string {
  const types = expected.length === 1 ? `'${expected[0]}'` : `one of '[${expected.join(', ')}]'`
  return `Expected result of the expression '${text}' to be ${types}, but was '${resultType(value)}'.`
}

/** Adds the warnings of the evaluation, which say why the result is null or the evaluation failed. */
export function withWarnings(message: string, warnings: readonly FeelWarning[]): string {
  if (warnings.length === 0) return message
  const lines = warnings.map((warning) => `[${warning.type}] ${warning.message}`)
  return `${message} The evaluation reported the following warnings:\n${lines.join('\n')}`
}
