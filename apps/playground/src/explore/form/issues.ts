import { ValidationError } from '@x/rest'
import type { Operation, Schema } from '@x/rest/shapes'
import type { CallInput } from '../../calls/call.ts'
import { inputParts } from '../../calls/input-parts.ts'
import type { FieldPath } from './shape.ts'

/** What is wrong with one value of a form. */
export interface Issue {
  /** As {@link pathText} writes it: `params.key`, `body.filter.state`. */
  readonly path: string
  readonly message: string
}

/** One name for a place in a form: for ids of elements, and to find its message. */
export function pathText(path: FieldPath): string {
  return path.join('.')
}

/** Checks what a person gave by the operation's own schemas. Nothing is asked of a server. */
export function findIssues(operation: Operation, given: CallInput): readonly Issue[] {
  const { params = {}, takes = [], mayOmit } = operation
  const parts = inputParts(operation, given.input)
  return [
    ...Object.entries(params).flatMap(([name, schema]) => {
      const value = given.params[name]
      // An empty part would make the path another one, which no schema of text knows.
      if (value === undefined || value === '') return [{ path: pathText(['params', name]), message: 'is required' }]
      return check(schema, value, ['params', name])
    }),
    ...takes.flatMap((part) => {
      const isLeftOut = parts[part] === undefined && (mayOmit || part === 'query')
      return isLeftOut ? [] : check(operation[part], parts[part], [part])
    }),
  ]
}

/** What the client itself refused to send: some knows more than its schemas say. */
export function issuesOfError(error: unknown): readonly Issue[] {
  if (!(error instanceof ValidationError) || error.part === 'response') return []
  return error.issues.map(({ path, message }) => ({ path: [error.part, path].filter(Boolean).join('.'), message }))
}

function check(schema: Schema | undefined, value: unknown, at: FieldPath): readonly Issue[] {
  const { issues = [] } = schema?.['~standard'].validate(value) ?? {}
  return issues.map(({ path, message }) => ({ path: pathText([...at, ...(path as FieldPath)]), message }))
}
