import { ValidationError } from '@x/rest'
import type { Operation, Schema } from '@x/rest/shapes'
import type { CallInput } from '../../calls/call.ts'
import { inputParts } from '../../calls/input-parts.ts'
import type { FieldPath } from './shape.ts'

/** A problem with one value of a form. */
export interface Issue {
  /** Written by {@link pathText}: `params.key`, `body.filter.state`. */
  readonly path: string
  readonly message: string
}

/** The name of a position in a form, for element IDs and to find its message. */
export function pathText(path: FieldPath): string {
  return path.join('.')
}

/** Checks the input with the operation's own schemas. Sends nothing to a server. */
export function findIssues(operation: Operation, given: CallInput): readonly Issue[] {
  const { params = {}, takes = [], mayOmit } = operation
  const parts = inputParts(operation, given.input)
  return [
    ...Object.entries(params).flatMap(([name, schema]) => {
      const value = given.params[name]
      // An empty part would change the path, which the schema of a text does not detect.
      if (value === undefined || value === '') return [{ path: pathText(['params', name]), message: 'is required' }]
      return check(schema, value, ['params', name])
    }),
    ...takes.flatMap((part) => {
      const isLeftOut = parts[part] === undefined && (mayOmit || part === 'query')
      return isLeftOut ? [] : check(operation[part], parts[part], [part])
    }),
  ]
}

/** Reads the issues of an input that the client rejected: some clients check more than their schemas. */
export function issuesOfError(error: unknown): readonly Issue[] {
  if (!(error instanceof ValidationError) || error.part === 'response') return []
  return error.issues.map(({ path, message }) => ({ path: [error.part, path].filter(Boolean).join('.'), message }))
}

function check(schema: Schema | undefined, value: unknown, at: FieldPath): readonly Issue[] {
  const { issues = [] } = schema?.['~standard'].validate(value) ?? {}
  return issues.map(({ path, message }) => ({ path: pathText([...at, ...(path as FieldPath)]), message }))
}
