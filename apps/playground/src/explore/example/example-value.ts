import type { Field, Member } from '../form/field.ts'
import { isDateName, singular } from '../form/member-names.ts'

/** Makes one value; undefined leaves it to {@link exampleValue}. */
export type KnownValue = (name: string, field: Field) => unknown

export interface ExampleOptions {
  /** Values that are better than invented ones: of things that exist. */
  readonly known?: KnownValue | undefined
  /** Which members that may be left out are given. @defaultValue none */
  readonly includes?: ((member: Member) => boolean) | undefined
}

/** A value that passes the schema of a field. */
export function exampleValue(field: Field, name: string, options: ExampleOptions = {}): unknown {
  const known = options.known?.(name, field)
  if (known !== undefined) return known
  switch (field.kind) {
    case 'text':
      return field.values?.[0] ?? TEXTS[name] ?? inventedText(name)
    case 'key':
      return '2251799813685249'
    case 'date':
      return '2026-01-01T00:00:00.000Z'
    case 'number':
      return NUMBERS[name] ?? field.min ?? 1
    case 'boolean':
      return true
    case 'choice':
      return field.values[0]
    case 'object':
      return Object.fromEntries(
        field.members
          .filter((member) => member.isRequired || options.includes?.(member))
          .map((member) => [member.name, exampleValue(member.field, member.name, options)]),
      )
    case 'array':
      return [exampleValue(field.item, singular(name), options)]
    case 'record':
      return { name: exampleValue(field.value, 'value', options) }
    case 'union':
      return exampleValue(field.options[0] ?? { kind: 'json' }, name, options)
    case 'json':
      return 'example'
  }
}

/** What people write where a name says what is meant. Hosts and addresses are those kept free for examples. */
const TEXTS: Readonly<Record<string, string>> = {
  email: 'ada@example.com',
  ip: '192.0.2.0/24',
  schedule: '0 3 * * *',
  secretName: 'EXAMPLE_SECRET',
  secretValue: 'example',
  allowedPrincipal: 'arn:aws:iam::123456789012:root',
  allowedRegion: 'eu-central-1',
  primaryEncryptionKeyId: 'arn:aws:kms:eu-central-1:123456789012:key/example',
  fileType: 'bpmn',
  content:
    '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="example" targetNamespace="http://example.com"><bpmn:process id="example" isExecutable="true" /></bpmn:definitions>',
}

const NUMBERS: Readonly<Record<string, number>> = { size: 10, page: 0 }

function inventedText(name: string): string {
  if (isDateName(name)) return '2026-01-01T00:00:00.000Z'
  return 'example'
}
