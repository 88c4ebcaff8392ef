import { controlText, readControl } from '../../../src/explore/form/control-text.ts'
import { newRow, orLeftOut, withMember, withRow } from '../../../src/explore/form/edit.ts'
import { type Field, fits } from '../../../src/explore/form/field.ts'

/** Gives a value as a person would, control by control with the text that each shows, beginning with an empty form. */
export function fillByHand(field: Field, empty: unknown, value: unknown): unknown {
  switch (field.kind) {
    case 'object':
      return field.members.reduce<unknown>((object, { name, field: member, isRequired }) => {
        const wanted = (value as Record<string, unknown>)[name]
        if (wanted === undefined) return object
        const before = (object as Record<string, unknown> | undefined)?.[name]
        return withMember(object, name, orLeftOut({ isRequired }, fillByHand(member, before, wanted)))
      }, empty)
    case 'array':
      return (value as readonly unknown[]).reduce<unknown>(
        (rows, row, index) => withRow(rows, index, fillByHand(field.item, newRow(field.item), row), field.item),
        empty,
      )
    case 'union': {
      const option = field.options.find((candidate) => fits(candidate, value)) as Field
      return fillByHand(option, undefined, value)
    }
    case 'record':
      return Object.entries(value as object).reduce<unknown>(
        (record, [name, member]) => withMember(record, name, fillByHand(field.value, undefined, member)),
        empty,
      )
    default:
      return readControl(field, controlText(field, value))
  }
}
