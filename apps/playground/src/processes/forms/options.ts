import { isObject } from '../../explore/answer/value/list-of.ts'

/** An option of a select, a radio group or a checklist. */
export interface Option {
  readonly label: string
  readonly value: unknown
}

/** Reads options: values, or objects with a value and a label. Omits what form-js would omit. */
export function readOptions(values: unknown): readonly Option[] {
  if (!Array.isArray(values)) return []
  return values.flatMap((option): readonly Option[] => {
    if (isPlain(option)) return [{ label: String(option), value: option }]
    if (!isObject(option)) return []
    const { label, value } = option
    if (typeof label === 'string' && label !== '') return isPlain(value) || isObject(value) ? [{ label, value }] : []
    return isPlain(value) ? [{ label: String(value), value }] : []
  })
}

function isPlain(value: unknown): boolean {
  return (typeof value === 'string' && value !== '') || typeof value === 'number' || typeof value === 'boolean'
}

/** Whether two options are equal. Each evaluation of an expression creates new ones. */
export function isSame(first: unknown, second: unknown): boolean {
  return first === second || (isObject(first) && JSON.stringify(first) === JSON.stringify(second))
}

export function hasOption(options: readonly Option[], value: unknown): boolean {
  return options.some((option) => isSame(option.value, value))
}
