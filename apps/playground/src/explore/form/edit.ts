import type { Shape } from '@x/rest/shapes'
import { isWrittenAsJson } from './control-text.ts'
import { drawn, isObject, isRequired } from './shape.ts'

// Changes to the value of a form. Each returns a new value; `undefined` means that it is left out.

/** The initial value of a form: only required lists and objects exist, and are empty. */
export function emptyValue(given: Shape): unknown {
  const shape = drawn(given)
  if (shape.kind === 'array') return []
  if (shape.kind === 'record') return {}
  if (shape.kind !== 'object') return undefined
  return Object.fromEntries(
    shape.members
      .filter(isRequired)
      .map((member) => [member.name, emptyValue(member.shape)])
      .filter(([, value]) => value !== undefined),
  )
}

/** Returns an object with another value of one member, or without the member if that is undefined. */
export function withMember(object: unknown, name: string, value: unknown): Readonly<Record<string, unknown>> {
  const rest = { ...(isObject(object) ? object : {}) }
  if (value === undefined) delete rest[name]
  else rest[name] = value
  return rest
}

/** An optional member is left out when it becomes empty. */
export function orLeftOut({ isRequired }: { readonly isRequired: boolean }, value: unknown): unknown {
  if (isRequired) return value
  const isEmpty = Array.isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0
  return isEmpty ? undefined : value
}

/** Returns a list with another value in one row. A row cannot be left out, so it stays empty. */
export function withRow(list: unknown, index: number, value: unknown, item: Shape): readonly unknown[] {
  const rows = Array.isArray(list) ? [...list] : []
  rows[index] = value === undefined ? newRow(item) : value
  return rows
}

export function withoutRow(list: unknown, index: number): readonly unknown[] {
  return Array.isArray(list) ? list.filter((_, at) => at !== index) : []
}

/** The initial value of a row. JSON lists cannot contain undefined, so text starts empty. */
export function newRow(item: Shape): unknown {
  const shape = drawn(item)
  if (shape.kind === 'union') return newRow(shape.options[0] as Shape)
  return emptyValue(shape) ?? (shape.kind === 'boolean' ? false : isWrittenAsJson(shape.kind) ? null : '')
}

/** Returns a record with one name changed in place. Undefined removes the entry. */
export function withName(record: unknown, from: string, to: string | undefined): Readonly<Record<string, unknown>> {
  const entries = Object.entries(isObject(record) ? record : {})
  return Object.fromEntries(
    entries.flatMap(([name, value]) => {
      if (name !== from) return [[name, value] as const]
      return to === undefined ? [] : [[to, value] as const]
    }),
  )
}
