import type { FeelFunction } from 'feelin'
import { equal, order } from '../compare.ts'
import { callFunction, FunctionError, type Signature, signature, variadic } from '../function.ts'
import { format, typeOf } from '../values.ts'

type List = readonly unknown[]

const list = ['list', 'list'] as const
const position = ['position', 'number'] as const

export const listFunctions: Readonly<Record<string, readonly Signature[]>> = {
  'list contains': [
    signature([list, ['element', 'any']], (items, element) => items.some((item) => same(item, element))),
  ],
  count: [signature([list], (items) => items.length)],
  min: [variadic('list', (items) => extreme(items, -1))],
  max: [variadic('list', (items) => extreme(items, 1))],
  all: [variadic('list', every)],
  any: [variadic('list', some)],
  sublist: [
    signature([list, ['start', 'number']], (items, from) => sublist(items, from)),
    signature([list, ['start', 'number'], ['length', 'number']], sublist),
  ],
  append: [
    {
      names: ['list', 'items'],
      variadic: true,
      call: ([items, added]) => {
        if (!Array.isArray(items)) return new FunctionError(`Illegal arguments: '${format(items)}'`)
        return [...items, ...(Array.isArray(added) ? added : [added])]
      },
    },
  ],
  concatenate: [variadic('lists', flatOnce)],
  'insert before': [
    signature([list, position, ['newItem', 'any']], (items, at, item) =>
      atPosition(at, () => [...items.slice(0, indexOf(items, at)), item, ...items.slice(indexOf(items, at))]),
    ),
  ],
  remove: [
    signature([list, position], (items, at) =>
      atPosition(at, () => items.filter((_, index) => index !== indexOf(items, at))),
    ),
  ],
  reverse: [signature([list], (items) => [...items].reverse())],
  'index of': [
    signature([list, ['match', 'any']], (items, match) =>
      items.flatMap((item, index) => (same(item, match) ? [index + 1] : [])),
    ),
  ],
  union: [variadic('lists', (lists) => distinct(flatOnce(lists)))],
  'distinct values': [signature([list], distinct)],
  'duplicate values': [
    signature([list], (items) =>
      distinct(items).filter((item) => items.filter((other) => same(item, other)).length > 1),
    ),
  ],
  flatten: [signature([list], (items) => items.flat(Number.POSITIVE_INFINITY))],
  sort: [signature([list, ['precedes', 'function']], sort)],
  'is empty': [signature([list], (items) => items.length === 0)],
  partition: [signature([list, ['size', 'number']], partition)],
  'string join': [
    signature([list], (items) => join(items)),
    signature([list, ['delimiter', 'string?']], join),
    signature([list, ['delimiter', 'string?'], ['prefix', 'string?'], ['suffix', 'string?']], join),
  ],
}

function same(a: unknown, b: unknown): boolean {
  return equal(a, b) === true
}

function extreme(items: List, sign: 1 | -1): unknown {
  let best: unknown = items[0] ?? null
  if (items.length > 0 && order(best, best) === undefined) return notComparable(items)
  for (const item of items) {
    const difference = order(item, best)
    if (difference === undefined) return notComparable(items)
    if (difference * sign > 0) best = item
  }
  return best
}

function notComparable(items: List): FunctionError {
  return new FunctionError(`${format(items)} is not comparable`)
}

/** Three-valued: any false makes the result false; otherwise anything that is not a boolean makes it unknown. */
function every(items: List): boolean | null {
  if (items.includes(false)) return false
  return items.every((item) => item === true) ? true : null
}

function some(items: List): boolean | null {
  if (items.includes(true)) return true
  return items.every((item) => item === false) ? false : null
}

/** Positions start at 1; negative ones count from the end. */
function indexOf(items: List, at: number): number {
  return at > 0 ? Math.trunc(at) - 1 : items.length + Math.trunc(at)
}

function atPosition<T>(at: number, apply: () => T): T | FunctionError {
  return at === 0 ? new FunctionError('position must be a non-zero number') : apply()
}

function sublist(items: List, from: number, length = items.length): unknown {
  if (from === 0) return new FunctionError('start position must be a non-zero number')
  const first = indexOf(items, from)
  return items.slice(Math.max(0, first), Math.max(0, first + Math.trunc(length)))
}

function flatOnce(lists: List): unknown[] {
  return lists.flat(1)
}

function distinct(items: List): unknown[] {
  const found: unknown[] = []
  for (const item of items) if (!found.some((other) => same(item, other))) found.push(item)
  return found
}

function sort(items: List, precedes: FeelFunction): unknown {
  if (precedes.parameterNames.length !== 2) {
    return new FunctionError(`expect boolean function with 2 arguments, but found '${precedes.parameterNames.length}'`)
  }
  let failure: FunctionError | undefined
  const sorted = [...items].sort((a, b) => {
    const before = callFunction(precedes, [a, b])
    if (typeof before !== 'boolean') {
      failure ??= new FunctionError(
        `fail to sort list by given precedes function: expected boolean but found '${format(before)}'`,
      )
    }
    return before === true ? -1 : callFunction(precedes, [b, a]) === true ? 1 : 0
  })
  return failure ?? sorted
}

function partition(items: List, size: number): unknown {
  if (size < 1) return new FunctionError(`'size' should be greater than zero but was '${size}'`)
  const length = Math.trunc(size)
  return Array.from({ length: Math.ceil(items.length / length) }, (_, index) =>
    items.slice(index * length, (index + 1) * length),
  )
}

/** Joins texts, skipping null. */
function join(
  items: List,
  delimiter: string | null = '',
  prefix: string | null = '',
  suffix: string | null = '',
): string | FunctionError {
  if (items.some((item) => !['string', 'null'].includes(typeOf(item)))) {
    return new FunctionError(`expected a list of strings but found '${format(items)}'`)
  }
  const texts = items.filter((item) => typeof item === 'string')
  return `${prefix ?? ''}${texts.join(delimiter ?? '')}${suffix ?? ''}`
}
