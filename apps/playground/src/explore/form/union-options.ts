import type { Shape } from '@x/rest/shapes'
import { fits, isObject, isRequired, type ShapeOf } from './shape.ts'

type Options = readonly Shape[]

/** Readable names of kinds. */
const NAMES: { readonly [Kind in Shape['kind']]?: string } = {
  longText: 'text',
  integer: 'number',
  boolean: 'true or false',
  enum: 'one of a list',
  array: 'list',
  record: 'names and values',
  unknown: 'JSON',
}

/** Returns a name for an option of a union: its kind, or the members that only this one of several objects has. */
export function nameOf(option: Shape, options: Options): string {
  if (isOperators(option)) return 'operators'
  const others = options.filter((other) => other !== option && other.kind === 'object') as ShapeOf<'object'>[]
  if (option.kind !== 'object' || others.length === 0) return NAMES[option.kind] ?? option.kind
  const isOwn = ({ name }: { readonly name: string }): boolean =>
    !others.some(({ members }) => members.some((member) => member.name === name))
  const own = option.members.filter(isOwn)
  const { name } = own.find(isRequired) ?? own[0] ?? {}
  return name === undefined ? 'object' : `with ${name}`
}

/** Whether it is a condition of a filter, such as `$in`. */
function isOperators(shape: Shape): boolean {
  return shape.kind === 'object' && shape.members.length > 0 && shape.members.every(({ name }) => name.startsWith('$'))
}

/** Returns the option that can show a value without loss, preferably the selected one. */
export function optionOf(options: Options, value: unknown, chosen: number | undefined): number {
  if (value === undefined) return chosen ?? 0
  const fitting = [...options.keys()].filter((index) => fits(options[index] as Shape, value))
  const complete = fitting.filter((index) => hasAll(options[index] as Shape, value))
  if (chosen !== undefined && complete.includes(chosen)) return chosen
  const satisfied = complete.find((index) => isSatisfied(options[index] as Shape, value))
  return satisfied ?? complete[0] ?? fitting[0] ?? 0
}

/** Whether an object has a field for each member of the value. */
function hasAll(option: Shape, value: unknown): boolean {
  if (option.kind !== 'object' || !isObject(value)) return true
  return Object.keys(value).every((name) => option.members.some((member) => member.name === name))
}

function isSatisfied(option: Shape, value: unknown): boolean {
  if (option.kind !== 'object' || !isObject(value)) return true
  return option.members.filter(isRequired).every(({ name }) => Object.hasOwn(value, name))
}
