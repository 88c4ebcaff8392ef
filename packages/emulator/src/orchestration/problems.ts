import { Problem } from '../problem.ts'

/** Titles of the real server's problem details, with their statuses. */
const STATUSES = {
  INVALID_ARGUMENT: 400,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  ALREADY_EXISTS: 409,
  INVALID_STATE: 409,
} as const

export type Reason = keyof typeof STATUSES

/** A request that can be read but is invalid. */
export const invalid = (detail: string): Problem => new Problem(400, detail, 'INVALID_ARGUMENT')

/** A read of an item that does not exist, or is not visible yet. */
export const notFound = (what: string, id: string): Problem =>
  new Problem(404, `${what} '${id}' not found`, 'NOT_FOUND')

/** A rejected command. */
export class Rejection extends Error {
  override name = 'Rejection'
  readonly reason: Reason

  constructor(reason: Reason, detail: string) {
    super(detail)
    this.reason = reason
  }
}

export const rejected = (reason: Reason, detail: string): Rejection => new Rejection(reason, detail)

/** The detail of the response to a rejected command. */
export const rejectionProblem = (command: string, reason: Reason, detail: string): Problem =>
  new Problem(STATUSES[reason], `Command '${command}' rejected with code '${reason}': ${detail}`, reason)
