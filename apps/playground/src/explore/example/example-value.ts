import type { Limits, Member, Shape } from '@x/rest/shapes'
import { drawn, isRequired } from '../form/shape.ts'
import { singular } from '../singular.ts'

/** Returns one value; undefined leaves it to {@link exampleValue}. */
export type KnownValue = (name: string, shape: Shape) => unknown

export interface ExampleOptions {
  /** Values of existing objects, which are better than invented ones. */
  readonly known?: KnownValue | undefined
  /** Which optional members are included. @defaultValue none */
  readonly includes?: ((member: Member) => boolean) | undefined
}

/** Returns a value that is valid for its shape. */
export function exampleValue(given: Shape, name: string, options: ExampleOptions = {}): unknown {
  const known = options.known?.(name, given)
  if (known !== undefined) return known
  const shape = drawn(given)
  switch (shape.kind) {
    case 'email':
      return TEXTS.email
    case 'longText':
      return DIAGRAM
    case 'bytes':
      return new File([DIAGRAM], 'example.bpmn', { type: 'application/xml' })
    case 'key':
      return '2251799813685249'
    case 'date':
      return '2026-01-01T00:00:00.000Z'
    case 'number':
    case 'integer':
      return (shape as Limits).min ?? 1
    case 'boolean':
      return true
    case 'enum':
      return shape.values[0]
    case 'object':
      return Object.fromEntries(
        shape.members
          .filter((member) => isRequired(member) || options.includes?.(member))
          .map((member) => [member.name, exampleValue(member.shape, member.name, options)]),
      )
    case 'array':
      return [exampleValue(shape.item, singular(name), options)]
    case 'record':
      return { name: exampleValue(shape.value, 'value', options) }
    case 'union':
      return exampleValue(shape.options[0] as Shape, name, options)
    default:
      return TEXTS[name] ?? 'example'
  }
}

/** Typical values by member name. Hosts and addresses are those reserved for examples. */
const TEXTS: Readonly<Record<string, string>> = {
  contentType: 'TEXT',
  email: 'ada@example.com',
  ip: '192.0.2.0/24',
  schedule: '0 3 * * *',
  secretName: 'EXAMPLE_SECRET',
  allowedPrincipal: 'arn:aws:iam::123456789012:root',
  allowedRegion: 'eu-central-1',
  primaryEncryptionKeyId: 'arn:aws:kms:eu-central-1:123456789012:key/example',
}

const DIAGRAM =
  '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="example" targetNamespace="http://example.com"><bpmn:process id="example" isExecutable="true" /></bpmn:definitions>'
