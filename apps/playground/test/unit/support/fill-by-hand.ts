import type { Shape } from '@x/rest/shapes'
import { controlText, readControl } from '../../../src/explore/form/control-text.ts'
import { newRow, orLeftOut, withMember, withRow } from '../../../src/explore/form/edit.ts'
import { drawn, fits, isRequired } from '../../../src/explore/form/shape.ts'

/** Gives a value as a person would, control by control with the text that each shows, beginning with an empty form. */
export function fillByHand(given: Shape, empty: unknown, value: unknown): unknown {
  const shape = drawn(given)
  switch (shape.kind) {
    case 'object':
      return shape.members.reduce<unknown>((object, member) => {
        const { name } = member
        const wanted = (value as Record<string, unknown>)[name]
        if (wanted === undefined) return object
        const before = (object as Record<string, unknown> | undefined)?.[name]
        const to = fillByHand(member.shape, before, wanted)
        return withMember(object, name, orLeftOut({ isRequired: isRequired(member) }, to))
      }, empty)
    case 'array':
      return (value as readonly unknown[]).reduce<unknown>(
        (rows, row, index) => withRow(rows, index, fillByHand(shape.item, newRow(shape.item), row), shape.item),
        empty,
      )
    case 'union': {
      const option = shape.options.find((candidate) => fits(candidate, value)) as Shape
      return fillByHand(option, undefined, value)
    }
    case 'record':
      return Object.entries(value as object).reduce<unknown>(
        (record, [name, member]) => withMember(record, name, fillByHand(shape.value, undefined, member)),
        empty,
      )
    case 'bytes':
      // A file is chosen, not typed.
      return value
    default:
      return readControl(shape, controlText(shape, value))
  }
}
