import { FeelDate, FeelDateTime, FeelDuration, FeelFunction, FeelRange, FeelTime } from 'feelin'
import { formatDuration } from './temporal.ts'

/**
 * The FEEL types that Camunda distinguishes. Times, and dates with times, are of different types with and without a
 * zone, and cannot be compared.
 */
export type FeelType =
  | 'null'
  | 'boolean'
  | 'number'
  | 'string'
  | 'date'
  | 'time'
  | 'local time'
  | 'date and time'
  | 'local date and time'
  | 'years and months duration'
  | 'days and time duration'
  | 'list'
  | 'context'
  | 'range'
  | 'function'

export type FeelContext = Readonly<Record<string, unknown>>

export function typeOf(value: unknown): FeelType {
  if (value === null || value === undefined) return 'null'
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return 'number'
    case 'string':
      return 'string'
    case 'boolean':
      return 'boolean'
  }
  if (Array.isArray(value)) return 'list'
  if (value instanceof FeelDate) return 'date'
  if (value instanceof FeelTime) return value.timezone === null ? 'local time' : 'time'
  if (value instanceof FeelDateTime) return value.timezone === null ? 'local date and time' : 'date and time'
  if (value instanceof FeelDuration) {
    return value.yearsMonths ? 'years and months duration' : 'days and time duration'
  }
  if (value instanceof FeelRange) return 'range'
  return value instanceof FeelFunction ? 'function' : 'context'
}

/** The value as FEEL text, as Camunda's warnings show it. */
export function format(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : toText(value)
}

/** Converts a value as `string()` does: text is unchanged, but quoted within lists and contexts. */
export function toText(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value)) return `[${value.map(format).join(', ')}]`
  if (value instanceof FeelDuration) return formatDuration(value)
  if (value instanceof FeelRange) {
    const [open, close] = [value['start included'] ? '[' : '(', value['end included'] ? ']' : ')']
    return `${open}${format(value.start)}..${format(value.end)}${close}`
  }
  if (value instanceof FeelFunction) return `function(${value.parameterNames.join(', ')})`
  if (typeOf(value) !== 'context') return String(value)
  const entries = Object.entries(value as FeelContext).map(([key, entry]) => `${key}:${format(entry)}`)
  return `{${entries.join(', ')}}`
}
