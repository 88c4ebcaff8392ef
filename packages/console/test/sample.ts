import type { Shape } from '@x/rest/shapes'

/** Strings that have to have a form. */
const texts: Record<string, string> = { schedule: '0 3 * * *', ip: '203.0.113.0/24, 198.51.100.7/32' }

/** A value that fits a shape, with all optional members. `name` makes texts differ from each other. */
export function sample(shape: Shape, name = 'text'): unknown {
  switch (shape.kind) {
    case 'object':
      return Object.fromEntries(shape.members.map((member) => [member.name, sample(member.shape, member.name)]))
    case 'array':
      return [sample(shape.item, name)]
    case 'record':
      return { NAME: sample(shape.value, name) }
    case 'union':
      return sample(shape.options[0] as Shape, name)
    case 'enum':
      return shape.values[0]
    case 'text':
    case 'longText':
    case 'secret':
    case 'email':
      return texts[name] ?? `${name} ü`
    case 'date':
      return '2026-11-20T08:15:00.000Z'
    case 'number':
    case 'integer':
      return 7
    case 'boolean':
      return true
    case 'unknown':
      return { any: [name] }
    default:
      throw new Error(`no sample for a shape of kind ${shape.kind}`)
  }
}
