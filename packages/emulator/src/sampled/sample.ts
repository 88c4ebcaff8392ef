import type { ArrayShape, EnumShape, Limits, Member, ObjectShape, ScalarShape, Shape } from '@x/rest/shapes'
import { seedOf } from '../random.ts'
import { fitted, isKnown } from './shape.ts'
import { textOf } from './text.ts'

/** The context of samples. */
export interface SampleContext {
  /** Equal seeds produce equal samples. */
  readonly seed: string
  /** Milliseconds since 1970. */
  readonly now: number
  /** Minor version of Camunda 8. Newer members are omitted. */
  readonly minor: number
  /** Values from the request by name. Members with the same name repeat them if they are valid. */
  readonly known: Readonly<Record<string, unknown>>
  /** The names that only the outermost object repeats. */
  readonly own?: Readonly<Record<string, unknown>> | undefined
}

/** The position of a value. */
interface Place {
  /** Name of the member with the value. */
  readonly name: string
  /** Distinguishes it from all other values. */
  readonly path: string
  /** The objects that contain it, innermost last. */
  readonly around: readonly ObjectShape[]
}

const ITEMS = 2
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** The first key of the first partition. */
const FIRST_KEY = 2n ** 51n

/** Creates a value of a shape, with all members that the version has. */
export function sampleOf(shape: Shape, context: SampleContext, name = '', path = ''): unknown {
  return sample(shape, { name, path, around: [] }, context)
}

function sample(shape: Shape, place: Place, context: SampleContext): unknown {
  switch (shape.kind) {
    case 'object':
      return sampleObject(shape, place, context)
    case 'array':
      return sampleArray(shape, place, context)
    case 'record':
      // For variables and other maps, any name works.
      return { example: sample(shape.value, inside(place, 'example'), context) }
    case 'nullable':
      return sample(shape.shape, place, context)
    case 'union':
      return sample(shape.options.find((option) => !isWithin(option, place.around)) as Shape, place, context)
    case 'enum':
      return firstValue(shape, context.minor)
    default:
      return sampleScalar(shape, place, context)
  }
}

function sampleObject(shape: ObjectShape, place: Place, context: SampleContext): Record<string, unknown> {
  const around = [...place.around, shape]
  const known = place.path === '' ? { ...context.known, ...context.own } : context.known
  const members = shape.members.flatMap((member): [string, unknown][] => {
    if (member.shape.kind === 'ignored' || !isKnown(member, context.minor)) return []
    const { name } = member
    const repeated = known[name] === undefined ? undefined : fitted(member.shape, known[name])
    const value = repeated ?? sampleMember(member, { ...inside(place, name), around }, context)
    return value === undefined ? [] : [[name, value]]
  })
  return Object.fromEntries(members)
}

/** A sample of a recursive type would be infinite. At the recursion it is empty, null or omitted. */
function sampleMember({ shape, presence }: Member, place: Place, context: SampleContext): unknown {
  if (!isWithin(shape, place.around)) return sample(shape, place, context)
  if (shape.kind === 'array') return []
  return presence === undefined ? null : undefined
}

function isWithin(shape: Shape, around: readonly ObjectShape[]): boolean {
  if (shape.kind === 'object') return around.includes(shape)
  if (shape.kind === 'array') return isWithin(shape.item, around)
  return shape.kind === 'nullable' && isWithin(shape.shape, around)
}

function sampleArray(shape: ArrayShape, place: Place, context: SampleContext): unknown[] {
  const item = { ...place, name: place.name.replace(/s$/, '') }
  return Array.from({ length: within(ITEMS, shape) }, (_, index) =>
    sample(shape.item, inside(item, String(index), item.name), context),
  )
}

function inside(place: Place, step: string, name = step): Place {
  return { ...place, name, path: `${place.path}/${step}` }
}

function firstValue({ values, lifetimes = {} }: EnumShape, minor: number): string | undefined {
  return values.find((value) => isKnown(lifetimes[value] ?? {}, minor)) ?? values[0]
}

function sampleScalar(shape: ScalarShape, { name, path, around }: Place, { seed, now, minor }: SampleContext): unknown {
  const owner = around.at(-1)
  const random = seedOf(`${seed}${path}`)
  switch (shape.kind) {
    case 'key':
      return String(FIRST_KEY + BigInt(1 + (random % 1_000_000)))
    case 'integer':
      if (/(date|deadline|timestamp)$/i.test(name)) return dateOf(name, now, random)
      return within(/(version|partitionId)$/i.test(name) ? 1 : random % 100, shape)
    case 'number':
      return within((random % 1000) / 10, shape)
    case 'bigint':
      return BigInt(random)
    case 'boolean':
      return random % 2 === 0
    case 'null':
      return null
    case 'date':
      return new Date(dateOf(name, now, random)).toISOString()
    default:
      return textOf(shape, {
        name,
        owner: owner?.name,
        random,
        minor,
        date: () => new Date(dateOf(name, now, random)).toISOString(),
      })
  }
}

/**
 * Within the last day, or the next day for something in the future. Something that has begun did so up to a month
 * before.
 */
function dateOf(name: string, now: number, random: number): number {
  const minutes = 1 + (random % (24 * 60))
  if (/^(due|followUp|expires|deadline)/.test(name)) return now + minutes * MINUTE
  return now - minutes * MINUTE - (/^(start|creat)/.test(name) ? 1 + (random % 30) : 0) * DAY
}

function within(value: number, { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }: Limits): number {
  return Math.min(Math.max(value, min), max)
}
