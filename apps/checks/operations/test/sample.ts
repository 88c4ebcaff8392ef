import type { Limits, Member, ObjectShape, ScalarShape, Shape } from '@x/rest/shapes'

export interface SampleOptions {
  /** The value of every key. @defaultValue {@link LONG} */
  readonly key?: bigint | string
  /** Index of the option of each union and of the value of each enumeration, from 0. It wraps around at their ends. */
  readonly variant?: number
  /** Version of Camunda. Newer members are omitted. */
  readonly version?: string | undefined
}

/** Beyond 2^53, so that it loses digits if it becomes a number on the way. */
export const LONG = 9007199254740993n

/** Texts for the patterns of shapes. A new pattern fails here until it has one. */
const TEXTS = ['0 3 * * *', '>=2026-11-20T08:15:00.000+00:00', 'SECRET_NAME']

/** The ways to request a page. */
const WAYS = ['after', 'before', 'from']

/** Creates a value of a shape, with all members at all levels. */
export function sampleOf(shape: Shape, options: SampleOptions = {}, around: readonly Shape[] = []): unknown {
  const inside = [...around, shape]
  switch (shape.kind) {
    case 'object': {
      const members = membersOf(shape, options).filter(({ shape }) => !containsAny(shape, inside))
      return Object.fromEntries(members.map(({ name, shape }) => [name, sampleOf(shape, options, inside)]))
    }
    case 'array':
      return [sampleOf(shape.item, options, inside)]
    case 'record':
      return { ANY_NAME: sampleOf(shape.value, options, inside) }
    case 'nullable':
      return sampleOf(shape.shape, options, inside)
    case 'union':
      return sampleOf(variantOf(shape.options, options.variant), options, inside)
    case 'enum': {
      const { values, lifetimes } = shape
      return variantOf(
        values.filter((value) => isKnown(lifetimes?.[value], options)),
        options.variant,
      )
    }
    case 'key':
      return options.key ?? LONG
    default:
      return scalar(shape)
  }
}

export function variantOf<T>(options: readonly T[], variant = 0): T {
  return options[variant % options.length] as T
}

/** The number of variants with something new: the options of the largest union. */
export function variantsOf(shape: Shape, around: readonly Shape[] = []): number {
  if (around.includes(shape)) return 1
  const most = (shapes: readonly Shape[]) => Math.max(1, ...shapes.map((part) => variantsOf(part, [...around, shape])))
  switch (shape.kind) {
    case 'object': {
      const ways = shape.members.filter(({ name }) => WAYS.includes(name)).length
      return Math.max(ways, most(shape.members.map((member) => member.shape)))
    }
    case 'array':
      return most([shape.item])
    case 'record':
      return most([shape.value])
    case 'nullable':
      return most([shape.shape])
    case 'union':
      return Math.max(shape.options.length, most(shape.options))
    default:
      return 1
  }
}

function membersOf({ members }: ObjectShape, options: SampleOptions): Member[] {
  const ways = members.filter(({ name }) => WAYS.includes(name))
  const way = ways.length === WAYS.length ? variantOf(ways, options.variant) : undefined
  return members.filter((member) => (!way || member === way || !ways.includes(member)) && isKnown(member, options))
}

function isKnown(lifetime: { readonly since?: string | undefined } = {}, { version }: SampleOptions): boolean {
  return version === undefined || !isNewer(lifetime.since, version)
}

/** Whether a version of Camunda is newer than another: 8.10 than 8.9. */
export function isNewer(version = '0.0', than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) > 0
}

/** Whether a shape is, or is a list of, a shape that contains it: a sample would be infinite. */
function containsAny(shape: Shape, around: readonly Shape[]): boolean {
  if (around.includes(shape)) return true
  if (shape.kind === 'array') return containsAny(shape.item, around)
  return shape.kind === 'nullable' && containsAny(shape.shape, around)
}

function scalar(shape: ScalarShape): unknown {
  const { kind, pattern } = shape
  if (pattern !== undefined) {
    const text = TEXTS.find((text) => new RegExp(pattern).test(text))
    if (text === undefined) throw new Error(`No sample fits ${pattern}: add one.`)
    return text
  }
  switch (kind) {
    case 'integer':
      return within(7, shape)
    case 'number':
      return within(7.5, shape)
    case 'bigint':
      return LONG
    case 'boolean':
      return true
    case 'null':
      return null
    case 'bytes':
      return new File(['\0\xff'], 'sample.bpmn')
    case 'unknown':
      return { any: ['thing', 1, LONG] }
    case 'date':
      return '2026-11-20T08:15:00.000+0000'
    case 'email':
      return 'jane+one@example.com'
    case 'longText':
      return '<xml>\n</xml>'
    default:
      return `${kind} äöü`.padEnd(shape.min ?? 0, '-').slice(0, shape.max)
  }
}

function within(value: number, { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }: Limits): number {
  return Math.min(Math.max(value, min), max)
}
