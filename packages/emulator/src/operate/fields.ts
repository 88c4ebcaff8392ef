/** How a member is compared and sent. `words` is text that is filtered by its words; `json` is sent as it is. */
export type FieldKind = 'key' | 'integer' | 'text' | 'flag' | 'date' | 'words' | 'json'

/** A member of an entity, read from an engine record. */
export interface Field<R> {
  readonly kind: FieldKind
  /** Its value in the engine: keys as text, dates in ISO 8601. Null or undefined if it has none. */
  readonly read: (record: R) => unknown
  /** Its value in the response of a get, if that is different. */
  readonly readAlone?: ((record: R) => unknown) | undefined
  /** False for a member that filters ignore. */
  readonly filter?: boolean | undefined
  /** False for a member that is not sortable. */
  readonly sort?: boolean | undefined
  /** The only values that a filter accepts. */
  readonly values?: readonly string[] | undefined
}

export interface EntityType<R> {
  /** The singular for error messages: "process instance". */
  readonly name: string
  /** The plural for error messages: "process instances". */
  readonly plural: string
  /** The unique member, which is the last criterion of every sort. */
  readonly id: 'key' | 'id'
  readonly fields: Readonly<Record<string, Field<R>>>
  /** Aliases that filters accept. */
  readonly aliases?: Readonly<Record<string, string>> | undefined
}

/** Returns the field of a member, or undefined. */
export function fieldOf<R>(type: EntityType<R>, name: string): Field<R> | undefined {
  return Object.hasOwn(type.fields, name) ? type.fields[name] : undefined
}

/**
 * An entity in the server's format: without members that have no value, with keys as numbers, and with dates without a
 * colon in the offset.
 */
export function toWire<R>({ fields }: EntityType<R>, record: R, from: 'search' | 'get'): Record<string, unknown> {
  const wire: Record<string, unknown> = {}
  for (const [name, { kind, read, readAlone = read }] of Object.entries(fields)) {
    const value = from === 'search' ? read(record) : readAlone(record)
    if (value === undefined || value === null) continue
    wire[name] = write(kind, value)
  }
  return wire
}

function write(kind: FieldKind, value: unknown): unknown {
  if (kind === 'key') return BigInt(value as string)
  return kind === 'date' ? (value as string).replace('Z', '+0000') : value
}
