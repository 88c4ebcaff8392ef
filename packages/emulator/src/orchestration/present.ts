import type { ObjectShape, Shape } from '@x/rest/shapes'
import type { Members } from '../sampled/members.ts'
import { isKnown } from '../sampled/shape.ts'

/** Converts records of the emulator into responses. */
type Present = (value: unknown) => unknown

const presenters = new Map<number, WeakMap<Shape, Present>>()

/**
 * Keeps only the members of a response's shape that Camunda 8.`minor` knows; those without a value become `null`. An
 * object without a known shape is unchanged.
 */
export function present(shape: Shape, value: unknown, minor: number): unknown {
  return presenterOf(shape, minor)(value)
}

function presenterOf(shape: Shape, minor: number): Present {
  const ofMinor = presenters.get(minor) ?? new WeakMap<Shape, Present>()
  presenters.set(minor, ofMinor)
  const known = ofMinor.get(shape)
  if (known) return known
  // Recorded first, since a member may have the same shape.
  ofMinor.set(shape, (value) => presenter(value))
  const presenter = createPresenter(shape, minor)
  ofMinor.set(shape, presenter)
  return presenter
}

function createPresenter(shape: Shape, minor: number): Present {
  switch (shape.kind) {
    case 'object':
      return createObjectPresenter(shape, minor)
    case 'array': {
      const item = presenterOf(shape.item, minor)
      return (value) => (Array.isArray(value) ? value.map(item) : value)
    }
    case 'nullable': {
      const inner = presenterOf(shape.shape, minor)
      return (value) => (value === null || value === undefined ? null : inner(value))
    }
    default:
      return (value) => value
  }
}

function createObjectPresenter({ members }: ObjectShape, minor: number): Present {
  const known = members
    .filter((member) => isKnown(member, minor))
    .map(({ name, shape, presence }) => ({
      name,
      present: presenterOf(shape, minor),
      // An optional member is omitted, unless it can be null.
      isOmitted: presence === 'optional' && shape.kind !== 'nullable',
    }))
  return (value) => {
    const output: Record<string, unknown> = {}
    for (const { name, present, isOmitted } of known) {
      const member = (value as Members)[name]
      if (member !== undefined || !isOmitted) output[name] = present(member ?? null)
    }
    return output
  }
}
