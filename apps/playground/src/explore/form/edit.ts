import { type Field, isObject, type Member } from './field.ts'

// Changes of a value that a form shows. Each gives a new value; `undefined` stands for one that is left out.

/** Where a form starts: nothing is given, but lists and objects that have to be there are, and empty. */
export function emptyValue(field: Field): unknown {
  if (field.kind === 'array') return []
  if (field.kind === 'record') return {}
  if (field.kind !== 'object') return undefined
  return Object.fromEntries(
    field.members
      .filter(({ isRequired }) => isRequired)
      .map(({ name, field: of }) => [name, emptyValue(of)])
      .filter(([, value]) => value !== undefined),
  )
}

/** An object with another value of one member; without it where that is undefined. */
export function withMember(object: unknown, name: string, value: unknown): Readonly<Record<string, unknown>> {
  const rest = { ...(isObject(object) ? object : {}) }
  if (value === undefined) delete rest[name]
  else rest[name] = value
  return rest
}

/** A member that may be left out is, once nothing is left in it. */
export function orLeftOut({ isRequired }: Pick<Member, 'isRequired'>, value: unknown): unknown {
  if (isRequired) return value
  const isEmpty = Array.isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0
  return isEmpty ? undefined : value
}

/** A list with another value in one row. A row cannot be left out: it stays, with nothing in it. */
export function withRow(list: unknown, index: number, value: unknown, item: Field): readonly unknown[] {
  const rows = Array.isArray(list) ? [...list] : []
  rows[index] = value === undefined ? newRow(item) : value
  return rows
}

export function withoutRow(list: unknown, index: number): readonly unknown[] {
  return Array.isArray(list) ? list.filter((_, at) => at !== index) : []
}

/** What a row begins with. JSON has no undefined in lists, so text begins empty. */
export function newRow(item: Field): unknown {
  if (item.kind === 'union') return newRow(item.options[0] ?? { kind: 'json' })
  return emptyValue(item) ?? (item.kind === 'boolean' ? false : item.kind === 'json' ? null : '')
}

/** A record with one name changed, where it stands. Undefined removes the entry. */
export function withName(record: unknown, from: string, to: string | undefined): Readonly<Record<string, unknown>> {
  const entries = Object.entries(isObject(record) ? record : {})
  return Object.fromEntries(
    entries.flatMap(([name, value]) => {
      if (name !== from) return [[name, value] as const]
      return to === undefined ? [] : [[to, value] as const]
    }),
  )
}
