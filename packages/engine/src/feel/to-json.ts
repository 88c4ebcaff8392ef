import { FeelDate, FeelDateTime, FeelDuration, FeelFunction, FeelRange, FeelTime } from 'feelin'
import { defineMember, toJsonText } from '../run/json.ts'
import { offsetOf } from './temporal.ts'
import { toText } from './values.ts'

/**
 * Returns the value as Camunda stores it in a variable: dates, times and durations become ISO 8601 text (a named zone
 * becomes its offset), functions and ranges become null. A value that is already JSON is returned unchanged, including
 * bigint.
 */
export function toJson(value: unknown): unknown {
  return convert(value, storedText)
}

/** The JSON text of a stored value, with all digits of a bigint. */
export function jsonText(value: unknown): string {
  return toJsonText(toJson(value))
}

/** The result of the function `to json`: like `jsonText`, but it keeps zones, seconds, functions and ranges. */
export function fullJsonText(value: unknown): string {
  return toJsonText(convert(value, fullText))
}

function storedText(value: object): string | null {
  if (value instanceof FeelDateTime) return value.unwrap().toString() + offsetOf(value)
  if (value instanceof FeelRange || value instanceof FeelFunction) return null
  const text = toText(value)
  // Camunda omits the seconds of a local time if they are zero.
  return value instanceof FeelTime && value.timezone === null && text.length === 8 ? text.replace(/:00$/, '') : text
}

function fullText(value: object): string {
  if (!(value instanceof FeelDateTime)) return toText(value)
  const zone = value.timezone?.includes('/') ? `[${value.timezone}]` : ''
  return value.unwrap().toString() + offsetOf(value) + zone
}

type TextOf = (value: object) => string | null

function convert(value: unknown, textOf: TextOf): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null
  if (typeof value !== 'object' || value === null) return value ?? null
  if (Array.isArray(value)) return convertList(value, textOf)
  return isFeelObject(value) ? textOf(value) : convertContext(value as Record<string, unknown>, textOf)
}

function isFeelObject(value: object): boolean {
  if (Object.getPrototypeOf(value) === Object.prototype) return false
  return feelClasses.some((feelClass) => value instanceof feelClass)
}

const feelClasses = [FeelDate, FeelTime, FeelDateTime, FeelDuration, FeelRange, FeelFunction]

// Expressions often pass large variables through, so what needs no conversion is not copied.
function convertList(list: readonly unknown[], textOf: TextOf): readonly unknown[] {
  const items = list.map((item) => convert(item, textOf))
  return items.every((item, index) => Object.is(item, list[index])) ? list : items
}

function convertContext(context: Readonly<Record<string, unknown>>, textOf: TextOf): unknown {
  let copy: Record<string, unknown> | undefined
  for (const key of Object.keys(context)) {
    const value = convert(context[key], textOf)
    if (Object.is(value, context[key])) continue
    copy ??= { ...context }
    defineMember(copy, key, value)
  }
  return copy ?? context
}
