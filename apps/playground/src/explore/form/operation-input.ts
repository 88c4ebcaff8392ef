import type { Member, Operation, Shape } from '@x/rest/shapes'
import { ANYTHING, drawn, type FieldPath, isRequired } from './shape.ts'

/** The input that an operation takes. */
export interface OperationFields {
  /** Path parameters, in the order of the path. */
  readonly params: readonly Member[]
  readonly input?: InputShape | undefined
}

/** The input of an operation besides its path parameters, as one value. */
export interface InputShape {
  readonly title: string
  /** Its part; undefined if it has several, which are its members. */
  readonly path: FieldPath
  readonly shape: Shape
}

export function operationFields({ params = {}, ...operation }: Operation): OperationFields {
  return {
    params: Object.entries(params).map(([name, { shape }]) => ({ name, shape })),
    input: inputShape(operation),
  }
}

const TITLES = { body: 'Body', form: 'Form', query: 'Query' } as const

/** A single body, form or query, or an object with a member for each of several. */
function inputShape(operation: Omit<Operation, 'params'>): InputShape | undefined {
  const { takes = [], mayOmit } = operation
  const parts = takes.map((name): Member => {
    const shape = operation[name]?.shape ?? ANYTHING
    const isOptional = mayOmit || (name === 'query' && !hasRequired(shape))
    return { name, shape, ...(isOptional && { presence: 'optional' }) }
  })
  const [part] = parts
  if (part === undefined) return undefined
  if (parts.length > 1) return { title: 'Input', path: [], shape: { kind: 'object', members: parts } }
  return { title: TITLES[part.name as keyof typeof TITLES], path: [part.name], shape: part.shape }
}

function hasRequired(shape: Shape): boolean {
  const given = drawn(shape)
  return given.kind === 'object' && given.members.some(isRequired)
}
