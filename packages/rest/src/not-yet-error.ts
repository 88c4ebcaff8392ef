import { RestError } from './errors.ts'

/** The data that `waitFor` or a method such as `wait` waits for was not there in time. Code `not_yet`. */
export class NotYetError extends RestError {
  override name = 'NotYetError'
  /** Operation id, for example `processInstances.get`. */
  declare readonly operation: string
  /** The last response; undefined if nothing was found (404). Not shown when the error is printed. */
  declare readonly response: unknown
  declare readonly waitForMs: number

  constructor(operation: string, response: unknown, waitForMs: number) {
    super('not_yet', `${operation}: the expected data was not there in time`)
    Object.assign(this, { operation, waitForMs })
    // It may contain variables and secrets, which must not be logged.
    Object.defineProperty(this, 'response', { value: response })
  }
}
