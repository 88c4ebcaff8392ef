import { RestError } from './errors.ts'

/** The part of a call. */
export type Part = 'operation' | 'params' | 'query' | 'body' | 'form' | 'response'

export interface ValidationIssue {
  /** Path of the value, for example `filter.state` or `items.3.key`; empty for the whole value. */
  readonly path: string
  /** The problem, without the value. */
  readonly message: string
}

/**
 * An argument (code `request_invalid`, nothing was sent) or the response (code `response_invalid`) does not fit the
 * operation.
 */
export class ValidationError extends RestError {
  override name = 'ValidationError'
  /** Operation id, for example `clusters.get`. */
  declare readonly operation: string
  declare readonly part: Part | 'headers'
  /** All problems, without values. */
  declare readonly issues: readonly ValidationIssue[]

  constructor(operation: string, part: Part | 'headers', issues: readonly ValidationIssue[]) {
    super(part === 'response' ? 'response_invalid' : 'request_invalid', describe(operation, part, issues))
    Object.assign(this, { operation, part, issues })
  }
}

function describe(operation: string, part: Part | 'headers', issues: readonly ValidationIssue[]): string {
  const [{ path, message } = { path: '', message: '' }] = issues
  // Array positions differ from call to call and would prevent error reporters from grouping.
  const at = path && `${path.replace(/(^|\.)\d+(?=\.|$)/g, '$1*')} `
  const more = issues.length > 1 ? ', and more, see `issues`' : ''
  return `${operation}: invalid ${part}: ${at}${message}${more}`
}

/** Throws a `ValidationError` for one problem of a call. */
export function refusePart(operation: string, part: Part | 'headers', path: string, message: string): never {
  throw new ValidationError(operation, part, [{ path, message }])
}
