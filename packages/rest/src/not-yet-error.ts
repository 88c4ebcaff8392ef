import { RestError } from './errors.ts'

/** What was waited for, by `waitFor` or a method that waits, was not there in time. Code `not_yet`. */
export class NotYetError extends RestError {
  override name = 'NotYetError'
  /** Operation id, for example `processInstances.get`. */
  declare readonly operation: string
  /** The last response; undefined if there was nothing to be found (404). Not shown when the error is printed. */
  declare readonly response: unknown
  declare readonly waitForMs: number

  constructor(operation: string, response: unknown, waitForMs: number) {
    super('not_yet', `${operation}: what was waited for was not there in time`)
    Object.assign(this, { operation, waitForMs })
    // It may hold what a log must not: variables, secrets.
    Object.defineProperty(this, 'response', { value: response })
  }
}
