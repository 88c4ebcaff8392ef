import { format, typeOf } from '../feel/values.ts'
import { DecisionFailure } from './decision-failure.ts'

/** The types that Camunda checks, by their DMN names. Others, such as item definitions, are not checked. */
const types: Readonly<Record<string, readonly string[]>> = {
  string: ['string'],
  number: ['number'],
  boolean: ['boolean'],
  time: ['time', 'local time'],
  date: ['date'],
  dateTime: ['date and time', 'local date and time'],
  dayTimeDuration: ['days and time duration'],
  yearMonthDuration: ['years and months duration'],
}

/** Fails if the value does not have the type. Null is valid for every type. */
export function checkType(value: unknown, typeRef: string | undefined): void {
  const name = typeRef?.replace('feel:', '') ?? ''
  const allowed = Object.hasOwn(types, name) ? types[name] : undefined
  if (value === null || value === undefined || !allowed || allowed.includes(typeOf(value))) return
  throw new DecisionFailure(`expected '${name}' but found '${format(value)}'`)
}
