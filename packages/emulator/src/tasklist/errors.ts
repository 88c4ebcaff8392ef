import { json } from '../responses.ts'

/** An error in Tasklist's format. */
export class TasklistError extends Error {
  override name = 'TasklistError'
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** A change that the state of the task does not allow, or an invalid request. */
export const invalidRequest = (message: string): TasklistError => new TasklistError(400, message)

export const notFound = (message: string): TasklistError => new TasklistError(404, message)

export function errorResponse({ status, message }: TasklistError): Response {
  const body = { status, message, instance: crypto.randomUUID() }
  return json(status, body, { 'content-type': 'application/problem+json' })
}
