import { EngineError } from '../errors.ts'

/**
 * Copies a JSON value, so that later changes by the caller do not affect the engine, and vice versa. As in JSON,
 * undefined members are omitted, and numbers without a JSON form become null.
 */
export function copyJson(value: unknown): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'bigint':
      return value
    case 'number':
      return Number.isFinite(value) ? value : null
    case 'object':
      return value === null ? null : copyObject(value)
    default:
      return null
  }
}

function copyObject(value: object): unknown {
  if (Array.isArray(value)) return value.map(copyJson)
  if ('toJSON' in value && typeof value.toJSON === 'function') return copyJson(value.toJSON())
  const copy: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(value)) {
    if (member !== undefined && typeof member !== 'function' && typeof member !== 'symbol') {
      defineMember(copy, name, copyJson(member))
    }
  }
  return copy
}

/** Like an assignment, but safe for the name `__proto__`. */
export function defineMember(target: Record<string, unknown>, name: string, value: unknown): void {
  if (name === '__proto__') {
    Object.defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true })
  } else target[name] = value
}

/** Returns a copy of a command's variables. */
export function readVariables(variables: unknown): Readonly<Record<string, unknown>> | undefined {
  if (variables === undefined || variables === null) return undefined
  if (typeof variables !== 'object' || Array.isArray(variables)) {
    throw new EngineError('INVALID_ARGUMENT', '`variables` must be an object with a member for each variable.')
  }
  try {
    return copyJson(variables) as Record<string, unknown>
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new EngineError('INVALID_ARGUMENT', '`variables` must not contain itself.')
  }
}

/** JSON text in which large integers keep their digits. */
export function toJsonText(value: unknown): string {
  // Several times faster. It throws for a bigint, unless the program has added a toJSON to it.
  if (!('toJSON' in BigInt.prototype)) {
    try {
      return JSON.stringify(value)
    } catch {
      // There is a bigint in it.
    }
  }
  return writeJson(value)
}

function writeJson(value: unknown): string {
  if (typeof value === 'bigint') return value.toString()
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(writeJson).join(',')}]`
  const members = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}:${writeJson(member)}`)
  return `{${members.join(',')}}`
}
