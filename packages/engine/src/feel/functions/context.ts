import { FunctionError, type Signature, signature, variadic } from '../function.ts'
import { type FeelContext, format, typeOf } from '../values.ts'

const context = ['context', 'context'] as const
const putFunction = [
  signature([context, ['key', 'any'], ['value', 'any']], put),
  signature([context, ['keys', 'list'], ['value', 'any']], put),
]
const mergeFunction = [variadic('contexts', merge)]

export const contextFunctions: Readonly<Record<string, readonly Signature[]>> = {
  'get entries': [signature([context], entries), signature([['m', 'context']], entries)],
  'get value': [
    signature([context, ['key', 'any']], getValue),
    signature(
      [
        ['m', 'context'],
        ['key', 'any'],
      ],
      getValue,
    ),
    signature([context, ['keys', 'list']], getValue),
  ],
  'context put': putFunction,
  'context merge': mergeFunction,
  context: [signature([['entries', 'list']], fromEntries)],
  // Their former names, which Camunda still accepts.
  put: putFunction,
  'put all': mergeFunction,
}

function entries(of: FeelContext): unknown {
  return Object.entries(of).map(([key, value]) => ({ key, value }))
}

function getValue(of: FeelContext, key: unknown): unknown {
  if (typeof key === 'string') return own(of, key)
  const keys = keyList(key)
  if (keys instanceof FunctionError) return keys
  if (keys.length === 0) return null
  return keys.reduce<unknown>((at, next) => (typeOf(at) === 'context' ? own(at as FeelContext, next) : null), of)
}

function own(of: FeelContext, key: string): unknown {
  return Object.hasOwn(of, key) ? (of[key] ?? null) : null
}

function keyList(key: unknown): readonly string[] | FunctionError {
  if (typeof key === 'string') return [key]
  if (Array.isArray(key) && key.every((item) => typeof item === 'string')) return key
  return new FunctionError(`Illegal arguments: '${format(key)}'`)
}

/** Returns a copy with another value at the key, or at the path of keys. Missing contexts on the path are created. */
function put(of: FeelContext, key: unknown, value: unknown): unknown {
  const keys = keyList(key)
  if (keys instanceof FunctionError) return keys
  return keys.length === 0 ? null : putPath(of, keys, value)
}

function putPath(of: FeelContext, [key, ...rest]: readonly string[], value: unknown): FeelContext {
  if (key === undefined) return of
  if (rest.length === 0) return { ...of, [key]: value }
  const inner = own(of, key)
  return { ...of, [key]: putPath(typeOf(inner) === 'context' ? (inner as FeelContext) : {}, rest, value) }
}

function merge(contexts: readonly unknown[]): unknown {
  if (contexts.some((item) => typeOf(item) !== 'context')) return null
  return Object.assign({}, ...contexts)
}

function fromEntries(list: readonly unknown[]): unknown {
  const pairs: [string, unknown][] = []
  for (const item of list) {
    if (typeOf(item) !== 'context') return null
    const { key, value } = item as FeelContext
    if (typeof key !== 'string' || !Object.hasOwn(item as object, 'value')) return null
    pairs.push([key, value])
  }
  return Object.fromEntries(pairs)
}
