import { type Operation, ValidationError } from '@x/rest'
import type { BaseIssue, GenericSchema } from 'valibot'
import type { CallInput } from '../../calls/call.ts'
import type { FieldPath } from './field.ts'

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
export function findIssues({ params = {}, takes, ...operation }: Operation, given: CallInput): readonly Issue[] {
  const issues = Object.entries(params).flatMap(([name, schema]) => {
    const value = given.params[name]
    // An empty part would make the path another one, which no schema of text knows.
    if (value === undefined || value === '') return [{ path: pathText(['params', name]), message: 'is required' }]
    return check(schema, value, ['params', name])
  })
  const schema = takes && operation[takes]
  return schema ? [...issues, ...check(schema, given.input, [takes])] : issues
}

/** What the client itself refused to send: some knows more than its schemas say. */
export function issuesOfError(error: unknown): readonly Issue[] {
  if (!(error instanceof ValidationError) || error.part === 'response') return []
  return error.issues.map(({ path, message }) => ({ path: [error.part, path].filter(Boolean).join('.'), message }))
}

function check(schema: GenericSchema, value: unknown, at: FieldPath): readonly Issue[] {
  const { issues = [] } = schema['~run']({ value }, { message: explain })
  return (issues as readonly BaseIssue<unknown>[]).map((issue) => {
    const keys = (issue.path ?? []).map(({ key }) => key as string | number)
    const last = issue.path?.at(-1)
    const isMissing = last !== undefined && last.value === undefined
    return { path: pathText([...at, ...keys]), message: isMissing ? 'is required' : issue.message }
  })
}

/** In the pattern of a key that is text. */
const KEY = '\\d{1,19}'

/** In the words of the house's own schemas, which say theirs themselves; valibot's would quote the value. */
function explain({ type, expected }: BaseIssue<unknown>): string {
  if (type === 'integer') return 'has to be a whole number'
  if (expected?.includes(KEY) || expected?.includes('bigint')) return 'has to be a key: up to 19 digits'
  if (type === 'regex') return 'is not written as it has to be'
  if (type === 'picklist') return `has to be one of ${expected?.replace(/[()"]/g, '').replaceAll(' | ', ', ')}`
  if (type === 'min_value' || type === 'max_value') {
    return `has to be ${expected?.replace('>=', '').replace('<=', '')} or ${type === 'min_value' ? 'more' : 'less'}`
  }
  return expected ? `has to be ${expected}` : 'is not valid'
}
