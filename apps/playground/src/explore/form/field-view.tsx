import type { VNode } from 'preact'
import { ArrayField } from './array-field.tsx'
import { ControlField } from './control-field.tsx'
import { type Field, fits } from './field.ts'
import type { FieldProps } from './form-context.ts'
import { ObjectField } from './object-field.tsx'
import { RecordField } from './record-field.tsx'
import { UnionField } from './union-field.tsx'

/** The controls by which the value of a field is given, whatever its kind. */
export function FieldView({ field, ...props }: FieldProps<Field>): VNode {
  // A value that came as JSON and is of another kind: shown as what it is, so that nothing of it is lost.
  if (props.value !== undefined && !fits(field, props.value))
    return <ControlField field={{ kind: 'json' }} {...props} />
  switch (field.kind) {
    case 'object':
      return <ObjectField field={field} {...props} />
    case 'array':
      return <ArrayField field={field} {...props} />
    case 'record':
      return <RecordField field={field} {...props} />
    case 'union':
      return <UnionField field={field} {...props} />
    default:
      return <ControlField field={field} {...props} />
  }
}
