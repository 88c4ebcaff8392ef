import type { VNode } from 'preact'
import { ArrayField } from './array-field.tsx'
import { ControlField } from './control-field.tsx'
import type { FieldProps } from './form-context.ts'
import { ObjectField } from './object-field.tsx'
import { RecordField } from './record-field.tsx'
import { ANYTHING, drawn, fits } from './shape.ts'
import { UnionField } from './union-field.tsx'

/** The controls for a value of any shape. */
export function FieldView({ shape: given, ...props }: FieldProps): VNode {
  const shape = drawn(given)
  // A value of another kind, from the JSON view, is shown as JSON, so that nothing is lost.
  if (props.value !== undefined && !fits(shape, props.value)) return <ControlField shape={ANYTHING} {...props} />
  switch (shape.kind) {
    case 'object':
      return <ObjectField shape={shape} {...props} />
    case 'array':
      return <ArrayField shape={shape} {...props} />
    case 'record':
      return <RecordField shape={shape} {...props} />
    case 'union':
      return <UnionField shape={shape} {...props} />
    default:
      return <ControlField shape={shape} {...props} />
  }
}
