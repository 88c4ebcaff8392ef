import { RestError } from './errors.ts'

/** Which side of a call was checked. */
export type Part = 'params' | 'query' | 'body' | 'response'

export interface ValidationIssue {
  /** Where, for example `filter.state` or `items.3.key`; empty for the value as a whole. */
  readonly path: string
  /** What is wrong, without the value that was found. */
  readonly message: string
}

/**
 * What the caller passed (code `request_invalid`, nothing was sent) or what the server answered (code
 * `response_invalid`) does not fit the operation.
 */
export class ValidationError extends RestError {
  override name = 'ValidationError'
  /** Operation id, for example `clusters.get`. */
  readonly operation: string
  readonly part: Part
  /** All that was found, never with a value in it. */
  readonly issues: readonly ValidationIssue[]

  constructor(operation: string, part: Part, issues: readonly ValidationIssue[]) {
    super(part === 'response' ? 'response_invalid' : 'request_invalid', describe(operation, part, issues))
    this.operation = operation
    this.part = part
    this.issues = issues
  }
}

const names: Readonly<Record<Part, string>> = {
  params: 'a path parameter',
  query: 'the query',
  body: 'the request body',
  response: 'the answer',
}

function describe(operation: string, part: Part, issues: readonly ValidationIssue[]): string {
  const [first] = issues
  // List positions differ from call to call and would keep error reporters from grouping.
  const detail = first
    ? `: ${first.path.replace(/(^|\.)\d+(?=\.|$)/g, '$1*')} ${first.message}`.replace(':  ', ': ')
    : ''
  const more = issues.length > 1 ? ', and more, see `issues`' : ''
  return `${operation}: ${names[part]} is not valid${detail}${more}`
}
