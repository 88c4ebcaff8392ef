import type { Limits, ScalarShape, Shape } from '@x/rest/shapes'

/** Beyond 2^53, so that a key that was a number on its way has lost digits. */
const KEY = 9007199254740993n

/** Texts for the patterns that shapes have. A new pattern fails here until it has one. */
const TEXTS = ['0 3 * * *', '>=2026-11-20T08:15:00.000+00:00', 'SECRET_NAME']

/** A value of each member of a shape, and of all their members. */
export function sampleOf(shape: Shape, around: readonly Shape[] = []): unknown {
  const inside = [...around, shape]
  switch (shape.kind) {
    case 'object': {
      const members = shape.members.filter(({ shape }) => !containsAny(shape, inside))
      return Object.fromEntries(members.map(({ name, shape }) => [name, sampleOf(shape, inside)]))
    }
    case 'array':
      return [sampleOf(shape.item, inside)]
    case 'record':
      return { ANY_NAME: sampleOf(shape.value, inside) }
    case 'nullable':
      return sampleOf(shape.shape, inside)
    case 'union':
      return sampleOf(shape.options[0] as Shape, inside)
    case 'enum':
      return shape.values[0]
    default:
      return scalar(shape)
  }
}

/** Whether a shape is, or is a list of, one that it is a part of: a sample of it would have no end. */
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
    case 'key':
      return KEY
    case 'integer':
      return within(7, shape)
    case 'number':
      return within(7.5, shape)
    case 'bigint':
      return KEY
    case 'boolean':
      return true
    case 'null':
      return null
    case 'bytes':
      return new File(['\0\xff'], 'sample.bpmn')
    case 'unknown':
      return { any: ['thing', 1] }
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
