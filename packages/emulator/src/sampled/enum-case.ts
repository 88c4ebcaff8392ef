import type { Shape } from '@x/rest/shapes'

/** Returns the value of a request with the enumeration values of the shape, where they differ in case only. */
export function withEnumCase(shape: Shape, value: unknown): unknown {
  switch (shape.kind) {
    case 'enum':
      if (typeof value !== 'string' || shape.values.includes(value)) return value
      return shape.values.find((known) => known.toUpperCase() === value.toUpperCase()) ?? value
    case 'nullable':
      return withEnumCase(shape.shape, value)
    case 'union':
      return shape.options.reduce((result, option) => withEnumCase(option, result), value)
    case 'array':
      return Array.isArray(value) ? value.map((item) => withEnumCase(shape.item, item)) : value
    case 'record':
      return isObject(value) ? mapMembers(value, (member) => withEnumCase(shape.value, member)) : value
    case 'object': {
      if (!isObject(value)) return value
      const shapes = new Map(shape.members.map((member) => [member.name, member.shape]))
      return mapMembers(value, (member, name) => {
        const known = shapes.get(name)
        return known ? withEnumCase(known, member) : member
      })
    }
    default:
      return value
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Blob)

const mapMembers = (
  value: Record<string, unknown>,
  map: (member: unknown, name: string) => unknown,
): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).map(([name, member]) => [name, map(member, name)]))
